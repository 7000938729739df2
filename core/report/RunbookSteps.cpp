#include "core/plan/NodeCommands.h"
#include "core/report/ConditionTexts.h"
#include "core/report/RunbookBuilder.h"
#include "core/report/StepSheets.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw::runbook {

namespace {

class StepTable {
public:
    explicit StepTable(Builder& builder)
        : m_builder(builder), m_stepSheets(builder.procedure, builder.site, builder.sheets)
    {
    }

    QStringList conditions(const QList<Condition>& list) const
    {
        return conditionTexts(list, m_builder.language);
    }

    Row row(const Step& step, int number)
    {
        const auto say = [this](const Text& text) { return m_builder.say(text); };
        Cell expected;
        expected.text = conditions(step.expects).join(u'\n');
        if (step.kind == StepKind::ExtendBlock)
            expected.text += u'\n' + say(Text::tr("It stands for the added ports as well."));
        if (const Text seen = printed(step); !seen.isEmpty())
            expected.text += u'\n' + say(seen);
        expected.note = say(howJudged(step.byWord, step.expects));
        const StepSheets::Cells cells = m_stepSheets.of(step);
        const Node* node = m_builder.site.node(step.node);
        addCheck(m_builder, expected, cells.check,
                 checkLead(step.kind, node, answersOfCheck(step.checkCommand, step.expects, node)));

        Cell action;
        action.lead = say(step.title);
        QStringList lines;
        if (!step.onlyIf.isEmpty())
            lines.append(say(onlyIfText(step)));
        QString instruction = say(step.action.instruction);
        Cell command = cells.command;
        putInstaller(step, instruction, command);
        // A question stands under "expected result" already.
        if (!expected.text.contains(instruction))
            lines.append(instruction);
        if (!step.thenBackTo.isEmpty())
            lines.append(say(Text::tr("Then back to No. %1.").arg(m_builder.number(step.thenBackTo))));
        action.text = lines.join(u'\n');
        QStringList notes, reasons;
        if (const QString before = textBefore(m_builder, step); !before.isEmpty())
            notes.append(say(Text::tr("Before: %1").arg(before)));
        // The short part first: a line never ends within it.
        if (!step.requiredBy.isEmpty())
            reasons.append(say(Text::tr("Required by: %1").arg(step.requiredBy.join(u", "_s)))
                               .replace(u' ', QChar::Nbsp));
        if (!step.why.isEmpty())
            reasons.append(say(Text::tr("Why: %1").arg(step.why)));
        if (!reasons.isEmpty())
            notes.append(reasons.join(m_builder.language == Language::Japanese ? u"\u3000"_s : u"  "_s));
        action.note = notes.join(u'\n');
        action.noteBelow = true;

        addElsewhere(step, cells.elsewhere, action, command);
        if (const Text hint = pointerTo(step); !hint.isEmpty())
            action.text += (action.text.isEmpty() ? QString() : u"\n"_s) + say(hint);

        const Cell planned{m_builder.plannedTime(m_builder.startMinute(step.id)), {}, false, {}, say(Text::minutes(step.minutes))};
        Row out = stepRow(m_builder, QString::number(number), planned, step.node, action, command, expected);
        out.toWrite = linesToWrite(m_builder, step);
        return out;
    }

private:
    /// By what the program's own commands, not the site's, show that all is well; empty: they print nothing of the kind.
    static Text printed(const Step& step)
    {
        if (step.kind == StepKind::BackupConfig && step.action.command.contains(NodeCommands::copyIsTheSame))
            return Text::tr("(\"%1\" is printed.)").arg(QString(NodeCommands::copyIsTheSame));
        if (step.kind == StepKind::RereadConfig && step.action.command.contains(NodeCommands::nothingChanged))
            return Text::tr("(Where nothing in the file changed, \"%1\" is printed.)").arg(QString(NodeCommands::nothingChanged));
        return {};
    }

    /// What hangs on the answer of another step mends one thing only: any other difference is none of its business, and going
    /// round for it would have no end.
    Text onlyIfText(const Step& step) const
    {
        const int asked = m_builder.number(step.onlyIf);
        if (step.kind == StepKind::ExtendBlock)
            return Text::tr("Only if No. %1 showed a sync port that is not blocked. "
                            "If any other expected result of No. %1 is not met, stop (section %2).")
                .arg(asked)
                .arg(m_builder.abortSection);
        if (step.kind == StepKind::DisableSettingsSync)
            return Text::tr("Only if No. %1 showed that settings sync is enabled. "
                            "If any other expected result of No. %1 is not met, stop (section %2).")
                .arg(asked)
                .arg(m_builder.abortSection);
        const Step* asks = m_builder.procedure.step(step.onlyIf);
        if (asks && asks->kind == StepKind::CheckRestartFlag)
            return Text::tr("Only if No. %1 showed that a restart is asked for.").arg(asked);
        return Text::tr("Only if No. %1 did not show the expected result.").arg(asked);
    }

