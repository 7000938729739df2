// How the Runner judges a step when its action has ended: it waits for the result, asks for words, and says whether it is as
// expected.

#include "core/base/Quote.h"
#include "core/run/Drift.h"
#include "core/run/Runner.h"
#include "core/run/RunRecords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

using Verdict = Observation::Verdict;

namespace {

/// How long a state may take to show after its action, in seconds.
int patienceFor(const Condition& condition, const Step& step)
{
    constexpr std::array<std::pair<ConditionKind, int>, 14> table = {{
        {ConditionKind::ServiceRunning, 120},
        {ConditionKind::ServiceStopped, 120},
        {ConditionKind::SmtpAnswers, 180},
        {ConditionKind::PortsFiltered, 20},
        {ConditionKind::PortsAsBaseline, 120},
        {ConditionKind::QueueDrained, 3600},
        {ConditionKind::VersionIs, 20},
        {ConditionKind::SameVersionEverywhere, 20},
        {ConditionKind::BlockPresent, 20},
        {ConditionKind::BlockAbsent, 20},
        {ConditionKind::BootStartOff, 20},
        {ConditionKind::BootStartOn, 20},
        {ConditionKind::SettingsSyncOff, 20},
        {ConditionKind::SettingsSyncOn, 20},
    }};
    if (condition.kind == ConditionKind::InstallerEnded)
        return step.action.limitSeconds;
    for (const auto& [kind, seconds] : table) {
        if (kind == condition.kind)
            return seconds;
    }
    return 0;
}

} // namespace

/// Looks until it shows or the patience is at its end. With `meanwhile` the rest of the site is watched too: trouble there ends
/// the waiting, not what is waited for.
QList<Observation> Runner::await(const Step& step, const QList<Condition>& conditions, std::stop_token stop,
                                 std::optional<Trouble>* meanwhile, int mostSeconds)
{
    constexpr std::chrono::milliseconds pause{2000};
    int limit = 0;
    for (const Condition& condition : conditions)
        limit = std::max(limit, patienceFor(condition, step));
    limit = std::min(limit, mostSeconds);
    const QDateTime began = m_waiter.now();
    for (;;) {
        QList<Observation> seen = m_observer.look(conditions, stop);
        for (const Observation& one : std::as_const(seen)) {
            if (one.queue)
                (void)m_run.noteQueue(*one.queue); // a journal that fails stops the run at its next record
        }
        const bool settled = std::all_of(seen.cbegin(), seen.cend(), [](const Observation& one) {
            return one.verdict == Verdict::Holds || one.verdict == Verdict::ByWord || one.final;
        });
        const qint64 waited = began.secsTo(m_waiter.now());
        if (settled || waited >= limit || stop.stop_requested())
            return seen;
        if (meanwhile && (*meanwhile = worldTroubleMeanwhile(step, stop)))
            return seen;
        if (!m_gate.waiting({step, seen, waited, limit}))
            return seen;
        m_waiter.wait(pause, stop);
    }
}

/// Who reaches whom from this node, into the journal. Gives one observation for each node of which no port answered.
Result<QList<Observation>> Runner::recordBaseline(const Step& step, std::stop_token stop)
{
    QList<Observation> silent;
    const Node* node = m_facts.site.node(step.node);
    if (!node || node->access != AccessKind::Ssh)
        return silent; // recorded by hand
    const QList<LinkState> links = m_observer.links(step.node, m_run.procedure().blockedPorts, stop);
    const Status kept = m_run.describe(u"baseline-recorded"_s, step.id, {{u"links"_s, linksToJson(links)}});
    if (!kept)
        return kept.error();
    for (const NodeFacts& peer : m_facts.nodes) {
        if (peer.node.name == step.node || m_run.state().isExcluded(peer.node.name))
            continue;
        const bool answered = std::any_of(links.cbegin(), links.cend(), [&](const LinkState& link) {
            return link.to == peer.node.name &&
                   (link.state == PortState::Open || link.state == PortState::Refused);
        });
        if (answered)
            continue;
        Condition condition;
        condition.kind = ConditionKind::PortsAsBaseline;
        condition.node = peer.node.name;
        condition.peer = step.node;
        condition.ports = m_run.procedure().blockedPorts;
        silent.append({condition, Verdict::Unknown,
                       Text::tr("No sync port of %1 answered %2: later a closed port will prove nothing.")
                           .arg(shownSafely(peer.node.name))
                           .arg(shownSafely(step.node))});
    }
    return silent;
}

