#include "core/run/QueueWatch.h"

#include "core/base/Quote.h"
#include "core/survey/AnswerFacts.h"
#include "core/survey/AskNode.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

bool settled(StepStatus status)
{
    return status == StepStatus::Verified || status == StepStatus::Skipped || status == StepStatus::NotNeeded;
}

bool cutsSync(const Step& step)
{
    return step.kind == StepKind::Block;
}

} // namespace

QueueLook readQueue(const Node& node, const Site& site, SiteAccess& access, const Clock& clock,
                    std::stop_token stop)
{
    QueueLook look{node.name, clock.now(), {}, {}, true};
    if (node.access != AccessKind::Ssh) {
        look.why =
            Text::tr("It can't be seen from here: %1 is worked on by hand. Look at its queue directory "
                     "and its free disk there.")
                .arg(shownSafely(node.name));
        return look;
    }
    if (node.queueDir.isEmpty()) {
        look.why = Text::tr("It can't be seen: no queue directory is entered for %1. Look at it there.")
                       .arg(shownSafely(node.name));
        return look;
    }
    look.never = false;
    const auto way = access.node(node, site);
    if (!way) {
        look.why = way.error().what;
        return look;
    }
    const NodeQuery query = NodeQuery::about(node, Ask::Queue);
    const Result<NodeAnswer> answer = askNode(**way, query, std::move(stop));
    look.when = clock.now();
    if (!answer) {
        look.why = answer.error().what;
        return look;
    }
    return queueLook(node.name, look.when, *answer, query);
}

QueueLook queueLook(const QString& node, const QDateTime& when, const NodeAnswer& answer,
                    const NodeQuery& query)
{
    QueueLook look{node, when, {}, {}, false};
    const Fact<answerfacts::Queue> queue = answerfacts::queue(answer, query);
    if (!queue.value) {
        look.why = queue.detail;
        return look;
    }
    QueueSample sample{node, when, queue.value->files, queue.value->bytes, -1, {}};
    if (queue.value->oldestSecs > 0) {
        if (const auto nodeTime = answerfacts::nodeTime(answer))
            sample.oldestSeconds = std::max<qint64>(0, *nodeTime - queue.value->oldestSecs);
    }
    sample.freeBytes = answerfacts::freeDisk(answer, query).value;
    look.sample = sample;
    return look;
}

QueuePhase queuePhase(const SiteFacts& facts, const RunState& state)
{
    const Procedure& procedure = state.procedure();
    if (!facts.countsAsDataSyncOn() || !keepsMailFlowing(procedure.kind) || state.end() == RunEnd::RolledBack)
        return QueuePhase::None;
    const Step* current = state.current();
    const bool watches = current && current->kind == StepKind::WatchQueue &&
                         std::any_of(current->expects.cbegin(), current->expects.cend(),
                                     [](const auto& one) { return one.kind == ConditionKind::QueueDrained; });
    if (watches)
        return QueuePhase::Draining; // the others' blocks may still stand: one slave after the other
    bool cut = false;
    for (const ChangeLedger::Entry& entry : state.ledger().open())
        cut = cut || entry.id.startsWith("block"_L1);
    const bool goesBack = std::any_of(procedure.steps.cbegin(), procedure.steps.cend(), [&](const Step& step) {
        return cutsSync(step) && state.record(step.id).wasUndone() && !state.isExcluded(step.node);
    });
    if (cut)
        return goesBack ? QueuePhase::Draining : QueuePhase::PilingUp;
    const bool begun = std::any_of(procedure.steps.cbegin(), procedure.steps.cend(), [&](const Step& step) {
        return cutsSync(step) && state.record(step.id).touched;
    });
    if (!begun)
        return QueuePhase::Before;
    const bool drained = std::all_of(procedure.steps.cbegin(), procedure.steps.cend(), [&](const Step& step) {
        return step.kind != StepKind::WatchQueue || settled(state.record(step.id).status);
    });
    return drained ? QueuePhase::None : QueuePhase::Draining;
}

std::optional<std::chrono::seconds> queuePause(QueuePhase phase)
{
    switch (phase) {
    case QueuePhase::None:
        return std::nullopt;
    case QueuePhase::Before:
    case QueuePhase::PilingUp:
        return std::chrono::seconds(60);
    case QueuePhase::Draining:
        return std::chrono::seconds(15);
    }
    Q_UNREACHABLE();
}

QList<Node> queueNodes(const SiteFacts& facts, const RunState& state)
{
    QList<Node> nodes;
    for (const Node& node : facts.site.slaves()) {
        if (!state.isExcluded(node.name))
            nodes.append(node);
    }
    return nodes;
}

int minutesUntilLifting(const RunState& state, const QString& node)
{
    const Procedure& procedure = state.procedure();
    int left = 0;
    for (qsizetype i = std::max(0, state.currentIndex()); i < procedure.steps.size(); ++i) {
        const Step& step = procedure.steps[i];
        left += step.minutes;
        // The master's block is lifted first, but what stands on the node itself cuts it still.
        if (step.kind == StepKind::Unblock && (step.node.isEmpty() || step.node == node))
            return left;
    }
    return 0;
}

void QueuePicture::add(const QueueLook& look)
{
    if (!look.sample) {
        m_unseen.insert(look.node, look.why);
        if (look.never)
            m_onNode.insert(look.node);
        return;
    }
    m_unseen.remove(look.node);
    m_series[look.node].add(*look.sample);
}

QList<QueuePicture::Line> QueuePicture::lines(const SiteFacts& facts, const RunState& state,
                                              const QDateTime& now) const
{
    QList<Line> out;
    const QueuePhase phase = queuePhase(facts, state);
    if (phase == QueuePhase::None && m_series.isEmpty())
        return out;
    const bool over = phase == QueuePhase::None || (state.end() != RunEnd::Running && state.end() != RunEnd::Held);
    for (const Node& node : queueNodes(facts, state)) {
        Line line;
        line.node = node.name;
        const auto found = m_series.constFind(node.name);
        if (found != m_series.cend()) {
            const QDateTime lifted = state.liftedAt(node.name);
            const bool pilesUp =
                phase != QueuePhase::None && phase != QueuePhase::Before && !lifted.isValid();
            // Nobody looks any more when there is nothing left to watch: what was seen last is how it stands.
            const QDateTime asOf = over ? found->samples().last().when : now;
            line.outlook =
                found->outlook(asOf, pilesUp ? asOf.addSecs(60LL * minutesUntilLifting(state, node.name)) : QDateTime());
            line.level = line.outlook.level;
            line.drain = found->drain(lifted, asOf);
            line.text = line.drain ? line.drain->text() : line.outlook.text();
            if (over)
                line.text = Text::tr("Seen last at %1: %2").arg(Text::timeOfDay(asOf)).arg(line.text);
            // A drain does not make a disk that is nearly full any larger.
            if (line.drain && line.level >= QueueOutlook::Level::Warning)
                line.text = Text::list({line.text, line.outlook.text()});
        }
        const Text why = m_unseen.value(node.name);
        if (!why.isEmpty() && !(over && found != m_series.cend()) &&
            (found == m_series.cend() || line.outlook.stale)) {
            line.level = QueueOutlook::Level::Unknown;
            line.text = why;
            line.onNode = m_onNode.contains(node.name);
        } else if (found == m_series.cend()) {
            line.text = line.outlook.text();
        }
        out.append(line);
    }
    return out;
}

} // namespace ruw
