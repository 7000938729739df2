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

Text silenceText(const QString& node)
{
    return Text::tr("%1 does not answer on SMTP any more, and no step has it out of service.").arg(shownSafely(node));
}

Text silenceMeaning()
{
    return Text::tr("Look at it before you go on.");
}

Text SilenceWatch::heard(const QString& node, MailAnswer answer, const RunState& state)
{
    if (answer == MailAnswer::Answers) {
        m_answered.insert(node);
        return m_told.remove(node) ? Text::tr("%1 answers on SMTP again.").arg(shownSafely(node)) : Text();
    }
    if (answer != MailAnswer::Silent || !m_answered.contains(node) || m_told.contains(node) || silentByPlan(state, node))
        return {};
    m_told.insert(node);
    return Text::tr("%1 %2").arg(silenceText(node)).arg(silenceMeaning());
}

} // namespace ruw