/// Whether a step that hangs on this one brings about what was not seen.
bool Runner::isMendedNext(const Step& step, const QList<Observation>& seen) const
{
    const QList<Step>& steps = m_run.procedure().steps;
    return std::all_of(seen.cbegin(), seen.cend(), [&](const Observation& one) {
        return one.verdict == Verdict::Holds ||
               (one.verdict == Verdict::Broken &&
                std::any_of(steps.cbegin(), steps.cend(), [&](const Step& other) {
                    return other.onlyIf == step.id && other.expects.contains(one.condition);
                }));
    });
}

namespace {

/// Into what was seen of the config, for the window, the terminal, the journal and the report alike.
void showDiff(QList<Observation>& seen, const QString& diff)
{
    constexpr qsizetype mostLines = 40;
    const QStringList lines = diff.split(u'\n');
    QList<Text> shown{Text::tr("mf_replica.def has changed since the survey:")};
    for (const QString& line : lines.sliced(0, std::min(lines.size(), mostLines)))
        shown.append(Text::verbatim(shownSafely(line)));
    if (lines.size() > mostLines)
        shown.append(Text::tr("... and %1 more lines").arg(lines.size() - mostLines));
    for (Observation& one : seen) {
        if (one.condition.kind == ConditionKind::ConfigAsPlanned)
            one.seen = Text::lines(one.seen.isEmpty() ? shown : QList<Text>{one.seen} + shown);
    }
}

} // namespace

/// The ports that a config names beyond the planned ones: from here on the block must cover them.
Status Runner::notePortsFound(const Step& step, const QList<int>& beyond)
{
    QList<int> ports = m_run.state().portsFound(step.node);
    const qsizetype known = ports.size();
    for (const int port : beyond) {
        if (!ports.contains(port))
            ports.append(port);
    }
    if (ports.size() == known)
        return success();
    std::sort(ports.begin(), ports.end());
    return m_run.describe(u"ports-found"_s, step.id, {{u"node"_s, step.node}, {u"ports"_s, portsToJson(ports)}});
}

/// The block was extended since ports were found here last (RunState sets the step back then).
bool Runner::isExtended(const Step& step) const
{
    const QList<Step>& steps = m_run.procedure().steps;
    return std::any_of(steps.cbegin(), steps.cend(), [&](const Step& other) {
        return other.onlyIf == step.id && m_run.state().record(other.id).status == StepStatus::Verified;
    });
}

/// Nobody watched an installer that was run by hand, and it leaves nothing where the program looks: its end is the operator's
/// word; its work is the version, which is read next.
void Runner::leaveToWord(QList<Observation>& seen)
{
    for (Observation& one : seen) {
        if (one.condition.kind != ConditionKind::InstallerEnded || !one.final || one.verdict == Verdict::Holds)
            continue;
        one.verdict = Verdict::ByWord;
        one.notStarted = false; // by the program
        one.seen = Text::tr("It was run by hand: the program did not watch it.");
    }
}

/// Without what was told in confidence (S10).
QString Runner::redacted(const QString& node, const QString& text) const
{
    const auto access = m_access.node(*m_facts.site.node(node), m_facts.site);
    return access ? QString::fromUtf8((*access)->redacted(text.toUtf8())) : QString();
}

