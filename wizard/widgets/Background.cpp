#include "wizard/widgets/Background.h"

#include <algorithm>

namespace ruw {

Background::Background(QObject* parent) : QObject(parent) {}

Background::~Background()
{
    // All at once, so that waiting for one does not delay the others; the threads are joined by their
    // destructors.
    for (Running& running : m_running)
        running.thread.request_stop();
}

void Background::begin(std::function<void(const std::stop_token&, quint64)> body)
{
    if (!m_running.empty())
        m_running.back().thread.request_stop();
    const quint64 number = ++m_newest;
    m_running.push_back({number, std::jthread([body = std::move(body), number](const std::stop_token& stop) {
                             body(stop, number);
                         })});
    setBusy(true);
}

bool Background::end(quint64 number)
{
    m_running.remove_if([number](const Running& running) { return running.number == number; });
    if (number != m_newest || !m_busy)
        return false;
    setBusy(false);
    return true;
}

void Background::stop()
{
    if (!m_running.empty())
        m_running.back().thread.request_stop();
    setBusy(false);
}

void Background::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    emit busyChanged();
}

} // namespace ruw
