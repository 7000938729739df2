#include "RunFaults.h"

#include "RunRows.h"

#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

namespace runrows {

using Record = LabRun::Record;
using Question = LabRun::Question;

bool did(const LabSite::Ran& ran)
{
    return ran.status == 0;
}

QStringList faultAndMended(const Fault& fault)
{
    LabRun run(fault.spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    const bool fromTheBeginning = *fault.kind == 0;
    bool happened = !fault.happens;
    if (fromTheBeginning && fault.happens)
        happened = fault.happens(run.lab());
    const auto answers = [&](const Question& question) {
        return question.step == QLatin1StringView(fault.saidOnly) ? QByteArray("y") : run.honestly(question);
    };
    const LabRun::Ended held =
        run.run({answers, [&](const Record& record) {
                     if (!happened && !fromTheBeginning && record.is(fault.kind, fault.step))
                         happened = fault.happens(run.lab());
                     return true;
                 }});
    if (!happened)
        return {u"it could not be made to happen"_s, tail(held)};
    if (held.status != 1 || held.menus.size() != 1)
        return {u"it did not stop once: exit status %1"_s.arg(held.status), tail(held)};
    if (!held.menus.first().said.contains(fault.stopsAt))
        return {u"it stopped for another reason:"_s, QString::fromUtf8(held.menus.first().said)};
    QStringList complaints;
    for (const QString& untruth : run.untruths(held))
        complaints += u"while it was held: "_s + untruth;
    if (!run.lab().alarms().isEmpty())
        complaints += u"an alarm while it was held"_s;

    if (fault.mended && !fault.mended(run.lab()))
        return {u"it could not be mended"_s};
    bool first = true;
    const LabRun::Ended ended = run.resume({[&](const Question& question) {
                                                if (question.isMenu && std::exchange(first, false))
                                                    return fault.remedy;
                                                return run.honestly(question);
                                            },
                                            {}});
    if (ended.status != fault.status)
        return {u"it could not be finished: exit status %1"_s.arg(ended.status), tail(ended)};
    complaints += run.complaints();
    tell(run, {});
    return complaints;
}

QStringList cutOff(LabRun::Spec spec, const char* kind, const char* step, const QByteArray& tookEffect,
                   int stops)
{
    LabRun run(spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    bool cut = false;
    int commands = 0;
    const LabRun::Ended ended =
        run.run({[&](const Question& question) { return run.stubbornly(question); },
                 [&](const Record& record) {
                     LabSite& lab = run.lab();
                     if (record.is("step-started", step))
                         ++commands;
                     if (record.is(kind, step) && !cut) {
                         for (int i = 0; i < 500 && !did(lab.run(u"mf2"_s, tookEffect)); ++i)
                             QTest::qSleep(10);
                         cut = lab.setCable(u"mf2"_s, false);
                         // Long enough for the connection to be given up, then the cable is back.
                         for (int i = 0; i < 10'000 / 20 && run.records() == record.number; ++i)
                             QTest::qSleep(20);
                         cut = cut && lab.setCable(u"mf2"_s, true);
                     }
                     return true;
                 }});
    if (!cut)
        return {u"it was not cut off"_s, tail(ended)};
    if (ended.status != 0)
        return {u"exit status %1"_s.arg(ended.status), tail(ended)};
    QStringList complaints = run.complaints();
    if (commands != 1)
        complaints += u"the command ran %1 times"_s.arg(commands);
    tell(run, {});
    if (ended.menus.size() > stops)
        complaints += u"it stopped %1 times"_s.arg(ended.menus.size());
    return complaints;
}

QStringList rebootedByInstaller(const LabRun::Spec& spec)
{
    LabRun run(spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    const QByteArray boot = run.lab().boot(u"mf2"_s);
    const LabRun::Ended ended = run.run({[&](const Question& question) {
                                             // He waits for the machine before he looks again: until it has gone down, and is back.
                                             for (int i = 0; question.isMenu && i < 1000 && run.lab().boot(u"mf2"_s) == boot; ++i)
                                                 QTest::qSleep(20);
                                             if (question.isMenu)
                                                 (void)run.lab().waitUp(u"mf2"_s);
                                             return run.stubbornly(question);
                                         },
                                         {}});
    if (ended.status != 0)
        return {u"exit status %1"_s.arg(ended.status), tail(ended)};
    QStringList complaints = run.complaints();
    if (run.lab().boot(u"mf2"_s) == boot)
        complaints += u"it was never rebooted"_s;
    tell(run, {});
    return complaints;
}

} // namespace runrows
