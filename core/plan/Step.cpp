#include "core/plan/Step.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct KindRow {
    StepKind kind;
    const char* code;
    const char* name;
};
// QT_TRANSLATE_NOOP marks the names for the catalogue; stepKindText() hands them out as Texts.
constexpr std::array kindRows = {
    KindRow{StepKind::Confirm, "confirm", QT_TRANSLATE_NOOP("ruw::Text", "Confirm")},
    KindRow{StepKind::BackupConfig, "backup-config", QT_TRANSLATE_NOOP("ruw::Text", "Back up the config")},
    KindRow{StepKind::VerifyMailFlow, "verify-mail-flow",
            QT_TRANSLATE_NOOP("ruw::Text", "Check the mail flow")},
    KindRow{StepKind::StopMailFlow, "stop-mail-flow", QT_TRANSLATE_NOOP("ruw::Text", "Stop the mail flow")},
    KindRow{StepKind::ResumeMailFlow, "resume-mail-flow",
            QT_TRANSLATE_NOOP("ruw::Text", "Resume the mail flow")},
    KindRow{StepKind::DrainNode, "drain-node", QT_TRANSLATE_NOOP("ruw::Text", "Take out of the mail route")},
    KindRow{StepKind::ReturnNode, "return-node", QT_TRANSLATE_NOOP("ruw::Text", "Return to the mail route")},
    KindRow{StepKind::BootStartOff, "boot-start-off", QT_TRANSLATE_NOOP("ruw::Text", "Start at boot off")},
    KindRow{StepKind::BootStartOn, "boot-start-on", QT_TRANSLATE_NOOP("ruw::Text", "Start at boot on")},
    KindRow{StepKind::DisableSettingsSync, "disable-settings-sync",
            QT_TRANSLATE_NOOP("ruw::Text", "Disable settings sync")},
    KindRow{StepKind::EnableSettingsSync, "enable-settings-sync",
            QT_TRANSLATE_NOOP("ruw::Text", "Enable settings sync")},
    KindRow{StepKind::Block, "block", QT_TRANSLATE_NOOP("ruw::Text", "Block sync communication")},
    KindRow{StepKind::VerifyBlock, "verify-block", QT_TRANSLATE_NOOP("ruw::Text", "Prove the block")},
    KindRow{StepKind::ExtendBlock, "extend-block", QT_TRANSLATE_NOOP("ruw::Text", "Extend the block")},
    KindRow{StepKind::Unblock, "unblock", QT_TRANSLATE_NOOP("ruw::Text", "Lift the block")},
    KindRow{StepKind::StopService, "stop-service", QT_TRANSLATE_NOOP("ruw::Text", "Stop the service")},
    KindRow{StepKind::RunInstaller, "run-installer", QT_TRANSLATE_NOOP("ruw::Text", "Run the installer")},
    KindRow{StepKind::StopAutostartedService, "stop-autostarted-service",
            QT_TRANSLATE_NOOP("ruw::Text", "Stop the service if it was started")},
    KindRow{StepKind::VerifyVersion, "verify-version", QT_TRANSLATE_NOOP("ruw::Text", "Check the version")},
    KindRow{StepKind::RereadConfig, "reread-config", QT_TRANSLATE_NOOP("ruw::Text", "Read the config again")},
    KindRow{StepKind::StartService, "start-service", QT_TRANSLATE_NOOP("ruw::Text", "Start the service")},
    KindRow{StepKind::RestartService, "restart-service",
            QT_TRANSLATE_NOOP("ruw::Text", "Restart the service")},
    KindRow{StepKind::CheckRestartFlag, "check-restart-flag",
            QT_TRANSLATE_NOOP("ruw::Text", "Look for the restart flag")},
    KindRow{StepKind::VerifySync, "verify-sync", QT_TRANSLATE_NOOP("ruw::Text", "Check the sync")},
    KindRow{StepKind::WatchQueue, "watch-queue", QT_TRANSLATE_NOOP("ruw::Text", "Watch the queue")},
    KindRow{StepKind::LiftOtherBlock, "lift-other-block",
            QT_TRANSLATE_NOOP("ruw::Text", "Lift the block of an earlier run")},
    KindRow{StepKind::RecordBaseline, "record-baseline",
            QT_TRANSLATE_NOOP("ruw::Text", "Record who reaches whom")},
};

