#include "DocumentBench.h"

#include "core/report/Fonts.h"
#include "core/report/PagePainter.h"
#include "core/report/PageTable.h"

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;
using sample::markedSteps;

/// A document on paper: what its pages hold, where they break, and what is found in the PDF.
class TestDocumentPaper : public QObject, private sample::DocumentFolder {
    Q_OBJECT

private slots:
    void japaneseTextIsFoundInAPdfWithoutNormalisation_data()
    {
        QTest::addColumn<QString>("word");
        for (const QString& word : {u"行う"_s, u"手順"_s, u"遮断"_s, u"長時間"_s, u"停止"_s, u"作業手順書"_s})
            QTest::newRow(qPrintable(word)) << word;
    }
    void japaneseTextIsFoundInAPdfWithoutNormalisation()
    {
        QFETCH(QString, word);
        const QString path = written(sample::document(Language::Japanese), u"ja.pdf"_s);
        QVERIFY(sample::pdfPages(path).join(u' ').contains(word));
    }
    void ligaturesDontHideWordsFromASearch()
    {
        Document document;
        document.title = u"Ligatures"_s;
        document.body.append(Paragraph{u"mail flow, file, office, offline"_s});
        QVERIFY(sample::pdfPages(written(document, u"ligatures.pdf"_s))
                    .join(u' ')
                    .contains("mail flow, file, office, offline"_L1));
    }
    void aWrappedCommandIsWholeWhenItsLinesAreJoined()
    {
        const QString path = written(sample::document(Language::English), u"command.pdf"_s);
        const QString joined = sample::pdfPages(path).join(QString()).remove(u'\n');
        // In the block, and in the step table below its row.
        QVERIFY(joined.count(sample::longCommand()) >= 2);
    }
    void aCommandIsNeverBrokenBesideABlank()
    {
        Document document;
        document.title = u"Blanks"_s;
        QString command;
        for (int i = 0; i < 400; ++i)
            command += u"a b"_s + QString(i % 5, u'c') + u' ';
        command += u"end"_s;
        document.body.append(CommandBlock{{}, command});
        const QString path = written(document, u"blanks.pdf"_s);
        QVERIFY(sample::pdfPages(path).join(QString()).remove(u'\n').contains(command));
    }
    void fontsAreEmbeddedAndMapped()
    {
        const QString path = written(sample::document(Language::Japanese), u"fonts.pdf"_s);
        const QStringList lines = sample::outputOf(u"pdffonts"_s, {path}).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 2);
        for (const QString& line : lines.sliced(2)) // name, type, encoding, emb, sub, uni, object
            QVERIFY2(line.contains("yes no  yes"_L1) || line.contains("yes yes yes"_L1), qPrintable(line));
    }
    void everyPageButTheCoverHasItsNumberAndTheFingerprint()
    {
        const QString path = written(sample::document(Language::English), u"pages.pdf"_s);
        const QStringList pages = sample::pdfPages(path);
        QVERIFY(pages.size() > 5);
        QVERIFY(!pages.first().contains(u"1 / %1"_s.arg(pages.size())));
        for (qsizetype i = 1; i < pages.size(); ++i) {
            QVERIFY(pages[i].contains(u"%1 / %2"_s.arg(i + 1).arg(pages.size())));
            QVERIFY(pages[i].contains("3f9a-07bc-11de"_L1));
            QVERIFY(pages[i].contains("RB-2026-1205-01"_L1));
        }
    }
    void theContentsNameThePageOfEachHeading()
    {
        const QString path = written(sample::document(Language::English), u"contents.pdf"_s);
        const QStringList pages = sample::pdfPages(path);
        for (qsizetype i = 2; i < pages.size(); ++i) {
            if (pages[i].contains("4 Time chart\n"_L1))
                QVERIFY(pages[1].contains(u"4 Time chart\n%1"_s.arg(i + 1)) ||
                        pages[1].contains(u"4 Time chart %1"_s.arg(i + 1)));
        }
    }
    void aRowIsNeverSplitAndTheHeadIsRepeated()
    {
        const QStringList pages = sample::pdfPages(written(markedSteps(60), u"rows.pdf"_s));
        int found = 0;
        for (int i = 0; i < 60; ++i) {
            for (const QString& page : pages) {
                if (page.contains(u"begin%1."_s.arg(i))) {
                    ++found;
                    QVERIFY2(page.contains(u"end%1."_s.arg(i)), qPrintable(QString::number(i)));
                }
            }
        }
        QCOMPARE(found, 60);
        QVERIFY(pages.size() > 4);
        for (const QString& page : pages.sliced(1))
            QVERIFY(page.contains("Expected"_L1));
    }
    void aRowHigherThanAPageIsSplitBetweenLinesAndSaysSo()
    {
        Document document = markedSteps(3);
        QStringList script;
        for (int i = 0; i < 300; ++i)
            script.append(u"line%1."_s.arg(i));
        std::get<Table>(document.body[1]).rows[1].cells[1].command = script.join(u'\n');
        const QString text = sample::pdfPages(written(document, u"high.pdf"_s)).join(u' ');
        for (const QString& line : script)
            QCOMPARE(text.count(line), 1);
        QVERIFY(text.contains("(continued)"_L1));
        QVERIFY(text.contains("end2."_L1));
    }
    void aNoteBelowItsRowTakesTheWholeWidth()
    {
        // Forty rows whose long note is set in a narrow column, or below.
        const auto pages = [](bool below) {
            Document document = markedSteps(40);
            for (DocumentBlock& block : document.body) {
                if (auto* table = std::get_if<Table>(&block)) {
                    for (Row& row : table->rows) {
                        row.cells[0].note = QString(60, u'n').replace(u'n', u"note "_s);
                        row.cells[0].noteBelow = below;
                    }
                }
            }
            return PagePainter(document).pageCount();
        };
        QVERIFY2(pages(true) * 2 < pages(false), qPrintable(u"%1, %2"_s.arg(pages(true)).arg(pages(false))));
    }
    void aRowWithANoteAndACommandBelowIsCutWhereNoPageHoldsIt()
    {
        Document document = markedSteps(1);
        auto& row = std::get<Table>(document.body.last()).rows.first();
        row.cells[1].note =
            u"first of the note "_s + QString(9000, u'n').replace(u'n', u"note "_s) + u"last of it"_s;
        row.cells[1].noteBelow = true;
        row.cells[2].command = u"begin "_s + QString(12000, u'c') + u" end"_s;
        const QStringList pages = sample::pdfPages(written(document, u"cut.pdf"_s));
        QVERIFY(pages.size() > 2);
        const QString text = pages.join(QString());
        for (const QString& mark : {u"first of the note"_s, u"last of it"_s, u"begin"_s, u" end"_s})
            QVERIFY2(text.contains(mark), qPrintable(mark));
    }
    void verStandsOnTheLineOfItsNumberHoweverNarrowTheColumn()
    {
        Document document;
        document.title = u"Versions"_s;
        for (int words = 0; words < 40; ++words) {
            const QString text = QString(words, u'a').replace(u'a', u"ab "_s) + u"m-FILTER Ver.5.60R01"_s;
            document.body.append(Paragraph{text});
            document.body.append(Table{{}, {{u"A"_s, 1}, {u"B"_s, 4}}, {Row{{{text}, {}}}}});
        }
        const QString text = sample::pdfPages(written(document, u"versions.pdf"_s)).join(u'\n');
        QCOMPARE(text.count(u"Ver.5.60R01"_s), 80); // found by whoever searches
        QVERIFY(!text.contains(u"Ver.\n"_s));
    }
    void aHeadingIsNeverTheLastThingOnAPage()
    {
        Document document;
        document.title = u"Headings"_s;
        for (int i = 0; i < 60; ++i) {
            document.body.append(Heading{2, u"heading%1."_s.arg(i)});
            document.body.append(Paragraph{u"text%1."_s.arg(i)});
        }
        for (const QString& page : sample::pdfPages(written(document, u"headings.pdf"_s))) {
            for (int i = 0; i < 60; ++i)
                QCOMPARE(page.contains(u"heading%1."_s.arg(i)), page.contains(u"text%1."_s.arg(i)));
        }
    }
    void aGroupThatGoesOnOverAPageSaysSoThere()
    {
        Document document;
        document.title = u"Groups"_s;
        Table table;
        table.columns = {{u"Head"_s, 1}, {u"What"_s, 5}};
        for (int group = 0; group < 4; ++group) {
            table.rows.append(Row{{{u"group%1."_s.arg(group)}}});
            for (int i = 0; i < 30; ++i)
                table.rows.append(Row{{{QString::number(i)}, {u"row%1."_s.arg(group)}}});
        }
        document.body.append(table);
        const QStringList pages = sample::pdfPages(written(document, u"groups.pdf"_s));
        int goneOn = 0;
        for (const QString& page : pages) {
            for (int group = 0; group < 4; ++group)
                QCOMPARE(page.contains(u"group%1."_s.arg(group)), page.contains(u"row%1."_s.arg(group)));
            goneOn += int(page.count(u"(continued)"_s));
        }
        QVERIFY(pages.size() > 2);
        QCOMPARE(goneOn, int(pages.size()) - 2); // each page but the cover and the first
    }
    void whatIntroducesATableOrAListingStandsWithIt_data()
    {
        QTest::addColumn<bool>("table");
        QTest::newRow("table") << true;
        QTest::newRow("listing") << false;
    }
    void whatIntroducesATableOrAListingStandsWithIt()
    {
        QFETCH(bool, table);
        for (int filling = 30; filling < 48; ++filling) { // wherever the page ends
            Document document;
            document.title = u"Introduced"_s;
            for (int i = 0; i < filling; ++i)
                document.body.append(Paragraph{u"filling."_s});
            document.body.append(Heading{2, u"heading."_s});
            document.body.append(Paragraph{u"paragraph."_s});
            if (table)
                document.body.append(Table{{}, {{u"Head"_s, 1}}, {Row{{{u"shown."_s}}}, Row{{{u"more"_s}}}}, false});
            else
                document.body.append(CommandBlock{{}, u"shown.\nmore"_s});
            document.body.append(ItemList{{u"item."_s, u"last."_s}, false});
            document.body.append(CommandBlock{{}, u"listing."_s});
            for (const QString& page : sample::pdfPages(written(document, u"introduced.pdf"_s))) {
                QCOMPARE(page.contains(u"heading."_s), page.contains(u"shown."_s));
                QCOMPARE(page.contains(u"paragraph."_s), page.contains(u"shown."_s));
                QCOMPARE(page.contains(u"last."_s), page.contains(u"listing."_s));
            }
        }
    }
    void theRehearsalsMarkLiesOverTheBoxesOfCommands()
    {
        Document document;
        document.title = u"Sheets"_s;
        QString lines;
        for (int i = 0; i < 60; ++i)
            lines += u"echo %1\n"_s.arg(i);
        document.body.append(CommandBlock{{}, lines.trimmed()});
        const auto painted = [&](bool rehearsal) {
            document.rehearsal = rehearsal;
            const PagePainter pages(document);
            QImage image(595, 842, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            pages.paint(painter, 1);
            return image;
        };
        const QImage plain = painted(false), marked = painted(true);
        const QColor box = plain.pixelColor(400, 421); // right of the short lines
        QVERIFY(box != QColor(Qt::white));
        int shaded = 0, darkest = 255;
        for (int y = 200; y < 640; ++y) {
            for (int x = 150; x < 500; ++x) {
                const bool inBox = plain.pixelColor(x, y) == box;
                shaded += inBox && marked.pixelColor(x, y).lightness() < box.lightness() ? 1 : 0;
                darkest = inBox ? std::min(darkest, marked.pixelColor(x, y).lightness()) : darkest;
            }
        }
        QVERIFY2(shaded > 5000, qPrintable(QString::number(shaded)));
        QVERIFY2(darkest > 180, qPrintable(QString::number(darkest))); // black text stands out from it
    }
    void stepsLieOnLandscapePages()
    {
        const PagePainter pages(markedSteps(5));
        QVERIFY(!pages.landscape(0));
        QVERIFY(pages.landscape(1));
    }
    void nothingIsPaintedOutsideTheMargins()
    {
        const PagePainter pages(sample::document(Language::Japanese, 15));
        for (int page = 0; page < pages.pageCount(); ++page) {
            const bool wide = pages.landscape(page);
            QImage image(wide ? 842 : 596, wide ? 596 : 842, QImage::Format_Grayscale8);
            image.fill(Qt::white);
            QPainter painter(&image);
            pages.paint(painter, page);
            painter.end();
            constexpr int margin = 30; // less than the 42 points of the layout: rules may be heavy
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const bool inside = x >= margin && x < image.width() - margin && y >= margin &&
                                        y < image.height() - margin;
                    if (!inside)
                        QCOMPARE(qGray(image.pixel(x, y)), 255);
                }
            }
        }
    }
    void whatACommandBelowItsRowIsStandsBesideItInFull()
    {
        Document document = markedSteps(3);
        auto& table = std::get<Table>(document.body.last());
        table.columns[0].width = 1.2; // what a command below is stands in this column's width
        table.rows[1].cells[2] = {u"seen:\nCheck from the machine that has a long name:"_s, QString(150, u'x')};
        const QString page = sample::withoutWhitespace(sample::pdfPages(written(document, u"labels.pdf"_s)).join(QString()));
        QVERIFY2(page.count(u"name"_s) >= 2, qPrintable(page)); // in its cell, and beside the command
    }
    /// A table of two columns with a group, some rows, a mark among them.
    static Table grouped(const QString& group, int rows)
    {
        Table table;
        table.columns = {{u"Left"_s, 1}, {u"Right"_s, 1}};
        table.rows.append(Row{{{group}}});
        for (int i = 0; i < rows; ++i)
            table.rows.append(Row{{{u"row %1"_s.arg(i)}, {QString(90, u'\n').replace(u'\n', u"line\n"_s)}}});
        return table;
    }
    void aMarkThatBeginsAPageStandsBelowItsGroup()
    {
        Table table = grouped(u"Group"_s, 2);
        Row mark{{{u"Mark"_s}}};
        mark.emphasized = true;
        table.rows.insert(2, mark);
        const auto chunks = page::tableChunks(table, *Fonts::forLanguage(Language::English), Language::English, 500, 700);
        QCOMPARE(chunks.size(), size_t(5)); // head, group, row, mark, row
        QVERIFY(chunks[2]->head != chunks[0]);
        QCOMPARE(chunks[3]->head, chunks[2]->head);
    }
    /// Names in a journal from elsewhere can have any length.
    void aGroupsTextOfAnyLengthLeavesItsRowsRoom()
    {
        for (int lines = 20; lines < 140; lines += 1) {
            Document document;
            document.body.append(grouped(QString(lines, u'\n').replace(u'\n', u"name\n"_s), 2));
            const PagePainter pages(document);
            QVERIFY2(pages.pageCount() < 12, qPrintable(QString::number(lines)));
        }
    }
};

QTEST_MAIN(TestDocumentPaper)
#include "tst_documentpaper.moc"
