#include "SideBySide.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace {

thread_local QByteArray rowOfThread;

} // namespace

struct SideBySide::Job {
    QByteArray function, row;
    std::function<Outcome()> work;
    std::promise<Outcome> promise;
};

SideBySide::SideBySide(int atOnce) : m_atOnce(atOnce) {}

SideBySide::~SideBySide()
{
    const std::lock_guard guard(m_mutex);
    m_next = m_jobs.size(); // what has not begun does not begin any more
}

void SideBySide::add(const QByteArray& function, const QByteArray& row, std::function<Outcome()> work)
{
    // Whoever names tests on the command line wants those alone.
    const QStringList words = QCoreApplication::arguments().mid(1);
    const QString whole = QString::fromUtf8(function), one = whole + u':' + QString::fromUtf8(row);
    const auto named = [](const QString& word) { return !word.startsWith(u'-'); };
    if (std::any_of(words.begin(), words.end(), named) && !words.contains(whole) && !words.contains(one))
        return;
    m_jobs.push_back(std::make_shared<Job>(Job{function, row, std::move(work), {}}));
}

void SideBySide::makeRows(const QByteArray& function) const
{
    QTest::addColumn<bool>("sideBySide");
    for (const auto& job : m_jobs) {
        if (job->function == function)
            QTest::newRow(job->row.constData()) << true;
    }
}

const char* SideBySide::row()
{
    return rowOfThread.constData();
}

void SideBySide::work()
{
    for (;;) {
        std::shared_ptr<Job> job;
        {
            const std::lock_guard guard(m_mutex);
            if (m_next >= m_jobs.size())
                return;
            job = m_jobs[m_next++];
        }
        rowOfThread = job->row;
        job->promise.set_value(job->work());
    }
}

SideBySide::Outcome SideBySide::take(const QByteArray& function, const QByteArray& row)
{
    for (int i = int(m_threads.size()); i < m_atOnce; ++i)
        m_threads.emplace_back([this] { work(); });
    for (const auto& job : m_jobs) {
        if (job->function == function && job->row == row)
            return job->promise.get_future().get();
    }
    return {u"there is no such row"_s};
}
