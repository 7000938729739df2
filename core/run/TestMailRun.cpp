#include "core/run/TestMailRun.h"

#include "core/base/Quote.h"
#include "core/run/Beat.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct MomentRow {
    RunMoment moment;
    const char* code;
    const char* text;
};
constexpr std::array momentRows = {
    MomentRow{RunMoment::Before, "before", QT_TRANSLATE_NOOP("ruw::Text", "Before the work")},
    MomentRow{RunMoment::During, "during", QT_TRANSLATE_NOOP("ruw::Text", "During the work")},
    MomentRow{RunMoment::After, "after", QT_TRANSLATE_NOOP("ruw::Text", "After the work")},
};

const MomentRow& rowOf(RunMoment moment)
{
    return *std::find_if(momentRows.begin(), momentRows.end(),
                         [moment](const MomentRow& row) { return row.moment == moment; });
}

} // namespace

RunMoment momentOf(const RunState& state)
{
    const QList<Step>& steps = state.procedure().steps;
    const bool untouched = std::none_of(steps.cbegin(), steps.cend(), [&](const Step& step) {
        return step.rollback.has_value() && state.record(step.id).touched;
    });
    if (untouched && !state.pastPointOfNoReturn())
        return RunMoment::Before;
    const bool allUpgraded = state.pastPointOfNoReturn() && !state.isolationMustStand();
    return allUpgraded && state.ledger().empty() ? RunMoment::After : RunMoment::During;
}

Text momentText(RunMoment moment)
{
    return Text::tr(rowOf(moment).text);
}

Text TestMailResult::text() const
{
    if (accepted) {
        return Text::tr("%1 took the test mail %2: %3")
            .arg(shownSafely(node))
            .arg(mail.id)
            .arg(shownSafely(said));
    }
    return Text::tr("%1 did not take the test mail %2: %3")
        .arg(shownSafely(node))
        .arg(mail.id)
        .arg(said.isEmpty() ? Text::tr("no answer") : Text::verbatim(shownSafely(said)));
}

QJsonObject TestMailResult::toJson() const
{
    return {{u"node"_s, node},
            {u"moment"_s, QString::fromLatin1(rowOf(moment).code)},
            {u"id"_s, mail.id},
            {u"from"_s, mail.from},
            {u"to"_s, mail.to},
            {u"at"_s, mail.when.toOffsetFromUtc(mail.when.offsetFromUtc()).toString(Qt::ISODate)},
            {u"accepted"_s, accepted},
            {u"said"_s, said}};
}

std::optional<TestMailResult> TestMailResult::fromJson(const QJsonObject& json)
{
    TestMailResult out;
    out.node = json.value(u"node"_s).toString();
    const QString moment = json.value(u"moment"_s).toString();
    for (const MomentRow& row : momentRows) {
        if (moment == QLatin1StringView(row.code))
            out.moment = row.moment;
    }
    out.mail = {json.value(u"from"_s).toString(), json.value(u"to"_s).toString(),
                json.value(u"id"_s).toString(),
                QDateTime::fromString(json.value(u"at"_s).toString(), Qt::ISODate)};
    out.accepted = json.value(u"accepted"_s).toBool();
    out.said = json.value(u"said"_s).toString();
    return out.node.isEmpty() || out.mail.id.isEmpty() ? std::nullopt : std::optional(out);
}

QList<TestMailResult> sendTestMails(const Site& site, const TestMailPeople& people, const RunState& state,
                                    SiteAccess& access, const Clock& clock, const std::stop_token& stop)
{
    constexpr std::chrono::milliseconds limit{30'000};
    QList<Node> nodes;
    QList<TestMailResult> out;
    const RunMoment moment = momentOf(state);
    for (const Node& node : site.mailNodes()) {
        if (state.isExcluded(node.name))
            continue;
        // The node's place, not its name: a name may hold any character.
        const QString id = u"ruw-%1-%2-%3-%4"_s.arg(state.procedure().runId)
                               .arg(out.size() + 1)
                               .arg(QLatin1StringView(rowOf(moment).code))
                               .arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
        nodes.append(node);
        out.append({node.name, moment, {people.from, people.to, id, clock.now()}, false, {}});
    }
    TestMailResult* results = out.data();
    lookAtAll(nodes, [&](const Node& node) {
        TestMailResult& result = results[&node - nodes.constData()];
        const MailSent sent =
            access.sendMail(node.address, node.effectiveSmtpPort(),
                            addressFamilyOf(node.address), result.mail, limit, stop);
        result.accepted = sent.accepted();
        result.said = sent.reply.isEmpty() ? sent.detail : QString::fromUtf8(sent.reply);
    });
    return out;
}

} // namespace ruw
