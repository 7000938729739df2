#include "core/report/Topology.h"
#include "core/report/TopologyScene.h"

#include "DocumentSample.h"
#include "PlanSamples.h"

#include <QFontMetricsF>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;

class TestTopology : public QObject {
    Q_OBJECT
private slots:
    void portsAreShownAsRanges_data()
    {
        QTest::addColumn<QList<int>>("ports");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QList<int>{} << QString();
        QTest::newRow("one") << QList<int>{14083} << u"14083"_s;
        QTest::newRow("two stay two") << QList<int>{14042, 14043} << u"14042, 14043"_s;
        QTest::newRow("run, unsorted, doubled")
            << QList<int>{14083, 14044, 14042, 14043, 14042} << u"14042-14044, 14083"_s;
    }
    void portsAreShownAsRanges()
    {
        QFETCH(QList<int>, ports);
        QTEST(portRanges(ports), "text");
    }

    void everyNodeAndItsLinkIsInTheModel()
    {
        samples::SiteShape shape;
        shape.slaves = 3;
        const TopologyModel model = TopologyModel::from(samples::facts(shape), Language::English);
        QCOMPARE(model.nodes.size(), 4);
        QVERIFY(model.nodes[0].master);
        QCOMPARE(model.nodes[0].version, u"Ver.5.20R01"_s);
        QCOMPARE(model.edges.size(), 3);
        for (const TopologyModel::Edge& edge : model.edges) {
            QCOMPARE(edge.from, 0);
            QCOMPARE(edge.state, TopologyModel::Link::Unknown); // nobody probed
            QVERIFY(edge.ports.contains("14083"_L1));
            QVERIFY(edge.ports.contains("14042"_L1));
            QVERIFY(!edge.ports.contains("14046"_L1)); // not used by 5.20R01
        }
    }
    void withDataSyncOffOnlyTheSettingsPortIsDrawn()
    {
        samples::SiteShape shape;
        shape.dataSync = "OFF";
        const TopologyModel model = TopologyModel::from(samples::facts(shape), Language::English);
        QCOMPARE(model.edges[0].ports, u"14083"_s);
    }
    void aProbedLinkShowsItsState()
    {
        SiteFacts facts = samples::facts();
        facts.survey.links.append({u"mf2"_s, u"mf1"_s, IpFamily::Ipv4, 14083, PortState::Open});
        facts.survey.links.append({u"mf3"_s, u"mf1"_s, IpFamily::Ipv4, 14083, PortState::Filtered});
        const TopologyModel model = TopologyModel::from(facts, Language::English);
        QCOMPARE(model.edges[0].state, TopologyModel::Link::Open);
        QCOMPARE(model.edges[0].stateText, u"open"_s);
        QCOMPARE(model.edges[1].state, TopologyModel::Link::Blocked);
    }

