#include "wizard/SurveyRunner.h"

namespace ruw {

SurveyRunner::SurveyRunner(QObject* parent) : QObject(parent) {}

SurveyRunner::~SurveyRunner() = default; // the jthread asks to stop and joins

void SurveyRunner::start(const Site& site)
{
    if (m_running)
        return;
    m_running = true;
    m_cancelled = false;
    m_thread = std::jthread([this, site](const std::stop_token& stop) {
        const auto progress = [this](const SurveyProgress& one) {
            QMetaObject::invokeMethod(
                this, [this, one] { emit progressed(one); }, Qt::QueuedConnection);
        };
        const SurveyReport report = surveySite(site, m_access, {true, progress}, stop);
        QMetaObject::invokeMethod(
            this,
            [this, report] {
                m_running = false;
                emit finished(report);
            },
            Qt::QueuedConnection);
    });
}

void SurveyRunner::cancel()
{
    m_cancelled = m_running;
    m_thread.request_stop();
}

} // namespace ruw
