#include "core/run/ProcedureJson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

QJsonArray numbers(const QList<int>& values)
{
    QJsonArray array;
    for (const int value : values)
        array.append(value);
    return array;
}

QList<int> numbersFrom(const QJsonValue& json)
{
    QList<int> values;
    for (const QJsonValue& value : json.toArray())
        values.append(value.toInt());
    return values;
}

QJsonObject stored(const Condition& condition)
{
    return {{u"kind"_s, conditionCode(condition.kind)},
            {u"node"_s, condition.node},
            {u"peer"_s, condition.peer},
            {u"ports"_s, numbers(condition.ports)},
            {u"value"_s, condition.value},
            {u"question"_s, condition.question.toJson()}};
}

QJsonArray stored(const QList<Condition>& conditions)
{
    QJsonArray array;
    for (const Condition& condition : conditions)
        array.append(stored(condition));
    return array;
}

std::optional<QList<Condition>> conditionsFrom(const QJsonValue& json)
{
    QList<Condition> conditions;
    for (const QJsonValue& value : json.toArray()) {
        const QJsonObject object = value.toObject();
        const auto kind = conditionKindFromCode(object.value(u"kind"_s).toString());
        if (!kind)
            return std::nullopt;
        conditions.append({*kind, object.value(u"node"_s).toString(), object.value(u"peer"_s).toString(),
                           numbersFrom(object.value(u"ports"_s)), object.value(u"value"_s).toString(),
                           Text::fromJson(object.value(u"question"_s))});
    }
    return conditions;
}

QJsonObject stored(const Action& action)
{
    return {{u"type"_s, int(action.type)},
            {u"command"_s, action.command},
            {u"powerShell"_s, action.shell == Shell::PowerShell},
            {u"instruction"_s, action.instruction.toJson()},
            {u"limitSeconds"_s, action.limitSeconds}};
}

Action actionFrom(const QJsonObject& object)
{
    return {Action::Type(qBound(0, object.value(u"type"_s).toInt(), int(Action::Type::Observe))),
            object.value(u"command"_s).toString(),
            object.value(u"powerShell"_s).toBool() ? Shell::PowerShell : Shell::Posix,
            Text::fromJson(object.value(u"instruction"_s)), object.value(u"limitSeconds"_s).toInt()};
}

QJsonObject stored(const Step& step)
{
    QJsonObject object{{u"id"_s, step.id},
                       {u"kind"_s, stepKindCode(step.kind)},
                       {u"node"_s, step.node},
                       {u"phase"_s, phaseCode(step.phase)},
                       {u"title"_s, step.title.toJson()},
                       {u"why"_s, step.why.toJson()},
                       {u"action"_s, stored(step.action)},
                       {u"guards"_s, stored(step.guards)},
                       {u"expects"_s, stored(step.expects)},
                       {u"pointOfNoReturn"_s, step.pointOfNoReturn},
                       {u"skippable"_s, step.skippable},
                       {u"byWord"_s, step.byWord},
                       {u"critical"_s, step.critical},
                       {u"requiredBy"_s, QJsonArray::fromStringList(step.requiredBy)},
                       {u"checkCommand"_s, step.checkCommand},
                       {u"ports"_s, numbers(step.ports)},
                       {u"opensLedger"_s, step.opensLedger},
                       {u"closesLedger"_s, step.closesLedger},
                       {u"onlyIf"_s, step.onlyIf},
                       {u"thenBackTo"_s, step.thenBackTo},
                       {u"minutes"_s, step.minutes},
                       {u"minutesAssumed"_s, step.minutesAssumed}};
    if (step.rollback)
        object.insert(u"rollback"_s, stored(*step.rollback));
    return object;
}

std::optional<Step> stepFrom(const QJsonObject& object)
{
    const auto kind = stepKindFromCode(object.value(u"kind"_s).toString());
    const auto phase = phaseFromCode(object.value(u"phase"_s).toString());
    const auto guards = conditionsFrom(object.value(u"guards"_s));
    const auto expects = conditionsFrom(object.value(u"expects"_s));
    const QString id = object.value(u"id"_s).toString();
    if (!kind || !phase || !guards || !expects || id.isEmpty())
        return std::nullopt;
    Step step;
    step.id = id;
    step.kind = *kind;
    step.node = object.value(u"node"_s).toString();
    step.phase = *phase;
    step.title = Text::fromJson(object.value(u"title"_s));
    step.why = Text::fromJson(object.value(u"why"_s));
    step.action = actionFrom(object.value(u"action"_s).toObject());
    step.guards = *guards;
    step.expects = *expects;
    if (object.contains(u"rollback"_s))
        step.rollback = actionFrom(object.value(u"rollback"_s).toObject());
    step.pointOfNoReturn = object.value(u"pointOfNoReturn"_s).toBool();
    step.skippable = object.value(u"skippable"_s).toBool();
    step.byWord = object.value(u"byWord"_s).toBool();
    step.critical = object.value(u"critical"_s).toBool();
    for (const QJsonValue& rule : object.value(u"requiredBy"_s).toArray())
        step.requiredBy.append(rule.toString());
    step.checkCommand = object.value(u"checkCommand"_s).toString();
    step.ports = numbersFrom(object.value(u"ports"_s));
    step.opensLedger = object.value(u"opensLedger"_s).toString();
    step.closesLedger = object.value(u"closesLedger"_s).toString();
    step.onlyIf = object.value(u"onlyIf"_s).toString();
    step.thenBackTo = object.value(u"thenBackTo"_s).toString();
    step.minutes = object.value(u"minutes"_s).toInt();
    step.minutesAssumed = object.value(u"minutesAssumed"_s).toBool();
    return step;
}

} // namespace

QJsonObject storedProcedure(const Procedure& procedure)
{
    QJsonArray steps;
    for (const Step& step : procedure.steps)
        steps.append(stored(step));
    return {{u"procedure"_s, procedureCode(procedure.kind)},
            {u"runId"_s, procedure.runId},
            {u"blockedPorts"_s, numbers(procedure.blockedPorts)},
            {u"steps"_s, steps}};
}

std::optional<Procedure> procedureFromStored(const QJsonObject& json)
{
    const auto kind = procedureFromCode(json.value(u"procedure"_s).toString());
    if (!kind)
        return std::nullopt;
    Procedure procedure;
    procedure.kind = *kind;
    procedure.runId = json.value(u"runId"_s).toString();
    procedure.blockedPorts = numbersFrom(json.value(u"blockedPorts"_s));
    for (const QJsonValue& value : json.value(u"steps"_s).toArray()) {
        const auto step = stepFrom(value.toObject());
        if (!step)
            return std::nullopt;
        procedure.steps.append(*step);
    }
    return procedure;
}

} // namespace ruw
