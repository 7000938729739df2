#pragma once

#include "SshLab.h"

#include "core/access/AccessContext.h"
#include "core/access/NodeAccess.h"
#include "core/access/ssh/SshPrompter.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

// What the tests of the access over SSH share: a lab with every kind of user, a person who answers, and ways to a node.

inline constexpr char password[] = "pa\xC3\x9F 'w\"o$rd`%n\\"; ///< of every user of the lab
inline constexpr char passphrase[] = "pass phrase '$1";

/// A person with prepared answers.
class Person final : public ruw::SshPrompter {
public:
    bool trusts = false;
    QHash<ruw::SecretKind, QList<QByteArray>> answers; ///< taken one after the other; the last one stays
    QHash<QString, QByteArray> byLabel;           ///< wins over `answers`
    std::function<void()> whileThinking;

    bool acceptHostKey(const QString& node, const QString& host, const QString& type, const QString& fingerprint) override;
    std::optional<ruw::Secret> secret(const QString& node, ruw::SecretKind kind, const ruw::Text& prompt) override;
    void secretRefused(const QString&, ruw::SecretKind) override { ++refusals; }

    QStringList hostQuestions, secretQuestions;
    int refusals = 0;

private:
    QMutex m_mutex;
};

/// A way to a lab, to be changed before access() is called.
struct Way {
    ruw::Site site;
    ruw::Node node;
    ruw::AccessContext context;
    Person person;

    Way(const SshLab& lab, const QString& user, ruw::SshAuth auth, const QString& keyFile = {})
        : Way(lab.address(), lab.port(), user, auth, keyFile)
    {
        context.knownHostsPath = lab.knownHosts();
    }
    Way(const QString& address, int port, const QString& user, ruw::SshAuth auth, const QString& keyFile = {})
    {
        node.name = QStringLiteral("mf1");
        node.address = address;
        node.access = ruw::AccessKind::Ssh;
        node.ssh = ruw::SshSettings{port, user, auth, keyFile, false, {}};
        context.prompter = &person;
    }
    std::shared_ptr<ruw::NodeAccess> access() { return ruw::makeAccess(node, site, context).value(); }
};

ruw::NodeCommand command(const QByteArray& script, const QByteArray& input = {});

/// How a command ended, in words.
QString endName(ruw::CommandOutcome::End end);

/// What came of a command, in one line that a failed comparison shows well.
QString said(const ruw::Result<ruw::CommandOutcome>& result);

/// Every word of an error that a person gets to see, in both languages.
QString allWords(const ruw::Error& error);

/// A test on one lab, which starts with the first of its functions; skipped where the lab can't run.
class SshTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

protected:
    std::unique_ptr<SshLab> m_lab;
    QString m_rootKey; ///< the private file of a key with which root and most users log in
};
