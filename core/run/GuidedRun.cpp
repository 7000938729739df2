#include "core/run/GuidedRun.h"

#include "core/base/Quote.h"
#include "core/run/RunFile.h"
#include "core/run/RunRecords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

Text nothingRecorded()
{
    return Text::tr("Nothing was done or recorded.");
}

/// Steps whose effect keeps nodes of different versions apart: what isolates them, and what makes that last.
bool separates(const Procedure& procedure, const Step& step)
{
    const bool lasts = step.kind == StepKind::StopAutostartedService || step.kind == StepKind::BootStartOff;
    return procedure.isolates(step) || step.kind == StepKind::ExtendBlock || (lasts && !keepsMailFlowing(procedure.kind));
}

} // namespace

Error noDoer()
{
    return {u"run-no-doer"_s,
            Text::tr("Nobody is named who does the work."),
            nothingRecorded(),
            Text::tr("Enter the doer's name."),
            {}};
}

GuidedRun::GuidedRun(RunState state, std::shared_ptr<Journal> journal)
    : m_state(std::move(state)), m_journal(std::move(journal))
{
}

Result<std::shared_ptr<GuidedRun>> GuidedRun::begin(const Procedure& procedure, const SiteFacts& facts,
                                                    std::shared_ptr<Journal> journal, SiteKind kind)
{
    std::shared_ptr<GuidedRun> run(new GuidedRun(RunState(procedure), std::move(journal)));
    const Status begun = run->change(u"run-begun"_s, {}, runBegunData(procedure, facts, kind));
    if (!begun)
        return begun.error();
    return run;
}

Result<std::shared_ptr<GuidedRun>>
GuidedRun::resume(const Procedure& procedure, std::shared_ptr<Journal> journal, const JournalRead& read)
{
    const QString recorded =
        read.records.isEmpty() ? QString() : read.records.first().data.value(u"fingerprint"_s).toString();
    if (recorded != procedure.fingerprint())
        return planDiffers(journal->path());
    return resumeAt(RunState::replay(procedure, read.records), std::move(journal));
}

std::shared_ptr<GuidedRun> GuidedRun::at(RunState state, std::shared_ptr<Journal> journal)
{
    return std::shared_ptr<GuidedRun>(new GuidedRun(std::move(state), std::move(journal)));
}

Result<std::shared_ptr<GuidedRun>> GuidedRun::resumeAt(RunState state, std::shared_ptr<Journal> journal)
{
    std::shared_ptr<GuidedRun> run = at(std::move(state), std::move(journal));
    const RunEnd end = run->m_state.end();
    if (end == RunEnd::Running || end == RunEnd::Held) {
        const Status resumed = run->change(u"run-resumed"_s, {});
        if (!resumed)
            return resumed.error();
    }
    return run;
}

Status GuidedRun::change(const QString& kind, const QString& step, const QJsonObject& data)
{
    const Result<JournalRecord> record = m_journal->append(kind, step, data);
    if (!record)
        return record.error();
    m_state.apply(*record);
    return success();
}

Result<QString> GuidedRun::ready(std::initializer_list<StepStatus> statuses) const
{
    if (m_state.end() != RunEnd::Running) {
        return Error{u"run-not-running"_s,
                     Text::tr("The run is not under way: %1.").arg(runEndText(m_state.end())),
                     nothingRecorded(),
                     Text::tr("Go on with it first, or begin a new run."),
                     {}};
    }
    const Step* step = m_state.current();
    const StepStatus status = step ? m_state.record(step->id).status : StepStatus::Pending;
    if (!step || std::find(statuses.begin(), statuses.end(), status) == statuses.end()) {
        return Error{u"step-not-ready"_s,
                     Text::tr("This does not fit the step's state: %1.").arg(stepStatusText(status)),
                     nothingRecorded(),
                     Text::tr("Look at the current step and choose what fits it."),
                     {}};
    }
    return step->id;
}

Status GuidedRun::setPeople(const QString& doer, const QString& checker)
{
    const QString d = doer.simplified(), c = checker.simplified();
    if (d == m_state.doer() && c == m_state.checker())
        return success();
    return change(u"people-changed"_s, {}, {{u"doer"_s, d}, {u"checker"_s, c}});
}

