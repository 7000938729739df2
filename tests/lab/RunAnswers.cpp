#include "RunAnswers.h"

#include "RunFaults.h"
#include "RunRows.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace runrows {

using Question = LabRun::Question;

QStringList leftOut()
{
    LabRun::Spec spec;
    spec.installers = {{u"mf3"_s, "fails-half-way"}};
    LabRun run(spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    const LabRun::Ended ended = run.run({[&](const Question& question) {
                                             return question.isMenu ? QByteArray("exclude its disk is broken")
                                                                    : run.honestly(question);
                                         },
                                         {}});
    if (ended.status != 6 || ended.menus.size() != 1)
        return {u"exit status %1"_s.arg(ended.status), tail(ended)};
    run.stopMail();
    QStringList complaints = run.mailComplaints(u"mf3"_s);
    for (const QString& node : {u"mf1"_s, u"mf2"_s})
        complaints += run.nodeComplaints(node, u"5.60R01"_s);
    tell(run, {});
    // It is stopped, does not start, and stays isolated; and the end says so.
    complaints += run.untruths(ended);
    const QByteArray state =
        run.lab()
            .run(u"mf3"_s, "systemctl is-active mfilter; systemctl is-enabled mfilter; nft list table inet "
                           "replica_upgrade | grep -c drop")
            .out;
    if (state != "inactive\ndisabled\n4\n")
        complaints += u"mf3: "_s + QString::fromUtf8(state);
    if (!ended.said.contains("Sync communication is blocked on mf3"))
        complaints += tail(ended);
    return complaints;
}

QStringList goneBack()
{
    LabRun::Spec spec;
    spec.site.nodes = 2;
    // A command that does nothing: the last step before the installer that changes something does not show its result.
    spec.change = [](QJsonObject& site) {
        QJsonArray nodes = site.value(u"nodes"_s).toArray();
        QJsonObject slave = nodes.at(1).toObject(), service = slave.value(u"service"_s).toObject();
        service.insert(u"bootOff"_s, u"true"_s);
        slave.insert(u"service"_s, service);
        nodes.replace(1, slave);
        site.insert(u"nodes"_s, nodes);
    };
    LabRun run(spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    const LabRun::Ended back =
        run.run({[&](const Question& question) {
                     return question.isMenu ? QByteArray("rollback") : run.honestly(question);
                 },
                 {}});
    if (back.status != 4 || !back.said.contains("Gone back: everything was undone"))
        return {u"exit status %1"_s.arg(back.status), tail(back)};
    run.stopMail();
    QStringList complaints = run.mailComplaints();
    tell(run, {});
    for (const QString& node : run.lab().nodes())
        complaints += run.nodeComplaints(node, u"5.20R01"_s);
    return complaints;
}

QStringList slavesApart()
{
    LabRun::Spec spec;
    spec.prepare = [](LabSite& lab) {
        const auto drops = [&](const QString& node, const QByteArray& other) {
            return did(lab.run(node, "nft 'table inet apart { chain in { type filter hook input priority 0; ip saddr " + other +
                                         " tcp dport { 14042-14047, 14083 } drop; }; }'"));
        };
        return drops(u"mf2"_s, "10.77.0.3") && drops(u"mf3"_s, "10.77.0.2");
    };
    LabRun run(spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    const LabRun::Ended ended =
        run.run({[&](const Question& question) {
                     if (!question.isMenu)
                         return run.honestly(question);
                     return QByteArray(question.step.startsWith("record-baseline-"_L1) ? "manual" : "hold");
                 },
                 {}});
    if (ended.status != 0)
        return {u"exit status %1"_s.arg(ended.status), tail(ended)};
    QStringList complaints = run.complaints();
    if (ended.menus.size() != 2)
        complaints += u"it stopped %1 times"_s.arg(ended.menus.size());
    if (!ended.said.contains("it can't be proved from here"))
        complaints += u"it never said what can't be proved"_s;
    tell(run, {});
    return complaints;
}

QStringList pipeOfYes()
{
    LabRun run({.installers = {{u"mf3"_s, "starts-service\nrewrites-config"}}});
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    const LabSite::Ran ran = run.yes();
    if (ran.status != 0)
        return {u"exit status %1"_s.arg(ran.status), QString::fromUtf8(ran.err.right(3000))};
    QStringList complaints = run.complaints();
    // The report tells the story: what each node said of itself, how its installer ended, what was found on the way.
    const QString report = run.file(u"report.html"_s);
    if (run.wizard({u"evidence"_s, u"--journal"_s, run.journal(), u"-o"_s, report, u"--lang"_s, u"en"_s}).status != 0)
        return complaints + QStringList{u"no evidence could be written"_s};
    QFile file(report);
    const QByteArray told = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    for (const QByteArray words : {"mf1 says: Ver.5.60R01", "mf2 says: Ver.5.60R01", "mf3 says: Ver.5.60R01",
                                   "The installer ended with exit status 0.", "Ver.5.60R01", "Doer", "Checker"}) {
        if (!told.contains(words))
            complaints += u"the report does not tell: "_s + QString::fromUtf8(words);
    }
    if (told.contains("Judged: not as expected"))
        complaints += u"the report tells of what did not happen"_s;
    tell(run, {});
    return complaints;
}

QStringList wordsWithoutDeeds()
{
    LabRun::Spec spec;
    spec.byHand = u"mf2"_s;
    LabRun run(spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    const LabRun::Ended ended =
        run.run({[](const Question& question) -> QByteArray { return question.isMenu ? "hold" : "y"; }, {}});
    QStringList complaints = run.lab().alarms().isEmpty() ? QStringList() : QStringList{u"two versions have synced"_s};
    constexpr int heldAtAFailure = 1;
    if (ended.status != heldAtAFailure || ended.menus.size() != 1 || ended.menus.first().step != u"stop-service-mf2"_s ||
        !ended.said.contains("mf2 answers on SMTP: its service runs"))
        complaints += QStringList{u"exit status %1"_s.arg(ended.status), tail(ended)};
    tell(run, {});
    return complaints;
}

} // namespace runrows
