#pragma once

#include <QByteArray>

#include <deque>
#include <optional>
#include <vector>

namespace ruw {

/// Random numbers that are the same everywhere (the standard library's distributions are not).
class SeededNumbers {
public:
    explicit SeededNumbers(quint64 seed) : m_state(seed * 2 + 1) {}
    /// 0 .. below - 1
    quint32 below(quint32 limit) { return limit > 0 ? next() % limit : 0; }

private:
    quint32 next();
    quint64 m_state;
};

/// What a product may get wrong with its mail; this one does not. For tests that show that it would be found.
struct MailMistakes {
    bool archivesTwice = false;       ///< the archive does not know a mail again that it has
    bool dropsQueueAtStart = false; ///< a service that starts begins with an empty queue
};

/// The mail of a simulated site, counted one by one: when it arrives, which node has it, where it ended.
class MailTraffic {
public:
    MailTraffic(int nodes, int mailsPerHour, int kibibytes, qint64 startMs, quint64 seed);

    /// Before the work stands this in the node's queue: so many mails, or as many as make so many bytes.
    void standsAtFirst(int node, qint64 files, qint64 bytes);
    qint64 bytesAtFirst(int node) const { return m_filesAtFirst[size_t(node)] * m_bytes; }

    qint64 nextArrivalMs() const { return m_nextMs; }
    /// The mail that arrives now, and all that waits at the senders, wants in; -1: no node takes it, it waits.
    void arrive(int node, bool intoQueue);
    /// What becomes of mail that the sync carries: nodes of different versions lose it, over a path that the world had opened
    /// or over one that the run had.
    enum class Fate { Archived, LostToWorld, LostToRun };
    /// What the sync carries from the node's queue to the archive within this time.
    void push(int node, qint64 ms, Fate fate);
    /// The way to the archive is cut, and at the worst moment: the last mail has reached the archive, and that it has the node
    /// has not heard. It is in the queue again and is sent once more; the archive knows it by its id.
    void cutOff(int node);
    /// The node's service has started.
    void started(int node);
    void make(const MailMistakes& mistakes) { m_mistakes = mistakes; }
    /// What counts of it for what is still to come (SimulatedSite::likeness()).
    void addLikeness(QByteArray& out) const;
    /// Each mail that a sender offers goes to the next of `nodes` nodes in turn; whether it is in service is the site's to know.
    int turn() { return m_turn++; }

    qint64 queueFiles(int node) const { return qint64(m_queues[size_t(node)].size()); }
    qint64 queueBytes(int node) const { return queueFiles(node) * m_bytes; }
    qint64 oldestMs(int node) const { return m_queues[size_t(node)].front().atMs; } ///< queueFiles() > 0
    qint64 mailBytes() const { return m_bytes; }
    qint64 accepted() const { return qint64(m_copies.size()); }
    qint64 waiting() const { return m_waiting; } ///< at the senders, not accepted yet
    qint64 archived() const;                     ///< at least once
    qint64 lostToWorld() const { return m_lostToWorld; }
    qint64 lostToRun() const { return m_lostToRun; }
    qint64 queued() const;  ///< on all nodes
    qint64 pending() const; ///< of these: not in an archive yet
    /// Accepted, and neither archived nor in a queue.
    qint64 lost() const;
    qint64 doubled() const { return m_doubled; }
    qint64 peakBytes(int node) const { return m_peakFiles[size_t(node)] * m_bytes; }
    qint64 peakBytes() const; ///< of the fullest queue

private:
    struct Queued {
        quint32 id;
        qint64 atMs;
    };
    void planNext();
    void archive(quint32 id);

    SeededNumbers m_numbers;
    std::vector<std::deque<Queued>> m_queues;
    std::vector<std::optional<Queued>> m_unheard; ///< by node: sent last, and nothing was heard of it
    std::vector<qint64> m_peakFiles, m_filesAtFirst; ///< by node
    std::vector<quint8> m_copies; ///< in archives, by mail
    qint64 m_meanMs, m_bytes, m_nextMs, m_startMs;
    qint64 m_waiting = 0, m_lostToWorld = 0, m_lostToRun = 0, m_doubled = 0;
    MailMistakes m_mistakes;
    int m_turn = 0;
};

} // namespace ruw
