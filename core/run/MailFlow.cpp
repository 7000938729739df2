#include "core/run/MailFlow.h"

#include "core/run/Journal.h"

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
    const SmtpAnswer said =
        access.askSmtp(node.address, node.effectiveSmtpPort(), addressFamilyOf(node.address), limit, stop);
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
    const bool changed = spells.isEmpty() || spells.last().paused || spells.last().answer != answer;
    if (changed)
        spells.append({answer, when, when, 0});
    spells.last().to = when;
    spells.last().samples += 1;
    return changed;
}

void MailFlow::pause()
{
    for (QList<MailSpell>& spells : m_spells)
        spells.last().paused = true;
}

bool MailFlow::everAnswered(const QString& node) const
{
    const QList<MailSpell> spells = m_spells.value(node);
    return std::any_of(spells.cbegin(), spells.cend(),
                       [](const MailSpell& spell) { return spell.answer == MailAnswer::Answers; });
}

MailAnswer MailFlow::at(const QString& node, const QDateTime& now) const
{
    const QList<MailSpell> spells = m_spells.value(node);
    if (spells.isEmpty() || spells.last().paused || spells.last().to.secsTo(now) > sampleLasts)
        return MailAnswer::Unknown;
    const MailAnswer answer = spells.last().answer;
    return answer == MailAnswer::Silent && !everAnswered(node) ? MailAnswer::Unknown : answer;
}

QJsonObject mailFlowRecord(const QString& node, MailAnswer answer, const QDateTime& when)
{
    return {{u"node"_s, node},
            {u"answer"_s, mailAnswerCode(answer)},
            {u"at"_s, when.toOffsetFromUtc(when.offsetFromUtc()).toString(Qt::ISODate)}};
}

QMap<QString, QList<MailSpell>> mailSpells(const QList<JournalRecord>& records)
{
    QMap<QString, QList<MailSpell>> out;
    QMap<QString, MailSpell> open;
    const auto close = [&](const QString& node, const QDateTime& when) {
        MailSpell spell = open.take(node);
        spell.to = std::max(spell.from, when);
        out[node].append(spell);
    };
    QDateTime before;
    for (const JournalRecord& record : records) {
        if (record.kind == "mail-flow"_L1) {
            const QString node = record.data.value(u"node"_s).toString();
            const QDateTime at = QDateTime::fromString(record.data.value(u"at"_s).toString(), Qt::ISODate);
            const QString code = record.data.value(u"answer"_s).toString();
            for (const MailAnswer answer : {MailAnswer::Answers, MailAnswer::Silent, MailAnswer::Unknown}) {
                if (mailAnswerCode(answer) != code || !at.isValid() || node.isEmpty())
                    continue;
                if (open.contains(node))
                    close(node, at);
                open.insert(node, {answer, at, at, 1});
            }
        } else if (record.kind == "run-held"_L1 || record.kind == "run-resumed"_L1) {
            // Held: watched until now. Resumed without having been held: until the last thing that was recorded.
            const QDateTime until = record.kind == "run-held"_L1 ? record.time : before;
            for (const QString& node : open.keys())
                close(node, until);
        } else if (record.kind == "final-check"_L1) {
            continue; // said after the end
        }
        before = record.time;
    }
    for (const QString& node : open.keys())
        close(node, before);
    return out;
}

} // namespace ruw
