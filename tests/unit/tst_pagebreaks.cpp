#include "core/report/DocumentFile.h"

#include "PdfText.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;

/// Where the pages of a paper end.
class TestPageBreaks : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

    QStringList pagesOf(const Document& document)
    {
        const QString path = m_dir.filePath(u"pages.pdf"_s);
        const Status status = writeDocument(document, path);
        if (!status)
            qFatal("%s", qPrintable(status.error().render(Language::English)));
        return sample::pdfPages(path);
    }
    static Document filled(int lines)
    {
        Document document;
        document.title = u"Pages"_s;
        for (int i = 0; i < lines; ++i)
            document.body.append(Paragraph{u"filling."_s});
        return document;
    }
    static QString lines(int count) { return QString(count - 1, u'\n').replace(u'\n', u"line\n"_s) + u"line"_s; }

private slots:
    void noRowStandsAloneOnAPage()
    {
        for (int rows = 3; rows < 60; ++rows) {
            Document document = filled(rows % 7);
            Table table;
            table.columns = {{u"Head"_s, 1}, {u"What"_s, 5}};
            for (int i = 0; i < rows; ++i)
                table.rows.append(Row{{{u"row."_s}, {lines(1 + i % 5)}}});
            document.body.append(table);
            for (const QString& page : pagesOf(document))
                QVERIFY2(page.count(u"row."_s) != 1, qPrintable(u"of %1 rows"_s.arg(rows)));
        }
    }
    void aRowThatFillsAPageMayStandAlone()
    {
        Document document = filled(3);
        Table table;
        table.columns = {{u"Head"_s, 1}, {u"What"_s, 5}};
        for (int i = 0; i < 4; ++i)
            table.rows.append(Row{{{u"row."_s}, {lines(50)}}});
        document.body.append(table);
        const QStringList pages = pagesOf(document);
        QVERIFY(pages.size() <= 6);
        for (const QString& page : pages)
            QVERIFY(page.count(u"row."_s) <= 1);
    }
    /// To keep two of them together would leave half a page empty.
    void aHighRowStandsWhereItFits()
    {
        Document document = filled(15);
        Table table;
        table.columns = {{u"Head"_s, 1}, {u"What"_s, 5}};
        for (int i = 0; i < 3; ++i)
            table.rows.append(Row{{{u"row."_s}, {lines(25)}}});
        document.body.append(table);
        const QStringList pages = pagesOf(document);
        QCOMPARE(pages.size(), 3); // with the cover
        QCOMPARE(pages[1].count(u"row."_s), 1);
    }
    void aSectionDoesNotBeginAtAPagesFoot()
    {
        int begun = 0;
        for (int filling = 20; filling < 48; ++filling) {
            Document document = filled(filling);
            document.body.append(Heading{1, u"section."_s});
            for (int i = 0; i < 30; ++i)
                document.body.append(Paragraph{u"text."_s});
            for (const QString& page : pagesOf(document)) {
                if (!page.contains(u"section."_s))
                    continue;
                ++begun;
                QVERIFY2(page.count(u"text."_s) >= 5, qPrintable(QString::number(page.count(u"text."_s))));
            }
        }
        QCOMPARE(begun, 28);
    }
    /// Whatever stands between: the words that tell of a drawing or of a table stand with it.
    void aHeadingStandsWithWhatItLeadsTo()
    {
        Table table;
        table.columns = {{u"Head"_s, 1}, {u"What"_s, 5}};
        for (int i = 0; i < 4; ++i)
            table.rows.append(Row{{{u"shown."_s}, {lines(3)}}});
        Drawing drawing;
        drawing.topology.nodes.resize(2);
        drawing.topology.nodes[0].name = u"shown."_s;
        for (const DocumentBlock& shown : {DocumentBlock(table), DocumentBlock(drawing)}) {
            for (int filling = 20; filling < 60; ++filling) {
                Document document = filled(filling);
                document.body += {Heading{2, u"section."_s}, Paragraph{u"first."_s}, Paragraph{u"second."_s, Paragraph::Style::Note}, shown};
                for (const QString& page : pagesOf(document))
                    QVERIFY2(!page.contains(u"section."_s) || page.contains(u"shown."_s), qPrintable(u"%1: %2"_s.arg(filling).arg(page)));
            }
        }
    }
    void aFewHeadingsMoreTakeNoFurtherPageOfTheContents()
    {
        for (const int sections : {30, 40, 46, 90}) {
            Document document;
            document.title = u"Contents"_s;
            document.body = {Contents{u"Contents"_s}, PageBreak{}};
            for (int i = 0; i < sections; ++i) {
                document.body.append(Heading{2, u"heading."_s});
                document.body.append(Paragraph{u"text"_s});
            }
            const QStringList pages = pagesOf(document);
            const bool onePage = pages[1].count(u"heading."_s) == sections;
            QCOMPARE(onePage, sections < 90);
        }
    }
    /// "None." needs no page of its own.
    void aShortSectionStandsWhereItFits()
    {
        Document document = filled(10);
        for (int i = 0; i < 12; ++i) {
            document.body.append(Heading{1, u"section."_s});
            document.body.append(Paragraph{u"None."_s});
        }
        const QStringList pages = pagesOf(document);
        QCOMPARE(pages.size(), 3); // with the cover
        QVERIFY2(pages[1].count(u"None."_s) >= 6, qPrintable(QString::number(pages[1].count(u"None."_s))));
    }
    void aShortSectionDoesNotStandAloneBecauseThePaperTurns()
    {
        for (int filling = 25; filling < 60; ++filling) {
            Document document = filled(filling);
            document.body.append(Heading{1, u"section."_s});
            document.body.append(Paragraph{u"None."_s});
            document.body.append(Orientation{true});
            document.body.append(Heading{1, u"wide."_s});
            for (int i = 0; i < 30; ++i)
                document.body.append(Paragraph{u"text."_s});
            const QStringList pages = pagesOf(document);
            const auto page = std::find_if(pages.cbegin(), pages.cend(), [](const QString& each) { return each.contains(u"section."_s); });
            QVERIFY(page != pages.cend() && page->contains(u"None."_s));
            QVERIFY2(page->contains(u"filling."_s) || page->contains(u"wide."_s), qPrintable(*page));
        }
    }
    void theEndOfATableDoesNotStandAloneBecauseThePaperTurns()
    {
        Document document = filled(8);
        document.body.append(Heading{1, u"section."_s});
        Table table;
        table.columns = {{u"Head"_s, 1}, {u"What"_s, 5}};
        for (int i = 0; i < 30; ++i)
            table.rows.append(Row{{{u"row."_s}, {u"what"_s}}});
        document.body.append(table);
        document.body.append(Orientation{true});
        document.body.append(Heading{1, u"wide."_s});
        for (int i = 0; i < 30; ++i)
            document.body.append(Paragraph{u"text."_s});
        const QStringList pages = pagesOf(document);
        QVERIFY(std::any_of(pages.cbegin(), pages.cend(),
                            [](const QString& page) { return page.contains(u"row."_s) && page.contains(u"wide."_s); }));
    }
    /// A sheet is copied as a whole, so it is not parted; but it need not stand alone.
    void shortSheetsShareAPage()
    {
        Document document;
        document.title = u"Sheets"_s;
        for (int i = 0; i < 3; ++i) {
            document.body.append(Heading{2, u"sheet."_s});
            document.body.append(CommandBlock{{}, lines(20), true});
        }
        const QStringList pages = pagesOf(document);
        QCOMPARE(pages.size(), 2); // with the cover
        QCOMPARE(pages[1].count(u"sheet."_s), 3);
    }
    void aSheetThatAPageHoldsIsNotParted()
    {
        for (int filling = 5; filling < 40; filling += 7) {
            Document document = filled(filling);
            document.body.append(Heading{2, u"sheet."_s});
            document.body.append(CommandBlock{{}, u"begin.\n"_s + lines(55) + u"\nend."_s, true});
            for (const QString& page : pagesOf(document))
                QCOMPARE(page.contains(u"begin."_s), page.contains(u"end."_s));
        }
    }
    void theRowsOfAGroupStandOnOnePage_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::newRow("asked for") << true;
        QTest::newRow("not asked for") << false;
    }
    void theRowsOfAGroupStandOnOnePage()
    {
        QFETCH(bool, whole);
        Document document;
        document.title = u"Groups"_s;
        Table table;
        table.groupsWhole = whole;
        table.columns = {{u"Head"_s, 1}, {u"What"_s, 5}};
        for (int group = 0; group < 20; ++group) {
            table.rows.append(Row{{{u"group%1."_s.arg(group)}}});
            for (int i = 0; i < 2 + group % 4; ++i)
                table.rows.append(Row{{{u"row"_s}, {u"of%1.\n"_s.arg(group) + lines(3)}}});
        }
        document.body.append(table);
        int parted = 0;
        const QStringList pages = pagesOf(document);
        for (int group = 0; group < 20; ++group) {
            const auto on = std::count_if(pages.cbegin(), pages.cend(),
                                          [&](const QString& page) { return page.contains(u"of%1."_s.arg(group)); });
            parted += on > 1 ? 1 : 0;
        }
        QCOMPARE(parted == 0, whole);
    }
    /// What no page holds begins where the one before it ends.
    void aGroupThatNoPageHoldsLeavesNoGap()
    {
        Document document = filled(25);
        Table table;
        table.groupsWhole = true;
        table.columns = {{u"Head"_s, 1}, {u"What"_s, 5}};
        table.rows.append(Row{{{u"group."_s}}});
        for (int i = 0; i < 40; ++i)
            table.rows.append(Row{{{u"row."_s}, {lines(3)}}});
        document.body.append(table);
        const QStringList pages = pagesOf(document);
        QVERIFY(pages[1].contains(u"row."_s));
    }
};

QTEST_MAIN(TestPageBreaks)
#include "tst_pagebreaks.moc"
