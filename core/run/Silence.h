#pragma once

#include "core/run/MailFlow.h"
#include "core/run/Notices.h"
#include "core/run/RunState.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace ruw {

/// Whether the procedure has the node out of service, or its mail flow stopped: then its silence is as planned.
bool silentByPlan(const RunState& state, const QString& node);

/// Which silences of the mail nodes the procedure brought about. A value.
struct MailSilences {
    QSet<QString> byPlan;                           ///< nodes whose last look was a silence as planned
    QHash<QString, QMap<QDateTime, bool>> ofSpells; ///< of each node's silent spells, by their beginning: whether as planned throughout
    bool isByPlan(const QString& node, const MailSpell& spell) const { return ofSpells.value(node).value(spell.from, false); }
};

/// Knows which mail nodes are silent against the plan: those that have answered, do not any more, and should. A node that never
/// answered may be out of this machine's reach.
class SilenceWatch {
public:
    /// A look at the node belongs to this spell of its answers, and how the run stands at that time. True: its silence is over.
    bool heard(const QString& node, const MailSpell& spell, const RunState& state);
    /// Of all looks so far.
    const MailSilences& silences() const { return m_silences; }
    /// Nobody looks any more; who has answered once is kept.
    void pause();
    /// Of each node that is silent against the plan.
    QList<Notice> notices() const;

private:
    void judge(const QString& node, MailAnswer answer, bool planned);

    MailSilences m_silences;
    QSet<QString> m_answered; ///< at least once
    QSet<QString> m_planned;  ///< was silent by plan when it was looked at last
    QStringList m_silent;     ///< against the plan
};

} // namespace ruw
