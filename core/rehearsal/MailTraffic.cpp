#include "core/rehearsal/MailTraffic.h"

#include <algorithm>

namespace ruw {

quint32 SeededNumbers::next()
{
    // PCG32 (O'Neill): small, fast, and the same on every machine.
    const quint64 old = m_state;
    m_state = old * 6364136223846793005ULL + 1442695040888963407ULL;
    const auto mixed = quint32(((old >> 18) ^ old) >> 27);
    const auto turn = quint32(old >> 59);
    return (mixed >> turn) | (mixed << ((32 - turn) & 31));
}

MailTraffic::MailTraffic(int nodes, int mailsPerHour, int kibibytes, qint64 startMs, quint64 seed)
    : m_numbers(seed), m_queues(size_t(nodes)), m_unheard(size_t(nodes)), m_peakFiles(size_t(nodes)), m_filesAtFirst(size_t(nodes)),
      m_meanMs(mailsPerHour > 0 ? std::max(1, 3'600'000 / mailsPerHour) : 0),
      m_bytes(qint64(kibibytes) * 1024), m_nextMs(startMs), m_startMs(startMs)
{
    planNext();
}

void MailTraffic::planNext()
{
    constexpr qint64 never = 365LL * 24 * 3'600'000;
    // Between half and one and a half times the mean.
    m_nextMs += m_meanMs > 0 ? m_meanMs / 2 + m_numbers.below(quint32(m_meanMs)) + 1 : never;
}

void MailTraffic::standsAtFirst(int node, qint64 files, qint64 bytes)
{
    constexpr qint64 most = 500'000; // more would only take memory
    const qint64 count = std::clamp<qint64>(bytes > 0 ? (bytes + m_bytes - 1) / m_bytes : files, 0, most);
    for (qint64 i = 0; i < count; ++i) {
        m_queues[size_t(node)].push_back({quint32(m_copies.size()), m_startMs});
        m_copies.push_back(0);
    }
    m_peakFiles[size_t(node)] = m_filesAtFirst[size_t(node)] = count;
}

void MailTraffic::arrive(int node, bool intoQueue)
{
    const qint64 now = m_nextMs;
    planNext();
    ++m_waiting;
    if (node < 0)
        return;
    for (; m_waiting > 0; --m_waiting) {
        const auto id = quint32(m_copies.size());
        m_copies.push_back(intoQueue ? 0 : 1);
        if (intoQueue)
            m_queues[size_t(node)].push_back({id, now});
    }
    m_peakFiles[size_t(node)] = std::max(m_peakFiles[size_t(node)], queueFiles(node));
}

void MailTraffic::push(int node, qint64 ms, Fate fate)
{
    constexpr qint64 msForAMail = 20;
    auto& queue = m_queues[size_t(node)];
    for (qint64 left = std::max<qint64>(1, ms / msForAMail); left > 0 && !queue.empty(); --left) {
        switch (fate) {
        case Fate::Archived:
            archive(queue.front().id);
            m_unheard[size_t(node)] = queue.front();
            break;
        case Fate::LostToWorld:
            ++m_lostToWorld;
            break;
        case Fate::LostToRun:
            ++m_lostToRun;
            break;
        }
        queue.pop_front();
    }
}

void MailTraffic::archive(quint32 id)
{
    quint8& copies = m_copies[id];
    if (copies > 0 && !m_mistakes.archivesTwice)
        return; // it is known there
    if (copies == 1)
        ++m_doubled;
    if (copies < 2)
        ++copies;
}

void MailTraffic::cutOff(int node)
{
    std::optional<Queued>& last = m_unheard[size_t(node)];
    if (!last)
        return;
    m_queues[size_t(node)].push_front(*last);
    last.reset();
    m_peakFiles[size_t(node)] = std::max(m_peakFiles[size_t(node)], queueFiles(node));
}

void MailTraffic::started(int node)
{
    if (!m_mistakes.dropsQueueAtStart)
        return;
    auto& queue = m_queues[size_t(node)];
    m_lostToRun += std::count_if(queue.cbegin(), queue.cend(), [this](const Queued& mail) { return m_copies[mail.id] == 0; });
    queue.clear();
}

void MailTraffic::addLikeness(QByteArray& out) const
{
    for (size_t i = 0; i < m_queues.size(); ++i)
        out += char('a' + (m_queues[i].empty() ? 0 : 1) + (m_unheard[i] ? 2 : 0));
    out += m_waiting > 0 ? 'w' : '-';
}

qint64 MailTraffic::archived() const
{
    return std::count_if(m_copies.cbegin(), m_copies.cend(), [](quint8 copies) { return copies > 0; });
}

qint64 MailTraffic::queued() const
{
    qint64 queued = 0;
    for (const auto& queue : m_queues)
        queued += qint64(queue.size());
    return queued;
}

qint64 MailTraffic::pending() const
{
    qint64 pending = 0;
    for (const auto& queue : m_queues)
        pending += std::count_if(queue.cbegin(), queue.cend(), [this](const Queued& mail) { return m_copies[mail.id] == 0; });
    return pending;
}

qint64 MailTraffic::peakBytes() const
{
    return m_peakFiles.empty() ? 0 : *std::max_element(m_peakFiles.cbegin(), m_peakFiles.cend()) * m_bytes;
}

qint64 MailTraffic::lost() const
{
    return accepted() - archived() - pending();
}

} // namespace ruw
