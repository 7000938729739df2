#include "Explorer.h"

#include "../unit/RehearsalSamples.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace explore {

namespace {

using Outcome = RehearsalResult::Outcome;

struct Scene {
    QString name;
    std::shared_ptr<const Rehearsal> rehearsal;
    bool smallest = false; ///< 1+1 on one border, Linux
    bool windows = false;
};

struct Task {
    const Scene* scene = nullptr;
    QString part;
    Rehearsal::Manner manner;
};

struct Border {
    const char* source;
    const char* target;
};

QString sceneName(const samples::SiteShape& shape, ProcedureKind kind, const QString& os)
{
    return procedureCode(kind) + u" 1+%1 "_s.arg(shape.slaves) + QString::fromLatin1(shape.dataSync) + u' ' +
           os + u' ' + shape.source + u'-' + shape.target;
}

void addScene(std::vector<Scene>& scenes, Report& report, const samples::SiteShape& shape, ProcedureKind kind,
              const QString& os, const Wish& wish)
{
    const QString name = sceneName(shape, kind, os);
    if (!wish.only.isEmpty() && !name.contains(wish.only))
        return;
    auto rehearsal = samples::rehearsal(shape, kind);
    if (!rehearsal) {
        ++report.refused;
        return;
    }
    const bool smallest = shape.slaves == 1 && os == "linux"_L1 && shape.source == "5.20R01"_L1;
    scenes.push_back(
        {name, std::make_shared<const Rehearsal>(std::move(*rehearsal)), smallest, os != "linux"_L1});
}

std::vector<Scene> makeScenes(const Wish& wish, Report& report)
{
    static constexpr Border borders[] = {
        {"5.20R01", "5.60R01"}, {"4.90R01", "5.00R01"}, {"5.20R01", "5.31R01"}, {"5.31R01", "5.50R01"}};
    std::vector<Scene> scenes;
    for (const Border& border : borders) {
        for (const int slaves : {1, 2, 3}) {
            for (const char* sync : {"ON", "OFF"}) {
                for (const char* os : {"linux", "windows", "mixed"}) {
                    if (wish.quick && (&border != borders || slaves > 2 || os == QByteArray("windows")))
                        continue;
                    samples::SiteShape shape;
                    shape.slaves = slaves;
                    shape.dataSync = sync;
                    shape.source = QString::fromLatin1(border.source);
                    shape.target = QString::fromLatin1(border.target);
                    shape.mixed = os == QByteArray("mixed");
                    shape.os = os == QByteArray("windows") ? Os::Windows : Os::Linux;
                    for (const ProcedureKind kind : allProcedures())
                        addScene(scenes, report, shape, kind, QString::fromLatin1(os), wish);
                }
            }
        }
    }
    return scenes;
}

bool lies(const FaultPlan& plan)
{
    return std::any_of(plan.faults.cbegin(), plan.faults.cend(),
                       [](const Fault& fault) { return fault.kind == FaultKind::OperatorLies; });
}

/// Nobody can see it: what happens on a node that can't be asked, and on ports that only its own config names.
bool unseen(const Task& task)
{
    const Rehearsal& rehearsal = *task.scene->rehearsal;
    return std::any_of(
        task.manner.faults.faults.cbegin(), task.manner.faults.faults.cend(), [&](const Fault& fault) {
            const Step* step = rehearsal.procedure().step(fault.step);
            const Node* node = step ? rehearsal.facts().site.node(step->node) : nullptr;
            return node && node->access != AccessKind::Ssh &&
                   (fault.kind == FaultKind::ConfigChanges || fault.kind == FaultKind::PortStaysOpen ||
                    fault.kind == FaultKind::InstallerNewPort);
        });
}

/// What is wrong with a run that was played to its end; empty: nothing.
QStringList wrongWith(const RehearsalResult& result, const Task& task)
{
    QStringList wrong;
    const bool blind = unseen(task);
    for (const Violation& violation : result.violations) {
        if (blind && (violation.rule == "S1"_L1 || violation.rule == "S1w"_L1))
            continue;
        const Step* step = task.scene->rehearsal->procedure().step(violation.step);
        wrong.append(violation.rule + u" in "_s + (step ? stepKindCode(step->kind) : violation.step));
    }
    const bool ended = result.outcome == Outcome::Done || result.outcome == Outcome::DoneWithExceptions ||
                       result.outcome == Outcome::RolledBack;
    // After a false word that nobody can check the run may well stand where only its operator can help.
    if (!ended && !lies(task.manner.faults)) {
        QString at = outcomeCode(result.outcome);
        for (const RehearsalResult::StepPlayed& step : result.steps) {
            if (step.status == StepStatus::Verified || step.status == StepStatus::NotNeeded ||
                step.status == StepStatus::Skipped)
                continue;
            at = stepKindCode(task.scene->rehearsal->procedure().step(step.id)->kind);
            break;
        }
        wrong.append(u"stuck ("_s + outcomeCode(result.outcome) + u") in "_s + at);
    }
    // What went over a path that the world had opened is the world's doing: the run can only notice and hold.
    if (result.mailLost > 0 && result.worldEvents == 0 && !blind && !lies(task.manner.faults))
        wrong.append(u"mail lost"_s);
    if (result.mailDoubled > 0)
        wrong.append(u"mail doubled"_s);
    wrong.removeDuplicates();
    return wrong;
}

void playOne(const Task& task, const Wish& wish, Report& report)
{
    Rehearsal::Manner manner = task.manner;
    manner.finish = true;
    const RehearsalResult result = task.scene->rehearsal->play(manner);
    if (wish.digest) // in whatever order the runs come
        report.digest += QCryptographicHash::hash(result.journal, QCryptographicHash::Sha256).left(8).toHex().toULongLong(nullptr, 16);
    ++report.runs[task.part];
    ++report.outcomes[outcomeCode(result.outcome)];
    report.worldEvents += result.worldEvents;
    QStringList kinds;
    for (const Fault& fault : task.manner.faults.faults)
        kinds.append(faultCode(fault.kind));
    for (const QString& wrong : wrongWith(result, task)) {
        const QString key = wrong + u" by "_s + (kinds.isEmpty() ? u"-"_s : kinds.join(u'+'));
        Finding& finding = report.findings[key];
        if (finding.what.isEmpty()) {
            finding = {wrong, task.scene->name,     task.manner.faults.toString(), task.manner.seed,
                       0,     samples::seen(result)};
        }
        ++finding.count;
    }
}

/// With a limit the tasks are taken in a mixed order (always the same), so that a part of them stands for all.
Report playAll(std::vector<Task>& tasks, const Wish& wish, const QElapsedTimer& clock, qint64 untilMs)
{
    SeededNumbers numbers(1);
    for (size_t i = tasks.size(); untilMs > 0 && i > 1; --i)
        std::swap(tasks[i - 1], tasks[numbers.below(quint32(i))]);
    std::atomic<size_t> next = 0;
    std::mutex mutex;
    Report all;
    const auto work = [&] {
        Report own;
        for (size_t i = next++; i < tasks.size(); i = next++) {
            if (untilMs > 0 && clock.elapsed() > untilMs) {
                own.complete = false;
                break;
            }
            playOne(tasks[i], wish, own);
        }
        const std::lock_guard lock(mutex);
        all.add(own);
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < std::max(1, wish.jobs); ++i)
            threads.emplace_back(work);
    }
    return all;
}

