#include "core/report/ConditionTexts.h"

#include "core/product/SyncPorts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Conditions that differ in one node only, said as one: "The service on mf1, mf2 is running." The sentences are the
/// conditions' own, so paper and check can't diverge; a site of sixteen nodes stays readable.
QList<Condition> merged(const QList<Condition>& conditions, const QString& separator)
{
    QList<Condition> out;
    const auto mergeable = [](Condition a, Condition b, QString Condition::*field) {
        (a.*field).clear();
        (b.*field).clear();
        return a == b && a.kind != ConditionKind::OperatorAffirms;
    };
    for (const auto field : {&Condition::node, &Condition::peer}) {
        const QList<Condition> from = out.isEmpty() ? conditions : out;
        out.clear();
        for (const Condition& condition : from) {
            const auto same = std::find_if(out.begin(), out.end(), [&](const Condition& other) {
                return !(condition.*field).isEmpty() && mergeable(condition, other, field);
            });
            if (same == out.end())
                out.append(condition);
            else if (!((*same).*field).split(separator).contains(condition.*field))
                (*same).*field += separator + condition.*field;
        }
    }
    return out;
}

/// What holds from one node to others and back, said once; empty where the condition is none of that kind.
Text bothWaysText(const Condition& condition)
{
    const QString ports = portRanges(condition.ports);
    switch (condition.kind) {
    case ConditionKind::PortsFiltered:
        return Text::tr("Between %1 and %2 none of the ports %3 answers, in either direction (each says "
                        "\"filtered\").")
            .arg(condition.node)
            .arg(condition.peer)
            .arg(ports);
    case ConditionKind::PortsAsBaseline:
        return Text::tr("Between %1 and %2 the ports %3 answer as before the work, in both directions; one that was "
                        "not open then may now be open or refused, and one that mf_replica.def no longer names may now be refused.")
            .arg(condition.node)
            .arg(condition.peer)
            .arg(ports);
    case ConditionKind::TrafficFiltered:
        return Text::tr("Between %1 and %2 nothing answers, in either direction: no sync port (%3) and no "
                        "other.")
            .arg(condition.node)
            .arg(condition.peer)
            .arg(ports);
    default:
        return {};
    }
}

} // namespace

bool askedOnSmtp(ConditionKind kind)
{
    return kind == ConditionKind::SmtpAnswers || kind == ConditionKind::AnotherSmtpAnswers ||
           kind == ConditionKind::OtherMailNodesAnswer;
}

Text howJudged(bool byWord, const QList<Condition>& expected)
{
    const bool onSmtp = std::any_of(expected.cbegin(), expected.cend(), [](const Condition& one) { return askedOnSmtp(one.kind); });
    if (!onSmtp)
        return byWord ? Text::tr("By word") : Text();
    const Text smtp = Text::tr("from the work machine. Where that does not reach: connect to the SMTP port from a machine that does, "
                               "and look for the greeting (220); the doer's word counts.");
    return (byWord ? Text::tr("By word. SMTP: %1") : Text::tr("SMTP: %1")).arg(smtp);
}

Text answeredYesText(const Text& question)
{
    return Text::tr("%1 (answer: yes)", "question of the operator, its good answer").arg(question);
}

QStringList conditionTexts(const QList<Condition>& list, Language language)
{
    QStringList out;
    const QString separator = language == Language::Japanese ? u"、"_s : u", "_s;
    QList<Condition> left = merged(list, separator);
    while (!left.isEmpty()) {
        const Condition condition = left.takeFirst();
        Condition back = condition;
        std::swap(back.node, back.peer);
        const Text bothWays = bothWaysText(back.node.contains(separator) ? condition : back);
        const qsizetype same = bothWays.isEmpty() ? -1 : left.indexOf(back);
        if (same >= 0)
            left.removeAt(same);
        const Text alone =
            condition.kind == ConditionKind::OperatorAffirms ? answeredYesText(condition.question) : condition.text();
        out.append((same >= 0 ? bothWays : alone).render(language));
    }
    return out;
}

} // namespace ruw
