#include "StateGraph.h"

#include "Verdict.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace explore {

namespace {

/// Between two steps a run that was killed stands as one that was not: kills are a part of their own.
bool isCrash(FaultKind kind)
{
    return kind == FaultKind::KilledBefore || kind == FaultKind::KilledAfter || kind == FaultKind::KilledAmid;
}

} // namespace

bool standsAlone(const Fault& fault)
{
    return fault.moment != FaultMoment::Undo && fault.kind != FaultKind::OperatorGivesUp &&
           fault.kind != FaultKind::OperatorExcludes && !isCrash(fault.kind);
}

void Tally::add(const Tally& other)
{
    for (auto it = other.runs.cbegin(); it != other.runs.cend(); ++it)
        runs[it.key()] += *it;
    for (auto it = other.ends.cbegin(); it != other.ends.cend(); ++it)
        ends[it.key()] += *it;
    for (auto it = other.findings.cbegin(); it != other.findings.cend(); ++it) {
        const auto own = findings.find(it.key());
        if (own == findings.end())
            findings.insert(it.key(), *it);
        else
            own->count += it->count;
    }
    played += other.played;
    merged += other.merged;
    passedOver += other.passedOver;
    steps += other.steps;
    states += other.states;
    worldEvents += other.worldEvents;
    for (auto it = other.idle.cbegin(); it != other.idle.cend(); ++it)
        idle[it.key()] += *it;
}

qint64 Tally::total() const
{
    qint64 sum = 0;
    for (const qint64 count : runs)
        sum += count;
    return sum;
}

void Tally::found(const QString& what, const Scene& scene, quint64 seed, const FaultPlan& faults, const QString& detail)
{
    QStringList kinds;
    for (const Fault& fault : faults.faults)
        kinds.append(faultCode(fault.kind));
    kinds.sort();
    Finding& finding = findings[what + u" by "_s + (kinds.isEmpty() ? u"-"_s : kinds.join(u'+'))];
    if (finding.count++ == 0)
        finding = {what, scene.name, faults, seed, 1, detail, {}};
}

StateGraph::StateGraph(const Scene& scene, Tally& tally, const QList<FaultKind>& kinds)
    : m_scene(scene), m_rehearsal(*scene.rehearsal), m_tally(&tally)
{
    const QList<Step>& steps = m_rehearsal.procedure().steps;
    for (int i = 0; i < int(steps.size()); ++i) {
        m_stepIndex.insert(steps[i].id, i);
        std::vector<Fault> faults = faultsAt(scene, steps[i]);
        std::vector<Fault> undoing;
        for (const Fault& fault : faults) {
            if (fault.moment == FaultMoment::Undo)
                undoing.push_back(fault);
        }
        m_undoFaults.append(undoing);
        std::erase_if(faults, [&](const Fault& fault) {
            return !standsAlone(fault) || (!kinds.isEmpty() && !kinds.contains(fault.kind));
        });
        m_faults.append(faults);
    }
    m_kills = kinds.isEmpty() || kinds.contains(FaultKind::KilledAfter);
    straight();
}

qint64 StateGraph::singlesAt(int step) const
{
    return step < 0 ? 0 : qint64(m_faults[step].size());
}

