#include "RunbookSamples.h"

#include "core/plan/LeftOnNodes.h"
#include "core/plan/NodeCommands.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::pagesOf;
using samples::prepared;

namespace {

QStringList headings(const Document& document, int level)
{
    QStringList out;
    for (const DocumentBlock& block : document.body) {
        if (const auto* heading = std::get_if<Heading>(&block); heading && heading->level == level)
            out.append(heading->text);
    }
    return out;
}

SiteFacts withoutDataSync()
{
    samples::SiteShape shape;
    shape.dataSync = "OFF";
    return samples::facts(shape);
}

} // namespace

/// The runbook as a whole: its chapters, its words, its annexes and where every value comes from.
class TestRunbook : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

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
        QVERIFY(all.contains(u"What is needed to go back to the old version (exported settings, a snapshot, or both) is there for every node, "
                             "and it was tried."_s));
        QVERIFY(all.contains(u"Is what is needed to go back to the old version (exported settings, a snapshot, or both) there for every "
                             "node, and was it tried?"_s));
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
        for (const QString& time : {u"Start of the work"_s, u"Time to decide (go on or back)"_s, u"Latest end"_s})
            QCOMPARE(row(time).mid(2), (QStringList{u"entered"_s, u"site file"_s}));
        QCOMPARE(row(u"Lengths of the steps but the installer's"_s).mid(1, 2), (QStringList{u"as in section 8"_s, u"assumed"_s}));
        QCOMPARE(row(u"Length of the installer's run"_s).value(2), u"assumed"_s);
        QStringList unknown; // an item is an item, its value is what is not known
        for (const QStringList& each : std::as_const(rows)) {
            if (each[1] == "not known"_L1)
                unknown.append(each[0]);
            QVERIFY(each[0] != "not known"_L1);
        }
        QVERIFY2(unknown.join(u'\n').contains(u"Listening ports"_s), qPrintable(unknown.join(u'\n')));
    }
    void whatIsSaidOfLengthsAndStepsNamesThem()
    {
        samples::SiteShape shape;
        Site site = samples::site(shape);
        site.nodes[1].installMinutes = 25;
        const RunbookInput input = prepared(SiteFacts::from(site, samples::facts(shape).survey), ProcedureKind::BlockSyncPorts);
        const QString all = textsOf(runbookDocument(input, Language::English)).join(u'\n');
        QStringList tried;
        for (const Step& step : input.procedure.steps) {
            if (step.kind == StepKind::VerifySync)
                tried.append(QString::number(input.procedure.number(step.id)));
        }
        QCOMPARE(tried.size(), 2);
        for (const QString& said : {u"estimates, but for the installer's on mf2, which the site file names."_s,
                                    u"until sync is restored, except the setting that is tried in No. %1."_s.arg(tried.join(u", "_s)),
                                    u"the directory /run/systemd/system, without which the block would not survive a reboot, "
                                    "have been found on mf1, mf2, mf3."_s,
                                    u"In small print below a step of section 8, "_s, u"Each step of section 8 names the rules "_s})
            QVERIFY2(all.contains(said), qPrintable(said));
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
    /// Texts of the plan and of the paper name them by their letters.
    void theAppendixesHaveTheLettersByWhichTheyAreNamed()
    {
        for (const ProcedureKind kind : {ProcedureKind::BlockSyncPorts, ProcedureKind::StopMailFlow}) {
            QStringList heads;
            for (const DocumentBlock& block : runbookDocument(prepared(samples::facts(), kind), Language::English).body) {
                const auto* heading = std::get_if<Heading>(&block);
                if (heading && heading->text.startsWith(u"Appendix "_s))
                    heads.append(heading->text);
            }
            QVERIFY2(heads.contains(u"Appendix A: Replica configs as read"_s), qPrintable(heads.join(u'\n')));
            QVERIFY2(heads.contains(u"Appendix C: Sources and rules"_s), qPrintable(heads.join(u'\n')));
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
