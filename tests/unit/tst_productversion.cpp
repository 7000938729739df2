#include "core/product/ProductVersion.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

class TestProductVersion : public QObject {
    Q_OBJECT
private slots:
    void aVersionIsReadAsAdminsWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("version");
        QTest::newRow("short") << u"5.31R01"_s << u"5.31R01"_s;
        QTest::newRow("as the vendor writes it") << u"Ver.5.31R01"_s << u"5.31R01"_s;
        QTest::newRow("blanks and small letters") << u"ver 5.31 r1"_s << u"5.31R01"_s;
        QTest::newRow("blanks around") << u"\t 5.31R01 \n"_s << u"5.31R01"_s;
        QTest::newRow("v") << u"v5.31R01"_s << u"5.31R01"_s;
        QTest::newRow("word") << u"Version 5.31R01"_s << u"5.31R01"_s;
        QTest::newRow("blank behind the dot") << u"VER. 5.31R01"_s << u"5.31R01"_s;
        QTest::newRow("full-width") << u"Ｖｅｒ．５．３１Ｒ０１"_s << u"5.31R01"_s;
        QTest::newRow("half full-width") << u"Ver．５.31Ｒ01"_s << u"5.31R01"_s;
        QTest::newRow("ideographic blanks") << u"\u3000Ver.5.31R01\u3000"_s << u"5.31R01"_s;
        QTest::newRow("no-break blank") << u"Ver.\u00A05.31R01"_s << u"5.31R01"_s;
        QTest::newRow("invisible from a web page") << u"\uFEFF5.31\u200BR01"_s << u"5.31R01"_s;
        QTest::newRow("minor zero") << u"5.00R01"_s << u"5.00R01"_s;
        QTest::newRow("minor five") << u"5.05R01"_s << u"5.05R01"_s;
        QTest::newRow("version 4") << u"4.86R02"_s << u"4.86R02"_s;
        QTest::newRow("large") << u"12.100R120"_s << u"12.100R120"_s;
    }
    void aVersionIsReadAsAdminsWriteIt()
    {
        QFETCH(QString, text);
        const auto version = ProductVersion::parse(text);
        QVERIFY2(version.ok(), qPrintable(text));
        QTEST(version->toString(), "version");
        QCOMPARE(version->display(), u"Ver."_s + version->toString());
        QCOMPARE(ProductVersion::parse(withVersionsWhole(version->display())).value(), *version); // copied from a window
        QCOMPARE(*ProductVersion::parse(version->display()), *version);
    }

    void junkIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList junk = {u""_s,
                                  u"   "_s,
                                  u"latest"_s,
                                  u"5"_s,
                                  u"5.31"_s,
                                  u"5R01"_s,
                                  u"R01"_s,
                                  u"5.31R"_s,
                                  u"5.31.01"_s,
                                  u"5,31R01"_s,
                                  u"-5.31R01"_s,
                                  u"05.31R01"_s,
                                  u"5.31R0001"_s,
                                  u"5.3333R01"_s,
                                  u"99999999999.31R01"_s,
                                  u"5.31R01 build 7"_s,
                                  u"m-FILTER Ver.5.31R01"_s,
                                  u"5.31R01; rm -rf /"_s,
                                  u"5.31R01\n5.50R01"_s,
                                  u"٥.٣١R٠١"_s};
        for (const QString& text : junk)
            QTest::newRow(qPrintable(u"<%1>"_s.arg(text))) << text;
    }
    void junkIsRefused()
    {
        QFETCH(QString, text);
        const auto version = ProductVersion::parse(text);
        QVERIFY(!version.ok());
        QCOMPARE(version.error().code, u"version-unreadable"_s);
        QVERIFY(!version.error().what.isEmpty());
        QVERIFY(version.error().remedy.render(Language::English).contains(u"5.31R01"_s));
    }

    void aMinorNumberOfOneDigitIsRefusedBecauseItCanBeReadTwoWays()
    {
        const auto version = ProductVersion::parse(u"Ver.5.5R01"_s);
        QVERIFY(!version.ok());
        QVERIFY(version.error().remedy.render(Language::English).contains(u"two digits"_s));
        QCOMPARE(ProductVersion::firstIn(u"m-FILTER Ver.5.5R01"_s), std::nullopt);
    }

    void anErrorShowsHostileTextSafely()
    {
        const auto version = ProductVersion::parse(u"5.31\u202ER01 %1 "_s + QString(5000, u'x'));
        QVERIFY(!version.ok());
        const QString shown = version.error().what.render(Language::English);
        QVERIFY(shown.contains(u"<U+202E>"_s));
        QVERIFY(shown.contains(u"%1"_s));
        QVERIFY(shown.size() < 200);
    }

    void versionsAreOrderedByMajorMinorRelease()
    {
        const QList<ProductVersion> ascending = {{4, 86, 9}, {5, 0, 1},  {5, 20, 1}, {5, 31, 0},
                                                 {5, 31, 1}, {5, 31, 2}, {5, 50, 1}, {6, 0, 0}};
        for (qsizetype i = 1; i < ascending.size(); ++i) {
            QVERIFY(ascending[i - 1] < ascending[i]);
            QVERIFY(ascending[i] > ascending[i - 1]);
            QVERIFY(ascending[i] != ascending[i - 1]);
        }
    }

    void theFirstVersionInAnOutputIsFound_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("version");
        QTest::newRow("sentence") << u"m-FILTER Ver.5.31R01 build 7"_s << u"5.31R01"_s;
        QTest::newRow("the first of two") << u"from 5.20R01 to 5.60R02"_s << u"5.20R01"_s;
        QTest::newRow("second line") << u"Linux 5.10.0-28\nversion=5.31R01\n"_s << u"5.31R01"_s;
        QTest::newRow("file name") << u"mfilter-5.31R01-linux.bin"_s << u"5.31R01"_s;
        QTest::newRow("full-width") << u"バージョン：５．３１Ｒ０１"_s << u"5.31R01"_s;
        QTest::newRow("in brackets") << u"(Ver.5.31R01)."_s << u"5.31R01"_s;
        QTest::newRow("nothing") << u"command not found"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("kernel") << u"5.10.0-28-amd64"_s << QString();
        QTest::newRow("part of a longer number before") << u"10.5.31R01"_s << QString();
        QTest::newRow("part of a longer number behind") << u"5.31R0123"_s << QString();
        QTest::newRow("part of a longer word") << u"5.31R01beta"_s << QString();
        QTest::newRow("over a line end") << u"load 5.31\nR01"_s << QString();
    }
    void theFirstVersionInAnOutputIsFound()
    {
        QFETCH(QString, output);
        QFETCH(QString, version);
        const auto found = ProductVersion::firstIn(output);
        QCOMPARE(found ? found->toString() : QString(), version);
    }
    void verStaysOnTheLineOfItsNumber()
    {
        const QString text = u"from Ver.5.20R01 to Ver.5.60R01; Ver. is short for version"_s;
        QCOMPARE(withVersionsWhole(text), u"from Ver.\u20605.20R01 to Ver.\u20605.60R01; Ver. is short for version"_s);
        QCOMPARE(withVersionsWhole(withVersionsWhole(text)), withVersionsWhole(text));
        QCOMPARE(withVersionsWhole(u"all m-FILTER servers"_s), u"all m-\u2060FILTER servers"_s); // the product's name, too
        QCOMPARE(withVersionsWhole(u"all m-\u2060FILTER servers"_s), u"all m-\u2060FILTER servers"_s);
        const qsizetype first = text.indexOf(u"5.20"_s);
        QCOMPARE(cutOutsideVersion(text, first), first - 4);
        QCOMPARE(cutOutsideVersion(text, first - 1), first - 1);
        const qsizetype word = text.indexOf(u"is short"_s);
        QCOMPARE(cutOutsideVersion(text, word), word);
        QCOMPARE(cutOutsideVersion(u"Ver.5"_s, 4), 4); // no room for more on a line
        QCOMPARE(cutOutsideVersion(text, text.size()), text.size());
    }
};

QTEST_GUILESS_MAIN(TestProductVersion)
#include "tst_productversion.moc"
