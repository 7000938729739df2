#pragma once

#include "core/access/ssh/SshPrompter.h"

#include <QObject>

#include <array>
#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace ruw {

/// One question that a way to a node has to the person at the window. No secret stands in it.
struct SshQuestion {
    enum class Kind { HostKey, Secret };

    quint64 id = 0;
    Kind kind = Kind::HostKey;
    QString node;                       ///< the node's name, or a jump host's entry in the site file
    bool isNode = true;                 ///< false: a jump host
    QString host, keyType, fingerprint; ///< of a host key
    SecretKind secret = SecretKind::Ssh;
    Text prompt;                ///< what is asked for, with the account
    bool refusedBefore = false; ///< an earlier answer was wrong
    bool mayServeAll = false;   ///< the answer may be offered to the other nodes, too
};

/// Brings the questions of the nodes' threads to the window. The asking thread waits; the questions stand in a queue, and
/// the window answers them one after the other. While nobody may be asked (before begin(), after cancel()) every question
/// is answered "no" at once. Secrets are kept in memory only, until forget() or the end of the object.
///
/// An answer that may serve all nodes is offered to each of them once: a node that refuses it is asked for its own. The
/// second question of one login (a one-time code) always reaches the person.
class WindowPrompter final : public QObject, public SshPrompter {
    Q_OBJECT
public:
    explicit WindowPrompter(QObject* parent = nullptr);
    /// Nobody may be waiting any more: cancel() and join first.
    ~WindowPrompter() override;

    // From any thread.
    bool acceptHostKey(const QString& node, const QString& host, const QString& type,
                       const QString& sha256Fingerprint) override;
    std::optional<Secret> secret(const QString& node, SecretKind kind, const Text& prompt) override;
    void secretRefused(const QString& node, SecretKind kind) override;

    // From the window's thread.
    /// Work with these nodes begins: they may ask. What was said to host keys before is asked anew; secrets stay.
    void begin(const QStringList& nodes);
    /// Answers every waiting question with "no", and every later one until begin().
    void cancel();
    /// Wipes all secrets.
    void forget();
    bool remembersAnything() const;

    /// The question that is to be put to the person now.
    std::optional<SshQuestion> current() const;
    /// The nodes that wait for an answer, each once, in the order of their questions.
    QStringList waitingNodes() const;
    void answerHostKey(quint64 id, bool accept);
    /// nullopt: there is none. `forAll`: to be offered to every node that asks for the same kind of secret.
    void answerSecret(quint64 id, std::optional<Secret> secret, bool forAll);
    /// The person wants the whole work stopped, not just one answer declined.
    void askToStop() { emit stopAsked(); }

signals:
    void changed(); ///< the queue; from any thread
    void stopAsked();

private:
    using Key = std::pair<QString, SecretKind>;
    struct Waiting {
        SshQuestion question;
        bool answered = false;
        bool yes = false;
        std::optional<Secret> secret;
    };
    struct Kept {
        Secret secret;
        int generation = 0; ///< 0: none
    };

    /// Waits for the answer; leaves it at "no" where nobody may be asked.
    void ask(Waiting& waiting, std::unique_lock<std::mutex>& lock);
    Waiting* find(quint64 id) const;
    void settle(Waiting& waiting);
    Kept& kept(const QString& node, SecretKind kind);
    static QString keyOf(const SshQuestion& question);

    mutable std::mutex m_mutex;
    std::condition_variable m_answered;
    std::list<Waiting*> m_queue; ///< each lives on the stack of its thread
    bool m_open = false;
    quint64 m_lastId = 0;
    QStringList m_nodes;
    std::map<QString, bool> m_hostKeys; ///< what was said since begin()
    std::array<Kept, 3> m_forAll;       ///< by SecretKind
    std::map<Key, Kept> m_forJumpHost;
    std::map<Key, int> m_given, m_refused; ///< generations
    std::set<Key> m_everRefused;
    std::set<std::pair<Key, std::thread::id>> m_asked; ///< logins that had their first question already
    int m_generation = 0;
};

} // namespace ruw