    void boxesNeverOverlapNorLeaveTheDrawing_data()
    {
        QTest::addColumn<int>("slaves");
        for (const int slaves : {0, 1, 2, 3, 4, 5, 8, 15})
            QTest::addRow("%d slaves", slaves) << slaves;
    }
    void boxesNeverOverlapNorLeaveTheDrawing()
    {
        QFETCH(int, slaves);
        const TopologyModel model = sample::topology(slaves, true);
        const TopologyScene scene = TopologyScene::layOut(model, 68 * TopologyScene::fontUnits);
        QCOMPARE(scene.boxes.size(), slaves + 1);
        const QRectF all(0, 0, scene.width, scene.height);
        for (qsizetype i = 0; i < scene.boxes.size(); ++i) {
            QVERIFY(all.contains(scene.boxes[i].rect));
            for (qsizetype k = 0; k < i; ++k)
                QVERIFY(!scene.boxes[i].rect.intersects(scene.boxes[k].rect));
        }
        // No line from the master runs through a box of another node.
        for (const TopologyScene::Line& line : scene.lines) {
            for (const TopologyScene::Box& box : scene.boxes)
                QVERIFY(!box.rect.adjusted(5, 5, -5, -5).contains(line.line.center()));
        }
    }
    void theWordOfALinkStaysInsideTheDrawing_data()
    {
        QTest::addColumn<int>("slaves");
        QTest::addColumn<int>("width");
        for (const int slaves : {1, 2, 3, 4, 7}) {
            for (const int width : {28, 40, 68})
                QTest::addRow("%d slaves, %d wide", slaves, width) << slaves << width;
        }
    }
    void theWordOfALinkStaysInsideTheDrawing()
    {
        QFETCH(int, slaves);
        QFETCH(int, width);
        samples::SiteShape shape;
        shape.slaves = slaves;
        TopologyModel model = TopologyModel::from(samples::facts(shape), Language::English);
        for (TopologyModel::Edge& edge : model.edges) {
            edge.state = TopologyModel::Link::Unknown;
            edge.stateText = linkText(edge.state).render(Language::English);
        }
        const TopologyScene scene = TopologyScene::layOut(model, width * TopologyScene::fontUnits);
        int words = 0;
        for (const TopologyScene::Label& label : scene.labels) {
            if (label.centered)
                continue;
            ++words;
            const QFontMetricsF metrics(TopologyScene::font(label.size, label.bold));
            QVERIFY2(label.rect.left() + metrics.horizontalAdvance(label.text) <= scene.width + 1,
                     qPrintable(label.text));
        }
        QVERIFY(words >= slaves);
    }
    void aLinksWordIsNeverBroken()
    {
        samples::SiteShape shape;
        shape.slaves = 2;
        TopologyModel model = TopologyModel::from(samples::facts(shape), Language::English);
        for (TopologyModel::Edge& edge : model.edges) {
            edge.stateText = linkText(TopologyModel::Link::Blocked).render(Language::English);
            edge.ports.clear();
        }
        for (int width = 16; width < 40; ++width) {
            const TopologyScene scene = TopologyScene::layOut(model, width * TopologyScene::fontUnits);
            const auto whole = std::ranges::count_if(scene.labels, [&](const TopologyScene::Label& label) {
                const QFontMetricsF metrics(TopologyScene::font(label.size, label.bold));
                return label.text == model.edges[0].stateText &&
                       label.rect.left() + metrics.horizontalAdvance(label.text) <= scene.width;
            });
            QVERIFY2(whole == 2, qPrintable(QString::number(width)));
            for (const TopologyScene::Box& box : scene.boxes)
                QVERIFY(box.rect.left() >= -0.01 && box.rect.right() <= scene.width + 0.01);
        }
    }
    void aShortWordOfTwoStaysWholeAtEachLink()
    {
        samples::SiteShape shape;
        shape.slaves = 2;
        TopologyModel model = TopologyModel::from(samples::facts(shape), Language::English);
        for (TopologyModel::Edge& edge : model.edges) {
            edge.state = TopologyModel::Link::Unknown;
            edge.stateText = linkText(edge.state).render(Language::English);
            edge.ports.clear();
        }
        for (int width = 26; width < 40; ++width) {
            const TopologyScene scene = TopologyScene::layOut(model, width * TopologyScene::fontUnits);
            const auto whole = std::ranges::count_if(
                scene.labels, [&](const TopologyScene::Label& label) { return label.text == model.edges[0].stateText; });
            QVERIFY2(whole == 2, qPrintable(QString::number(width)));
        }
    }
    void aLongNameIsWrappedNotCut()
    {
        const TopologyModel model = sample::topology(15, false);
        const TopologyScene scene = TopologyScene::layOut(model, 68 * TopologyScene::fontUnits);
        QString all;
        for (const TopologyScene::Label& label : scene.labels)
            all += label.text;
        QVERIFY(all.contains(model.nodes[2].name));
    }
    void whatStandsInBracketsIsNotBrokenWithinTheWord()
    {
        samples::SiteShape shape;
        shape.slaves = 4;
        TopologyModel model = TopologyModel::from(samples::facts(shape), Language::Japanese);
        for (TopologyModel::NodeBox& node : model.nodes)
            node.queue = u"キュー 13.7 MiB（滞留解消中）"_s;
        for (int width = 45; width < 90; width += 3) {
            const TopologyScene scene = TopologyScene::layOut(model, width * TopologyScene::fontUnits);
            for (const TopologyScene::Label& label : scene.labels)
                QVERIFY2(label.text.contains(u"（滞"_s) == label.text.contains(u"中）"_s), qPrintable(label.text));
        }
    }
    void sixteenNodesFitAPage() { QVERIFY(topologyHeight(sample::topology(15, true), 510, 7.5) < 600); }
    void theDrawingCanBeReadAsText()
    {
        const QString text = sample::topology(2, false).inText();
        QVERIFY(text.contains("mf1 / master / 192.0.2.1"_L1));
        QVERIFY(text.contains("mf1 - mf2 / open / 14042-14047, 14083"_L1));
    }
    void svgIsWellFormedWhateverTheNames()
    {
        TopologyModel model = sample::topology(2, false);
        model.nodes[1].name = u"<b onload=\"x\">&\u0007'"_s;
        const QString svg = topologySvg(model);
        QXmlStreamReader reader(svg);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(!svg.contains("<b "_L1));
    }
};

QTEST_MAIN(TestTopology)
#include "tst_topology.moc"