Runner::Outcome Runner::judge(const Step& step, bool byHand, std::stop_token stop)
{
    m_gate.changed(m_run.state()); // the action has ended
    const QList<Condition> conditions = ofThoseTakingPart(step.expects);
    QString diff;
    if (step.kind == StepKind::RereadConfig) {
        const std::optional<Result<NodeSurvey>> read = m_observer.readNode(step.node, stop);
        if (read && *read && (**read).config) {
            const NodeSurvey& now = **read;
            const QList<int> beyond = portsBeyond(*now.config, m_facts, m_run.procedure().blockedPorts);
            diff = redacted(step.node, configDiff(m_facts.node(step.node)->survey, now));
            const Status kept = m_run.describe(u"config-reread"_s, step.id, {{u"diff"_s, diff}});
            if (!kept)
                return kept.error();
            // Where no port is blocked none is beyond the block.
            if (!m_run.procedure().blockedPorts.isEmpty() && !beyond.isEmpty()) {
                if (const Status noted = notePortsFound(step, beyond); !noted)
                    return noted.error();
                // Not covered yet: the question is answered "no", and the step that extends the block follows.
                if (m_run.procedure().kind == ProcedureKind::BlockSyncPorts && m_run.state().isAsked(step.id) &&
                    !isExtended(step)) {
                    const Text note = Text::tr("mf_replica.def also names %1.").arg(portRanges(beyond));
                    return passed(m_run.verified(QJsonObject{
                        {u"byWord"_s, false}, {u"answerYes"_s, false}, {u"note"_s, note.toJson()}}));
                }
            }
        }
    }
    std::optional<Trouble> meanwhile;
    QList<Observation> seen = await(step, conditions, stop, &meanwhile);
    // Stopped before it could be seen: not judged. Whoever resumes looks.
    if (stop.stop_requested() && !allHold(seen))
        return hold(Text::tr("The operator stopped the run."));
    if (meanwhile)
        return report(std::move(*meanwhile), stop); // what goes on on the node goes on, and is found again
    if (step.kind == StepKind::RecordBaseline) {
        Result<QList<Observation>> baseline = recordBaseline(step, stop);
        if (!baseline)
            return baseline.error();
        // Where nothing answers, nothing can be proved later: a person decides whether that is how the site is.
        if (!byHand)
            seen += *baseline;
    }
    if (byHand)
        leaveToWord(seen);
    if (!diff.isEmpty()) // whoever judges a config must see what became of it
        showDiff(seen, diff);
    if (std::any_of(seen.cbegin(), seen.cend(), [](const Observation& one) { return one.verdict == Verdict::ByWord; }))
        m_gate.seenSoFar(step, seen);
    bool byWord = false;
    bool saidNo = false;
    for (Observation& one : seen) {
        if (one.verdict != Verdict::ByWord)
            continue;
        const ConfirmationGate::Word word = m_gate.askWord(step, one);
        if (word == ConfirmationGate::Word::Hold)
            return hold(Text::tr("The operator held the run before he judged the step."));
        byWord = one.byWord = true;
        const Text said = answerByWord(word == ConfirmationGate::Word::Yes);
        one.seen = one.seen.isEmpty() ? said : Text::lines({one.seen, said});
        if (word == ConfirmationGate::Word::No) {
            one.verdict = Verdict::Broken;
            // Another sync mode is no case that the procedure has steps for.
            saidNo = saidNo || one.condition.kind != ConditionKind::ConfigAsPlanned;
        } else {
            one.verdict = Verdict::Holds;
        }
    }
    m_gate.observed(step, seen);
    const bool holds = allHold(seen);
    const bool otherMode = std::any_of(seen.cbegin(), seen.cend(), [](const Observation& one) {
        return one.condition.kind == ConditionKind::ConfigAsPlanned && one.verdict != Verdict::Holds;
    });
    // The good case, or the other one for which the procedure has its steps.
    if (holds || (m_run.state().isAsked(step.id) && !otherMode && (saidNo || isMendedNext(step, seen)))) {
        QJsonObject data{{u"byWord"_s, byWord}, {u"observed"_s, observationsToJson(seen)}};
        if (m_run.state().isAsked(step.id))
            data.insert(u"answerYes"_s, holds);
        if (const Text note = noteOr({}); !note.isEmpty())
            data.insert(u"note"_s, note.toJson());
        return passed(m_run.verified(data));
    }
    const bool uncertain = m_run.state().record(step.id).uncertain;
    const Text what =
        uncertain ? Text::tr("The run was interrupted in this step, and its result does not show. It may "
                             "have taken effect in part.")
                  : Text::tr("The result of the step is not as expected.");
    const Status failed = m_run.fail(noteOr(what), {{u"observed"_s, observationsToJson(seen)}});
    if (!failed)
        return failed.error();
    return settle(
        trouble(uncertain ? Trouble::Kind::Uncertain : Trouble::Kind::Expectation, step, what, seen), stop);
}

} // namespace ruw
