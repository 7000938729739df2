#include "DocumentBench.h"

#include "core/report/ExcelSheets.h"
#include "core/report/HtmlWriter.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <vector>

using namespace Qt::StringLiterals;
using namespace ruw;
using sample::markedSteps;

namespace {

const QString hostile = u"<script>alert('x')</script> & \"q\" \u202Eevil\u0007"_s;

} // namespace

/// A document in the forms that are files: HTML, Excel, and what holds of every form.
class TestDocument : public QObject, private sample::DocumentFolder {
    Q_OBJECT

private slots:
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