struct PhaseRow {
    Phase phase;
    const char* code;
    const char* name;
};
constexpr std::array phaseRows = {
    PhaseRow{Phase::Prepare, "prepare", QT_TRANSLATE_NOOP("ruw::Text", "Preparation")},
    PhaseRow{Phase::Isolate, "isolate", QT_TRANSLATE_NOOP("ruw::Text", "Isolation")},
    PhaseRow{Phase::Upgrade, "upgrade", QT_TRANSLATE_NOOP("ruw::Text", "Upgrade")},
    PhaseRow{Phase::Restore, "restore", QT_TRANSLATE_NOOP("ruw::Text", "Restoration")},
    PhaseRow{Phase::Finish, "finish", QT_TRANSLATE_NOOP("ruw::Text", "Final checks")},
};

const KindRow& rowOf(StepKind kind)
{
    for (const KindRow& row : kindRows) {
        if (row.kind == kind)
            return row;
    }
    Q_UNREACHABLE();
}

const PhaseRow& rowOf(Phase phase)
{
    for (const PhaseRow& row : phaseRows) {
        if (row.phase == phase)
            return row;
    }
    Q_UNREACHABLE();
}

QString actionTypeCode(Action::Type type)
{
    switch (type) {
    case Action::Type::Command:
        return u"command"_s;
    case Action::Type::Manual:
        return u"manual"_s;
    case Action::Type::Observe:
        return u"observe"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject actionJson(const Action& action, Language language)
{
    QJsonObject object{{u"type"_s, actionTypeCode(action.type)}};
    if (!action.command.isEmpty()) {
        object.insert(u"command"_s, action.command);
        object.insert(u"shell"_s, action.shell == Shell::Posix ? u"sh"_s : u"powershell"_s);
    }
    if (!action.instruction.isEmpty())
        object.insert(u"instruction"_s, action.instruction.render(language));
    return object;
}

QJsonArray conditionsJson(const QList<Condition>& conditions, Language language)
{
    QJsonArray array;
    for (const Condition& condition : conditions)
        array.append(condition.toJson(language));
    return array;
}

} // namespace

QString stepKindCode(StepKind kind)
{
    return QString::fromLatin1(rowOf(kind).code);
}

std::optional<StepKind> stepKindFromCode(const QString& code)
{
    for (const auto& row : kindRows) {
        if (code == QLatin1StringView(row.code))
            return row.kind;
    }
    return std::nullopt;
}

Text stepKindText(StepKind kind)
{
    return Text::tr(rowOf(kind).name);
}

bool onlyLooks(StepKind kind)
{
    switch (kind) {
    case StepKind::Confirm:
    case StepKind::RecordBaseline:
    case StepKind::VerifyMailFlow:
    case StepKind::VerifyBlock:
    case StepKind::VerifyVersion:
    case StepKind::RereadConfig:
    case StepKind::CheckRestartFlag:
    case StepKind::VerifySync:
    case StepKind::WatchQueue:
        return true;
    default:
        return false;
    }
}

QString phaseCode(Phase phase)
{
    return QString::fromLatin1(rowOf(phase).code);
}

std::optional<Phase> phaseFromCode(const QString& code)
{
    for (const auto& row : phaseRows) {
        if (code == QLatin1StringView(row.code))
            return row.phase;
    }
    return std::nullopt;
}

Text phaseText(Phase phase)
{
    return Text::tr(rowOf(phase).name);
}

QJsonObject Step::toJson(Language language) const
{
    QJsonObject object{
        {u"id"_s, id},
        {u"kind"_s, stepKindCode(kind)},
        {u"node"_s, node.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(node)},
        {u"phase"_s, phaseCode(phase)},
        {u"title"_s, title.render(language)},
        {u"why"_s, why.render(language)},
        {u"action"_s, actionJson(action, language)},
        {u"guards"_s, conditionsJson(guards, language)},
        {u"expects"_s, conditionsJson(expects, language)},
        {u"pointOfNoReturn"_s, pointOfNoReturn},
        {u"skippable"_s, skippable},
        {u"byWord"_s, byWord},
        {u"critical"_s, critical},
        {u"requiredBy"_s, QJsonArray::fromStringList(requiredBy)},
        {u"minutes"_s, minutes},
        {u"minutesAssumed"_s, minutesAssumed},
    };
    if (rollback)
        object.insert(u"rollback"_s, actionJson(*rollback, language));
    if (!ports.isEmpty()) {
        QJsonArray array;
        for (const int port : ports)
            array.append(port);
        object.insert(u"ports"_s, array);
    }
    const std::pair<QLatin1StringView, QString> optional[] = {{"checkCommand"_L1, checkCommand},
                                                              {"opensLedger"_L1, opensLedger},
                                                              {"closesLedger"_L1, closesLedger},
                                                              {"onlyIf"_L1, onlyIf},
                                                              {"thenBackTo"_L1, thenBackTo}};
    for (const auto& [key, value] : optional) {
        if (!value.isEmpty())
            object.insert(key, value);
    }
    return object;
}

} // namespace ruw