std::vector<Fault> singleFaults(const Scene& scene)
{
    std::vector<Fault> out;
    const Procedure& procedure = scene.rehearsal->procedure();
    for (const Step& step : procedure.steps) {
        for (const FaultKind kind : allFaults()) {
            if (faultFits(kind, step, procedure, scene.rehearsal->facts().site))
                out.push_back({kind, step.id, 0});
        }
    }
    return out;
}

bool isCrash(FaultKind kind)
{
    return kind == FaultKind::KilledBefore || kind == FaultKind::KilledAfter || kind == FaultKind::KilledAmid;
}

} // namespace

void Report::add(const Report& other)
{
    for (auto it = other.runs.cbegin(); it != other.runs.cend(); ++it)
        runs[it.key()] += *it;
    for (auto it = other.outcomes.cbegin(); it != other.outcomes.cend(); ++it)
        outcomes[it.key()] += *it;
    for (auto it = other.findings.cbegin(); it != other.findings.cend(); ++it) {
        Finding& own = findings[it.key()];
        const qint64 before = own.count;
        if (own.what.isEmpty())
            own = *it;
        else
            own.count = before + it->count;
    }
    worldEvents += other.worldEvents;
    digest += other.digest;
    refused += other.refused;
    complete = complete && other.complete;
}

qint64 Report::total() const
{
    qint64 sum = 0;
    for (const qint64 count : runs)
        sum += count;
    return sum;
}

