#include "RunbookSamples.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::prepared;
using samples::rollbackRows;
using samples::rowOf;

/// The runbook's table of the way back.
class TestRunbookBack : public QObject {
    Q_OBJECT
private slots:
    void rollbackGoesBackwardsThroughTheSteps()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        QList<int> undone;
        bool first = true;
        for (const DocumentBlock& block : document.body) {
            const auto* table = std::get_if<Table>(&block);
            if (!table || !table->steps)
                continue;
            if (first) {
                first = false;
                continue;
            }
            for (const Row& row : table->rows) {
                if (row.cells.size() > 1)
                    undone.append(row.cells[1].text.toInt());
            }
        }
        undone.removeAll(0); // what isolates a node again undoes nothing
        int withRollback = 0;
        for (const Step& step : input.procedure.steps) {
            const bool backAfterRestart = step.kind == StepKind::ReturnNode && !step.onlyIf.isEmpty();
            withRollback += (step.rollback && !step.closesItself() && !backAfterRestart) ? 1 : 0;
        }
        QCOMPARE(undone.size(), withRollback);
        QVERIFY(std::is_sorted(undone.rbegin(), undone.rend()));
    }
    void aRollbackRowSaysWhatIsDoneNotWhatWasDone()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const QList<Row> rows = rollbackRows(runbookDocument(input, Language::English));
        const int stop = input.procedure.number(u"stop-service-mf2"_s);
        const Row start = rowOf(rows, stop);
        QCOMPARE(start.cells[3].lead, u"Start the service on mf2 (undoes No. %1)"_s.arg(stop));
        QCOMPARE(start.cells[5].command, u"svc status"_s);
        QCOMPARE(start.cells[5].note, u"By word"_s);
        // Whether mail comes again only the operator sees.
        const Row back = rowOf(rows, input.procedure.number(u"drain-node-mf2"_s));
        for (const char* said : {"The service on mf2 is running.", "The SMTP port 25 of mf2 answers.", "Does mail reach mf2 again?"})
            QVERIFY2(back.cells[5].text.contains(QString::fromLatin1(said)), qPrintable(back.cells[5].text));
        // SMTP alone would not show that the service runs.
        const Step* starts = input.procedure.first(StepKind::StartService, u"mf2"_s);
        QVERIFY(starts && starts->checkCommand.contains(u"svc status"_s));
        QVERIFY2(back.cells[5].text.contains(u"Check on mf2 as in No. %1 (expected answer: exit status 0).\nCheck from the work machine:"_s
                                                 .arg(input.procedure.number(starts->id))),
                 qPrintable(back.cells[5].text));
        const Row out = rowOf(rows, input.procedure.number(u"return-node-mf2"_s));
        QVERIFY(out.cells[5].text.contains(u"Does no new mail reach mf2 any more"_s));
    }
    void aNodeThatGoesBackIsIsolatedAgainBeforeItsNetworkComesUp()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const QList<Row> rows = rollbackRows(runbookDocument(input, Language::English));
        for (const QString& node : {u"mf1"_s, u"mf2"_s, u"mf3"_s}) {
            const int install = input.procedure.number(u"run-installer-"_s + node);
            const auto row = std::find_if(rows.cbegin(), rows.cend(), [&](const Row& each) {
                return each.cells.size() > 1 && each.cells[1].text.toInt() == install;
            });
            QVERIFY(row != rows.cend() && row + 1 != rows.cend());
            QVERIFY(row->cells[3].text.contains(node + u" alone"_s));
            const Row& again = *(row + 1);
            QCOMPARE(again.cells[2].text, node);
            QVERIFY(again.cells[1].text.isEmpty());
            QVERIFY(again.cells[3].lead.contains(u"Block the sync ports"_s));
            QVERIFY(again.cells[3].text.contains(u"before the network comes up"_s));
            // It tells of the row above, not of itself.
            QVERIFY2(again.cells[3].text.startsWith(u"Where %1 brought the node to a state from before No. %2 "_s.arg(row->cells[0].text).arg(
                         input.procedure.number(u"block-"_s + node))),
                     qPrintable(again.cells[3].text));
            // Whoever reads row by row is told before he switches the node on.
            const QString told = u"keep its network off until the command of %1 has been run"_s.arg(again.cells[0].text);
            QVERIFY2(row->cells[3].text.contains(told), qPrintable(row->cells[3].text));
        }
    }
    void whereOnlyTheCheckIsToBeRunThereIsOne_data()
    {
        QTest::addColumn<AccessKind>("access");
        QTest::newRow("by word") << AccessKind::Files;
        QTest::newRow("by SSH") << AccessKind::Ssh;
    }
    void whereOnlyTheCheckIsToBeRunThereIsOne()
    {
        QFETCH(AccessKind, access);
        samples::SiteShape shape;
        shape.access = access;
        const RunbookInput input = prepared(samples::facts(shape), ProcedureKind::BlockSyncPorts);
        int told = 0;
        for (const Row& row : rollbackRows(runbookDocument(input, Language::English))) {
            if (row.cells.size() < 6 || !row.cells[3].text.contains(u"run only the check"_s))
                continue;
            ++told;
            QVERIFY2(row.cells[5].text.contains(u"Check on "_s), qPrintable(row.cells[5].text));
            QVERIFY(!row.cells[5].command.isEmpty());
        }
        QCOMPARE(told, 3); // one for each node that may have been taken back
    }
    void whereNoCheckIsKnownNoneIsSpokenOf()
    {
        samples::SiteShape shape;
        shape.dataSync = "OFF";
        shape.commands = false;
        const RunbookInput input = prepared(samples::facts(shape), ProcedureKind::DisableSettingsSync);
        int told = 0;
        for (const Row& row : rollbackRows(runbookDocument(input, Language::English))) {
            if (row.cells.size() < 6)
                continue;
            QVERIFY2(!row.cells[3].text.contains(u"run only the check"_s), qPrintable(row.cells[3].text));
            told += row.cells[3].text.contains(u"only look whether the expected result is there"_s) ? 1 : 0;
        }
        QVERIFY(told > 0);
    }
    void theConfigIsComparedBeforeTheNetworkOfANodeThatWentBackIsConnected()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Row row = rowOf(rollbackRows(runbookDocument(input, Language::English)), input.procedure.number(u"run-installer-mf2"_s));
        QVERIFY2(row.cells[3].text.contains(u"do it before the network is connected"_s),
                 qPrintable(row.cells[3].text));
        QVERIFY2(row.cells[5].text.startsWith(u"mf_replica.def on mf2 is as before the work."_s), qPrintable(row.cells[5].text));
    }
    void whereNothingKeepsANodeApartByItselfItsNetworkIsNoMatter()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::StopMailFlow);
        for (const Row& row : rollbackRows(runbookDocument(input, Language::English)))
            QVERIFY(row.cells.size() < 4 || !row.cells[3].text.contains(u"keep its network off"_s));
    }
    void theBlocksAreLiftedOnlyBelowTheMarkThatAsksForTheVersions()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const QList<Row> rows = rollbackRows(runbookDocument(input, Language::English));
        const auto mark = std::find_if(rows.cbegin(), rows.cend(), [](const Row& row) {
            return row.cells.size() > 5 && row.cells[3].lead.contains(u"Read the version on every node"_s);
        });
        QVERIFY(mark != rows.cend());
        QVERIFY(mark->cells[5].text.contains(u"5.20R01"_s));
        QCOMPARE(mark->cells[6].text, QString(QChar(tickBox))); // two people answer for it
        for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
            if (row->cells.size() > 1 && row->cells[3].lead.startsWith(u"Lift the block"_s))
                QVERIFY(row > mark);
        }
    }
    /// Whether the settings come again only a person sees; the mail he asks for himself.
    void theLastLookAfterGoingBackSaysHowItIsSeen()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const QList<Row> rows = rollbackRows(runbookDocument(input, Language::English));
        QCOMPARE(rows.last().cells[3].lead, u"Confirm the site after going back"_s);
        const Cell& expected = rows.last().cells[5];
        QVERIFY2(expected.note.startsWith(u"By word. SMTP: from the work machine."_s), qPrintable(expected.note));
        const QString check = input.procedure.first(StepKind::VerifyMailFlow, {})->checkCommand;
        QVERIFY(!check.isEmpty());
        QVERIFY2(expected.command == check || expected.text.contains(u"Command sheet"_s), qPrintable(expected.text));
        const QString read = QString::number(input.procedure.number(u"verify-version-mf1"_s));
        QVERIFY2(rows.last().cells[3].text.contains(read), qPrintable(rows.last().cells[3].text));
        // The steps of a restart lead forward.
        QVERIFY2(rows.last().cells[3].text.contains(u"Then back to this row, whatever those steps say."_s),
                 qPrintable(rows.last().cells[3].text));
    }
    /// Broken off within a restart, which has no row of its own, the service may be stopped.
    void noMailIsRoutedToANodeWhoseRestartWasBrokenOff()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const QList<Row> rows = rollbackRows(runbookDocument(input, Language::English));
        const Step* restart = input.procedure.first(StepKind::RestartService, u"mf2"_s);
        const Step* starts = input.procedure.first(StepKind::StartService, u"mf2"_s);
        QVERIFY(restart && starts);
        const QString told = u"Where the work stopped in No. %1: first see whether the service on mf2 runs. If it is stopped, start it "
                             "as in No. %2 before mail is routed to it.\n"_s.arg(input.procedure.number(restart->id))
                                 .arg(input.procedure.number(starts->id));
        int found = 0;
        for (const Step& step : input.procedure.steps) {
            if (step.kind != StepKind::DrainNode || step.node != "mf2"_L1)
                continue;
            ++found;
            const QString text = rowOf(rows, input.procedure.number(step.id)).cells[3].text;
            QVERIFY2(text.startsWith(told) == (step.onlyIf == restart->onlyIf), qPrintable(text));
        }
        QCOMPARE(found, 2); // for the upgrade and for the restart
    }
    void theNewPortsAreClosedAgainWhereABlockIsPutBackOn()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const QList<Row> rows = rollbackRows(runbookDocument(input, Language::English));
        const auto told = [&](const QString& step) { return rowOf(rows, input.procedure.number(step)).cells[3].text; };
        const QString asked = u"let the new ports of the section \"Firewall request sheet\" through for %1: ask for them to be closed "
                              "again."_s;
        QVERIFY2(told(u"unblock-mf2"_s).contains(asked.arg(u"mf2"_s)), qPrintable(told(u"unblock-mf2"_s)));
        QVERIFY2(told(u"unblock-mf3"_s).contains(asked.arg(u"mf3"_s)), qPrintable(told(u"unblock-mf3"_s)));
        QVERIFY(!told(u"unblock-mf1"_s).contains(u"closed again"_s));
        QVERIFY(!told(u"block-mf2"_s).contains(u"closed again"_s)); // before that nothing was opened
    }
    void whereNoBlockIsLiftedTheLastRowHasTheNewPortsClosedAgain()
    {
        for (const auto& [kind, said] : {std::pair{ProcedureKind::BlockSyncPorts, false}, {ProcedureKind::StopMailFlow, true}}) {
            const QList<Row> rows = rollbackRows(runbookDocument(prepared(samples::facts(), kind), Language::English));
            const auto asks = [](const Row& row) {
                return std::any_of(row.cells.cbegin(), row.cells.cend(), [](const Cell& cell) {
                    return cell.text.contains(u"section \"Firewall request sheet\" through: ask for them to be closed again."_s);
                });
            };
            QCOMPARE(int(std::count_if(rows.cbegin(), rows.cend(), asks)), said ? 1 : 0);
        }
    }
};

QTEST_MAIN(TestRunbookBack)
#include "tst_runbookback.moc"
