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

bool SilenceWatch::heard(const QString& node, MailAnswer answer, const RunState& state)
{
    if (answer == MailAnswer::Answers) {
        m_answered.insert(node);
        m_planned.remove(node);
        return m_silent.removeAll(node) > 0;
    }
    if (answer == MailAnswer::Unknown || !m_answered.contains(node)) {
        m_silent.removeAll(node); // nobody knows any more
        return false;
    }
    if (silentByPlan(state, node)) {
        m_planned.insert(node);
        m_silent.removeAll(node);
    } else if (!m_planned.remove(node) && !m_silent.contains(node)) { // the first look after a planned silence may have begun in it
        m_silent.append(node);
    }
    return false;
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
