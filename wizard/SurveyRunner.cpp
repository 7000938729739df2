#include "wizard/SurveyRunner.h"

#include "wizard/SiteConnections.h"

namespace ruw {

namespace {

QStringList namesOf(const Site& site)
{
    QStringList names;
    for (const Node& node : site.nodes)
        names.append(node.name);
    return names;
}

} // namespace

SurveyRunner::SurveyRunner(SiteConnections& connections, QObject* parent)
    : QObject(parent), m_connections(connections)
{
    connect(&connections, &SiteConnections::stageReached, this,
            [this](const QString& node, AccessStage stage) {
                if (m_running && m_nodes.contains(node))
                    emit progressed({node, surveyStage(stage), {}});
            });
    connect(&connections.prompter(), &WindowPrompter::stopAsked, this, &SurveyRunner::cancel);
}

SurveyRunner::~SurveyRunner()
{
    cancel(); // a thread that waits for an answer would never end
}

void SurveyRunner::start(const Site& site)
{
    run(site, namesOf(site),
        [site](SiteAccess& access, const SurveyOptions& options, const std::stop_token& stop) {
            return surveySite(site, access, options, stop);
        });
}

void SurveyRunner::startAgain(const Site& site, const SurveyReport& before, const QStringList& nodes)
{
    run(site, nodes, [=](SiteAccess& access, const SurveyOptions& options, const std::stop_token& stop) {
        return surveyAgain(before, nodes, site, access, options, stop);
    });
}

void SurveyRunner::run(const Site& site, const QStringList& nodes, Take take)
{
    if (m_running)
        return;
    m_running = true;
    m_cancelled = false;
    m_nodes = nodes;
    // All nodes of the site, not just those that are read again: a jump host's entry is told from them.
    m_connections.prompter().begin(namesOf(site));
    SiteAccess& access = m_connections.access();
    m_thread = std::jthread([this, &access, take = std::move(take)](const std::stop_token& stop) {
        const auto progress = [this](const SurveyProgress& one) {
            QMetaObject::invokeMethod(
                this, [this, one] { emit progressed(one); }, Qt::QueuedConnection);
        };
        const SurveyReport report = take(access, {true, progress}, stop);
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
    if (!m_running)
        return;
    m_cancelled = true;
    m_thread.request_stop();
    m_connections.prompter().cancel();
}

} // namespace ruw
