#include "Explorer.h"
#include "Mutations.h"
#include "Verdict.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using namespace explore;

namespace {

Scene sceneOf(Rehearsal rehearsal)
{
    return {u"test"_s, std::make_shared<const Rehearsal>(std::move(rehearsal)), 1, true};
}

/// The first finding of this rule among all single faults, by this one where it is named; none: there is none.
std::optional<explore::Finding> findingOf(const Scene& scene, const QString& rule, const QString& fault)
{
    Tally tally;
    const auto found = [&]() -> std::optional<explore::Finding> {
        for (const explore::Finding& finding : std::as_const(tally.findings)) {
            const bool byIt = fault.isEmpty() || (finding.faults.faults.size() == 1 &&
                                                  faultCode(finding.faults.faults.first().kind) == fault);
            if (byIt && (finding.what == rule || finding.what.section(u' ', 0, 0) == rule))
                return finding;
        }
        return std::nullopt;
    };
    StateGraph graph(scene, tally);
    graph.isOver = [&] { return found().has_value(); };
    graph.singles();
    return found();
}

/// What is wrong when this fault comes after somebody has gone back from `step`, with the first undone step thought better of
/// it, and gone on.
QStringList wrongAfterGoingBack(const Rehearsal& rehearsal, const QString& step, const QString& fault)
{
    std::shared_ptr<const RehearsalPoint> there;
    rehearsal.play({1, {}, true}, [&](RehearsalStand& stand) {
        if (stand.step().id == step)
            there = stand.point();
        return !there;
    });
    if (!there)
        return {u"never there"_s};
    const auto playOn = [&](const QString& faults) {
        return rehearsal.playOn(*there, {1, FaultPlan::parse(faults).value(), true}, {});
    };
    // The program ends there: whoever starts it again goes on, and what is still to come does come.
    const QString back = u"operator-goes-back@"_s + step;
    const QByteArray journal = playOn(back).journal;
    const qsizetype undone = journal.indexOf("\"kind\":\"step-rolled-back\"");
    const QString ends = u",killed-after@#"_s + QString::number(journal.first(undone).count('\n') + 1);
    return wrongWith(playOn(back + ends + (fault.isEmpty() ? QString() : u',' + fault)), rehearsal);
}

QString foundText(const Tally& tally)
{
    QStringList lines;
    for (auto it = tally.findings.cbegin(); it != tally.findings.cend(); ++it)
        lines.append(it.key() + u": "_s + it->faults.toString());
    return lines.mid(0, 8).join(u'\n');
}

} // namespace

