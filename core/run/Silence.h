#pragma once

#include "core/run/MailFlow.h"
#include "core/run/Notices.h"
#include "core/run/RunState.h"

#include <QSet>

namespace ruw {

/// Whether the procedure has the node out of service, or its mail flow stopped: then its silence is as planned.
bool silentByPlan(const RunState& state, const QString& node);

/// Knows which mail nodes are silent against the plan: those that have answered, do not any more, and should. A node that never
/// answered may be out of this machine's reach.
class SilenceWatch {
public:
    /// A look at the node, and how the run stands. True: its silence is over.
    bool heard(const QString& node, MailAnswer answer, const RunState& state);
    /// Nobody looks any more; who has answered once is kept.
    void pause();
    /// Of each node that is silent against the plan.
    QList<Notice> notices() const;

private:
    QSet<QString> m_answered; ///< at least once
    QSet<QString> m_planned;  ///< was silent by plan when it was looked at last
    QStringList m_silent;     ///< against the plan
};

} // namespace ruw
