#pragma once

#include "core/run/MailFlow.h"
#include "core/run/RunState.h"

#include <QSet>

namespace ruw {

/// Whether the procedure has the node out of service, or its mail flow stopped: then its silence is as planned.
bool silentByPlan(const RunState& state, const QString& node);

/// That a mail node is silent against the plan, and what to do.
Text silenceText(const QString& node);
Text silenceMeaning();

/// Tells once that a mail node which answered has fallen silent, and once that it answers again; nothing of a node whose
/// silence is planned, until it should answer and does not. A node that never answered may be out of this machine's reach.
class SilenceWatch {
public:
    /// What is to be told of this sample; empty: nothing.
    Text heard(const QString& node, MailAnswer answer, const RunState& state);

private:
    QSet<QString> m_answered; ///< at least once
    QSet<QString> m_told;     ///< silent, and told so
};

} // namespace ruw
