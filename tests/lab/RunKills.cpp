#include "RunKills.h"

#include "RunRows.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace runrows {

using Record = LabRun::Record;
using Question = LabRun::Question;

namespace {

/// As many moments as wanted, evenly over the whole plan, at each kind of record in turn.
QList<Moment> spreadOver(const QStringList& plan, int wanted)
{
    constexpr std::array kinds = {"step-verified", "step-confirmed", "step-executed", "step-started"};
    QList<Moment> moments;
    for (int i = 0; i < wanted; ++i)
        moments.append({kinds[size_t(i) % kinds.size()], plan.value((2 * i + 1) * plan.size() / (2 * wanted))});
    return moments;
}

} // namespace

QStringList killedAndResumed(const LabRun::Spec& spec, QList<Moment> moments)
{
    LabRun run(spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    const QStringList plan = run.plannedSteps();
    if (moments.isEmpty())
        moments = spreadOver(plan, 10);
    for (const Moment& moment : std::as_const(moments)) {
        if (!plan.contains(moment.step))
            return {u"the plan has no step %1"_s.arg(moment.step)};
    }
    QStringList complaints, where;
    const auto answers = [&](const Question& question) { return run.stubbornly(question); };
    LabRun::Ended ended;
    int lastKill = 0;
    for (qsizetype i = 0; i <= moments.size(); ++i) {
        const auto sees = [&](const Record& record) {
            if (i == moments.size() || record.number <= lastKill || record.kind != QLatin1StringView(moments[i].kind) ||
                plan.indexOf(record.step) < plan.indexOf(moments[i].step))
                return true;
            lastKill = record.number;
            where += u"%1 %2 %3"_s.arg(record.number).arg(record.kind, record.step);
            return false;
        };
        ended = i == 0 ? run.run({answers, sees}) : run.resume({answers, sees});
        if (i < moments.size() && ended.status != -1)
            return {u"it was not killed a %1th time"_s.arg(i + 1), where.join(u'\n'), tail(ended)};
        if (i < moments.size() && !run.lab().alarms().isEmpty())
            complaints += u"an alarm after being killed at "_s + where.last();
    }
    if (ended.status != 0)
        return {u"exit status %1 after kills at"_s.arg(ended.status), where.join(u'\n'), tail(ended)};
    complaints += run.complaints();
    tell(run, u"killed at "_s + where.join(u", "_s));
    return complaints;
}

QStringList killedBeforeTheSecondInstaller()
{
    LabRun::Spec spec;
    spec.site.nodes = 2;
    spec.installers = {{u"mf2"_s, "fails"}};
    LabRun run(spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    int started = 0;
    const LabRun::Ended killed = run.run({[&](const Question& question) -> QByteArray {
                                              if (!question.isMenu)
                                                  return run.honestly(question);
                                              return run.lab().setInstaller(u"mf2"_s, "normal") ? "retry" : "hold";
                                          },
                                          [&](const Record& record) {
                                              started += record.is("step-started", "run-installer-mf2");
                                              return started < 2;
                                          }});
    if (killed.status != -1 || killed.menus.size() != 1)
        return {u"it was not killed before the second one: exit status %1"_s.arg(killed.status), tail(killed)};
    const LabRun::Ended ended = run.resume({[&](const Question& question) { return run.stubbornly(question); }, {}});
    if (ended.status != 0)
        return {u"exit status %1"_s.arg(ended.status), tail(ended)};
    QStringList complaints = run.complaints();
    if (ended.said.contains("The installer ended with exit status 1"))
        complaints += u"the first run's result was taken for the second's"_s;
    tell(run, ended.said.contains("The installer was not started") ? u"its script had not reached the node"_s
                                                                  : u"its script had reached the node"_s);
    return complaints;
}

} // namespace runrows