StateGraph::Run StateGraph::play(const RehearsalPoint* from, const QList<Fault>& faults, bool wantsPoints, bool onlyExpanded)
{
    Run run;
    QSet<QByteArray> own;
    bool circles = false;
    const auto visitor = [&](RehearsalStand& stand) {
        ++m_tally->steps;
        const QByteArray key = QCryptographicHash::hash(stand.likeness(), QCryptographicHash::Sha256);
        const auto known = m_known.constFind(key);
        const Step* undo = wantsPoints ? stand.nextUndo() : nullptr;
        Come come{key,
                  int(m_stepIndex.value(stand.step().id, -1)),
                  undo ? int(m_stepIndex.value(undo->id, -1)) : -1,
                  stand.violations().size(),
                  stand.mailLostToRun(),
                  stand.mailDoubled(),
                  stand.records(),
                  stand.calm(),
                  {}};
        circles = own.contains(key);
        if (circles || (known != m_known.cend() && (!onlyExpanded || known->expanded))) {
            run.merged = key;
            run.path.append(come);
            return false;
        }
        own.insert(key);
        if (wantsPoints)
            come.point = stand.point();
        run.path.append(come);
        return true;
    };
    const Rehearsal::Manner manner{1, FaultPlan{faults}, true};
    const RehearsalResult result =
        from ? m_rehearsal.playOn(*from, manner, visitor) : m_rehearsal.play(manner, visitor);
    m_tally->worldEvents += result.worldEvents;
    run.troubles = result.troubles;
    run.faultLeft = !result.faultsLeft.isEmpty();
    run.records = run.merged.isEmpty() ? int(result.journal.count('\n')) : run.path.last().records;
    const QStringList after = circles ? QStringList{u"goes round in circles"_s}
                              : run.merged.isEmpty() ? QStringList() : m_known.value(run.merged).wrong;
    const qint64 lost = result.mailLost - result.mailLostToWorld;
    const auto wrongFrom = [&](qsizetype violations, qint64 lostBefore, qint64 doubledBefore) {
        RehearsalResult part = result;
        if (lost <= lostBefore)
            part.mailLost = part.mailLostToWorld;
        part.mailDoubled -= doubledBefore;
        QStringList wrong = wrongWith(part, m_rehearsal, violations) + after;
        wrong.removeDuplicates();
        return wrong;
    };
    run.wrong = wrongFrom(0, 0, 0);
    const QStringList clean = run.wrong.isEmpty() ? QStringList() : wrongFrom(result.violations.size(), lost, result.mailDoubled);
    qint64 singles = 0;
    if (!run.merged.isEmpty()) {
        singles = m_known.value(run.merged).singles;
        run.path.removeLast();
    } else {
        ++m_tally->ends[outcomeCode(result.outcome)];
    }
    for (auto come = run.path.crbegin(); come != run.path.crend(); ++come) {
        singles += come->calm ? 0 : singlesAt(come->step);
        Known& known = m_known[come->key];
        known.singles = singles;
        known.wrong = run.wrong.isEmpty()                              ? QStringList()
                      : come->violations == result.violations.size() && come->lost == lost && come->doubled == result.mailDoubled
                          ? clean
                          : wrongFrom(come->violations, come->lost, come->doubled);
    }
    m_tally->states += m_known.size() - m_statesCounted;
    m_statesCounted = m_known.size();
    return run;
}

void StateGraph::judge(const Run& run, const QString& part, const QList<Fault>& faults)
{
    ++m_tally->runs[part];
    ++(run.merged.isEmpty() ? m_tally->played : m_tally->merged);
    for (const QString& wrong : run.wrong)
        m_tally->found(wrong, m_scene, 1, FaultPlan{faults}, {});
}

void StateGraph::straight()
{
    const Run run = play(nullptr, {}, true, false);
    m_base = run.path;
    m_baseRecords = int(m_rehearsal.play({}).journal.count('\n'));
    judge(run, u"straight"_s, {});
}

void StateGraph::singles()
{
    for (qsizetype i = 0; i < m_base.size(); ++i) {
        const Come& come = m_base[i];
        for (const Fault& fault : m_faults[come.step]) {
            if (isOver())
                return;
            const Run run = play(come.point.get(), {fault}, false, false);
            judge(run, u"single"_s, {fault});
            const bool likeNone = i + 1 < m_base.size() && run.merged == m_base[i + 1].key && run.path.isEmpty() &&
                                  run.records == m_base[i + 1].records && run.troubles == 0;
            m_tally->idle[faultCode(fault.kind)] += run.faultLeft || likeNone ? 1 : 0;
            if (run.troubles > 0)
                m_troubled.emplace_back(&come, fault);
        }
        m_known[come.key].expanded = true;
    }
}

