#include "core/plan/LeftOnNodes.h"
#include "core/plan/NodeCommands.h"
#include "core/report/ConditionTexts.h"
#include "core/report/DocumentFile.h"
#include "core/report/Runbook.h"

#include "PdfText.h"
#include "PlanSamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

RunbookInput prepared(const SiteFacts& facts, ProcedureKind kind)
{
    const Result<RunbookInput> input =
        prepareRunbook(facts, kind, QDateTime::fromString(u"2026-12-01T10:00:00+09:00"_s, Qt::ISODate));
    if (!input)
        qFatal("%s", qPrintable(input.error().render(Language::English)));
    return *input;
}

QStringList headings(const Document& document, int level)
{
    QStringList out;
    for (const DocumentBlock& block : document.body) {
        if (const auto* heading = std::get_if<Heading>(&block); heading && heading->level == level)
            out.append(heading->text);
    }
    return out;
}

const Table* stepTable(const Document& document)
{
    for (const DocumentBlock& block : document.body) {
        if (const auto* table = std::get_if<Table>(&block); table && table->steps)
            return table;
    }
    return nullptr;
}

const Row& stepRow(const Document& document, int number)
{
    for (const Row& row : stepTable(document)->rows) {
        if (row.cells.first().text == QString::number(number))
            return row;
    }
    qFatal("No %d is not on paper", number);
}

/// The rows of the way back: of the second table of steps.
QList<Row> rollbackRows(const Document& document)
{
    QList<Row> rows;
    for (const DocumentBlock& block : document.body) {
        if (const auto* table = std::get_if<Table>(&block); table && table->steps)
            rows = table->rows;
    }
    return rows;
}

Row rowOf(const QList<Row>& rows, int undone)
{
    for (const Row& row : rows) {
        if (row.cells.size() > 1 && row.cells[1].text.toInt() == undone)
            return row;
    }
    qFatal("Nothing undoes No %d", undone);
}

SiteFacts withoutDataSync()
{
    samples::SiteShape shape;
    shape.dataSync = "OFF";
    return samples::facts(shape);
}

} // namespace

class TestRunbook : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

    QStringList pagesOf(const Document& document)
    {
        const QString path = m_dir.filePath(u"runbook.pdf"_s);
        const Status status = writeDocument(document, path);
        if (!status)
            qFatal("%s", qPrintable(status.error().render(Language::English)));
        return sample::pdfPages(path);
    }

