#include "core/run/Silence.h"

#include "core/base/Quote.h"

using namespace Qt::StringLiterals;

namespace ruw {

bool silentByPlan(const RunState& state, const QString& node)
{
    if (state.isExcluded(node) || state.ledger().entry(u"mail-flow"_s))
        return true;
    for (const QString& what : {u"drained:"_s, u"service:"_s, u"mail-flow:"_s}) {
        if (state.ledger().entry(what + node))
            return true;
    }
    return false;
}

bool SilenceWatch::heard(const QString& node, const MailSpell& spell, const RunState& state)
{
    if (spell.answer == MailAnswer::Answers) {
        m_answered.insert(node);
        m_planned.remove(node);
        m_silences.byPlan.remove(node);
        return m_silent.removeAll(node) > 0;
    }
    const bool planned = silentByPlan(state, node);
    judge(node, spell.answer, planned);
    if (spell.answer != MailAnswer::Silent)
        return false;
    if (planned)
        m_silences.byPlan.insert(node);
    else if (m_silent.contains(node))
        m_silences.byPlan.remove(node);
    QMap<QDateTime, bool>& spells = m_silences.ofSpells[node];
    const bool soFar = spells.value(spell.from, true);
    spells.insert(spell.from, soFar && m_silences.byPlan.contains(node));
    return false;
}

void SilenceWatch::judge(const QString& node, MailAnswer answer, bool planned)
{
    if (answer == MailAnswer::Unknown || !m_answered.contains(node)) {
        m_silent.removeAll(node); // nobody knows any more
        return;
    }
    if (planned) {
        m_planned.insert(node);
        m_silent.removeAll(node);
    } else if (!m_planned.remove(node) && !m_silent.contains(node)) { // the first look after a planned silence may have begun in it
        m_silent.append(node);
    }
}

void SilenceWatch::pause()
{
    m_silent.clear();
}

QList<Notice> SilenceWatch::notices() const
{
    QList<Notice> out;
    for (const QString& node : m_silent) {
        out.append({u"mail-silent:"_s + node, Notice::Level::Warning,
                    Text::tr("%1 does not answer on SMTP any more, and no step has it out of service.").arg(shownSafely(node)),
                    Text::tr("Look at it before you go on.")});
    }
    return out;
}

} // namespace ruw