    /// By which request the site's own firewalls let the new ports through with the lifting of a slave's block; empty: by none. The
    /// section is named by its title: whether one with command sheets comes before it is not known yet.
    Text newPorts(const Step& step) const
    {
        const QStringList slaves = slavesWithNewPorts(m_builder, step);
        if (slaves.isEmpty())
            return {};
        return Text::tr("Where the site has firewalls between the nodes: at the same time, the new ports of the section \"%1\" are "
                        "allowed there for %2.")
            .arg(Text::tr("Firewall request sheet"))
            .arg(Text::list(slaves));
    }

    /// Where the paper shows what a step speaks of.
    Text pointerTo(const Step& step) const
    {
        const QList<Step>& steps = m_builder.procedure.steps;
        const auto here = std::find_if(steps.cbegin(), steps.cend(), [&](const Step& other) { return other.id == step.id; });
        const auto lastBefore = [&](auto&& fits) {
            const auto found = std::find_if(std::make_reverse_iterator(here), steps.crend(), fits);
            return found == steps.crend() ? 0 : m_builder.number(found->id);
        };
        const auto numbersOf = [&](auto&& fits) {
            QStringList numbers;
            for (const Step& other : steps) {
                if (fits(other))
                    numbers.append(QString::number(m_builder.number(other.id)));
            }
            return numbers;
        };
        const bool blocksGone = step.node.isEmpty() && std::any_of(step.expects.cbegin(), step.expects.cend(), [](const Condition& one) {
                                    return one.kind == ConditionKind::BlockAbsent && !one.node.isEmpty();
                                });
        if (step.kind == StepKind::Confirm && blocksGone) {
            const QStringList lifted = numbersOf(
                [](const Step& other) { return other.kind == StepKind::Unblock && !other.checkCommand.isEmpty(); });
            const QStringList read = numbersOf([](const Step& other) { return other.kind == StepKind::VerifyVersion; });
            return lifted.isEmpty() ? Text()
                                    : Text::tr("The blocks are looked for by the checks of No. %1, the versions are read as in No. %2.")
                                          .arg(Text::list(lifted))
                                          .arg(Text::list(read));
        }
        if (step.kind == StepKind::CheckRestartFlag)
            return Text::tr("Where the admin screen can't be seen, stop (section %1).").arg(m_builder.abortSection);
        if (step.kind == StepKind::Unblock)
            return newPorts(step);
        if (step.id == "confirm-new-ports"_L1) {
            const QStringList asked = numbersOf(
                [](const Step& other) { return other.kind == StepKind::VerifySync && !other.action.command.isEmpty(); });
            return asked.isEmpty() ? Text() : Text::tr("The commands are those of No. %1.").arg(Text::list(asked));
        }
        if (step.kind == StepKind::RecordBaseline)
            return Text::tr("Write down below what each port says. o: open, r: refused, f: filtered, u: unknown (could "
                            "not be tried: find out why before going on).");
        if (step.kind == StepKind::StopAutostartedService) {
            const int off = lastBefore([&](const Step& other) {
                return other.kind == StepKind::BootStartOff && other.node == step.node;
            });
            return off > 0 ? Text::tr("If start at boot is on again, switch it off as in No. %1.").arg(off) : Text();
        }
        if (step.kind == StepKind::VerifySync) {
            const QStringList records = numbersOf([&](const Step& other) { // of both ends
                const Node* node = other.kind == StepKind::RecordBaseline ? m_builder.site.node(other.node) : nullptr;
                return node && (node->isMaster() || node->name == step.node);
            });
            return records.isEmpty() ? Text::tr("This plan does not record what answered before the work (figure 1: what the survey saw). "
                                                "What counts is that the setting arrives.")
                                     : Text::tr("What answered before the work was recorded in No. %1.").arg(Text::list(records));
        }
        if (step.kind == StepKind::WatchQueue && !step.node.isEmpty()) {
            const int lifted = lastBefore([&](const Step& other) {
                return (other.kind == StepKind::Unblock || other.kind == StepKind::LiftOtherBlock) &&
                       (other.node.isEmpty() || other.node == step.node);
            });
            return lifted > 0 ? Text::tr("Sync has returned with the lifting of No. %1: its time is written down there.").arg(lifted)
                              : Text();
        }
        return {};
    }

    /// Where the step has no command the installer's path stands in its place: broken there, it is seen to go on.
    void putInstaller(const Step& step, QString& instruction, Cell& command) const
    {
        const Node* node = m_builder.site.node(step.node);
        if (step.kind != StepKind::RunInstaller || !step.action.command.isEmpty() || !node || node->installer.isEmpty())
            return;
        instruction.remove(u'\n' + m_builder.say(Text::tr("The installer: %1").arg(node->installer)));
        command.text = m_builder.say(Text::tr("The installer:"));
        command.command = node->installer;
    }