class TestExplore : public QObject {
    Q_OBJECT
private slots:
    /// A checker that can't fail is no checker.
    void aPlantedMistakeIsFoundAndPlayedAgain_data()
    {
        QTest::addColumn<int>("number");
        for (size_t i = 0; i < mutations().size(); ++i) {
            const Mutation& mutation = mutations()[i];
            QTest::addRow("%s: %s", mutation.rule, mutation.name) << int(i);
        }
    }
    void aPlantedMistakeIsFoundAndPlayedAgain()
    {
        QFETCH(int, number);
        const Mutation& mutation = mutations()[size_t(number)];
        const Scene scene = sceneOf(mutated(mutation));
        const QString fault = QString::fromLatin1(mutation.fault);
        if (const QString from = QString::fromLatin1(mutation.backFrom); !from.isEmpty()) {
            const QStringList wrong = wrongAfterGoingBack(*scene.rehearsal, from, fault);
            QVERIFY2(!wrong.filter(QString::fromLatin1(mutation.rule) + u' ').isEmpty(), qPrintable(wrong.join(u'\n')));
            QCOMPARE(wrongAfterGoingBack(*scene.rehearsal, from, {}), QStringList()); // the mistake shows by that fault alone
            QCOMPARE(wrongAfterGoingBack(*sound(mutation), from, fault), QStringList());
            return;
        }
        const auto finding = findingOf(scene, QString::fromLatin1(mutation.rule), fault);
        QVERIFY(finding);
        if (!fault.isEmpty()) // the mistake shows by that fault alone
            QVERIFY(!wrongWith(*scene.rehearsal, 1, {}).contains(finding->what));
        // By the printed list alone, and it can't be made smaller.
        const FaultPlan again = FaultPlan::parse(finding->faults.toString()).value();
        const auto small = shrunk(*scene.rehearsal, finding->seed, again, finding->what);
        QVERIFY2(small, qPrintable(finding->what + u" by "_s + finding->faults.toString()));
        QVERIFY(small->faults.size() <= 1);
    }
    void everyRuleHasItsPlantedMistake()
    {
        for (const char* rule : {"S1", "S1w", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11",
                                 "mail doubled", "mail lost"}) {
            QVERIFY2(std::any_of(mutations().cbegin(), mutations().cend(),
                                 [&](const Mutation& one) { return QByteArray(one.rule) == rule; }),
                     rule);
        }
    }
    void theProgramWithoutMistakeGivesNoFinding_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("dataSync");
        for (const ProcedureKind kind : allProcedures()) {
            for (const char* sync : {"ON", "OFF"})
                QTest::addRow("%s %s", qPrintable(procedureCode(kind)), sync) << int(kind) << QByteArray(sync);
        }
    }
    void theProgramWithoutMistakeGivesNoFinding()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, dataSync);
        const auto rehearsal = sound({"", "", ProcedureKind(kind), dataSync.constData()});
        if (!rehearsal) { // refused: that is no finding
            QCOMPARE(ProcedureKind(kind), ProcedureKind::DisableSettingsSync);
            QCOMPARE(dataSync, QByteArray("ON"));
            return;
        }
        const Scene scene = sceneOf(*rehearsal);
        Tally tally;
        StateGraph graph(scene, tally);
        graph.singles();
        QVERIFY2(tally.findings.isEmpty(), qPrintable(foundText(tally)));
        QVERIFY(tally.runs.value(u"single"_s) > 300);
    }
    /// Merging may lose no finding and invent none: the same as by whole runs, for each of the faults.
    void mergedRunsShowWhatWholeRunsShow_data()
    {
        QTest::addColumn<int>("number");
        for (const char* name : {"a service that an installer has started is left running",
                                 "the second mail node is stopped before the first is back", "the version is not read at all",
                                 "a mail that is sent once more is archived once more",
                                 "a queue does not outlive a start of its service"}) {
            const auto& all = mutations();
            const auto at = std::find_if(all.begin(), all.end(), [&](const Mutation& one) { return QByteArray(one.name) == name; });
            QVERIFY2(at != all.end(), name);
            QTest::addRow("%s", name) << int(at - all.begin());
        }
    }
    void mergedRunsShowWhatWholeRunsShow()
    {
        QFETCH(int, number);
        const Scene scene = sceneOf(mutated(mutations()[size_t(number)]));
        Tally merged;
        StateGraph graph(scene, merged);
        graph.singles();
        Tally whole;
        const auto playWhole = [&](const FaultPlan& faults) {
            for (const QString& wrong : wrongWith(*scene.rehearsal, 1, faults))
                whole.found(wrong, scene, 1, faults, {});
        };
        playWhole({});
        QStringList comeTo; // the others are not, but after another fault
        for (const RehearsalResult::StepPlayed& step : scene.rehearsal->play({}).steps) {
            if (step.status != StepStatus::NotNeeded)
                comeTo.append(step.id);
        }
        for (const Fault& fault : singleFaults(scene)) {
            if (comeTo.contains(fault.step) && standsAlone(fault))
                playWhole(FaultPlan{{fault}});
        }
        QVERIFY(!whole.findings.isEmpty());
        QCOMPARE(merged.findings.keys(), whole.findings.keys());
        // How much mail is on its way at a moment is a matter of the time, and runs are merged whatever the time.
        const bool ofMail = QByteArray(mutations()[size_t(number)].rule).startsWith("mail");
        for (auto it = whole.findings.cbegin(); !ofMail && it != whole.findings.cend(); ++it)
            QVERIFY2(merged.findings.value(it.key()).count == it->count,
                     qPrintable(u"%1: %2 merged, %3 whole"_s.arg(it.key()).arg(merged.findings.value(it.key()).count).arg(it->count)));
    }
    /// The same for pairs: the second fault at every step that the run comes to after the first.
    void mergedPairsShowWhatWholePairsShow_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QList<int>>("kinds");
        const auto row = [](const char* name, const QList<FaultKind>& kinds) {
            QList<int> numbers;
            for (const FaultKind kind : kinds)
                numbers.append(int(kind));
            QTest::newRow(name) << QByteArray(name) << numbers;
        };
        row("a service that an installer has started is left running",
            {FaultKind::InstallerStarts, FaultKind::InstallerBootStart, FaultKind::NodeReboots});
        row("a service that was stopped stands in no ledger when the run is held",
            {FaultKind::OperatorDeclines, FaultKind::ServiceStaysDown});
        row("a queue does not outlive a start of its service", {FaultKind::RestartAsked, FaultKind::ServiceStarts});
    }
    void mergedPairsShowWhatWholePairsShow()
    {
        QFETCH(QByteArray, name);
        QFETCH(QList<int>, kinds);
        QList<FaultKind> wanted;
        for (const int kind : kinds)
            wanted.append(FaultKind(kind));
        const auto mutation =
            std::find_if(mutations().cbegin(), mutations().cend(), [&](const Mutation& one) { return name == one.name; });
        QVERIFY(mutation != mutations().cend());
        const Scene scene = sceneOf(mutated(*mutation));
        Tally merged;
        StateGraph graph(scene, merged, wanted);
        graph.singles();
        graph.pairs();

        Tally whole;
        const auto judged = [&](const QList<Fault>& faults, const RehearsalResult& result) {
            for (const QString& wrong : wrongWith(result, *scene.rehearsal))
                whole.found(wrong, scene, 1, FaultPlan{faults}, {});
        };
        const auto play = [&](const QList<Fault>& faults, QStringList* comeTo = nullptr) {
            judged(faults, scene.rehearsal->play({1, FaultPlan{faults}, true}, [&](RehearsalStand& stand) {
                if (comeTo && !stand.calm() && !comeTo->contains(stand.step().id))
                    comeTo->append(stand.step().id);
                return true;
            }));
        };
        const auto faultsAtStep = [&](const QString& id) {
            std::vector<Fault> faults = faultsAt(scene, *scene.rehearsal->procedure().step(id));
            std::erase_if(faults, [&](const Fault& fault) { return !standsAlone(fault) || !wanted.contains(fault.kind); });
            return faults;
        };
        QStringList base;
        play({}, &base);
        int pairs = 0;
        for (const QString& id : std::as_const(base)) {
            for (const Fault& first : faultsAtStep(id)) {
                QStringList comeTo;
                play({first}, &comeTo);
                for (const QString& later : comeTo.mid(comeTo.indexOf(id))) {
                    for (const Fault& second : faultsAtStep(later)) {
                        play({first, second});
                        ++pairs;
                    }
                }
            }
        }
        QVERIFY(pairs > 20);
        QVERIFY(!whole.findings.isEmpty());
        QCOMPARE(merged.findings.keys(), whole.findings.keys());
    }
    void aLongListOfFaultsShrinksToTheOneThatMatters()
    {
        const auto mutation = std::find_if(mutations().cbegin(), mutations().cend(),
                                           [](const Mutation& one) { return QByteArray(one.rule) == "S11"; });
        const Rehearsal rehearsal = mutated(*mutation);
        const FaultPlan many = FaultPlan::parse(u"clock-wrong@block-mf1,command-says-failed@block-mf2,"
                                                "config-changes@drain-node-mf2,node-unreachable@stop-service-mf2,"
                                                "installer-starts-service@run-installer-mf2,clock-wrong@unblock-mf2"_s)
                                   .value();
        QString what;
        for (const QString& wrong : wrongWith(rehearsal, 7, many)) {
            if (wrong.startsWith("S11"_L1))
                what = wrong;
        }
        QVERIFY(!what.isEmpty());
        const auto small = shrunk(rehearsal, 7, many, what);
        QVERIFY(small);
        QCOMPARE(small->toString(), u"config-changes@drain-node-mf2"_s);
    }
};
QTEST_GUILESS_MAIN(TestExplore)
#include "tst_explore.moc"
