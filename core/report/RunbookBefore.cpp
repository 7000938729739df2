#include "core/report/ConditionTexts.h"
#include "core/report/RunbookBuilder.h"

#include <QMap>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw::runbook {

namespace {

/// Who sees `shown` sees, at least in part, whether `wanted` holds.
bool shows(const Condition& shown, const Condition& wanted)
{
    switch (wanted.kind) {
    case ConditionKind::OperatorAffirms:
        return false; // a question says itself what to look at
    case ConditionKind::SameVersionEverywhere:
        return shown.kind == ConditionKind::VersionIs;
    case ConditionKind::AnotherSmtpAnswers:
    case ConditionKind::OtherMailNodesAnswer:
        return shown.kind == ConditionKind::SmtpAnswers && shown.node != wanted.node;
    default:
        return shown.kind == wanted.kind && shown.node == wanted.node && shown.peer == wanted.peer;
    }
}

/// The row has something to look with once more: a check, or a command (or what is done in its place) that only looks.
bool hasLook(const Step& step)
{
    return !step.checkCommand.isEmpty() || onlyLooks(step.kind);
}

/// The numbers of the steps that show it, for each node the first: their checks show it again. What is seen from a peer is shown by
/// the step of the node that looks, where there is one: all that it sees stands there together.
QList<int> shownIn(const Builder& builder, const Condition& wanted)
{
    struct Showing {
        int number = 0;
        bool byOwnStep = false;
    };
    QMap<QString, Showing> firsts; // by the node that is spoken of
    for (const Step& step : builder.procedure.steps) {
        if (!step.onlyIf.isEmpty() || !hasLook(step)) // perhaps nobody has done it; nothing there shows it once more
            continue;
        const bool byOwnStep = !wanted.peer.isEmpty() && step.node == wanted.peer;
        for (const Condition& shown : step.expects) {
            if (!shows(shown, wanted))
                continue;
            const auto first = firsts.constFind(shown.node);
            if (first == firsts.cend() || (byOwnStep && !first->byOwnStep))
                firsts.insert(shown.node, {builder.number(step.id), byOwnStep});
        }
    }
    QList<int> numbers;
    for (const Showing& first : std::as_const(firsts))
        numbers.append(first.number);
    return numbers;
}

/// The numbers of the steps whose command makes the copies that are spoken of. It ends with a comparison, which only looks.
QStringList placesOfCopies(const Builder& builder, const QList<Condition>& wanted)
{
    QStringList numbers;
    for (const Condition& one : wanted) {
        if (one.kind != ConditionKind::ConfigBackedUp)
            continue;
        const Step* copies = builder.procedure.first(StepKind::BackupConfig, one.node);
        if (copies && !copies->action.command.isEmpty())
            numbers.append(QString::number(builder.number(copies->id)));
    }
    return numbers;
}

} // namespace

QString textBefore(const Builder& builder, const Step& step)
{
    QList<ConditionKind> kinds;
    for (const Condition& guard : step.guards) {
        if (!kinds.contains(guard.kind))
            kinds.append(guard.kind);
    }
    QStringList said;
    for (const ConditionKind kind : std::as_const(kinds)) {
        QList<Condition> alike;
        QList<int> numbers;
        for (const Condition& guard : step.guards) {
            if (guard.kind != kind)
                continue;
            alike.append(guard);
            numbers += shownIn(builder, guard);
        }
        std::sort(numbers.begin(), numbers.end());
        QStringList places;
        for (const int number : std::as_const(numbers)) {
            const QString place = QString::number(number);
            // Its own check stands in its row.
            if (number != builder.number(step.id) && !places.contains(place))
                places.append(place);
        }
        QString conditions = conditionTexts(alike, builder.language).join(u' ');
        const QStringList copied = placesOfCopies(builder, alike);
        if (!places.isEmpty() || !copied.isEmpty()) {
            // Within the last sentence: behind its stop the bracket would seem to begin the next one.
            const bool stops = conditions.endsWith(u'.') || conditions.endsWith(u'。');
            const QString stop = stops ? conditions.last(1) : QString();
            conditions.chop(stop.size());
            const Text told = places.isEmpty()
                                  ? Text::tr("%1 (by the last line of the command of No. %2)").arg(conditions).arg(Text::list(copied))
                                  : Text::tr("%1 (as in No. %2)").arg(conditions).arg(Text::list(places));
            conditions = builder.say(told) + stop;
        }
        said.append(conditions);
    }
    return said.join(u' ');
}

} // namespace ruw::runbook