    /// The ways into a node are tried from the other ends, and the queues of the slaves on each of them.
    void addElsewhere(const Step& step, const QList<StepSheets::Elsewhere>& elsewhere, Cell& action, Cell& command)
    {
        QList<Text> others;
        for (const StepSheets::Elsewhere& there : elsewhere) {
            others.append(Text::verbatim(Builder::name(there.node)));
            const QString line = m_builder.say(StepSheets::lineOf(there));
            command.text += command.text.isEmpty() ? line : u'\n' + line;
        }
        const Node* node = m_builder.site.node(step.node);
        if (others.isEmpty() || !node)
            return;
        action.text += u'\n' + m_builder.say(Text::tr("Then run on %1 the command in the next column. Read only its lines under %2 (%3): "
                                                     "they must show the same.")
                                                .arg(Text::list(others))
                                                .arg(m_builder.names(node->effectiveSyncAddresses()))
                                                .arg(Builder::name(step.node)));
    }

    Builder& m_builder;
    StepSheets m_stepSheets;
};

} // namespace

QStringList slavesWithNewPorts(const Builder& builder, const Step& step)
{
    QStringList slaves;
    if (step.kind != StepKind::Unblock || builder.facts.portsNewInTarget().isEmpty())
        return slaves;
    for (const Node& node : builder.site.slaves()) {
        if (step.node.isEmpty() || step.node == node.name)
            slaves.append(Builder::name(node.name));
    }
    return slaves;
}

QList<Column> stepColumns(const Builder& builder, const Text& firstTime)
{
    using Align = Column::Align;
    // Names of some length take a little of the commands' room, whose long ones stand below their step anyway.
    constexpr qsizetype shortName = 8;
    constexpr double taken = 20;
    const bool wide =
        std::any_of(builder.site.nodes.cbegin(), builder.site.nodes.cend(), [&](const Node& node) {
            return builder.paperNames.applied(Builder::name(node.name)).size() > shortName;
        });
    return {builder.column(Text::tr("No."), 33, Align::Right),
            builder.column(firstTime, 46, Align::Center),
            builder.column(Text::tr("Node"), wide ? 48 + taken : 48),
            builder.column(Text::tr("Action"), 186),
            builder.column(Text::tr("Command"), wide ? 118 - taken : 118),
            builder.column(Text::tr("Expected result"), 180),
            builder.column(Text::tr("Doer"), 34, Align::Center),
            builder.column(Text::tr("Checker"), 46, Align::Center),
            builder.column(Text::tr("Start"), 34),
            builder.column(Text::tr("End"), 34),
            builder.column(Text::tr("Result"), 40)};
}

Row stepRow(const Builder& builder, const QString& number, const Cell& second, const QString& node, const Cell& action,
            const Cell& command, const Cell& expected)
{
    const QString box{QChar(tickBox)};
    const Cell where{node.isEmpty() ? builder.say(Text::tr("all")) : Builder::name(node), {}, true};
    return {{{number}, second, where, action, command, expected, {box}, {box}, {}, {}, {}}};
}

void addCheck(const Builder& builder, Cell& expected, const Cell& check, const Text& lead)
{
    if (check.text.isEmpty() && check.command.isEmpty())
        return;
    expected.text += u'\n' + builder.say(lead);
    if (!check.text.isEmpty())
        expected.text += u'\n' + check.text;
    expected.command = check.command;
}

void addSteps(Builder& builder)
{
    builder.heading(1, Text::tr("Work steps"));
    Q_ASSERT(builder.section() == Builder::stepsSection);
    Table table;
    table.title = builder.say(Text::tr("Work steps"));
    table.steps = true;
    table.columns = stepColumns(builder, Text::tr("Planned"));
    StepTable steps(builder);
    std::optional<Phase> phase;
    int number = 0;
    for (const Step& step : builder.procedure.steps) {
        ++number;
        if (phase != step.phase) {
            phase = step.phase;
            table.rows.append(Row{{{builder.say(phaseText(step.phase))}}});
        }
        if (step.pointOfNoReturn) {
            Row mark{{{builder.say(Text::tr("Point of no return. From here on the isolation stays until every node has the same "
                                            "version. Go past it only when everything before it is ticked."))}}};
            mark.emphasized = true;
            table.rows.append(mark);
        }
        table.rows.append(steps.row(step, number));
    }
    builder.add(table);
}

void addCommandSheets(Builder& builder)
{
    const QList<CommandSheets::Sheet> sheets = builder.sheets.sheets();
    if (sheets.isEmpty())
        return;
    builder.heading(1, Text::tr("Command sheets"));
    builder.paragraph(
        Text::tr("The commands that the step tables name by sheet, in full. Copy the whole sheet "
                 "and run it as one."));
    for (const CommandSheets::Sheet& sheet : sheets) {
        builder.heading(2, Text::verbatim(sheet.title));
        builder.add(sheet.block);
    }
}

} // namespace ruw::runbook
