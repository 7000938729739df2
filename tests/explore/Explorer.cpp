#include "Explorer.h"

#include "SceneFiles.h"
#include "Verdict.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace explore {

namespace {

/// Does `work` for 0 .. count - 1 on some threads; each has a tally of its own.
void onThreads(int jobs, size_t count, Tally& all, const std::function<void(size_t, Tally&)>& work)
{
    std::atomic<size_t> next = 0;
    std::mutex mutex;
    std::vector<std::jthread> threads;
    for (int job = 0; job < std::max(1, jobs); ++job) {
        threads.emplace_back([&] {
            Tally own;
            for (size_t i = next++; i < count; i = next++)
                work(i, own);
            const std::lock_guard lock(mutex);
            all.add(own);
        });
    }
}

void playWhole(const Scene& scene, const QString& part, const Rehearsal::Manner& manner, Tally& tally,
               std::atomic<quint64>* digest)
{
    const RehearsalResult result = scene.rehearsal->play(manner);
    ++tally.runs[part];
    ++tally.played;
    ++tally.ends[outcomeCode(result.outcome)];
    tally.worldEvents += result.worldEvents;
    tally.steps += result.steps.size();
    if (part == "given"_L1)
        std::fputs(result.journal.constData() + result.journal.indexOf('\n') + 1, stderr);
    if (digest) // in whatever order the runs come
        *digest += QCryptographicHash::hash(result.journal, QCryptographicHash::Sha256).left(8).toHex().toULongLong(nullptr, 16);
    for (const QString& wrong : wrongWith(result, *scene.rehearsal))
        tally.found(wrong, scene, manner.seed, manner.faults, {});
}

/// One line for each scene that is through, for whoever waits.
class Progress {
public:
    Progress(bool shown, size_t scenes) : m_shown(shown), m_scenes(scenes) {}
    void through(const QString& what, const Tally& tally, qint64 runsBefore)
    {
        const size_t count = ++m_count;
        if (!m_shown)
            return;
        const QString line = u"%1/%2 %3: %4 runs%5\n"_s.arg(count).arg(m_scenes).arg(what).arg(tally.total() - runsBefore).arg(
            tally.findings.isEmpty() ? QString() : u", kinds of findings so far on this thread: %1"_s.arg(tally.findings.size()));
        std::fputs(qPrintable(line), stderr);
    }

private:
    bool m_shown;
    size_t m_scenes;
    std::atomic<size_t> m_count = 0;
};

/// A number of faults anywhere in the scene.
FaultPlan randomFaults(const Scene& scene, SeededNumbers& numbers)
{
    constexpr quint32 most = 8;
    const std::vector<Fault> all = singleFaults(scene);
    FaultPlan plan;
    for (quint32 i = 2 + numbers.below(most - 1); i > 0; --i)
        plan.faults.append(all[numbers.below(quint32(all.size()))]);
    return plan;
}

/// Each finding is played again as a whole run, and made as small as it can be.
void shrinkFindings(Tally& tally, const std::vector<const Scene*>& scenes, const QString& given)
{
    QString folder = given;
    for (Finding& finding : tally.findings) {
        const auto scene = std::find_if(scenes.begin(), scenes.end(), [&](const Scene* one) { return one->name == finding.site; });
        if (scene == scenes.end())
            continue;
        const Rehearsal& rehearsal = *(*scene)->rehearsal;
        const auto small = shrunk(rehearsal, finding.seed, finding.faults, finding.what);
        if (small)
            finding.faults = *small;
        else
            finding.detail = u"(not shown by the whole run: a step came twice, or the rest stands for a like run) "_s;
        const RehearsalResult result = rehearsal.play({finding.seed, finding.faults, true});
        finding.detail += outcomeCode(result.outcome);
        for (const Violation& violation : result.violations.sliced(0, std::min<qsizetype>(4, result.violations.size())))
            finding.detail += u" | "_s + violation.rule + u" at "_s + violation.step + u": "_s + violation.what.render(Language::English);
        for (const RehearsalResult::StepPlayed& step : result.steps) {
            if (step.status != StepStatus::Verified && step.status != StepStatus::NotNeeded) {
                finding.detail += u" | "_s + step.id + u' ' + stepStatusCode(step.status);
                break;
            }
        }
        if (result.error)
            finding.detail += u" | "_s + result.error->render(Language::English);
        if (folder.isEmpty()) {
            QTemporaryDir own(QDir::temp().filePath(u"explorer-XXXXXX"_s));
            own.setAutoRemove(false); // whoever looks into the finding needs it
            folder = own.path();
        }
        const QString place = QDir(folder).absoluteFilePath(QString(finding.site).replace(u' ', u'_'));
        if (writeScene(rehearsal.facts(), place))
            finding.again = asTyped(replay(rehearsal, place, finding.seed, finding.faults));
        else
            finding.detail += u" | its site could not be written to "_s + place;
    }
}

} // namespace

