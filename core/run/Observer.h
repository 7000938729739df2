#pragma once

#include "core/access/SiteAccess.h"
#include "core/base/Time.h"
#include "core/run/Observation.h"
#include "core/run/RunState.h"
#include "core/survey/SiteFacts.h"

#include <memory>

namespace ruw {

/// Looks whether conditions hold, on the nodes themselves and from this machine; changes nothing. What an action said of
/// itself plays no part (S9).
class Observer {
public:
    /// `state` gives the baseline, the ports found since, and when a block was lifted.
    Observer(const SiteFacts& facts, const RunState& state, SiteAccess& access, const Clock& clock);

    /// Looks at all of them in as few rounds as it can: one a node, and one a node that asks others' ports. In the order given.
    QList<Observation> look(const QList<Condition>& conditions, std::stop_token stop) const;
    /// What a node says of itself now, for S11, or why it can't be read; by-word nodes: nullopt.
    std::optional<Result<NodeSurvey>> readNode(const QString& node, std::stop_token stop) const;
    /// Every pair of nodes as they reach each other from `from`, for the baseline.
    QList<LinkState> links(const QString& from, const QList<int>& ports, std::stop_token stop) const;

private:
    class Look;
    class Questions;

    const SiteFacts& m_facts;
    const RunState& m_state;
    SiteAccess& m_access;
    const Clock& m_clock;
    std::shared_ptr<Questions> m_questions;
};

} // namespace ruw