void StateGraph::remedies(bool undoes, bool excludes)
{
    const auto playBoth = [&](const Come& come, const Fault& first, const Fault& second, const QString& part) {
        const QList<Fault> both{first, second};
        judge(play(come.point.get(), both, false, false), part, both);
    };
    // Gone back from each step: what can happen while the first one is undone, from the last one while any is.
    const Come* last = nullptr;
    for (const Come& come : m_base) {
        if (come.nextUndo >= 0 && std::any_of(m_faults[come.step].begin(), m_faults[come.step].end(),
                                              [](const Fault& one) { return one.kind == FaultKind::OperatorGoesBack; }))
            last = &come;
    }
    for (const Come& come : std::as_const(m_base)) {
        if (!undoes || come.nextUndo < 0)
            continue;
        const Fault back{FaultKind::OperatorGoesBack, m_rehearsal.procedure().steps[come.step].id, 0};
        if (std::find(m_faults[come.step].begin(), m_faults[come.step].end(), back) == m_faults[come.step].end())
            continue;
        for (int step = 0; step < int(m_undoFaults.size()); ++step) {
            if (step != come.nextUndo && &come != last)
                continue;
            for (const Fault& fault : m_undoFaults[step]) {
                if (isOver())
                    return;
                playBoth(come, back, fault, u"undo"_s);
            }
        }
    }
    // Gone back, or the slave left out, at the first trouble.
    for (const auto& [come, fault] : m_troubled) {
        const Step& step = m_rehearsal.procedure().steps[come->step];
        for (const FaultKind kind : {FaultKind::OperatorGivesUp, FaultKind::OperatorExcludes}) {
            const Fault then{kind, step.id, 0};
            const bool wanted = kind == FaultKind::OperatorGivesUp ? undoes : excludes;
            if (!wanted || !faultFits(then, m_rehearsal.procedure(), m_rehearsal.facts().site))
                continue;
            if (isOver())
                return;
            playBoth(*come, fault, then, kind == FaultKind::OperatorGivesUp ? u"given up"_s : u"excluded"_s);
        }
    }
}

void StateGraph::crashes()
{
    for (qsizetype i = 0; i < m_base.size(); ++i) {
        const int last = i + 1 < m_base.size() ? m_base[i + 1].records : m_baseRecords;
        kill(m_base[i], {}, {}, last);
    }
}

/// At each record from this state on, with these faults beside; `before` led to the state.
void StateGraph::kill(const Come& come, const QList<Fault>& before, const QList<Fault>& faults, int lastRecord)
{
    for (int record = come.records + 1; record <= lastRecord; ++record) {
        for (const FaultKind kind : {FaultKind::KilledBefore, FaultKind::KilledAfter, FaultKind::KilledAmid}) {
            if (isOver())
                return;
            const QList<Fault> now = faults + QList<Fault>{{kind, {}, record}};
            const QList<Fault> all = before + now;
            judge(play(come.point.get(), now, false, false), all.size() == 1 ? u"crash"_s : u"crash after a fault"_s, all);
        }
    }
}

void StateGraph::pairs()
{
    for (const Come& base : m_base)
        m_known[base.key].expanded = true; // singles() have played them
    for (const Come& base : std::as_const(m_base)) {
        const std::vector<Fault>& here = m_faults[base.step];
        for (size_t i = 0; i < here.size(); ++i) {
            // Both at this step.
            for (size_t j = i; j < here.size(); ++j) {
                if (isOver())
                    return;
                const QList<Fault> both{here[i], here[j]};
                judge(play(base.point.get(), both, false, false), u"pairs"_s, both);
            }
            // The second one at any step that the run comes to after the first.
            const Run first = play(base.point.get(), {here[i]}, true, true);
            const qint64 rest = first.merged.isEmpty() ? 0 : m_known.value(first.merged).singles;
            m_tally->runs[u"pairs"_s] += rest;
            m_tally->passedOver += rest;
            if (m_kills)
                kill(base, {}, {here[i]}, first.path.isEmpty() ? first.records : first.path.first().records);
            for (qsizetype at = 0; at < first.path.size(); ++at) {
                const Come& come = first.path[at];
                if (come.calm)
                    continue;
                for (const Fault& second : m_faults[come.step]) {
                    if (isOver())
                        return;
                    const QList<Fault> both{here[i], second};
                    judge(play(come.point.get(), {second}, false, false), u"pairs"_s, both);
                }
                if (m_kills)
                    kill(come, {here[i]}, {}, at + 1 < first.path.size() ? first.path[at + 1].records : first.records);
                m_known[come.key].expanded = true;
            }
        }
    }
}

} // namespace explore