Status GuidedRun::acceptWarnings(const QList<AcceptedWarning>& warnings)
{
    return warnings.isEmpty() ? success() : describe(u"warnings-accepted"_s, {}, {{u"warnings"_s, warningsToJson(warnings)}});
}

Status GuidedRun::start(bool checkerAgrees, const QList<Observation>& affirmed, bool byHand)
{
    const auto id = ready({StepStatus::Pending, StepStatus::Confirmed});
    if (!id)
        return id.error();
    if (m_state.doer().isEmpty()) {
        return noDoer();
    }
    const bool critical = m_state.current()->critical;
    const bool nobodyToAsk = m_state.checker().isEmpty() && m_mayLackChecker;
    if (critical && m_state.checker().isEmpty() && !nobodyToAsk) {
        return Error{u"run-no-checker"_s,
                     Text::tr("This is a critical step, and no checker is named."),
                     nothingRecorded(),
                     Text::tr("Enter the checker's name."),
                     {}};
    }
    if (critical && !checkerAgrees && !nobodyToAsk) {
        return Error{u"checker-must-agree"_s,
                     Text::tr("This is a critical step: the checker has not agreed yet."),
                     nothingRecorded(),
                     Text::tr("Let the checker look at it and tick the box."),
                     {}};
    }
    QJsonObject data{{u"checkerAgrees"_s, checkerAgrees && !nobodyToAsk}};
    if (critical && nobodyToAsk)
        data.insert(u"checkerNamed"_s, false);
    if (!affirmed.isEmpty())
        data.insert(u"affirmed"_s, observationsToJson(affirmed));
    if (byHand) // known from here on, wherever the run breaks off
        data.insert(u"byHand"_s, true);
    const Status confirmed = change(u"step-confirmed"_s, *id, data);
    return confirmed ? change(u"step-started"_s, *id) : confirmed;
}

Status GuidedRun::finish(bool answerYes, const QString& note)
{
    const auto id = ready({StepStatus::Started, StepStatus::Executed});
    if (!id)
        return id.error();
    const Step& step = *m_state.current();
    if (m_state.record(*id).status == StepStatus::Started) {
        const Status executed = change(u"step-executed"_s, *id);
        if (!executed)
            return executed;
    }
    QJsonObject data{{u"note"_s, note.trimmed()}, {u"byWord"_s, true}};
    if (m_state.isAsked(step.id))
        data.insert(u"answerYes"_s, answerYes);
    return change(u"step-verified"_s, *id, data);
}

Status GuidedRun::executed(const QJsonObject& outcome)
{
    const auto id = ready({StepStatus::Started});
    return id ? change(u"step-executed"_s, *id, outcome) : Status(id.error());
}

Status GuidedRun::verified(const QJsonObject& data)
{
    const auto id = ready({StepStatus::Executed});
    return id ? change(u"step-verified"_s, *id, data) : Status(id.error());
}

Status GuidedRun::fail(const Text& note, const QJsonObject& data)
{
    const auto id = ready({StepStatus::Started, StepStatus::Executed});
    if (!id)
        return id.error();
    QJsonObject all = data;
    all.insert(u"note"_s, note.toJson());
    return change(u"step-failed"_s, *id, all);
}

Status GuidedRun::lookedAgain()
{
    const auto id = ready({StepStatus::Failed});
    return id ? change(u"step-looked-at"_s, *id) : Status(id.error());
}

Status GuidedRun::describe(const QString& kind, const QString& step, const QJsonObject& data)
{
    return change(kind, step, data);
}

Status GuidedRun::noteQueue(const QueueSample& sample)
{
    for (const QueueSample& kept : m_queues[sample.node].keep(sample)) {
        if (const Status status = change(u"queue-sample"_s, {}, kept.toJson()); !status)
            return status;
    }
    return success();
}

Status GuidedRun::exclude(const QString& node, const QString& reason, bool checkerAgrees,
                          const QJsonObject& data)
{
    if (m_state.end() != RunEnd::Running)
        return ready({}).error();
    if (m_state.checker().isEmpty() || !checkerAgrees) {
        return Error{u"exclude-needs-checker"_s,
                     Text::tr("A node is only left out when the checker agrees."),
                     nothingRecorded(),
                     Text::tr("Enter the checker's name, and let the checker agree."),
                     {}};
    }
    QJsonObject all = data;
    all.insert(u"node"_s, node);
    all.insert(u"note"_s, reason.trimmed());
    all.insert(u"checker"_s, m_state.checker());
    return change(u"node-excluded"_s, {}, all);
}

