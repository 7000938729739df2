#include "wizard/Theme.h"
#include "wizard/widgets/CommandView.h"
#include "wizard/widgets/MailStrip.h"
#include "wizard/widgets/TopologyView.h"

#include <QApplication>
#include <QImage>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using namespace ruw;

/// What the Work page is made of, each part by itself in the room it has: the drawing, the command, the mail strip.
class TestWorkParts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void aDrawingThatIsAFewPixelsTooHighIsDrawnSmaller()
    {
        TopologyModel model;
        model.nodes.resize(2);
        model.nodes[0].name = u"mf1"_s;
        model.nodes[0].master = true;
        model.nodes[1].name = u"mf2"_s;
        TopologyView view;
        view.setModel(model);
        constexpr int width = 250;
        const int whole = view.wholeHeight(width);
        QCOMPARE(view.heightForWidth(width), whole);
        view.setHeightRoom(whole - 3);
        QCOMPARE(view.heightForWidth(width), whole - 3);
        view.setHeightRoom(whole / 2); // too small to be read: it is scrolled
        QCOMPARE(view.heightForWidth(width), whole);
        view.setHeightRoom(2 * whole);
        QCOMPARE(view.heightForWidth(width), whole);
    }
    void aLongCommandIsShownWhole()
    {
        CommandView view(u"command"_s);
        view.resize(400, 100);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QStringList lines;
        for (int i = 0; i < 30; ++i)
            lines.append(u"echo line %1 of a script whose lines are long enough to be wrapped in a narrow panel"_s.arg(i));
        view.setCommand(lines.join(u'\n'));
        const auto* text = view.findChild<QPlainTextEdit*>();
        QTRY_COMPARE(text->verticalScrollBar()->maximum(), 0);
        QVERIFY(text->height() >= 60 * text->fontMetrics().lineSpacing());
    }
    void aLongCommandIsBrokenBetweenItsWords()
    {
        CommandView view(u"command"_s);
        view.resize(300, 100);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setCommand(u"iptables -w -I INPUT -p tcp -m multiport --dports 14042,14043,14083 -m comment --comment replica-upgrade-wizard "
                        "-j DROP && cp -p /opt/example/conf/mf_replica.def /var/lib/replica-upgrade-wizard/mf_replica.def"_s);
        const QTextBlock block = view.findChild<QPlainTextEdit*>()->document()->firstBlock();
        const QTextLayout& layout = *block.layout();
        QVERIFY(layout.lineCount() > 3);
        for (int i = 0; i + 1 < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const QString shown = block.text().mid(line.textStart(), line.textLength());
            QVERIFY2(shown.endsWith(u' ') || shown.endsWith(u'/') || shown.endsWith(u'-') || shown.endsWith(u','), qPrintable(shown));
        }
    }
    void whereThereIsRoomTheMailStripSaysWhatItsShapesMean()
    {
        const QDateTime begin = QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate);
        MailFlow flow;
        flow.add(u"mf1"_s, MailAnswer::Silent, begin); // it never answered: nothing of its own bar is full
        MailStrip strip;
        strip.resize(400, 40);
        strip.setFlow(flow, {}, begin.addSecs(60), Language::English);
        const auto fullPixels = [&strip] {
            const QImage image = strip.grab().toImage();
            const QRgb good = theme::stateColor(theme::State::Good).rgb();
            int full = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    full += image.pixel(x, y) == good ? 1 : 0;
            }
            return full;
        };
        const int without = strip.heightForWidth(400);
        QCOMPARE(fullPixels(), 0);
        strip.setLegend(true);
        QVERIFY(strip.heightForWidth(400) > without);
        QCOMPARE(strip.height(), strip.heightForWidth(400));
        QVERIFY(fullPixels() > 100);
        QVERIFY(strip.heightForWidth(150) > strip.heightForWidth(400)); // in more lines, and whole
        strip.setLegend(false);
        QCOMPARE(strip.heightForWidth(400), without);
    }
    void aPlannedSilenceHasAShapeOfItsOwn()
    {
        const QDateTime begin = QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate);
        MailFlow flow;
        flow.add(u"mf1"_s, MailAnswer::Answers, begin);
        const QDateTime now = begin.addSecs(30);
        flow.add(u"mf1"_s, MailAnswer::Silent, now);
        const auto bar = [&](bool planned) {
            MailStrip strip;
            strip.resize(400, 40);
            MailSilences silences;
            silences.ofSpells[u"mf1"_s].insert(now, planned);
            strip.setFlow(flow, silences, now, Language::English);
            constexpr int barHeight = 8;
            const QImage image = strip.grab().toImage();
            return image.copy(0, image.height() - barHeight, image.width(), barHeight); // without the words
        };
        QVERIFY(bar(false) == bar(false));
        QVERIFY(bar(false) != bar(true));
    }
    void theMailStripSaysHowEachNodeIsNow()
    {
        const QDateTime begin = QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate);
        MailFlow flow;
        for (const QString& node : {u"mf1"_s, u"mf2"_s, u"mf3"_s})
            flow.add(node, MailAnswer::Answers, begin);
        const QDateTime now = begin.addSecs(600); // nobody asked in between
        flow.add(u"mf1"_s, MailAnswer::Answers, now);
        flow.add(u"mf2"_s, MailAnswer::Silent, now);
        MailStrip strip;
        strip.resize(600, 40);
        strip.setFlow(flow, {}, now, Language::English);
        const QString said = strip.accessibleDescription();
        for (const char* line : {"mf1: answering\n", "mf2: no answer\n", "mf3: heard 22:00\n"})
            QVERIFY2(said.contains(QLatin1StringView(line)), qPrintable(said));
        // What nobody asked about is not drawn as if it had answered all the while.
        const QImage drawn = strip.grab().toImage();
        const QRgb good = theme::stateColor(theme::State::Good).rgb();
        const int y = drawn.height() - 3;
        int green = 0;
        for (int x = drawn.width() * 2 / 3; x < drawn.width(); ++x) // mf3
            green += drawn.pixel(x, y) == good ? 1 : 0;
        QVERIFY2(green < drawn.width() / 30, qPrintable(QString::number(green)));
        // Told apart by a word, too.
        const auto redOf = [&] {
            const QImage image = strip.grab().toImage();
            const QRgb bad = theme::stateColor(theme::State::Bad).rgb();
            int red = 0;
            for (int row = 0; row < strip.fontMetrics().height(); ++row) {
                for (int x = 0; x < image.width(); ++x)
                    red += image.pixel(x, row) == bad ? 1 : 0;
            }
            return red;
        };
        QVERIFY(redOf() > 0);
        const MailSilences ofTheOther{{u"mf2"_s}, {}};
        strip.setFlow(flow, ofTheOther, now, Language::English);
        QVERIFY2(strip.accessibleDescription().contains("mf2: off (planned)\n"_L1), qPrintable(strip.accessibleDescription()));
        QCOMPARE(redOf(), 0);
        // The run is held or over: what was heard last stays, with its time. What never answered may be out of reach.
        flow.add(u"mf4"_s, MailAnswer::Silent, now);
        flow.pause();
        strip.setFlow(flow, {}, now.addSecs(3600), Language::English);
        const QString after = strip.accessibleDescription();
        for (const char* line : {"mf1: heard 22:10\n", "mf2: silent 22:10\n", "mf3: heard 22:00\n", "mf4: not seen\n"})
            QVERIFY2(after.contains(QLatin1StringView(line)), qPrintable(after));
        // A silence that was planned is not the last word: the node may answer again by now.
        strip.setFlow(flow, ofTheOther, now.addSecs(3600), Language::English);
        QVERIFY2(strip.accessibleDescription().contains("mf2: not asked\n"_L1), qPrintable(strip.accessibleDescription()));
        QVERIFY(strip.accessibleName().contains("SMTP"_L1));
    }
};

QTEST_MAIN(TestWorkParts)
#include "tst_workparts.moc"
