#include "core/report/DocumentFile.h"
#include "core/report/ExcelSheets.h"
#include "core/report/HtmlWriter.h"
#include "core/report/PagePainter.h"
#include "core/report/PageTable.h"

#include "DocumentSample.h"
#include "PdfText.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

const QString hostile = u"<script>alert('x')</script> & \"q\" \u202Eevil\u0007"_s;

/// A step table whose rows begin and end with marks of their own.
Document markedSteps(int rows)
{
    Document document;
    document.title = u"Marked"_s;
    document.siteName = u"Site"_s;
    Table table;
    table.steps = true;
    table.columns = {{u"No"_s, 1}, {u"Action"_s, 5}, {u"Expected"_s, 5}};
    for (int i = 0; i < rows; ++i) {
        const QString lines = QString(i % 9, u'\n').replace(u'\n', u"middle\n"_s);
        table.rows.append(
            Row{{{QString::number(i)}, {u"begin%1.\n%2"_s.arg(i).arg(lines)}, {lines + u"end%1."_s.arg(i)}}});
    }
    document.body.append(Orientation{true});
    document.body.append(table);
    return document;
}

} // namespace

class TestDocument : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

    QString written(const Document& document, const QString& name)
    {
        const QString path = m_dir.filePath(name);
        const Status status = writeDocument(document, path);
        if (!status)
            qWarning("%s", qPrintable(status.error().render(Language::English)));
        return status ? path : QString();
    }
    QString unzipped(const QString& path, const QString& entry)
    {
        return sample::outputOf(u"unzip"_s, {u"-p"_s, path, entry});
    }

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
    void whatIsWrittenByHandHasLinesInEveryForm_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("a few") << 3;
        QTest::newRow("more than a page holds") << 60;
    }
    void whatIsWrittenByHandHasLinesInEveryForm()
    {
        QFETCH(int, count);
        Document document = markedSteps(3);
        Row& row = std::get<Table>(document.body[1]).rows[1];
        for (int i = 0; i < count; ++i)
            row.toWrite.append(WriteLine{u"place%1."_s.arg(i), QStringList{u"14042"_s, u"14083"_s}});
        const QStringList pages = sample::pdfPages(written(document, u"written.pdf"_s));
        const QString text = pages.join(u' ');
        for (int i = 0; i < count; ++i)
            QCOMPARE(text.count(u"place%1."_s.arg(i)), 1);
        QCOMPARE(text.count(u"14083"_s), count);
        QVERIFY(pages.size() <= 5);
        const QString html = QString::fromUtf8(htmlBytes(document));
        QCOMPARE(html.count(u"<span class=\"field\">14042</span>"_s), count);
        const QString strings = unzipped(written(document, u"written.xlsx"_s), u"xl/sharedStrings.xml"_s);
        QVERIFY(strings.contains(u"place0.: 14042 ________  14083 ________"_s));
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
    void aRehearsalIsMarkedOnEveryPage()
    {
        Document document = sample::document(Language::English);
        document.rehearsal = true;
        for (const QString& page : sample::pdfPages(written(document, u"rehearsal.pdf"_s)))
            QVERIFY(page.contains("REHEARSAL - Runbook"_L1)); // in words, beside the mark
        // A fixed block is printed on each page; without a mark of its own a sheet from the middle would look like the real one.
        const QString html = QString::fromUtf8(htmlBytes(document));
        QVERIFY(html.contains("<p class=\"rehearsal-mark\" aria-hidden=\"true\">REHEARSAL</p>"_L1));
        static const QRegularExpression printed(
            u"@media print \\{.*\\.rehearsal-mark \\{[^}]*position: fixed;"_s, QRegularExpression::DotMatchesEverythingOption);
        QVERIFY(printed.match(html).hasMatch());
        const QString path = written(document, u"rehearsal.xlsx"_s);
        int sheets = 0;
        for (QString sheet; !(sheet = unzipped(path, u"xl/worksheets/sheet%1.xml"_s.arg(sheets + 1))).isEmpty(); ++sheets) {
            const QString header = sheet.section(u"<oddHeader>"_s, 1).section(u"</oddHeader>"_s, 0, 0);
            QVERIFY2(header.contains("REHEARSAL - Runbook"_L1), qPrintable(header));
        }
        QVERIFY(sheets >= 3); // cover, description, steps
        document.rehearsal = false;
        QVERIFY(!htmlBytes(document).contains("REHEARSAL"));
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

    void hostileTextIsHarmlessInHtml()
    {
        Document document = sample::document(Language::English);
        document.siteName = hostile;
        document.author = hostile;
        document.body.append(Heading{1, hostile});
        document.body.append(CommandBlock{hostile, hostile});
        document.body.append(ItemList{{hostile}});
        Table table;
        table.title = hostile;
        table.columns = {{hostile, 1}};
        table.rows.append(Row{{{hostile, hostile}}});
        document.body.append(table);
        Drawing drawing{sample::topology(1, false), hostile};
        drawing.topology.nodes[0].name = hostile;
        document.body.append(drawing);
        const QString html = QString::fromUtf8(htmlBytes(document));
        QVERIFY(!html.contains("<script"_L1));
        QVERIFY(!html.contains(QChar(0x202E)));
        QVERIFY(!html.contains(QChar(0x0007)));
        QVERIFY(html.contains("&lt;script&gt;"_L1));
        QVERIFY(html.contains("&lt;U+202E&gt;"_L1));
    }
    void htmlIsOneFileWithItsLanguage()
    {
        const QByteArray html = htmlBytes(sample::document(Language::Japanese));
        QVERIFY(html.contains("<html lang=\"ja\">"));
        QVERIFY(html.contains("<svg "));
        QVERIFY(!html.contains("src="));
        QVERIFY(!html.contains("<link"));
        QVERIFY(!html.contains("url("));
        QVERIFY(html.contains("作業手順書"));
    }

    void aStepOfTheHtmlIsOneBodyWithAllThatStandsBelowIt()
    {
        Document document = markedSteps(3);
        auto& table = std::get<Table>(document.body.last());
        table.rows.insert(1, Row{{{u"a group"_s}}});
        table.rows[2].cells[1].note = u"the note"_s;
        table.rows[2].cells[1].noteBelow = true;
        table.rows[2].cells[2] = {u"seen:\nCheck with:"_s, QString(80, u'x')};
        const QString html = QString::fromUtf8(htmlBytes(document));
        QCOMPARE(html.count(u"<tbody class=\"step\">"_s), 3);
        const QString second = html.section(u"<tbody class=\"step\">"_s, 2, 2);
        for (const QString& part : {u"a group"_s, u"begin1."_s, u"the note"_s, u">Check with</p><pre>xxx"_s})
            QVERIFY2(second.contains(part), qPrintable(part));
        QVERIFY(second.indexOf(u"the note"_s) > second.indexOf(u"colspan=\"3\"><p"_s));
        QXmlStreamReader reader(
            html.mid(html.indexOf(u"<table>"_s), html.indexOf(u"</table>"_s) + 8 - html.indexOf(u"<table>"_s))
                .remove(QRegularExpression(u"<br>|<col [^>]*>"_s)));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }
    void aCaptionThatRepeatsTheHeadingIsLeftOut()
    {
        Table table;
        table.columns = {{u"Head"_s, 1}};
        table.rows.append(Row{{{u"row"_s}}});
        Document document;
        document.title = u"Captions"_s;
        for (const char* caption : {"Work steps", "steps"}) {
            table.title = QString::fromLatin1(caption);
            document.body += {Heading{1, u"8  Work steps"_s}, table};
        }
        const QString html = QString::fromUtf8(htmlBytes(document));
        QCOMPARE(html.count(u"<caption>"_s), 1);
        QVERIFY(html.contains(u"<caption>steps</caption>"_s));
        const QString pdf = sample::pdfPages(written(document, u"captions.pdf"_s)).join(QString());
        QCOMPARE(pdf.count(u"Work steps"_s), 2); // the headings
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
    /// The font draws a straight one as one that closes. What is to be copied stays as it is.
    void onPaperAQuotationMarkOpensWhereItOpens()
    {
        Document document;
        document.title = u"Quotes"_s;
        document.body = {Paragraph{u"\"Words\" (\"more\"), as in \"these\"."_s}, Paragraph{u"Run \"/opt/back.sh\" on it, or 3\" more."_s}, CommandBlock{{}, u"echo \"as it stands\""_s}};
        const QString pdf = sample::pdfPages(written(document, u"quotes.pdf"_s)).join(QString());
        QVERIFY2(pdf.contains(u"\u201CWords\u201D (\u201Cmore\u201D), as in \u201Cthese\u201D."_s), qPrintable(pdf));
        QVERIFY2(pdf.contains(u"Run \"/opt/back.sh\" on it, or 3\" more."_s), qPrintable(pdf)); // entered by somebody
        QVERIFY2(pdf.contains(u"echo \"as it stands\""_s), qPrintable(pdf));
        QVERIFY(htmlBytes(document).contains("&quot;Words&quot;"));
    }
    void excelHoldsAStepSheetAsIntegratorsKeepIt()
    {
        const QString path = written(sample::document(Language::Japanese), u"ja.xlsx"_s);
        QVERIFY(!path.isEmpty());
        const QString workbook = unzipped(path, u"xl/workbook.xml"_s);
        QVERIFY(workbook.contains("name=\"作業手順\""_L1) || workbook.contains(u"name=\"作業手順\""_s));
        QVERIFY(workbook.contains("_xlnm.Print_Titles"_L1));
        QVERIFY(workbook.contains("_xlnm.Print_Area"_L1));
        const QString sheet = unzipped(path, u"xl/worksheets/sheet3.xml"_s); // cover, description, steps
        QVERIFY(sheet.contains("orientation=\"landscape\""_L1));
        QVERIFY(sheet.contains("paperSize=\"9\""_L1));
        QVERIFY(sheet.contains("state=\"frozen\""_L1));
        QVERIFY(sheet.contains("fitToHeight=\"0\""_L1));
        QVERIFY(sheet.contains("&amp;P / &amp;N"_L1));
        const QString strings = unzipped(path, u"xl/sharedStrings.xml"_s);
        QVERIFY(strings.contains(QChar(tickBox)));
        QVERIFY(strings.contains(
            sample::longCommand().toHtmlEscaped().replace(u"&quot;"_s, u"\""_s).replace(u"&#39;"_s, u"'"_s)));
    }
    void excelGivesRoomToTheColumnThatNeedsIt()
    {
        // A narrow column, one that says little, one with long commands.
        const std::vector<std::vector<std::vector<double>>> rows(10, {{3}, {25, 25}, {400}});
        const std::vector<double> before = {7, 40, 40};
        const std::vector<double> after = excel::fittedWidths(rows, before);
        QCOMPARE(after[0], before[0]);
        QCOMPARE(after[0] + after[1] + after[2], 87.0);
        QVERIFY2(after[2] > 55, qPrintable(QString::number(after[2])));
        QVERIFY(excel::linesNeeded(rows[0][2], after[2]) < excel::linesNeeded(rows[0][2], before[2]));
        QCOMPARE(excel::fittedWidths({}, before), before);
    }
    void excelTellsThePartsOfACellApart()
    {
        Document document = markedSteps(1);
        document.siteName =
            u"A site & its name of more than sixty characters, cut with a mark: "_s.repeated(2);
        Cell& cell = std::get<Table>(document.body.last()).rows.first().cells[1];
        cell = {u"what to do"_s, u"systemctl stop <it>"_s};
        cell.lead = u"The title"_s;
        cell.note = u"=why"_s;
        const QString path = written(document, u"parts.xlsx"_s);
        const QString strings = unzipped(path, u"xl/sharedStrings.xml"_s);
        static const QRegularExpression title(u"<r><rPr><b/>[^T]*<t[^>]*>The title\n</t></r>"_s);
        QVERIFY2(title.match(strings).hasMatch(), qPrintable(strings));
        QVERIFY(strings.contains(u">what to do\n</t>"_s));
        QVERIFY(strings.contains(u">systemctl stop &lt;it&gt;\n</t>"_s));
        QVERIFY(strings.contains(u">=why</t>"_s));
        const QString sheet = unzipped(path, u"xl/worksheets/sheet3.xml"_s);
        QVERIFY(!sheet.contains(u"<f>"_s));
        QVERIFY2(sheet.contains(u"&amp;LA site &amp;&amp; its name"_s) && sheet.contains(QChar(0x2026)),
                 qPrintable(sheet));
    }
    void excelNeverMakesAFormulaOfAText()
    {
        Document document;
        document.title = u"=1+1"_s;
        document.siteName = u"=HYPERLINK(\"http://x.test\")"_s;
        Table table;
        table.title = u"T"_s;
        table.columns = {{u"=A1"_s, 1}, {u"b"_s, 1}};
        table.rows.append(Row{{{u"=cmd|' /C calc'!A0"_s}, {u"+1"_s, u"@SUM(A1)"_s}}});
        document.body.append(table);
        const QString path = written(document, u"formula.xlsx"_s);
        for (int i = 1; i <= 3; ++i) {
            const QString sheet = unzipped(path, u"xl/worksheets/sheet%1.xml"_s.arg(i));
            QVERIFY(!sheet.isEmpty());
            QVERIFY(!sheet.contains("<f>"_L1));
        }
        QVERIFY(unzipped(path, u"xl/sharedStrings.xml"_s).contains("=cmd|"_L1));
    }
    void aRowHigherThanExcelAllowsSpansSeveral()
    {
        Document document = markedSteps(1);
        QString script;
        for (int i = 0; i < 120; ++i)
            script += u"line\n"_s;
        std::get<Table>(document.body[1]).rows[0].cells[1].command = script;
        const QString sheet = unzipped(written(document, u"high.xlsx"_s), u"xl/worksheets/sheet3.xml"_s);
        QXmlStreamReader reader(sheet);
        double total = 0;
        while (!reader.atEnd()) {
            if (reader.readNextStartElement() || reader.isStartElement()) {
                if (reader.name() == "row"_L1 && reader.attributes().hasAttribute(u"ht"_s)) {
                    const double height = reader.attributes().value(u"ht"_s).toDouble();
                    QVERIFY(height <= 409);
                    total += height;
                }
            }
        }
        QVERIFY(total > 120 * 12);
        QVERIFY(sheet.contains("<mergeCell "_L1));
    }
    void sheetNamesAreWhatExcelTakes_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("plain") << QStringList{u"Ports"_s} << QStringList{u"Ports"_s};
        QTest::newRow("twice") << QStringList{u"Ports"_s, u"ports"_s}
                               << QStringList{u"Ports"_s, u"ports (2)"_s};
        QTest::newRow("forbidden") << QStringList{u"a/b[c]:*?'\\"_s} << QStringList{u"abc"_s};
        QTest::newRow("empty") << QStringList{u""_s, u"''"_s} << QStringList{u"Sheet"_s, u"Sheet (2)"_s};
        QTest::newRow("long") << QStringList{QString(40, u'x'), QString(40, u'x')}
                              << QStringList{QString(31, u'x'), QString(27, u'x') + u" (2)"_s};
    }
    void sheetNamesAreWhatExcelTakes()
    {
        QFETCH(QStringList, wanted);
        QSet<QString> taken;
        QStringList names;
        for (const QString& name : wanted)
            names.append(excel::sheetName(name, taken));
        QTEST(names, "names");
    }

    void anUnknownEndingIsRefusedWithWhatIsAllowed()
    {
        const QString path = m_dir.filePath(u"a.docx"_s);
        const Status status = writeDocument(sample::document(Language::English), path);
        QVERIFY(!status);
        QCOMPARE(status.error().code, u"report-unknown-format"_s);
        QVERIFY(!QFileInfo::exists(path));
    }
    void aRehearsalsTitleSaysSoInEveryForm()
    {
        Document document = sample::document(Language::English);
        document.rehearsal = true;
        const QString pdf = sample::outputOf(u"pdfinfo"_s, {written(document, u"titled.pdf"_s)});
        QVERIFY2(pdf.contains(markedTitle(document)), qPrintable(pdf));
        const QString path = written(document, u"titled.xlsx"_s);
        QVERIFY(unzipped(path, u"docProps/core.xml"_s).contains(markedTitle(document)));
        QVERIFY(unzipped(path, u"xl/sharedStrings.xml"_s).contains(markedTitle(document)));
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
    void aFileThatCantBeWrittenLeavesNothingBehind_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : {u"x.pdf"_s, u"x.html"_s, u"x.xlsx"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void aFileThatCantBeWrittenLeavesNothingBehind()
    {
        QFETCH(QString, name);
        const Status status =
            writeDocument(sample::document(Language::English), m_dir.filePath(u"none/"_s + name));
        QVERIFY(!status);
        QCOMPARE(status.error().code, u"file-unwritable"_s);
        QVERIFY(!QFileInfo::exists(m_dir.filePath(u"none"_s)));
    }
};

QTEST_MAIN(TestDocument)
#include "tst_document.moc"