private slots:
    void everyChapterIsThereInItsOrder()
    {
        const Document document =
            runbookDocument(prepared(samples::facts(), ProcedureKind::BlockSyncPorts), Language::English);
        const QStringList golden = {u"1  Purpose and scope"_s,
                                    u"2  System"_s,
                                    u"3  People and contacts"_s,
                                    u"4  Time chart"_s,
                                    u"5  Preconditions and findings"_s,
                                    u"6  What mail users will notice"_s,
                                    u"7  Abort criteria and point of no return"_s,
                                    u"8  Work steps"_s,
                                    u"9  Rollback"_s,
                                    u"10  Left on the nodes on purpose"_s,
                                    u"11  Command sheets"_s,
                                    u"12  Queue estimate"_s,
                                    u"13  Firewall request sheet"_s,
                                    u"14  Notice to the mail users"_s,
                                    u"Appendix A: Replica configs as read"_s,
                                    u"Appendix B: Where every value came from"_s,
                                    u"Appendix C: Sources and rules"_s};
        QCOMPARE(headings(document, 1), golden);
    }
    void bothLanguagesHaveTheSameChapters()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::StopMailFlow);
        const Document english = runbookDocument(input, Language::English);
        const Document japanese = runbookDocument(input, Language::Japanese);
        QCOMPARE(japanese.body.size(), english.body.size());
        for (const int level : {1, 2})
            QCOMPARE(headings(japanese, level).size(), headings(english, level).size());
    }

    void noStepIsLostOnPaper_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("slaves");
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<int>("language");
        for (const ProcedureKind kind : allProcedures()) {
            const QByteArray sync = kind == ProcedureKind::DisableSettingsSync ? "OFF" : "ON";
            for (const Language language : {Language::English, Language::Japanese}) {
                QTest::addRow("%s %s", qPrintable(procedureCode(kind)), qPrintable(languageCode(language)))
                    << int(kind) << 2 << sync << int(language);
            }
        }
        QTest::newRow("fifteen slaves")
            << int(ProcedureKind::BlockSyncPorts) << 15 << QByteArray("ON") << int(Language::English);
    }
    void noStepIsLostOnPaper()
    {
        QFETCH(int, kind);
        QFETCH(int, slaves);
        QFETCH(QByteArray, dataSync);
        QFETCH(int, language);
        samples::SiteShape shape;
        shape.slaves = slaves;
        shape.dataSync = dataSync;
        shape.mixed = slaves < 15;
        const RunbookInput input = prepared(samples::facts(shape), ProcedureKind(kind));
        const QString paper =
            sample::withoutWhitespace(pagesOf(runbookDocument(input, Language(language))).join(QString()));
        for (const Step& step : input.procedure.steps) {
            const QString title = sample::withoutWhitespace(step.title.render(Language(language)));
            QVERIFY2(paper.contains(title), qPrintable(title));
            // Line by line: a script longer than a page goes on behind the next page's head.
            for (const QString& line : step.action.command.split(u'\n')) {
                QVERIFY2(paper.contains(sample::withoutWhitespace(line)),
                         qPrintable(step.id + u": "_s + line));
            }
            for (const Condition& condition : step.expects) {
                if (condition.kind == ConditionKind::OperatorAffirms ||
                    condition.kind == ConditionKind::VersionIs) {
                    const QString text = sample::withoutWhitespace(conditionTexts({condition}, Language(language)).first());
                    QVERIFY2(paper.contains(text), qPrintable(text));
                }
            }
        }
    }

    void aLongCommandStandsOnASheetOfItsOwnThatTheStepNames()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const Table* table = stepTable(document);
        QVERIFY(table);
        QStringList commands;
        for (const DocumentBlock& block : document.body) {
            if (const auto* command = std::get_if<CommandBlock>(&block))
                commands.append(command->text);
        }
        int named = 0;
        for (const Row& row : table->rows) {
            for (const Cell& cell : row.cells) {
                QVERIFY2(cell.command.count(u'\n') < 6, qPrintable(cell.command));
                named += cell.text.contains("Command sheet "_L1);
            }
        }
        QVERIFY(named > 0);
        for (const Step& step : input.procedure.steps) {
            if (step.action.command.count(u'\n') >= 6)
                QCOMPARE(commands.count(step.action.command), 1);
        }
    }

    void thePointOfNoReturnIsAMarkedRowBeforeItsStep()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const Table* table = stepTable(document);
        QVERIFY(table);
        int marks = 0;
        for (qsizetype i = 0; i < table->rows.size(); ++i) {
            if (!table->rows[i].emphasized)
                continue;
            ++marks;
            QCOMPARE(table->rows[i + 1].cells.first().text,
                     QString::number(input.procedure.pointOfNoReturn() + 1));
        }
        QCOMPARE(marks, 1);
    }
    void whatHoldsBothWaysIsSaidOnce()
    {
        for (const ProcedureKind kind : {ProcedureKind::BlockSyncPorts, ProcedureKind::BlockPeerTraffic}) {
            const RunbookInput input = prepared(samples::facts(), kind);
            const Document document = runbookDocument(input, Language::English);
            for (const QString& step : {u"verify-block-mf2"_s, u"verify-block-mf2-after-start"_s}) {
                const QString told = stepRow(document, input.procedure.number(step)).cells[5].text;
                QVERIFY2(told.contains(u"Between mf2 and mf1, mf3 "_s) || told.contains(u"Between mf2 and mf3, mf1 "_s),
                         qPrintable(told));
                QVERIFY2(!told.contains(u"From mf"_s), qPrintable(told));
            }
        }
    }
    void whatAnsweredBeforeTheWorkHasRoomToBeWrittenDown()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const QList<WriteLine> lines = stepRow(document, input.procedure.number(u"record-baseline-mf2"_s)).toWrite;
        QVERIFY(!lines.isEmpty());
        QVERIFY2(lines.first().lead.contains(u"Version of mf2"_s), qPrintable(lines.first().lead));
        QStringList leads, fields;
        for (const WriteLine& line : lines.sliced(1)) {
            leads.append(line.lead.section(u' ', 0, 0));
            fields += line.fields;
        }
        leads.removeAll(QString());
        leads.sort();
        QCOMPARE(leads, (QStringList{u"mf1"_s, u"mf3"_s}));
        for (const int port : input.procedure.blockedPorts)
            QCOMPARE(fields.count(QString::number(port)), 2);
        QVERIFY(stepRow(document, input.procedure.number(u"verify-block-mf2"_s)).toWrite.isEmpty());
        QVERIFY(sample::withoutWhitespace(pagesOf(document).join(QString())).contains(u"Versionofmf2now"_s));
    }
    /// Whoever works by the paper alone must know with which command he looks.
    void whatMustHoldBeforeAStepNamesTheStepThatShowsIt()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const auto told = [&](const QString& step) { return stepRow(document, input.procedure.number(step)).cells[3].note; };
        const auto as = [&](const QString& step) { return u"(as in No. %1"_s.arg(input.procedure.number(step)); };
        const QString start = told(u"start-service-mf2"_s);
        QVERIFY2(start.startsWith(u"Before: "_s), qPrintable(start));
        for (const QString& step : {u"verify-version-mf2"_s, u"reread-config-mf2"_s, u"block-mf2"_s})
            QVERIFY2(start.contains(as(step)), qPrintable(start));
        const QString lift = told(u"unblock-mf1"_s);
        QVERIFY2(lift.contains(as(u"verify-version-mf2"_s)), qPrintable(lift));
        for (const Step& step : input.procedure.steps)
            QVERIFY2(!told(step.id).contains(u"(as in No. %1)"_s.arg(input.procedure.number(step.id))), qPrintable(step.id));
    }
    /// A cell has no room for a hand: when a block was lifted the next step and the way back go by.
    void whatIsWrittenByHandHasARuleBelowItsRow()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const auto lineOf = [&](const QString& step) {
            const QList<WriteLine> lines = stepRow(document, input.procedure.number(step)).toWrite;
            return lines.isEmpty() ? QString() : lines.first().lead + u" | "_s + lines.first().fields.join(u", "_s);
        };
        QCOMPARE(lineOf(u"unblock-mf2"_s), u"Lifted at (hour:minute by the clock of mf2) | "_s);
        QCOMPARE(lineOf(u"extend-block-mf2"_s), u"Ports added | "_s);
        QCOMPARE(lineOf(u"run-installer-mf2"_s), u"What the installer reports | "_s);
        QCOMPARE(lineOf(u"verify-version-mf2"_s), u"Version read | "_s);
        const QString queues = lineOf(u"watch-queue-after-1"_s);
        QVERIFY2(queues.startsWith(u"mf2 (high figure: "_s), qPrintable(queues));
        QVERIFY2(queues.endsWith(u"size of the queue (MiB = KiB shown / 1024), free disk (MiB)"_s), qPrintable(queues));
        const Row lifted = rowOf(rollbackRows(document), input.procedure.number(u"block-mf2"_s));
        QCOMPARE(lifted.toWrite.size(), 1);
        QVERIFY(lifted.toWrite.first().lead.contains(u"by the clock of mf2"_s));
    }
    void thePointOfNoReturnStandsAboveTheWorkInWhichItIsPassed()
    {
        const Document document =
            runbookDocument(prepared(samples::facts(), ProcedureKind::BlockSyncPorts), Language::English);
        for (const DocumentBlock& block : document.body) {
            const auto* table = std::get_if<Table>(&block);
            if (!table || table->title != u"Time chart"_s)
                continue;
            QStringList names;
            for (const Row& row : table->rows)
                names.append(row.cells.size() == 1 ? row.cells[0].text.section(u':', 0, 0)
                                                   : row.cells[1].text);
            const qsizetype point = names.indexOf(u"Point of no return"_s);
            QVERIFY(point > 0);
            QCOMPARE(names[point + 1], u"Upgrade: mf2"_s);
            QVERIFY(table->rows[point].cells[0].text.endsWith(u"within the next row"_s));
        }
    }
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
    void theConfigIsComparedBeforeTheNetworkOfANodeThatWentBackIsConnected()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Row row = rowOf(rollbackRows(runbookDocument(input, Language::English)), input.procedure.number(u"run-installer-mf2"_s));
        QVERIFY2(row.cells[3].text.contains(u"Then, before the network is connected, compare mf_replica.def"_s),
                 qPrintable(row.cells[3].text));
        QVERIFY2(row.cells[5].text.startsWith(u"mf_replica.def on mf2 is as before the work."_s), qPrintable(row.cells[5].text));
    }
    /// Only a command of the program's own prints what is known.
    void whatOurOwnCommandsPrintIsExpected()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        for (const Step& step : input.procedure.steps) {
            if (step.kind != StepKind::BackupConfig)
                continue;
            const QString expected = stepRow(document, input.procedure.number(step.id)).cells[5].text;
            QCOMPARE(expected.contains(u"The copy is the same."_s), step.action.command.contains(u"echo 'The copy is the same.'"_s));
        }
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
    }
    /// SMTP is asked from the work machine; what is read on a node is read there.
    void aCheckSaysWhereItIsRunAndWhoseWordCounts()
    {
        samples::SiteShape shape;
        shape.access = AccessKind::Files;
        const RunbookInput input = prepared(samples::facts(shape), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const auto expectedOf = [&](const QString& step) { return stepRow(document, input.procedure.number(step)).cells[5]; };
        const Cell greets = expectedOf(u"verify-mail-flow-mf2"_s);
        QVERIFY2(greets.note.startsWith(u"SMTP: from the work machine. Where that does not reach: connect to the SMTP port"_s),
                 qPrintable(greets.note));
        QVERIFY2(greets.text.endsWith(u"Check from the work machine:"_s), qPrintable(greets.text));
        const Cell stopped = expectedOf(u"stop-service-mf2"_s);
        QCOMPARE(stopped.note, u"By word"_s);
        QVERIFY2(stopped.text.endsWith(u"Check on mf2:"_s), qPrintable(stopped.text));
        const Cell drained = expectedOf(u"drain-node-mf2"_s);
        QVERIFY2(drained.note.startsWith(u"By word. SMTP"_s), qPrintable(drained.note));
        QVERIFY2(drained.text.contains(u"Check from the work machine:"_s), qPrintable(drained.text));
    }
    void theTextSpeaksOfThisProceduresWayOfCuttingSyncAlone_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QStringList>("notSaid");
        const QString block = u"block"_s, disabled = u"disabled"_s, stopped = u"stopped service"_s, services = u"services stay"_s;
        QTest::newRow("stop") << int(ProcedureKind::StopMailFlow) << QByteArray("ON") << services << QStringList{block, disabled};
        QTest::newRow("disable") << int(ProcedureKind::DisableSettingsSync) << QByteArray("OFF") << u"sync stays disabled"_s
                                 << QStringList{block, stopped, services};
        QTest::newRow("ports") << int(ProcedureKind::BlockSyncPorts) << QByteArray("ON") << u"blocks stay"_s
                               << QStringList{disabled, stopped, services, u"firewall between"_s};
        QTest::newRow("traffic") << int(ProcedureKind::BlockPeerTraffic) << QByteArray("ON") << u"block between the nodes stays"_s
                                 << QStringList{disabled, stopped, services, u"isolated again"_s};
    }
    void theTextSpeaksOfThisProceduresWayOfCuttingSyncAlone()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, dataSync);
        QFETCH(QString, said);
        QFETCH(QStringList, notSaid);
        samples::SiteShape shape;
        shape.dataSync = dataSync;
        const Document document = runbookDocument(prepared(samples::facts(shape), ProcedureKind(kind)), Language::English);
        QStringList prose; // of the preconditions, the effects and the abort criteria
        QString heading;
        for (const DocumentBlock& block : document.body) {
            if (const auto* one = std::get_if<Heading>(&block))
                heading = one->text;
            else if (const auto* list = std::get_if<ItemList>(&block); list && QStringView(u"567").contains(heading[0]))
                prose += list->items;
        }
        const QString all = prose.join(u'\n');
        QVERIFY2(all.contains(said), qPrintable(all));
        for (const QString& other : notSaid)
            QVERIFY2(!all.contains(other), qPrintable(other + u" in\n"_s + all));
    }
    /// The mail waits longer than the services are stopped.
    void whatMailUsersNoticeHasItsOwnTimes()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::StopMailFlow);
        const auto time = [&](StepKind kind, bool end) {
            const Step* step = input.procedure.first(kind, {});
            return Text::timeOfDay(input.chart.startOf(step->id)->addSecs(end ? step->minutes * 60 : 0)).render(Language::English);
        };
        const QString all = textsOf(runbookDocument(input, Language::English)).join(u'\n');
        const QString told = u"The mail flow through m-FILTER is stopped from about %1 to %2."_s.arg(time(StepKind::StopMailFlow, false),
                                                                                                  time(StepKind::ResumeMailFlow, true));
        QVERIFY2(all.contains(told), qPrintable(told));
        QVERIFY(!all.contains(u"Sync is cut"_s));
    }
    /// Exported settings alone bring no old version back: what counts is what the way that was entered needs.
    void whatTheWayBackUsesIsThere()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const QString all = textsOf(runbookDocument(input, Language::English)).join(u'\n');
        QVERIFY(all.contains(u"What the way back to the old version uses (exported settings, a snapshot, or both) is there for every node, "
                             "and it was tried."_s));
        QVERIFY(all.contains(u"Is what the way back to the old version uses (exported settings, a snapshot, or both) there for every "
                             "machine, and was it tried?"_s));
    }
    /// By the paper alone: going round for what the step can't mend would have no end.
    void theBlockIsExtendedOnlyForAPortThatIsNotBlocked()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const int asked = input.procedure.number(u"reread-config-mf2"_s);
        const Row& read = stepRow(document, asked);
        QVERIFY(read.cells[5].text.contains(u"and those that were added to the block of mf2"_s));
        const Row& extend = stepRow(document, asked + 1);
        QVERIFY(extend.cells[3].text.startsWith(
            u"Only if No. %1 showed a sync port that is not blocked. If anything else there is not as expected, stop (section 7)."_s.arg(asked)));
        QVERIFY(extend.cells[3].text.contains(u"commands that probe mf2"_s));
        QVERIFY(extend.cells[5].text.contains(u"added ports"_s));
    }
    /// A node's own command tries the ways out of it alone.
    void theWaysIntoANodeAreTriedFromTheOthers()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        for (const QString& step : {u"verify-block-mf2"_s, u"verify-block-mf2-after-start"_s}) {
            const Row& proof = stepRow(document, input.procedure.number(step));
            QVERIFY(proof.cells[3].text.contains(u"10.77.0.2 (mf2)"_s));
            for (const char* other : {"mf1: Command sheet ", "mf3: Command sheet "})
                QVERIFY2(proof.cells[4].text.contains(QString::fromLatin1(other)), qPrintable(proof.cells[4].text));
        }
        const Row& sync = stepRow(document, input.procedure.number(u"verify-sync-mf2"_s));
        QVERIFY(sync.cells[4].text.contains(u"mf1: Command sheet "_s) && !sync.cells[4].text.contains(u"mf3"_s));
    }
    void aStepPointsToWhatItSpeaksOf()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const auto& plan = input.procedure;
        QVERIFY(stepRow(document, plan.number(u"stop-autostarted-service-mf2"_s))
                    .cells[3].text.contains(u"as in No. %1."_s.arg(plan.number(u"boot-start-off-mf2"_s))));
        QVERIFY(stepRow(document, plan.number(u"watch-queue-mf2"_s))
                    .cells[3].text.contains(u"with the lifting of No. %1:"_s.arg(plan.number(u"unblock-mf2"_s))));
    }

    void everyPageHasNumberFingerprintAndDocument()
    {
        for (const Language language : {Language::English, Language::Japanese}) {
            const Document document =
                runbookDocument(prepared(samples::facts(), ProcedureKind::BlockSyncPorts), language);
            const QStringList pages = pagesOf(document);
            for (qsizetype i = 1; i < pages.size(); ++i) {
                QVERIFY(pages[i].contains(u"%1 / %2"_s.arg(i + 1).arg(pages.size())));
                QVERIFY(pages[i].contains(document.fingerprint));
                QVERIFY2(pages[i].contains(document.documentId), qPrintable(pages[i].left(200))); // not cut short
            }
        }
    }

    void hostileNamesAreShownNotObeyed()
    {
        samples::SiteShape shape;
        Site site = samples::site(shape);
        site.name = u"<img src=x>\u202Ename\u0007"_s;
        site.nodes[1].name = u"=cmd|'x'!A0 <b>"_s;
        site.rollback = u"</td><script>"_s;
        const SiteFacts facts = SiteFacts::from(site, samples::facts(shape).survey);
        const RunbookInput input = prepared(facts, ProcedureKind::StopMailFlow);
        const Document document = runbookDocument(input, Language::English);
        const QString path = m_dir.filePath(u"hostile.html"_s);
        QVERIFY(writeDocument(document, path).ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(file.readAll());
        QVERIFY(!html.contains("<img"_L1));
        QVERIFY(!html.contains("<script"_L1));
        QVERIFY(!html.contains(QChar(0x202E)));
        QVERIFY(html.contains("=cmd|"_L1));
        const QString workbook = m_dir.filePath(u"hostile.xlsx"_s);
        QVERIFY(writeDocument(document, workbook).ok());
    }

    void anEmptySiteFileSaysWhatIsMissing()
    {
        samples::SiteShape shape;
        shape.commands = false;
        Site site = samples::site(shape);
        site.schedule = {};
        site.rollback.clear();
        SurveyReport survey = samples::facts(shape).survey;
        survey.nodes[2].config.reset();
        survey.nodes[2].configBytes.clear();
        const RunbookInput input = prepared(SiteFacts::from(site, survey), ProcedureKind::StopMailFlow);
        const QString paper = pagesOf(runbookDocument(input, Language::English)).join(QString()).simplified();
        QVERIFY(paper.contains("This file was not read"_L1));
        QVERIFY(paper.contains("to be filled in before the work"_L1));
        QVERIFY(paper.contains("____-__-__"_L1));
        QVERIFY(paper.contains("+0:00"_L1));
    }

    void theFirewallSheetAsksForTheNewPorts()
    {
        const QString paper =
            pagesOf(
                runbookDocument(prepared(samples::facts(), ProcedureKind::BlockSyncPorts), Language::English))
                .join(QString());
        QVERIFY(paper.contains("Firewall request: new ports"_L1));
        QVERIFY(!paper.contains("Firewall request: block"_L1));
        const QString traffic =
            pagesOf(runbookDocument(prepared(samples::facts(), ProcedureKind::BlockPeerTraffic),
                                    Language::English))
                .join(QString());
        QVERIFY(traffic.contains("Firewall request: block"_L1));
    }
    void theQueueEstimateIsLeftOutWithItsReason()
    {
        const QString off =
            pagesOf(runbookDocument(prepared(withoutDataSync(), ProcedureKind::BlockSyncPorts),
                                    Language::English))
                .join(QString())
                .simplified();
        QVERIFY(off.contains("Not needed: data sync is OFF"_L1));
        const QString stopped =
            pagesOf(
                runbookDocument(prepared(samples::facts(), ProcedureKind::StopMailFlow), Language::English))
                .join(QString())
                .simplified();
        QVERIFY(stopped.contains("Not needed: the mail flow is stopped"_L1));
    }
    void theConfigsArePrintedWithLineNumbers()
    {
        const QString paper =
            pagesOf(
                runbookDocument(prepared(samples::facts(), ProcedureKind::BlockSyncPorts), Language::English))
                .join(QString());
        QVERIFY(paper.contains("3  REPLICA_SERVER_3 = 10.77.0.3:14083"_L1) ||
                paper.contains("3 REPLICA_SERVER_3 = 10.77.0.3:14083"_L1));
    }
    void everyCommandOfTheSiteFileSaysWhereItCameFrom()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        QStringList told;
        for (const DocumentBlock& block : document.body) {
            const auto* table = std::get_if<Table>(&block);
            if (!table || table->title != u"Provenance"_s)
                continue;
            for (const Row& row : table->rows) {
                if (row.cells.size() == 4 && row.cells[3].text == u"site file"_s && !row.cells[1].command.isEmpty())
                    told.append(row.cells[1].command);
            }
        }
        for (const Node& node : input.facts.site.nodes) {
            for (const QString& command : {node.service.start, node.service.stop, node.service.status, node.service.bootOff,
                                           node.service.bootOn, node.service.bootStatus, node.versionCommand, node.installCommand})
                QVERIFY2(command.isEmpty() || told.contains(command), qPrintable(command));
        }
        QVERIFY(told.contains(u"svc status"_s));
    }
    void theProvenanceNamesTheOpenPortsTheWayBackAndEveryLineOfThePeers()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        QList<QStringList> rows; // of the whole site and of mf1
        QString group;
        for (const DocumentBlock& block : document.body) {
            const auto* table = std::get_if<Table>(&block);
            if (!table || table->title != u"Provenance"_s)
                continue;
            for (const Row& row : table->rows) {
                if (row.cells.size() == 1)
                    group = row.cells[0].text;
                else if (group == "whole site"_L1 || group == "mf1"_L1)
                    rows.append({row.cells[0].text, row.cells[1].text, row.cells[2].text, row.cells[3].text});
            }
        }
        const auto row = [&](const QString& item) {
            for (const QStringList& each : rows) {
                if (each.first() == item)
                    return each;
            }
            return QStringList();
        };
        const QString back = u"Way back to the old version"_s;
        QCOMPARE(row(back), (QStringList{back, u"Restore the snapshots"_s, u"entered"_s, u"site file"_s}));
        QCOMPARE(row(u"SMTP port"_s).value(1), u"25"_s);
        QCOMPARE(row(u"SMTP port"_s).value(2), u"assumed"_s);
        QCOMPARE(row(u"Ports that the block leaves open"_s).value(1), u"22, 25"_s);
        QCOMPARE(row(u"REPLICA_SERVER_*"_s).value(3), u"lines 2, 3"_s);
    }
    void theInstallersPathIsBrokenAsVisiblyAsACommand()
    {
        samples::SiteShape shape;
        shape.installersByHand = true;
        Site site = samples::site(shape);
        site.nodes[1].installer = u"/srv/"_s + QString(120, u'x') + u"/setup.bin"_s;
        const RunbookInput input = prepared(SiteFacts::from(site, samples::facts(shape).survey), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const Row& install = stepRow(document, input.procedure.number(u"run-installer-mf2"_s));
        QCOMPARE(install.cells[4].command, site.nodes[1].installer);
        QVERIFY2(!install.cells[3].text.contains(u"setup.bin"_s), qPrintable(install.cells[3].text));
    }
    void theSameInputGivesTheSameDocument()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        QCOMPARE(textsOf(runbookDocument(input, Language::Japanese)),
                 textsOf(runbookDocument(input, Language::Japanese)));
    }
    void whatStaysOnTheNodesIsDeclared_data()
    {
        QTest::addColumn<AccessKind>("access");
        QTest::newRow("by SSH") << AccessKind::Ssh;
        QTest::newRow("by hand") << AccessKind::Manual;
    }
    void whatStaysOnTheNodesIsDeclared()
    {
        QFETCH(AccessKind, access);
        samples::SiteShape shape;
        shape.access = access;
        const SiteFacts facts = samples::facts(shape);
        const RunbookInput input = prepared(facts, ProcedureKind::BlockSyncPorts);
        for (const Language language : {Language::English, Language::Japanese}) {
            const Document document = runbookDocument(input, language);
            const QString text = textsOf(document).join(u'\n');
            QVERIFY(text.contains(leftOnNodesText().render(language)));
            for (const NodeFacts& node : facts.nodes) {
                const NodeCommands commands(facts, node, input.procedure.runId, {});
                if (!commands.backupPath().isEmpty())
                    QVERIFY2(text.contains(commands.backupPath()), qPrintable(node.node.name));
                QCOMPARE(text.contains(commands.installerJob() + u'\n'), access == AccessKind::Ssh);
            }
        }
    }
    void aRefusedProcedureGivesNoRunbook()
    {
        const Result<RunbookInput> input = prepareRunbook(
            samples::facts(), ProcedureKind::DisableSettingsSync, QDateTime::currentDateTime());
        QVERIFY(!input);
        QCOMPARE(input.error().code, u"procedure-refused"_s);
    }
};

QTEST_MAIN(TestRunbook)
#include "tst_runbook.moc"
