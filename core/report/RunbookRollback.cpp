#include "core/base/Quote.h"
#include "core/plan/StepTexts.h"
#include "core/plan/Undo.h"
#include "core/report/ConditionTexts.h"
#include "core/report/RunbookBuilder.h"
#include "core/report/StepSheets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw::runbook {

namespace {

class RollbackTable {
public:
    explicit RollbackTable(Builder& builder) : m_builder(builder)
    {
        m_table.title = say(Text::tr("Rollback steps"));
        m_table.steps = true;
        m_table.columns = stepColumns(builder, Text::tr("Undoes No."));
    }

    Table write()
    {
        const QList<Step>& steps = m_builder.procedure.steps;
        for (qsizetype i = steps.size() - 1; i >= 0; --i) {
            const Step& step = steps[i];
            // A restart puts the node back into the route itself. Broken off before that it is out of it, which the row of its
            // taking out mends: to take it out once more first would be for nothing.
            const bool cancelsOut = step.kind == StepKind::ReturnNode && !step.onlyIf.isEmpty();
            if (step.rollback && !step.closesItself() && !cancelsOut)
                undo(step, int(i) + 1);
            if (step.pointOfNoReturn)
                mark(Text::tr("Point of no return (No. %1). The rows below are enough where it was not passed.")
                         .arg(qint64(i) + 1));
        }
        if (m_number > 0)
            confirm();
        return m_table;
    }

private:
    Condition sameVersion() const
    {
        Condition same;
        same.kind = ConditionKind::SameVersionEverywhere;
        same.value = m_builder.site.sourceVersion.toString(); // as the plan writes it
        return same;
    }

    /// How the result of a row is seen.
    struct Look {
        bool byWord = false; ///< somebody's word counts for at least one of what is expected
        QString check = {};  ///< the command that shows it; empty: there is none
        StepKind kind = StepKind::VerifyVersion; ///< of the step whose check it is
    };
    /// As on the way forward.
    static Look lookOf(const Step* forward)
    {
        if (!forward)
            return {};
        return {forward->byWord, lookOfUndo(forward), forward->kind};
    }

    /// A look at all nodes, which undoes nothing. The versions are always part of it.
    void ofTheSite(const Text& title, const Text& what, const QList<Condition>& expected, Look look)
    {
        QStringList reads;
        for (const Node& node : m_builder.site.nodes) {
            reads += numbersOf(StepKind::VerifyVersion, node.name);
            const Step* read = m_builder.procedure.first(StepKind::VerifyVersion, node.name);
            look.byWord = look.byWord || (read && read->byWord);
        }
        std::ranges::sort(reads, {}, [](const QString& number) { return number.toInt(); });
        Cell action{say(what)};
        if (!reads.isEmpty())
            action.text += u'\n' + say(Text::tr("The versions are read as in No. %1.").arg(Text::list(reads)));
        action.lead = say(title);
        row({}, {}, action, {}, expected, look);
    }

    /// As on the way forward the work ends with a look at everything.
    void confirm()
    {
        QList<Condition> expected{sameVersion()};
        for (const Node& node : m_builder.site.mailNodes())
            expected.append({ConditionKind::SmtpAnswers, node.name, {}, {node.effectiveSmtpPort()}, {}, {}});
        QStringList reached;
        for (const NodeFacts& one : m_builder.facts.nodes) {
            if (!one.node.isMaster() && one.takesSettings())
                reached.append(Builder::name(one.node.name));
        }
        if (!reached.isEmpty()) {
            Condition settings;
            settings.question = Text::tr("Do the master's settings reach %1 again?").arg(Text::list(reached));
            expected.append(settings);
        }
        const Step* mail = m_builder.procedure.first(StepKind::VerifyMailFlow, {});
        const QStringList restarts = placesOfRestarts();
        QList<Text> what{restarts.isEmpty()
                             ? Text::tr("Look at every node, also in its admin screen. Where that asks for a restart after the sync, "
                                        "restart that slave.")
                             : Text::tr("Look at every node, also in its admin screen. Slaves that ask for a restart after the sync are "
                                        "restarted one at a time, each by its steps: %1. Then back to this row, whatever those steps say.")
                                   .arg(Text::list(restarts))};
        const QList<Step>& steps = m_builder.procedure.steps;
        const bool lifts = std::any_of(steps.cbegin(), steps.cend(), [](const Step& step) { return step.kind == StepKind::Unblock; });
        if (!lifts && !m_builder.facts.portsNewInTarget().isEmpty()) // else the rows that put the blocks back say it
            what.append(Text::tr("Where the site's own firewalls let the new ports of the section \"%1\" through: ask for them to be "
                                 "closed again.")
                            .arg(Text::tr("Firewall request sheet")));
        ofTheSite(Text::tr("Confirm the site after going back"), Text::lines(what), expected,
                  {!reached.isEmpty(), mail ? mail->checkCommand : QString(), StepKind::VerifyMailFlow});
    }

