#include "Verdict.h"

using namespace Qt::StringLiterals;
using namespace ruw;

namespace explore {

QStringList wrongWith(const RehearsalResult& result, const Rehearsal& rehearsal, qsizetype firstViolation)
{
    using Outcome = RehearsalResult::Outcome;
    QStringList wrong;
    for (const Violation& violation : result.violations.sliced(firstViolation)) {
        const Step* step = rehearsal.procedure().step(violation.step);
        wrong.append(violation.rule + u" in "_s + (step ? stepKindCode(step->kind) : violation.step));
    }
    const bool ended = result.outcome == Outcome::Done || result.outcome == Outcome::DoneWithExceptions ||
                       result.outcome == Outcome::RolledBack;
    if (!ended && !result.stopped) {
        QString at;
        for (const RehearsalResult::StepPlayed& step : result.steps) {
            if (step.status == StepStatus::Verified || step.status == StepStatus::NotNeeded ||
                step.status == StepStatus::Skipped)
                continue;
            at = stepKindCode(rehearsal.procedure().step(step.id)->kind);
            break;
        }
        wrong.append(u"stuck ("_s + outcomeCode(result.outcome) + u") in "_s + at);
    }
    if (result.mailLost > result.mailLostToWorld)
        wrong.append(u"mail lost"_s);
    if (result.mailDoubled > 0)
        wrong.append(u"mail doubled"_s);
    if (result.outcome == Outcome::Done && result.mailQueued > 0)
        wrong.append(u"mail left in a queue"_s);
    wrong.removeDuplicates();
    return wrong;
}

QStringList wrongWith(const Rehearsal& rehearsal, quint64 seed, const FaultPlan& faults)
{
    return wrongWith(rehearsal.play({seed, faults, true}), rehearsal);
}

std::optional<FaultPlan> shrunk(const Rehearsal& rehearsal, quint64 seed, const FaultPlan& faults, const QString& what)
{
    const auto shows = [&](const QList<Fault>& list) {
        return wrongWith(rehearsal, seed, FaultPlan{list}).contains(what);
    };
    QList<Fault> list = faults.faults;
    if (!shows(list))
        return std::nullopt;
    // Halves first, then ever smaller parts, until no single fault can be left out.
    for (qsizetype part = (list.size() + 1) / 2; part >= 1;) {
        bool smaller = false;
        for (qsizetype at = 0; at < list.size();) {
            QList<Fault> without = list;
            without.remove(at, std::min(part, list.size() - at));
            if (shows(without)) {
                list = without;
                smaller = true;
            } else {
                at += part;
            }
        }
        if (!smaller || list.isEmpty())
            part = part == 1 ? 0 : (part + 1) / 2;
        else
            part = std::min(part, (list.size() + 1) / 2);
        if (list.isEmpty())
            break;
    }
    return FaultPlan{list};
}

} // namespace explore
