#pragma once

#include "core/survey/Surveyor.h"

#include <QObject>

#include <thread>

namespace ruw {

class SiteConnections;

/// Takes a survey on a thread of its own and tells the window by queued signals. The questions that a way of access has to
/// the operator go through the connections' prompter.
class SurveyRunner : public QObject {
    Q_OBJECT
public:
    explicit SurveyRunner(SiteConnections& connections, QObject* parent = nullptr);
    /// Asks a survey under way to stop and waits for it.
    ~SurveyRunner() override;

    void start(const Site& site);
    /// Reads some nodes again; `before` is what finished() gives of the others.
    void startAgain(const Site& site, const SurveyReport& before, const QStringList& nodes);
    /// Nodes not read yet are given up, open questions are answered "no"; finished() still comes, with what was read.
    void cancel();
    bool running() const { return m_running; }
    bool cancelled() const { return m_cancelled; }
    /// The nodes that are read, or were at the last time.
    const QStringList& nodes() const { return m_nodes; }

signals:
    void progressed(const ruw::SurveyProgress& progress);
    void finished(const ruw::SurveyReport& report);

private:
    using Take = std::function<SurveyReport(SiteAccess&, const SurveyOptions&, const std::stop_token&)>;
    void run(const Site& site, const QStringList& nodes, Take take);

    SiteConnections& m_connections;
    std::jthread m_thread;
    QStringList m_nodes;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace ruw