    /// By which steps each slave is restarted where its admin screen asks for it: "mf2 (No. 69-71)".
    QStringList placesOfRestarts() const
    {
        QStringList out;
        for (const Step& asks : m_builder.procedure.steps) {
            if (asks.kind != StepKind::CheckRestartFlag)
                continue;
            int first = 0, last = 0;
            for (const Step& step : m_builder.procedure.steps) {
                if (step.onlyIf != asks.id)
                    continue;
                last = m_builder.number(step.id);
                first = first > 0 ? first : last;
            }
            const QString numbers = first < last ? u"%1\u2013%2"_s.arg(first).arg(last) : QString::number(first);
            if (first > 0)
                out.append(say(Text::tr("%1 (No. %2)", "node, its steps").arg(Builder::name(asks.node)).arg(numbers)));
        }
        return out;
    }

    QString say(const Text& text) const { return m_builder.say(text); }

    /// The numbers of the node's steps of this kind, in their order.
    QStringList numbersOf(StepKind kind, const QString& node) const
    {
        QStringList out;
        for (const Step& step : m_builder.procedure.steps) {
            if (step.kind == kind && step.node == node)
                out.append(QString::number(m_builder.number(step.id)));
        }
        return out;
    }

    void mark(const Text& text)
    {
        Row row{{{say(text)}}};
        row.emphasized = true;
        m_table.rows.append(row);
    }

    void undo(const Step& step, int number)
    {
        if (m_builder.procedure.isolates(step) && !m_guarded) {
            m_guarded = true;
            ofTheSite(Text::tr("Read the version on every node itself"), Text::tr("The rows below restore sync."), {sameVersion()}, {});
            m_table.rows.last().toWrite = linesForVersions(m_builder);
        }
        const Step* forward = forwardOfUndo(step, m_builder.procedure);
        Cell action{say(step.rollback->instruction)};
        startBefore(action, step);
        if (counterpartOf(step.kind) == StepKind::Block) {
            addPortsFound(action, step.node);
            prove(action, step.node);
            closeNewPorts(action, step);
        }
        const Text title = counterpartOf(step.kind) ? stepWords(*counterpartOf(step.kind), step.node, {}).title
                                                    : Text::tr("Go back to the old version on %1").arg(step.node);
        action.lead = say(Text::tr("%1 (undoes No. %2)").arg(title).arg(number));
        Text asBefore;
        if (step.kind == StepKind::RunInstaller) {
            keepNetworkOff(action, step.node);
            asBefore = compareConfig(action, step.node);
            if (const Step* version = m_builder.procedure.first(StepKind::VerifyVersion, step.node))
                action.text += u'\n' + say(Text::tr("Read the version as in No. %1.").arg(m_builder.number(version->id)));
        }
        const bool waits = waitForQueues(action, step);
        row(step, QString::number(number), action, step.rollback->command, expectsAfterUndo(step, forward, m_builder.facts),
            lookOf(forward), asBefore);
        if (waits)
            m_table.rows.last().toWrite = {lineForLifting(m_builder, step.node)};
        if (step.kind == StepKind::RunInstaller)
            isolateAgain(step);
    }

    /// A restart that was broken off has no row of its own, and may have left the service stopped: no mail is routed to it then.
    void startBefore(Cell& action, const Step& step) const
    {
        if (step.kind != StepKind::DrainNode || step.onlyIf.isEmpty())
            return;
        const Step* starts = m_builder.procedure.first(StepKind::StartService, step.node);
        for (const Step& restart : m_builder.procedure.steps) {
            if (restart.kind != StepKind::RestartService || restart.onlyIf != step.onlyIf)
                continue;
            const Text first = Text::tr("Where the work stopped in No. %1: first see whether the service on %2 runs. If it is stopped, "
                                        "start it as in No. %3 before mail is routed to it.")
                                   .arg(m_builder.number(restart.id))
                                   .arg(Builder::name(step.node))
                                   .arg(m_builder.number(starts ? starts->id : restart.id));
            action.text = say(first) + u'\n' + action.text;
        }
    }

    /// The old version does not know them.
    void closeNewPorts(Cell& action, const Step& lifts) const
    {
        const QStringList slaves = slavesWithNewPorts(m_builder, lifts);
        if (slaves.isEmpty())
            return;
        action.text += u'\n' + say(Text::tr("Where the site's own firewalls let the new ports of the section \"%1\" through for %2: "
                                           "ask for them to be closed again.")
                                      .arg(Text::tr("Firewall request sheet"))
                                      .arg(Text::list(slaves)));
    }

