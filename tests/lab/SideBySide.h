#pragma once

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

/// Rows of data-driven tests that are worked on side by side, since most of a run is waiting: each on a thread, some at a time,
/// in the order in which they are added. All are added before the first test function, makeRows() is its _data function, and
/// take() gives the outcome of the row whose turn it is.
class SideBySide {
public:
    using Outcome = QStringList; ///< what is not as it should be
    explicit SideBySide(int atOnce);
    ~SideBySide();
    void add(const QByteArray& function, const QByteArray& row, std::function<Outcome()> work);
    void makeRows(const QByteArray& function) const;
    Outcome take(const QByteArray& function, const QByteArray& row);
    /// The row that the calling thread works on.
    static const char* row();

private:
    struct Job;
    void work();
    int m_atOnce;
    std::mutex m_mutex;
    std::vector<std::shared_ptr<Job>> m_jobs;
    size_t m_next = 0;
    std::vector<std::jthread> m_threads;
};
