#include "core/report/StepSheets.h"

#include "core/base/Quote.h"
#include "core/report/ConditionTexts.h"
#include "core/survey/StatusAnswers.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Whoever works by the paper alone looks himself, whether or not the program can: later steps and the way back send him here.
bool showsCheck(const Step& step)
{
    return !step.checkCommand.isEmpty();
}

/// By which of the site's commands a condition is judged, and whether by its yes. Null: by none.
struct Asked {
    const QString* command = nullptr;
    bool yes = false;
};
Asked askedAbout(ConditionKind kind, const Node& node)
{
    switch (kind) {
    case ConditionKind::ServiceRunning:
        return {&node.service.status, true};
    case ConditionKind::ServiceStopped:
        return {&node.service.status, false};
    case ConditionKind::BootStartOn:
        return {&node.service.bootStatus, true};
    case ConditionKind::BootStartOff:
        return {&node.service.bootStatus, false};
    case ConditionKind::SettingsSyncOn:
        return {&node.settingsSync.status, true};
    case ConditionKind::SettingsSyncOff:
        return {&node.settingsSync.status, false};
    default:
        return {};
    }
}

/// The word that the command prints, where it is a well-known one; else its exit status.
Text answerTo(const Asked& asked)
{
    for (const StatusWords& words : statusWords) {
        if (asked.command->startsWith(QLatin1StringView(words.command)) && !asked.command->contains(" -"_L1))
            return Text::verbatim(QString::fromLatin1(asked.yes ? words.yes : words.no));
    }
    QStringList statuses;
    for (const StatusAnswer& each : statusAnswers) {
        if (each.yes == asked.yes)
            statuses.append(QString::number(each.status));
    }
    return Text::tr("exit status %1", "that a check must end with; several: any of them").arg(statuses.join(u" / "_s));
}

} // namespace

Text answersOfCheck(const QString& check, const QList<Condition>& expected, const Node* node)
{
    QMap<qsizetype, Text> answers; // by the place in the check
    for (const Condition& condition : expected) {
        const Asked asked = node && condition.node == node->name ? askedAbout(condition.kind, *node) : Asked();
        const qsizetype place = asked.command && !asked.command->isEmpty() ? check.indexOf(*asked.command) : -1;
        if (place >= 0)
            answers.insert(place, answerTo(asked));
    }
    return answers.isEmpty() ? Text() : Text::list(answers.values());
}

bool isCheckedFromHere(StepKind kind)
{
    return kind == StepKind::VerifyMailFlow || kind == StepKind::DrainNode || kind == StepKind::ReturnNode;
}

bool isShownByCheck(StepKind kind, ConditionKind expected)
{
    if (isCheckedFromHere(kind))
        return askedOnSmtp(expected);
    switch (expected) {
    case ConditionKind::ServiceRunning:
        return kind == StepKind::RecordBaseline || kind == StepKind::StartService || kind == StepKind::RestartService;
    case ConditionKind::ServiceStopped:
        return kind == StepKind::StopService || kind == StepKind::StopAutostartedService;
    case ConditionKind::BootStartOff:
        return kind == StepKind::BootStartOff || kind == StepKind::StopAutostartedService;
    case ConditionKind::BootStartOn:
        return kind == StepKind::BootStartOn;
    case ConditionKind::SettingsSyncOff:
        return kind == StepKind::DisableSettingsSync;
    case ConditionKind::SettingsSyncOn:
        return kind == StepKind::EnableSettingsSync;
    case ConditionKind::BlockPresent:
        return kind == StepKind::Block || kind == StepKind::VerifyBlock || kind == StepKind::ExtendBlock;
    case ConditionKind::BlockAbsent:
        return kind == StepKind::Unblock;
    case ConditionKind::InstallerEnded: // by the version that it then prints
    case ConditionKind::VersionIs:
        return kind == StepKind::RunInstaller;
    default:
        return false;
    }
}

Text checkLead(StepKind kind, const Node* node, const Text& answers)
{
    if (isCheckedFromHere(kind) || !node)
        return Text::tr("Check from the work machine:");
    const QString name = shownSafely(node->name);
    switch (kind) { // of those whose output does not say of itself what is good
    case StepKind::Block:
    case StepKind::VerifyBlock:
    case StepKind::ExtendBlock:
        return (node->os == Os::Windows ? Text::tr("Check on %1 (must list the rules, each with \"True\" under \"Enabled\"):")
                                        : Text::tr("Check on %1 (must list the rules and then print \"enabled\"):"))
            .arg(name);
    case StepKind::Unblock:
        return Text::tr("Check on %1 (must print \"No block of this program stands here.\"):").arg(name);
    default:
        return answers.isEmpty() ? Text::tr("Check on %1:").arg(name)
                                 : Text::tr("Check on %1 (expected answer: %2):").arg(name).arg(answers);
    }
}

/// The steps whose commands are run once more for this one. The ways out of a node are tried by its own command, the ways in from
/// the other ends; the queues of all slaves are looked at slave by slave.
QList<const Step*> StepSheets::elsewhere(const Step& step) const
{
    QList<const Step*> out;
    for (const Node& node : m_site.nodes) {
        const Step* there = nullptr;
        if (node.name == step.node)
            continue;
        if (step.kind == StepKind::VerifyBlock)
            there = m_procedure.first(StepKind::RecordBaseline, node.name);
        else if (step.kind == StepKind::VerifySync && node.isMaster())
            there = m_procedure.first(StepKind::RecordBaseline, node.name);
        else if (step.kind == StepKind::WatchQueue && step.node.isEmpty())
            there = m_procedure.first(StepKind::WatchQueue, node.name);
        if (there && !there->action.command.isEmpty())
            out.append(there);
    }
    return out;
}

Text StepSheets::lineOf(const Elsewhere& there)
{
    const QString node = shownSafely(there.node);
    return there.sheet.isEmpty() ? Text::tr("%1: the command of No. %2").arg(node).arg(there.number)
                                 : Text::verbatim(node + u": "_s + there.sheet);
}

StepSheets::Cells StepSheets::of(const Step& step) const
{
    const QString number = QString::number(m_procedure.number(step.id));
    Cells cells;
    if (showsCheck(step))
        m_sheets.put(cells.check, step.checkCommand, number, isCheckedFromHere(step.kind) ? QString() : shownSafely(step.node));
    m_sheets.put(cells.command, step.action.command, number, shownSafely(step.node));
    for (const Step* there : elsewhere(step)) {
        Cell sheet;
        m_sheets.put(sheet, there->action.command, number, shownSafely(there->node));
        cells.elsewhere.append({there->node, m_procedure.number(there->id), sheet.text});
    }
    return cells;
}

} // namespace ruw