const QStringList& knownParts()
{
    static const QStringList parts{u"single"_s, u"remedies"_s, u"crash"_s, u"pairs"_s, u"random"_s};
    return parts;
}

Report explore(const Wish& wish)
{
    QElapsedTimer clock;
    clock.start();
    Report report;
    const auto wanted = [&](const char* part) { return wish.part.isEmpty() || wish.part == QLatin1StringView(part); };
    const SceneList small = makeScenes(wish.quick, wish.only);
    const bool random = wish.random > 0 && wish.faults.faults.isEmpty() && wanted("random");
    const SceneList large = random ? makeLargeScenes(wish.quick, wish.only) : SceneList();
    report.refused = small.refused + large.refused;
    report.whole = wish.seconds == 0;
    report.scenes = int(small.scenes.size() + large.scenes.size());
    std::atomic<bool> complete = true;
    const auto overAfter = [&](double share) {
        return [&, share] {
            const bool over = wish.seconds > 0 && double(clock.elapsed()) > wish.seconds * 1000 * share;
            if (over)
                complete = false;
            return over;
        };
    };
    std::atomic<quint64> digest = 0;

    if (!wish.faults.faults.isEmpty()) {
        onThreads(wish.jobs, small.scenes.size(), report.tally, [&](size_t i, Tally& tally) {
            playWhole(small.scenes[i], u"given"_s, {wish.seed, wish.faults, true}, tally, &digest);
        });
    } else if (wish.whole || wish.digest) {
        const auto isOver = overAfter(1);
        onThreads(wish.jobs, small.scenes.size(), report.tally, [&](size_t i, Tally& tally) {
            const Scene& scene = small.scenes[i];
            playWhole(scene, u"straight"_s, {1, {}, true}, tally, &digest);
            for (const Fault& fault : wanted("single") ? singleFaults(scene) : std::vector<Fault>()) {
                if (isOver())
                    return;
                playWhole(scene, u"single"_s, {1, FaultPlan{{fault}}, true}, tally, &digest);
            }
        });
    } else {
        const double untilSingles = wanted("pairs") ? 0.6 : 1;
        Progress alone(wish.progress, small.scenes.size());
        onThreads(wish.jobs, small.scenes.size(), report.tally, [&](size_t i, Tally& tally) {
            const auto isOver = overAfter(untilSingles);
            if (isOver())
                return;
            const qint64 before = tally.total();
            StateGraph graph(small.scenes[i], tally);
            graph.isOver = isOver;
            if (wanted("single") || wanted("remedies") || wanted("pairs"))
                graph.singles();
            if (wanted("remedies"))
                graph.remedies(small.scenes[i].slaves < 3, small.scenes[i].slaves > 1);
            if (wanted("crash"))
                graph.crashes();
            alone.through(small.scenes[i].name, tally, before);
        });
        std::vector<const Scene*> smallest;
        for (const Scene& scene : small.scenes) {
            if (scene.smallest && wanted("pairs"))
                smallest.push_back(&scene);
        }
        Progress inPairs(wish.progress, smallest.size());
        onThreads(wish.jobs, smallest.size(), report.tally, [&](size_t i, Tally& tally) {
            const auto isOver = overAfter(0.8);
            if (isOver())
                return;
            Tally before; // its single faults are counted already
            StateGraph graph(*smallest[i], before);
            graph.isOver = isOver;
            graph.singles();
            Tally own;
            graph.countInto(own);
            graph.pairs();
            inPairs.through(u"pairs on "_s + smallest[i]->name, own, 0);
            tally.add(own);
        });
    }
    std::vector<const Scene*> all;
    for (const SceneList* list : {&small, &large}) {
        for (const Scene& scene : list->scenes)
            all.push_back(&scene);
    }
    if (random && !all.empty()) {
        const auto isOver = overAfter(1);
        onThreads(wish.jobs, size_t(wish.random), report.tally, [&](size_t i, Tally& tally) {
            if (isOver())
                return;
            const quint64 seed = wish.seed + i;
            SeededNumbers numbers(seed);
            numbers.below(1); // the first number of a small seed is always 0
            const Scene& scene = *all[numbers.below(quint32(all.size()))];
            playWhole(scene, u"random"_s, {seed, randomFaults(scene, numbers), true}, tally, nullptr);
        });
    }
    report.seconds = double(clock.elapsed()) / 1000;
    report.complete = complete;
    report.digest = digest;
    shrinkFindings(report.tally, all, wish.findings);
    return report;
}

