#pragma once

#include "core/access/SiteAccess.h"
#include "core/site/SiteClock.h"
#include "wizard/WindowPrompter.h"

#include <QObject>

#include <memory>

namespace ruw {

class RehearsalStage;

/// The window's ways to the nodes of its site, with the one who answers their questions. They stay open from the survey to
/// the work; the pages reach them through the Session. Lives in the window's thread and outlives every thread that uses it.
class SiteConnections : public QObject {
    Q_OBJECT
public:
    explicit SiteConnections(QObject* parent = nullptr);
    ~SiteConnections() override;

    SiteAccess& access() const { return *m_access; }
    /// The simulated site that stands in the place of the servers; null: this is no rehearsal.
    RehearsalStage* rehearsal() const;
    /// The clock that the work goes by: the simulated site's in a rehearsal. May be asked from any thread.
    Waiter& clock() const;
    /// That clock tells the time in this schedule's offset from UTC; a simulated site's does so by itself.
    void tellTimesAs(const Schedule& schedule) { m_clock.tellAs(schedule); }
    WindowPrompter& prompter() { return m_prompter; }
    /// The longest that a way to a node may take until somebody is logged in, without the time that a person takes to
    /// answer.
    std::chrono::milliseconds connectLimit() const { return AccessContext().connectLimit; }
    /// Puts another site (a simulated one) in the place of the real one. Nobody may be using the ways.
    void useAccess(std::unique_ptr<SiteAccess> access);
    /// Closes the ways that nobody uses and wipes all secrets: the site is another one now.
    void reset();

signals:
    /// How far the way to a node is; from whatever thread uses it.
    void stageReached(const QString& node, ruw::AccessStage stage);

private:
    mutable SiteClock m_clock;
    WindowPrompter m_prompter;
    RealSiteAccess* m_real = nullptr; ///< null while another site stands in its place
    std::unique_ptr<SiteAccess> m_access;
};

} // namespace ruw