    /// What is looked at in any case once the old version is back; empty: no copy was made.
    Text compareConfig(Cell& action, const QString& node) const
    {
        const Step* copy = m_builder.procedure.first(StepKind::BackupConfig, node);
        if (!copy)
            return {};
        const Step* again = m_builder.procedure.first(StepKind::RereadConfig, node);
        const bool mayDiffer = m_builder.procedure.kind == ProcedureKind::DisableSettingsSync;
        const Text compare = isolationOf(node) ? Text::tr("Then compare mf_replica.def with its copy (No. %1) as in No. %2. Where the "
                                                          "network is kept off, do it before the network is connected.")
                                               : Text::tr("Then compare mf_replica.def with its copy (No. %1) as in No. %2.");
        action.text += u'\n' + say(Text(compare)
                                      .arg(m_builder.number(copy->id))
                                      .arg(again ? m_builder.number(again->id) : m_builder.number(copy->id)));
        action.text += u'\n' + say(Text::tr("Where the copy is gone (a snapshot takes it away), compare it with appendix A."));
        return (mayDiffer ? Text::tr("mf_replica.def on %1 is as before the work, but for what a step of this plan changed.")
                          : Text::tr("mf_replica.def on %1 is as before the work."))
            .arg(Builder::name(node));
    }

    /// The command is the planned one: what an installer brought is in it only when somebody adds it.
    void addPortsFound(Cell& action, const QString& node) const
    {
        for (const Step& step : m_builder.procedure.steps) {
            if (step.kind == StepKind::ExtendBlock && step.node == node)
                action.text += u'\n' + say(Text::tr("Ports that No. %1 added belong to it.").arg(m_builder.number(step.id)));
        }
    }

    /// What keeps the node apart by itself, and is gone where the way back brings the node to a state from before it. Null: nothing
    /// does, or the service is stopped there in any case.
    const Step* isolationOf(const QString& node) const
    {
        const auto& steps = m_builder.procedure.steps;
        const auto found = std::find_if(steps.cbegin(), steps.cend(), [&](const Step& step) {
            return step.node == node && step.kind != StepKind::StopService && m_builder.procedure.isolates(step);
        });
        return found == steps.cend() ? nullptr : &*found;
    }

    /// Read before the node is switched on: the row that isolates it again stands below this one.
    void keepNetworkOff(Cell& action, const QString& node) const
    {
        if (const Step* isolates = isolationOf(node)) {
            action.text += u'\n' + say(Text::tr("Where that brings the node to a state from before No. %1 (a snapshot does), keep its "
                                               "network off until the command of %2 has been run.")
                                          .arg(m_builder.number(isolates->id))
                                          .arg(place(m_number + 2)));
        }
    }

    static QString place(int row) { return u"R%1"_s.arg(row); }

    /// What is brought back from before the isolation knows nothing of it.
    void isolateAgain(const Step& step)
    {
        const Step* isolates = isolationOf(step.node);
        if (!isolates)
            return;
        Cell action{say(Text::tr("Where %1 brought the node to a state from before No. %2 (a snapshot does): stop the service if it runs, run "
                                 "the command before the network comes up, then run the check.")
                            .arg(place(m_number))
                            .arg(m_builder.number(isolates->id)))};
        if (isolates->kind == StepKind::Block) {
            addPortsFound(action, step.node);
            action.text += u'\n' + say(Text::tr("Then bring the network up."));
            prove(action, step.node);
        } else {
            action.text += u'\n' + say(Text::tr("Then bring the network up."));
        }
        const Look look = lookOf(isolates);
        const Text otherwise =
            look.check.isEmpty()
                ? Text::tr("Where the node was not taken back that far, only look whether the expected result is there.")
                : Text::tr("Where the node was not taken back that far, run only the check.");
        action.text += u'\n' + say(otherwise);
        action.lead = say(isolates->title);
        row(*isolates, {}, action, isolates->action.command, isolates->expects, look);
    }

    /// A block counts only where somebody tried to get through (S9), in both directions: by the step that asks the other ends too.
    void prove(Cell& action, const QString& node) const
    {
        QStringList proofs;
        for (const Node& each : m_builder.site.nodes) {
            const QStringList ofNode = numbersOf(StepKind::VerifyBlock, each.name);
            if ((node.isEmpty() || node == each.name) && !ofNode.isEmpty()) // without a node it is the cut between all of them
                proofs.append(ofNode.last());
        }
        if (!proofs.isEmpty())
            action.text += u'\n' + say(Text::tr("Then prove the block at once, as in No. %1.").arg(Text::list(proofs)));
    }

