#include "core/rehearsal/MemoryJournal.h"
#include "core/rehearsal/SimulatedOperator.h"
#include "core/run/RunFile.h"
#include "core/run/Runner.h"
#include "RehearsalSamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// Ways to servers that nobody may use: every use is counted.
class CountingServers final : public SiteAccess {
public:
    int uses = 0;
    Result<std::shared_ptr<NodeAccess>> node(const Node&, const Site&) override
    {
        ++uses;
        return Error{u"access-unreachable"_s, Text::verbatim(u"-"_s), {}, {}, {}};
    }
    PortAnswer askPort(const QString&, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        ++uses;
        return {};
    }
    SmtpAnswer askSmtp(const QString&, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        ++uses;
        return {};
    }
};

} // namespace

/// Work and rehearsal can't be taken for each other: the ways to the nodes decide, and the journal keeps it.
class TestSiteKind : public QObject {
    Q_OBJECT
private slots:
    void aRunIsOnlyCarriedOutOnTheKindOfSiteThatItsJournalNames_data()
    {
        QTest::addColumn<bool>("simulatedJournal");
        QTest::addColumn<bool>("simulatedSite");
        QTest::addColumn<QString>("error");
        QTest::newRow("a rehearsal's journal, real servers") << true << false << u"run-is-rehearsal"_s;
        QTest::newRow("real work's journal, a simulated site") << false << true << u"run-is-real"_s;
        QTest::newRow("a rehearsal's journal, a simulated site") << true << true << QString();
    }
    void aRunIsOnlyCarriedOutOnTheKindOfSiteThatItsJournalNames()
    {
        QFETCH(bool, simulatedJournal);
        QFETCH(bool, simulatedSite);
        QFETCH(QString, error);
        const auto rehearsal = samples::rehearsal({}, ProcedureKind::StopMailFlow);
        QVERIFY(rehearsal);
        const SimulatedCommands commands(rehearsal->facts(), rehearsal->procedure());
        SimulatedSite site(rehearsal->facts(), rehearsal->procedure(), commands, 1, {});
        CountingServers servers;
        SimulatedOperator person(site);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"run.jsonl"_s);
        const SiteKind kind = simulatedJournal ? SiteKind::Simulated : SiteKind::Real;
        {
            auto journal = Journal::create(path, site);
            QVERIFY(journal);
            auto run = GuidedRun::begin(rehearsal->procedure(), rehearsal->facts(), *journal, kind);
            QVERIFY(run);
            QVERIFY((*run)->setPeople(u"Sato"_s, u"Suzuki"_s));
            SiteAccess& access = simulatedSite ? static_cast<SiteAccess&>(site) : servers;
            Runner runner(**run, rehearsal->facts(), access, person, site);
            const Result<RunEnd> end = runner.go({});
            QCOMPARE(end ? QString() : end.error().code, error);
            if (!error.isEmpty()) {
                QVERIFY(!end.error().remedy.isEmpty());
                QCOMPARE(servers.uses, 0);
                QVERIFY((*run)->state().stepsWith(StepStatus::Started).isEmpty());
            }
        }
        // On paper it may be read; gone on with only as what it is.
        const auto stored = readRun(path);
        QVERIFY(stored);
        QCOMPARE(stored->siteKind, kind);
        QCOMPARE(stored->state().siteKind(), kind);
        QVERIFY(loadRun(path, kind));
        const auto other = simulatedJournal ? SiteKind::Real : SiteKind::Simulated;
        QCOMPARE(loadRun(path, other).error().code,
                 simulatedJournal ? u"run-is-rehearsal"_s : u"run-is-real"_s);
    }
};

QTEST_GUILESS_MAIN(TestSiteKind)
#include "tst_sitekind.moc"
