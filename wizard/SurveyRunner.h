#pragma once

#include "core/survey/Surveyor.h"

#include <QObject>

#include <thread>

namespace ruw {

/// Takes a survey on a thread of its own and tells the window by queued signals. Questions that a way of access has to the
/// operator (a host key, a secret) cross here as well: the surveying thread asks and waits, the window answers.
class SurveyRunner : public QObject {
    Q_OBJECT
public:
    explicit SurveyRunner(QObject* parent = nullptr);
    /// Asks a survey under way to stop and waits for it.
    ~SurveyRunner() override;

    void start(const Site& site);
    /// Nodes not read yet are given up; finished() still comes, with what was read.
    void cancel();
    bool running() const { return m_running; }
    bool cancelled() const { return m_cancelled; }

signals:
    void progressed(const ruw::SurveyProgress& progress);
    void finished(const ruw::SurveyReport& report);

private:
    RealSiteAccess m_access{AccessContext{}}; ///< outlives the thread that uses it
    std::jthread m_thread;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace ruw
