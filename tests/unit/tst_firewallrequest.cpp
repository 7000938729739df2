#include "core/report/DocumentFile.h"
#include "core/report/FirewallRequest.h"
#include "core/report/Runbook.h"

#include "PdfText.h"
#include "PlanSamples.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

const QList<int> allPorts{14042, 14043, 14044, 14045, 14046, 14047, 14083};

FirewallRequest requestFor(const SiteFacts& facts, std::optional<ProcedureKind> kind = {})
{
    if (!kind)
        return FirewallRequest::from(facts, nullptr, {});
    const Result<Procedure> procedure = planProcedure(facts, *kind);
    if (!procedure)
        qFatal("%s", qPrintable(procedure.error().render(Language::English)));
    return FirewallRequest::from(facts, &*procedure, TimeChart::from(*procedure, facts.site));
}

SiteFacts factsOf(const QByteArray& dataSync, bool scheduled = true)
{
    samples::SiteShape shape;
    shape.dataSync = dataSync;
    SiteFacts facts = samples::facts(shape);
    if (!scheduled)
        facts.site.schedule = {};
    return facts;
}

} // namespace

/// What the people who run the firewall are asked for.
class TestFirewallRequest : public QObject {
    Q_OBJECT
private slots:
    void beforeAProcedureIsChosenTheBlockIsAskedForByPort_data()
    {
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<QList<int>>("ports");
        QTest::newRow("data sync ON") << QByteArray("ON") << allPorts;
        QTest::newRow("unset counts as ON") << QByteArray() << allPorts;
        QTest::newRow("data sync OFF") << QByteArray("OFF") << QList<int>{14083};
    }
    void beforeAProcedureIsChosenTheBlockIsAskedForByPort()
    {
        QFETCH(QByteArray, dataSync);
        QFETCH(QList<int>, ports);
        const FirewallRequest request = requestFor(factsOf(dataSync));
        QCOMPARE(request.during.lines.size(), 1);
        QCOMPARE(request.during.lines[0].ports, ports);
        QCOMPARE(request.during.lines[0].sources.size(), 3);
        QVERIFY(request.during.lines[0].destinations.isEmpty()); // among each other
    }
    void theRequestFollowsTheProcedure_data()
    {
        QTest::addColumn<ProcedureKind>("kind");
        QTest::addColumn<bool>("asksForABlock");
        QTest::newRow("the servers block themselves") << ProcedureKind::BlockSyncPorts << false;
        QTest::newRow("the firewall blocks") << ProcedureKind::BlockPeerTraffic << true;
        QTest::newRow("nothing is blocked") << ProcedureKind::StopMailFlow << false;
    }
    void theRequestFollowsTheProcedure()
    {
        QFETCH(ProcedureKind, kind);
        QFETCH(bool, asksForABlock);
        const FirewallRequest request = requestFor(factsOf("ON"), kind);
        for (const FirewallRequest::Line& line : request.during.lines)
            QVERIFY(!line.forGood); // it is lifted on request: what stands there as its end is the plan
        QCOMPARE(!request.during.lines.isEmpty(), asksForABlock);
        if (asksForABlock)
            QVERIFY(request.during.lines[0].ports.isEmpty()); // all traffic
        QVERIFY(!request.during.why.isEmpty() || asksForABlock);
        QCOMPARE(request.after.lines.size(), 1);
        QCOMPARE(request.after.lines[0].ports, (QList<int>{14046, 14047}));
        QVERIFY(request.after.lines[0].forGood);
    }
    void theBlockIsAskedForFromThePlannedStepToThePlannedLifting()
    {
        const SiteFacts facts = factsOf("ON");
        const Result<Procedure> procedure = planProcedure(facts, ProcedureKind::BlockPeerTraffic);
        QVERIFY(procedure);
        const TimeChart chart = TimeChart::from(*procedure, facts.site);
        const auto line = FirewallRequest::from(facts, &*procedure, chart).during.lines.first();
        QString block, lift;
        for (const Step& step : procedure->steps) {
            if (step.kind == StepKind::Block && block.isEmpty())
                block = step.id;
            if (step.kind == StepKind::Unblock)
                lift = step.id;
        }
        QCOMPARE(line.from, chart.startOf(block));
        QVERIFY(*line.until > *chart.startOf(lift));
        QVERIFY(*line.until <= facts.site.schedule.start->addSecs(chart.totalMinutes * 60));
    }
    /// Lifted slave by slave, the first one's sync needs the new ports long before the last block is lifted.
    void theNewPortsAreAskedForWhenTheFirstSlaveSyncs()
    {
        const SiteFacts facts = factsOf("ON");
        const Result<Procedure> procedure = planProcedure(facts, ProcedureKind::BlockSyncPorts);
        QVERIFY(procedure);
        const TimeChart chart = TimeChart::from(*procedure, facts.site);
        const auto line = FirewallRequest::from(facts, &*procedure, chart).after.lines.first();
        QVERIFY(*line.from > *chart.startOf(u"unblock-mf2"_s));
        QCOMPARE(line.from, chart.startOf(u"verify-sync-mf2"_s));
        QVERIFY(*line.from < *chart.startOf(u"unblock-mf3"_s));
        QVERIFY(!line.fromNote.isEmpty());
        // On paper a row for each, from its own time.
        const auto rows = FirewallRequest::from(facts, &*procedure, chart).after.rows();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].destinations, QStringList{u"10.77.0.2 (mf2)"_s});
        QCOMPARE(rows[1].destinations, QStringList{u"10.77.0.3 (mf3)"_s});
        QCOMPARE(rows[0].from, chart.startOf(u"verify-sync-mf2"_s));
        QVERIFY(*rows[1].from > *chart.startOf(u"unblock-mf3"_s));
        for (const auto& row : rows) {
            const QString slave = row.destinations.first().contains("mf2"_L1) ? u"mf2"_s : u"mf3"_s;
            QCOMPARE(row.fromNote.render(Language::English),
                     u"when No. %1 of the runbook ends"_s.arg(procedure->number(u"unblock-"_s + slave)));
        }
    }
    void aTimeThatIsNotKnownIsABlankToFill_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("English") << Language::English;
        QTest::newRow("Japanese") << Language::Japanese;
    }
    void aTimeThatIsNotKnownIsABlankToFill()
    {
        QFETCH(Language, language);
        const FirewallRequest plain = requestFor(factsOf("ON", false));
        const QString text = requestAsTabbedText(plain, language);
        QCOMPARE(text.count(Text::tr("____-__-__  __:__").render(language)),
                 3); // from, until; and from of the new ports
        // With a procedure it is at least known how long after the start.
        const FirewallRequest planned = requestFor(factsOf("ON", false), ProcedureKind::BlockPeerTraffic);
        QVERIFY(!planned.during.lines[0].from);
        QVERIFY(!planned.during.lines[0].fromNote.isEmpty());
        QVERIFY(requestAsTabbedText(planned, language).contains(u"+0:"_s));
    }
    void theCopiedTextIsATableWithOneCellForEachColumn()
    {
        const FirewallRequest request = requestFor(factsOf("ON"));
        const QStringList rows = requestAsTabbedText(request, Language::English).trimmed().split(u'\n');
        QCOMPARE(rows.size(), 3); // head, block, allow
        for (const QString& row : rows)
            QCOMPARE(row.split(u'\t').size(), 8);
        const QStringList block = rows[1].split(u'\t');
        QVERIFY(block[0].contains(u"10.77.0.1 (mf1)"_s));
        QCOMPARE(block[2], u"14042-14047, 14083"_s);
        QCOMPARE(block[3], u"TCP (assumed)"_s);
        QCOMPARE(block[5], u"drop"_s);
        QCOMPARE(rows[2].split(u'\t')[7], u"for good"_s);
    }
    void aHostileNameBreaksNoTable()
    {
        SiteFacts facts = factsOf("ON");
        facts.site.nodes[1].name = u"mf2\tx\ny"_s;
        const QStringList rows =
            requestAsTabbedText(requestFor(facts), Language::English).trimmed().split(u'\n');
        QCOMPARE(rows.size(), 3);
        for (const QString& row : rows)
            QCOMPARE(row.split(u'\t').size(), 8);
    }
    void theVersionsThatUseTheSamePortsAskForNone()
    {
        samples::SiteShape shape;
        shape.source = u"5.50R01"_s;
        const FirewallRequest request = requestFor(samples::facts(shape), ProcedureKind::BlockSyncPorts);
        QVERIFY(request.isEmpty());
        QVERIFY(!request.during.why.isEmpty());
        QVERIFY(!request.after.why.isEmpty());
    }
    void whereNothingIsBlockedTheNewPortsDontWaitForABlock()
    {
        // To disable settings sync is for sites without data sync, which has all the new ports.
        for (const ProcedureKind kind : {ProcedureKind::StopMailFlow, ProcedureKind::BlockSyncPorts, ProcedureKind::BlockPeerTraffic}) {
            const bool blocks = kind == ProcedureKind::BlockSyncPorts || kind == ProcedureKind::BlockPeerTraffic;
            QString notes;
            for (const Text& note : requestFor(factsOf("ON"), kind).after.notes)
                notes += note.render(Language::English) + u'\n';
            QVERIFY2(notes.contains(u"when the block is lifted"_s) == blocks, qPrintable(notes));
            QVERIFY2(notes.contains(u"when sync is resumed"_s) == !blocks, qPrintable(notes));
            QVERIFY2(notes.contains(u"If the work goes back to the old version"_s), qPrintable(notes));
        }
    }
    void aRehearsalsSheetSaysSo()
    {
        const SiteFacts facts = factsOf("ON");
        const QDateTime madeAt = QDateTime::fromString(u"2026-12-01T10:00:00+09:00"_s, Qt::ISODate);
        const Document document = requestDocument(requestFor(facts), facts, madeAt, Language::English, SiteKind::Simulated);
        QVERIFY(document.rehearsal);
        QCOMPARE(document.documentId, u"REH-FW-20261201-1000"_s);
        QVERIFY(!requestDocument(requestFor(facts), facts, madeAt, Language::English).rehearsal);
    }
    void theSheetIsADocumentOfItsOwn_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("ending");
        for (const Language language : {Language::English, Language::Japanese}) {
            for (const auto* ending : {"pdf", "html", "xlsx"})
                QTest::addRow("%s %s", qPrintable(languageCode(language)), ending)
                    << language << QString::fromLatin1(ending);
        }
    }
    void theSheetIsADocumentOfItsOwn()
    {
        QFETCH(Language, language);
        QFETCH(QString, ending);
        const SiteFacts facts = factsOf("ON");
        const Document document =
            requestDocument(requestFor(facts), facts,
                            QDateTime::fromString(u"2026-12-01T10:00:00+09:00"_s, Qt::ISODate), language);
        const QString all = textsOf(document).join(u'\n');
        for (const QString& word : {u"14042-14047\n14083"_s, u"14046\n14047"_s, u"10.77.0.3 (mf3)"_s,
                                    u"FAQ 2578"_s, Text::tr("assumed").render(language)})
            QVERIFY2(all.contains(word), qPrintable(word));
        QTemporaryDir dir;
        const QString path = dir.filePath(u"request."_s + ending);
        const Status status = writeDocument(document, path);
        QVERIFY2(status, status ? "" : qPrintable(status.error().render(Language::English)));
        QVERIFY(QFileInfo(path).size() > 1000);
        if (ending == "pdf"_L1) // one sheet to hand over
            QCOMPARE(sample::pdfPages(path).filter(QRegularExpression(u"\\S"_s)).size(), 1);
    }
    void theRunbookAsksForTheSame()
    {
        const SiteFacts facts = factsOf("ON");
        const auto input =
            prepareRunbook(facts, ProcedureKind::BlockPeerTraffic, QDateTime::currentDateTime());
        QVERIFY(input);
        const QString paper = textsOf(runbookDocument(*input, Language::English)).join(u'\n');
        const FirewallRequest request = requestFor(facts, ProcedureKind::BlockPeerTraffic);
        for (const FirewallRequest::Part& part : request.parts()) {
            QVERIFY(paper.contains(part.title.render(Language::English)));
            for (const FirewallRequest::Line& line : part.lines)
                QVERIFY(
                    paper.contains(requestedPorts(line).render(Language::English).replace(u", "_s, u"\n"_s)));
        }
    }
};

QTEST_MAIN(TestFirewallRequest)
#include "tst_firewallrequest.moc"