QString Report::text() const
{
    QString out;
    for (auto it = runs.cbegin(); it != runs.cend(); ++it)
        out += u"%1: %2 runs\n"_s.arg(it.key(), -10).arg(*it);
    for (auto it = outcomes.cbegin(); it != outcomes.cend(); ++it)
        out += u"ended %1: %2\n"_s.arg(it.key()).arg(*it);
    out += u"paths that the world opened, all noticed and held unless found below: %1\n"_s.arg(worldEvents);
    if (digest > 0)
        out += u"digest of all journals: %1\n"_s.arg(digest, 16, 16, QChar(u'0'));
    out += u"procedures refused for a site: %1\n"_s.arg(refused);
    out += u"%1 runs in %2 s: %3 runs/s%4\n"_s.arg(total())
               .arg(seconds, 0, 'f', 1)
               .arg(seconds > 0 ? double(total()) / seconds : 0, 0, 'f', 0)
               .arg(complete ? u""_s : u" (NOT COMPLETE: the time was over)"_s);
    for (auto it = findings.cbegin(); it != findings.cend(); ++it) {
        out += u"FOUND %1 (%2 times)\n  %3 --seed %4 --faults %5\n  %6\n"_s.arg(it.key())
                   .arg(it->count)
                   .arg(it->site)
                   .arg(it->seed)
                   .arg(it->faults, it->detail);
    }
    if (findings.isEmpty())
        out += u"No rule was broken, no run got stuck, no mail was lost or doubled.\n"_s;
    return out;
}

QJsonObject Report::toJson() const
{
    QJsonObject parts, ends;
    for (auto it = runs.cbegin(); it != runs.cend(); ++it)
        parts.insert(it.key(), *it);
    for (auto it = outcomes.cbegin(); it != outcomes.cend(); ++it)
        ends.insert(it.key(), *it);
    QJsonArray found;
    for (const Finding& finding : findings) {
        found.append(QJsonObject{{u"what"_s, finding.what},
                                 {u"site"_s, finding.site},
                                 {u"seed"_s, double(finding.seed)},
                                 {u"faults"_s, finding.faults},
                                 {u"count"_s, finding.count},
                                 {u"detail"_s, finding.detail}});
    }
    return {{u"format"_s, 1},          {u"kind"_s, u"exploration"_s},
            {u"runs"_s, parts},        {u"total"_s, total()},
            {u"ends"_s, ends},         {u"worldEvents"_s, worldEvents},
            {u"seconds"_s, seconds},   {u"runsPerSecond"_s, seconds > 0 ? double(total()) / seconds : 0},
            {u"complete"_s, complete}, {u"findings"_s, found}};
}

Report explore(const Wish& wish)
{
    QElapsedTimer clock;
    clock.start();
    Report report;
    const std::vector<Scene> scenes = makeScenes(wish, report);
    const auto wanted = [&](const char* part) {
        return wish.part.isEmpty() || wish.part == QLatin1StringView(part);
    };
    // With a limit: half of the time for the single faults, a third for the crashes, the rest for pairs.
    const auto run = [&](std::vector<Task>& tasks, double share = 1) {
        report.add(
            playAll(tasks, wish, clock, qint64(wish.seconds * 1000 * (wish.part.isEmpty() ? share : 1))));
        tasks.clear();
    };
    std::vector<Task> tasks;

    if (!wish.faults.isEmpty()) {
        for (const Scene& scene : scenes)
            tasks.push_back({&scene, u"given"_s, {1, FaultPlan::parse(wish.faults).value(), true}});
        run(tasks);
        report.seconds = double(clock.elapsed()) / 1000;
        return report;
    }
    if (wanted("straight")) {
        for (const Scene& scene : scenes)
            tasks.push_back({&scene, u"straight"_s, {1, {}, true}});
        run(tasks);
    }
    if (wanted("single")) {
        for (const Scene& scene : scenes) {
            for (const Fault& fault : singleFaults(scene)) {
                if (!isCrash(fault.kind))
                    tasks.push_back({&scene, u"single"_s, {1, FaultPlan{{fault}}, true}});
            }
        }
        run(tasks, 0.5);
    }
    if (wanted("crash")) {
        for (const Scene& scene : scenes) {
            const RehearsalResult straight = scene.rehearsal->play({});
            const int records = int(straight.journal.count('\n'));
            for (int record = 2; record <= records; ++record) {
                for (const FaultKind kind :
                     {FaultKind::KilledBefore, FaultKind::KilledAfter, FaultKind::KilledAmid})
                    tasks.push_back({&scene, u"crash"_s, {1, FaultPlan{{Fault{kind, {}, record}}}, true}});
            }
        }
        run(tasks, 0.85);
    }
    if (wanted("pairs")) {
        for (const Scene& scene : scenes) {
            if (!scene.smallest || !scene.name.endsWith(u"5.60R01"_s))
                continue;
            const std::vector<Fault> faults = singleFaults(scene);
            for (size_t i = 0; i < faults.size(); ++i) {
                for (size_t j = i; j < faults.size(); ++j)
                    tasks.push_back({&scene, u"pairs"_s, {1, FaultPlan{{faults[i], faults[j]}}, true}});
            }
        }
        run(tasks);
    }
    report.seconds = double(clock.elapsed()) / 1000;
    return report;
}

} // namespace explore