    void row(const Step& step, const QString& undoes, const Cell& action, const QString& does, const QList<Condition>& wanted,
             const Look& look, const Text& wantedFirst = {})
    {
        const QString here = place(++m_number);
        QStringList results = conditionTexts(wanted, m_builder.language);
        if (!wantedFirst.isEmpty())
            results.prepend(say(wantedFirst));
        Cell command;
        m_builder.sheets.put(command, does, here, Builder::name(step.node));
        Cell expected{results.join(u'\n')};
        expected.note = say(howJudged(look.byWord, wanted));
        Cell check;
        m_builder.sheets.put(check, look.check, here, isCheckedFromHere(look.kind) ? QString() : Builder::name(step.node));
        addStateCheck(expected, look, step.node, wanted);
        const Node* node = m_builder.site.node(step.node);
        addCheck(m_builder, expected, check, checkLead(look.kind, node, answersOfCheck(look.check, wanted, node)));
        Cell what = action;
        what.noteBelow = true; // as on the way forward: below its row, from its column on
        m_table.rows.append(stepRow(m_builder, here, {undoes}, step.node, what, command, expected));
    }

    /// What is asked on SMTP shows nothing of the service itself: that is asked on the node, by the check of the step that starts it.
    void addStateCheck(Cell& expected, const Look& look, const QString& node, const QList<Condition>& wanted) const
    {
        const Node* asked = isCheckedFromHere(look.kind) ? m_builder.site.node(node) : nullptr;
        const Step* starts = asked ? m_builder.procedure.first(StepKind::StartService, node) : nullptr;
        const Text answers = starts ? answersOfCheck(starts->checkCommand, wanted, asked) : Text();
        if (answers.isEmpty())
            return;
        expected.text += u'\n' + say(Text::tr("Check on %1 as in No. %2 (expected answer: %3).")
                                         .arg(Builder::name(node))
                                         .arg(m_builder.number(starts->id))
                                         .arg(answers));
    }

    /// The queues that must be drained before the next row, by the commands that look at them on the way forward.
    /// Gives whether there are any.
    bool waitForQueues(Cell& action, const Step& step) const
    {
        QStringList looks;
        for (const Condition& drained : queuesAfterUndo(step, m_builder.facts)) {
            if (const Step* look = m_builder.procedure.first(StepKind::WatchQueue, drained.node))
                looks.append(QString::number(m_builder.number(look->id)));
        }
        if (!looks.isEmpty()) {
            action.text += u'\n' + say(Text::tr("Then run the command of No. %1 until no file in the queue is older than this lifting.")
                                          .arg(Text::list(looks)));
        }
        return !looks.isEmpty();
    }

    Builder& m_builder;
    Table m_table;
    int m_number = 0;
    bool m_guarded = false; ///< the mark stands before the first of those rows
};

} // namespace

void addRollback(Builder& builder)
{
    builder.add(PageBreak{}); // whoever goes back takes these pages out
    builder.heading(1, Text::tr("Rollback"));
    Q_ASSERT(builder.section() == Builder::rollbackSection);
    builder.paragraph(Text::tr(
        "Find the number of the last step that was begun. Start at the first row whose \"Undoes No.\" is that number or smaller; if there is none, "
        "nothing has to be undone. Work down. Undo only what was done; cross out the other rows. Below the row at which you start, "
        "a row without such a number is not crossed out: it says itself what to do."));
    builder.paragraph(Text::tr("After the point of no return the isolation is lifted only when every node has the same version "
                               "again, read on the node itself."),
                      Paragraph::Style::Warning);
    builder.paragraph(Text::tr("Where the way back restores a whole disk (a snapshot does), the mail that the node has saved or queued since "
                               "then is gone with it. Copy off first what must be kept."),
                      Paragraph::Style::Warning);
    builder.paragraph(Text::tr("Time that going back takes for each node, as it was settled beforehand: ______________ minutes"));
    Table way;
    way.title = builder.say(Text::tr("Way back to the old version"));
    way.columns = {builder.column(Text(), 1)};
    const bool known = !builder.site.rollback.isEmpty();
    Row row{{{known ? builder.site.rollback
                    : builder.say(Text::tr("(to be filled in before the work; the site file names none)"))}}};
    row.minHeight = known ? 24 : 80;
    way.rows.append(row);
    builder.add(way);

    builder.add(RollbackTable(builder).write());
    addLeftOnNodes(builder); // below the table where that leaves room; else it stands on the turned page (PagePainter)
    builder.document.body.append(Orientation{false});
}

} // namespace ruw::runbook