Status GuidedRun::retry()
{
    const auto id = ready({StepStatus::Failed, StepStatus::RolledBack});
    return id ? change(u"step-retried"_s, *id) : Status(id.error());
}

Status GuidedRun::skip(const QString& reason)
{
    const auto id =
        ready({StepStatus::Pending, StepStatus::Confirmed, StepStatus::Failed, StepStatus::RolledBack});
    if (!id)
        return id.error();
    const Step& step = *m_state.current();
    if (!step.skippable) {
        return Error{u"step-not-skippable"_s,
                     step.requiredBy.isEmpty()
                         ? Text::tr("This step can't be skipped: later steps rest on it.")
                         : Text::tr("This step can't be skipped: these rules need it: %1.")
                               .arg(Text::list(step.requiredBy)),
                     nothingRecorded(),
                     Text::tr("Do the step, or hold the run."),
                     {}};
    }
    if (reason.trimmed().isEmpty()) {
        return Error{u"skip-without-reason"_s,
                     Text::tr("A step is only skipped with a reason."),
                     nothingRecorded(),
                     Text::tr("Write the reason into the note."),
                     {}};
    }
    return change(u"step-skipped"_s, *id, {{u"note"_s, reason.trimmed()}});
}

Status GuidedRun::mayRollBack(const QString& stepId) const
{
    const auto current =
        ready({StepStatus::Pending, StepStatus::Confirmed, StepStatus::Failed, StepStatus::RolledBack});
    if (!current)
        return current.error();
    const Step* next = m_state.nextRollback();
    if (!next || next->id != stepId) {
        return Error{u"rollback-out-of-order"_s,
                     Text::tr("What was done last is undone first."),
                     nothingRecorded(),
                     next ? Text::tr("Undo this first: %1").arg(next->title)
                          : Text::tr("There is nothing left to undo."),
                     {}};
    }
    // The version of a node that was left out may be another one for ever. The others are only freed beside it while what stands
    // on itself keeps it apart (S1).
    const QStringList leftOut = m_state.leftOutPastInstaller();
    const bool freed = m_state.takingPartAreBack() && m_state.leftOutStandApart() && !leftOut.contains(next->node);
    if (m_state.isolationMustStand() && !freed && separates(procedure(), *next)) {
        return Error{
            u"isolation-must-stand"_s,
            Text::tr("The nodes may have different versions: what separates them must stay (S8)."),
            nothingRecorded(),
            m_state.takingPartAreBack()
                ? Text::tr("Go on until every node that takes part has the target version. Going back ends here: %1 was left out "
                           "after its installer had been started, and what would be undone now is what keeps it apart from the "
                           "others. Whoever must go back all the same holds the run, makes sure that %1 is switched off or cut off "
                           "by other means, and takes back by hand what stands of the other nodes in the list. What stands of %1 "
                           "stays.")
                      .arg(shownNames(leftOut))
                : Text::tr("Go on until every node has the target version, or go back to the old version on every "
                           "node first."),
            {}};
    }
    return success();
}

Status GuidedRun::rolledBack(const QString& stepId, const QString& note, const QJsonObject& restsOn)
{
    const Status allowed = mayRollBack(stepId);
    QJsonObject data = restsOn;
    data.insert(u"note"_s, note.trimmed());
    return allowed ? change(u"step-rolled-back"_s, stepId, data) : allowed;
}

Status GuidedRun::hold(const Text& reason)
{
    if (m_state.end() != RunEnd::Running)
        return ready({}).error();
    return change(u"run-held"_s, {}, {{u"note"_s, reason.toJson()}});
}

Status GuidedRun::goOn()
{
    if (m_state.end() != RunEnd::Held)
        return ready({}).error();
    return change(u"run-resumed"_s, {});
}

Status GuidedRun::finalCheck(const QString& id, const Text& text, bool holds, const Text& seen)
{
    QJsonObject data{{u"id"_s, id}, {u"text"_s, text.toJson()}, {u"holds"_s, holds}};
    if (!seen.isEmpty())
        data.insert(u"seen"_s, seen.toJson());
    return change(u"final-check"_s, {}, data);
}

} // namespace ruw
