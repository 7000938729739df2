#include "core/report/DocumentFile.h"
#include "core/report/LineBreaks.h"

#include "PdfText.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// Where the lines of a paper end.
class TestLineBreaks : public QObject {
    Q_OBJECT

private slots:
    void aLineEndsBesideWhatIsReadAsOne_data()
    {
        QTest::addColumn<QString>("text"); // "|": where the line would end, "^": where it does
        const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
        row("a number", u"see ^No |12 first"_s);
        row("a number with a dot", u"see ^No. |12: stop"_s);
        row("a number in brackets", u"stop ^(No |12)"_s);
        row("a number in Japanese", u"手順^（No.|12）"_s);
        row("the FAQ", u"as ^FAQ |2578 says"_s);
        row("a rule of the FAQ", u"as ^FAQ2578-|1 says"_s);
        row("a version", u"from ^Ver.|5.20R01"_s);
        row("a date", u"on ^2026-|12-05 22:00"_s);
        row("a date and its time", u"on ^2026-12-05 |22:00"_s);
        row("a Japanese date", u"開始: ^2026年12|月5日 22:00"_s);
        row("a Japanese date and its time", u"開始: ^2026年12月5日 |22:00"_s);
        row("a time", u"at ^22:|05:10"_s);
        row("a length", u"takes ^2 h |05 min"_s);
        row("a Japanese length", u"所要 ^2 時|間 05 分"_s);
        row("a size", u"free ^1.5 |GiB"_s);
        row("a number of files in Japanese", u"最大 ^0 ファイ|ル"_s);
        row("a word in Japanese brackets", u"データ同期^（レ|ポート）"_s);
        row("an answer", u"sent? ^(answer: |yes)"_s);
        row("a Japanese answer", u"ましたか。^（回答: |はい）"_s);
        // No line holds it: inside, at its blank.
        row("a date that no line holds with its time", u"2026-12-05 ^22:|00"_s);
        row("a Japanese date that no line holds", u"2026年12月^6|日 01:29"_s);
        row("a number that no line holds", u"No |^12"_s);
        // A word that no line holds, behind one of its marks.
        row("a path", u"/opt/mfilter5/^conf|/mf_replica.def"_s);
        row("a path of Windows", u"C:\\Program^|"_s);
        row("a key", u"DATA_SMTP_CLIENT_^SYN|C_SERVER_PORT"_s);
        row("an address of the web", u"https://www.pa-solution.net/daj/^bs|x/faq"_s);
        row("an address of the web, in its name", u"open ^(https://192.|0.2.13:15080/)"_s);
        row("an address of the web in Japanese", u"管理画面^（https://|192.0.2.13:15080/）を開き"_s);
        row("an address of the web, at a dot", u"the page https://www.pa-solution.net/daj/bs/faq/^Detail.|aspx?id=4105"_s);
        row("an address of the web, at its question", u"https://example.com/Detail.aspx?^id|=faq"_s);
        row("nothing to cut behind", u"0123456789abcdef|^0123"_s);
        // Everything else stays as it was.
        row("words", u"one two |^three"_s);
        row("Japanese", u"サービスを停|^止します"_s);
        row("no number", u"there is No |^way"_s);
        row("a port", u"192.0.2.1:^14|083"_s);
        row("the end", u"all of it|^"_s);
    }
    void aLineEndsBesideWhatIsReadAsOne()
    {
        QFETCH(QString, text);
        QString plain = text;
        plain.remove(u'|').remove(u'^');
        const qsizetype fitting = QString(text).remove(u'^').indexOf(u'|');
        const qsizetype wanted = QString(text).remove(u'|').indexOf(u'^');
        QCOMPARE(page::lineEnd(plain, fitting), wanted);
    }
    void aLineAlwaysTakesSomething()
    {
        const QString text = u"(No 12) 2026-12-05 22:00 /opt/mf_replica.def FAQ 2578-1 Ver.5.20R01 2 h 05 min"_s;
        for (qsizetype from = 0; from < text.size(); ++from) {
            const QString rest = text.sliced(from);
            for (qsizetype fitting = 1; fitting <= rest.size(); ++fitting) {
                const qsizetype end = page::lineEnd(rest, fitting);
                QVERIFY2(end >= 1 && end <= fitting, qPrintable(u"%1 at %2: %3"_s.arg(rest).arg(fitting).arg(end)));
            }
        }
    }
    void nothingIsLostAndNothingIsParted_data()
    {
        QTest::addColumn<QString>("unit");
        for (const QString& unit : {u"No 12"_s, u"FAQ 2578"_s, u"2026-12-05 22:00"_s, u"2 h 05 min"_s})
            QTest::newRow(qPrintable(unit)) << unit;
    }
    void nothingIsLostAndNothingIsParted()
    {
        QFETCH(QString, unit);
        Document document;
        document.title = u"Units"_s;
        for (int words = 0; words < 40; ++words) {
            const QString text = QString(words, u'a').replace(u'a', u"ab "_s) + unit;
            document.body.append(Paragraph{text});
            document.body.append(Table{{}, {{u"A"_s, 1}, {u"B"_s, 4}}, {Row{{{text}, {}}}}});
        }
        QTemporaryDir folder;
        const QString path = folder.filePath(u"units.pdf"_s);
        QVERIFY(writeDocument(document, path));
        QCOMPARE(sample::pdfPages(path).join(u'\n').count(unit), 80);
    }
};

QTEST_MAIN(TestLineBreaks)
#include "tst_linebreaks.moc"
