#include "RunnerBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

const QString reread = u"reread-config-mf2"_s;

/// From its installer on, mf2 has another config.
void rewriteConfig(samples::RunnerBench& bench, const QByteArray& from, const QByteArray& to,
                   const std::function<bool()>& still)
{
    bench.access.changeAnswer = [&bench, from, to, still](const QString& node, const NodeQuery& query, NodeAnswer& answer) {
        const bool installed = bench.run->state().versionOf(node) != RunState::NodeVersion::Source;
        const NodeAnswer::Record* config = answer.record("config");
        if (node != "mf2"_L1 || !installed || !query.asks.testFlag(Ask::Config) || !config || !still())
            return;
        QByteArray bytes = config->bytes;
        QVERIFY(bytes.contains(from));
        answer.put("config", bytes.replace(from, to), config->status);
    };
}

} // namespace

/// What an installer does to mf_replica.def, and what the run makes of it.
class TestRunnerConfig : public QObject {
    Q_OBJECT

private slots:
    /// Another sync mode scatters the mail data, or leaves ports unblocked: no service starts with it.
    void anotherSyncModeStopsTheRunUntilItIsPutBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        for (const ProcedureKind kind : allProcedures()) {
            for (const QByteArray mode : {"ON", "OFF"}) {
                if (kind == ProcedureKind::DisableSettingsSync && mode == "ON")
                    continue; // refused, S2
                QTest::addRow("%s, data sync %s switched", qPrintable(procedureCode(kind)), mode.constData())
                    << int(kind) << mode << QByteArray("ENABLE_REP_DATA = " + mode)
                    << QByteArray("ENABLE_REP_DATA = ") + (mode == "ON" ? "OFF" : "ON");
            }
            QTest::addRow("%s, another server", qPrintable(procedureCode(kind)))
                << int(kind) << QByteArray("OFF") << QByteArray("10.77.0.1:") << QByteArray("198.51.100.9:");
        }
    }
    void anotherSyncModeStopsTheRunUntilItIsPutBack()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, dataSync);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        samples::SiteShape shape;
        shape.dataSync = dataSync.constData();
        samples::RunnerBench bench(shape, ProcedureKind(kind));
        bool changed = true;
        rewriteConfig(bench, from, to, [&] { return changed; });
        QString seen;
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            for (const Observation& one : trouble.observations)
                seen += one.seen.render(Language::English) + u'\n';
            return TroubleAnswer{Remedy::Hold, {}, false};
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(bench.gate.troubledSteps, QStringList{reread});
        QVERIFY2(seen.contains(QString::fromUtf8(to)), qPrintable(seen)); // the very line stands there
        QVERIFY(!bench.kinds(u"start-service-mf2"_s).contains(u"step-started"_s));
        // Somebody puts it back.
        changed = false;
        bench.gate.onTrouble = [](const Trouble&) { return TroubleAnswer{Remedy::Look, {}, false}; };
        QCOMPARE(bench.resume().value(), RunEnd::Done);
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    /// The same, when it happens after the config was found to be right.
    void anotherSyncModeIsNoticedLaterToo()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        rewriteConfig(bench, "ENABLE_REP_DATA = ON", "ENABLE_REP_DATA = OFF", [&] {
            return bench.run->state().record(u"return-node-mf2"_s).status == StepStatus::Verified;
        });
        bench.gate.onTrouble = [&](const Trouble&) { return TroubleAnswer{Remedy::Hold, {}, false}; };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(bench.gate.troubles, QList<Trouble::Kind>{Trouble::Kind::World});
        QVERIFY(bench.run->state().isolationMustStand());
    }
    /// A comment or a key that nobody knows is for people to read, in whatever way the procedure judges the file.
    void whateverChangedIsShown_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("judged by the program") << int(ProcedureKind::BlockSyncPorts);
        QTest::newRow("judged by a person") << int(ProcedureKind::StopMailFlow);
    }
    void whateverChangedIsShown()
    {
        QFETCH(int, kind);
        samples::RunnerBench bench({}, ProcedureKind(kind));
        rewriteConfig(bench, "ENABLE_REP_DATA = ON", "NEW_KEY = 1\nENABLE_REP_DATA = ON", [] { return true; });
        QStringList shown;
        bench.gate.onSeen = [&](const Step& step, const QList<Observation>& observations) {
            for (const Observation& one : observations) {
                if (step.id == reread)
                    shown.append(one.seen.render(Language::English));
            }
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QVERIFY2(shown.join(u'\n').contains(u"NEW_KEY = 1"_s), qPrintable(shown.join(u'\n')));
    }
    void aConfigThatCanNotBeReadAnyMoreIsADifference()
    {
        samples::RunnerBench bench({}, ProcedureKind::StopMailFlow);
        bench.access.changeAnswer = [&](const QString& node, const NodeQuery& query, NodeAnswer& answer) {
            if (node == "mf2"_L1 && query.asks.testFlag(Ask::Config) && bench.run->state().current() &&
                bench.run->state().current()->id == "stop-service-mf2"_L1)
                answer.put("config", {}, NodeAnswer::NotPermitted);
        };
        bench.gate.onTrouble = [](const Trouble&) { return TroubleAnswer{Remedy::Hold, {}, false}; };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(bench.gate.troubles, QList<Trouble::Kind>{Trouble::Kind::Drift});
    }
    /// New ports that were found and not yet answered for: whoever goes on extends the block for them all the same.
    void aKillWhereverNewPortsAreFoundNeverLeavesThemUncovered()
    {
        samples::SiteShape shape;
        shape.slaves = 1;
        const auto rehearsal = samples::rehearsal(shape, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        const QString fault = u"installer-new-port@run-installer-mf2"_s;
        const auto plain = rehearsal->play({1, FaultPlan::parse(fault).value(), true});
        const QList<QByteArray> lines = plain.journal.split('\n');
        int tried = 0;
        for (int record = 1; record <= lines.size(); ++record) {
            if (!lines[record - 1].contains("\"step\":\"reread-config-mf2\""))
                continue;
            for (const char* kind : {"killed-before", "killed-after", "killed-amid"}) {
                const QString faults = fault + u",%1@#%2"_s.arg(QLatin1StringView(kind)).arg(record);
                const auto result = rehearsal->play({1, FaultPlan::parse(faults).value(), true});
                QVERIFY2(result.violations.isEmpty(), qPrintable(faults + u' ' + samples::seen(result)));
                QCOMPARE(result.outcome, RehearsalResult::Outcome::Done);
                ++tried;
            }
        }
        QVERIFY(tried >= 12);
    }
    /// The end of what the installer printed is read by whoever judges it, and kept.
    void whatTheInstallerPrintedIsShownAndKept()
    {
        samples::RunnerBench bench({}, ProcedureKind::StopMailFlow, u"installer-fails@run-installer-mf2"_s);
        bench.access.changeAnswer = [](const QString&, const NodeQuery& query, NodeAnswer& answer) {
            if (query.asks.testFlag(Ask::Job))
                answer.put("job.log", "unpacking\n\nno space left on /usr\n");
        };
        QString seen;
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            if (seen.isEmpty())
                seen = trouble.observations.value(0).seen.render(Language::English);
            return std::nullopt;
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QVERIFY2(seen.contains(u"exit status"_s) && seen.endsWith(u"no space left on /usr"_s), qPrintable(seen));
        QVERIFY(bench.journal.contains("no space left on /usr"));
    }
};

QTEST_GUILESS_MAIN(TestRunnerConfig)
#include "tst_runnerconfig.moc"