QString Report::text() const
{
    QString out;
    for (auto it = tally.runs.cbegin(); it != tally.runs.cend(); ++it)
        out += u"%1: %2 runs\n"_s.arg(it.key(), -10).arg(*it);
    for (auto it = tally.ends.cbegin(); it != tally.ends.cend(); ++it)
        out += u"played to the end, %1: %2\n"_s.arg(it.key()).arg(*it);
    out += u"scenes: %1, procedures refused for a site: %2\n"_s.arg(scenes).arg(refused);
    out += u"steps played: %1, different states: %2, paths that the world opened: %3\n"_s.arg(tally.steps)
               .arg(tally.states)
               .arg(tally.worldEvents);
    QStringList idle;
    qint64 idleInAll = 0;
    for (auto it = tally.idle.cbegin(); it != tally.idle.cend(); ++it) {
        idleInAll += *it;
        if (*it > 0)
            idle.append(it.key() + u' ' + QString::number(*it));
    }
    if (!tally.idle.isEmpty())
        out += u"single faults without effect where they came: %1 (%2)\n"_s.arg(idleInAll).arg(idle.join(u", "_s));
    if (digest > 0)
        out += u"digest of all journals: %1\n"_s.arg(digest, 16, 16, QChar(u'0'));
    const double each = seconds > 0 ? 1 / seconds : 0;
    out += u"%1 runs have ended in %2 s%3: %4 played to their end, %5 merged into a run that had come to the same state, "
           u"%6 that such a merged run stands for\n"_s.arg(tally.total())
               .arg(seconds, 0, 'f', 1)
               .arg(complete ? u""_s : u" (NOT COMPLETE: the time was over)"_s)
               .arg(tally.played)
               .arg(tally.merged)
               .arg(tally.passedOver);
    out += u"%1 runs/s; without those that others stand for %2 runs/s; %3 steps/s\n"_s.arg(double(tally.total()) * each, 0, 'f', 0)
               .arg(double(tally.played + tally.merged) * each, 0, 'f', 0)
               .arg(double(tally.steps) * each, 0, 'f', 0);
    for (auto it = tally.findings.cbegin(); it != tally.findings.cend(); ++it) {
        out += u"FOUND %1 (%2 times)\n  %3, faults %4\n  %5\n  %6\n"_s.arg(it.key()).arg(it->count).arg(
            it->site, it->faults.toString(), it->again, it->detail);
    }
    if (tally.findings.isEmpty())
        out += u"No rule was broken, no run got stuck, no mail was lost or doubled.\n"_s;
    return out;
}

QJsonObject Report::toJson() const
{
    QJsonObject parts, ends, idle;
    for (auto it = tally.idle.cbegin(); it != tally.idle.cend(); ++it)
        idle.insert(it.key(), *it);
    for (auto it = tally.runs.cbegin(); it != tally.runs.cend(); ++it)
        parts.insert(it.key(), *it);
    for (auto it = tally.ends.cbegin(); it != tally.ends.cend(); ++it)
        ends.insert(it.key(), *it);
    QJsonArray found;
    for (const Finding& finding : tally.findings) {
        found.append(QJsonObject{{u"what"_s, finding.what},
                                 {u"site"_s, finding.site},
                                 {u"seed"_s, double(finding.seed)},
                                 {u"faults"_s, finding.faults.toString()},
                                 {u"count"_s, finding.count},
                                 {u"again"_s, finding.again},
                                 {u"detail"_s, finding.detail}});
    }
    const auto rate = [&](qint64 count) { return seconds > 0 ? double(count) / seconds : 0; };
    return {{u"format"_s, 1},
            {u"kind"_s, u"exploration"_s},
            {u"scenes"_s, scenes},
            {u"runs"_s, parts},
            {u"total"_s, tally.total()},
            {u"playedToTheEnd"_s, tally.played},
            {u"merged"_s, tally.merged},
            {u"passedOver"_s, tally.passedOver},
            {u"steps"_s, tally.steps},
            {u"states"_s, tally.states},
            {u"ends"_s, ends},
            {u"withoutEffect"_s, idle},
            {u"worldEvents"_s, tally.worldEvents},
            {u"seconds"_s, seconds},
            {u"runsPerSecond"_s, rate(tally.total())},
            {u"runsPlayedPerSecond"_s, rate(tally.played + tally.merged)},
            {u"stepsPerSecond"_s, rate(tally.steps)},
            {u"complete"_s, complete},
            {u"findings"_s, found}};
}

} // namespace explore
