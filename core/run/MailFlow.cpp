#include "core/run/MailFlow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

QString mailAnswerCode(MailAnswer answer)
{
    switch (answer) {
    case MailAnswer::Answers:
        return u"answers"_s;
    case MailAnswer::Silent:
        return u"silent"_s;
    case MailAnswer::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

MailAnswer sampleMail(const Node& node, SiteAccess& access, std::stop_token stop)
{
    constexpr std::chrono::milliseconds limit{5000};
    const SmtpAnswer said = access.askSmtp(node.address, node.effectiveSmtpPort(),
                                           addressFamilyOf(node.address), limit, stop);
    if (said.answers)
        return MailAnswer::Answers;
    return said.state == ProbeState::Unknown || stop.stop_requested() ? MailAnswer::Unknown
                                                                      : MailAnswer::Silent;
}

bool MailFlow::add(const QString& node, MailAnswer answer, const QDateTime& when)
{
    if (!m_begun.isValid())
        m_begun = when;
    QList<MailSpell>& spells = m_spells[node];
    const bool changed = spells.isEmpty() || spells.last().answer != answer;
    if (changed)
        spells.append({answer, when, when, 0});
    spells.last().to = when;
    spells.last().samples += 1;
    return changed;
}

bool MailFlow::everAnswered(const QString& node) const
{
    const QList<MailSpell> spells = m_spells.value(node);
    return std::any_of(spells.cbegin(), spells.cend(),
                       [](const MailSpell& spell) { return spell.answer == MailAnswer::Answers; });
}

QJsonObject mailFlowRecord(const QString& node, MailAnswer answer, const QDateTime& when)
{
    return {{u"node"_s, node},
            {u"answer"_s, mailAnswerCode(answer)},
            {u"at"_s, when.toOffsetFromUtc(when.offsetFromUtc()).toString(Qt::ISODate)}};
}

} // namespace ruw
