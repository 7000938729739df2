#include "core/base/Quote.h"
#include "core/base/Text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

class TestText : public QObject {
    Q_OBJECT
private slots:
    void argumentsAreFilledInOnce()
    {
        const Text text = Text::tr("Stop the service on %1").arg(u"%1 %2 %n"_s);
        QCOMPARE(text.render(Language::English), u"Stop the service on %1 %2 %n"_s);
    }
    void aTextSurvivesJson()
    {
        const Text text = Text::lines({Text::tr("%1 min").arg(Text::bytes(1536)), Text::minutes(125),
                                       Text::list(QStringList{u"mf1"_s, u"mf2"_s}), Text::number(12345),
                                       Text::dateTime(QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate))});
        QCOMPARE(Text::fromJson(text.toJson()), text);
        QCOMPARE(Text::fromJson(text.toJson()).render(Language::Japanese), text.render(Language::Japanese));
    }
    void nothingSaidIsNothing()
    {
        QVERIFY(Text::lines({}).isEmpty());
        QVERIFY(Text::list(QStringList()).isEmpty());
        QVERIFY(!Text::lines({Text::verbatim(u"mf1"_s)}).isEmpty());
    }
    void aDateKeepsItsOwnOffset()
    {
        const Text text = Text::dateTime(QDateTime::fromString(u"2026-12-05T22:00:00-05:00"_s, Qt::ISODate));
        QCOMPARE(text.render(Language::English), u"2026-12-05 22:00"_s);
        QCOMPARE(text.render(Language::Japanese), u"2026年12月5日 22:00"_s);
    }
    void wordsAreQuotedForTheShell_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("posix");
        QTest::addColumn<QString>("powerShell");
        QTest::newRow("plain") << u"a"_s << u"'a'"_s << u"'a'"_s;
        QTest::newRow("quote") << u"it's"_s << u"'it'\\''s'"_s << u"'it''s'"_s;
        QTest::newRow("substitution") << u"$(rm)`x`"_s << u"'$(rm)`x`'"_s << u"'$(rm)`x`'"_s;
        QTest::newRow("typographic quote") << u"a\u2019b"_s << u"'a\u2019b'"_s << u"'a\u2019\u2019b'"_s;
        QTest::newRow("empty") << QString() << u"''"_s << u"''"_s;
    }
    void wordsAreQuotedForTheShell()
    {
        QFETCH(QString, word);
        QTEST(shellQuoted(word, Shell::Posix), "posix");
        QTEST(shellQuoted(word, Shell::PowerShell), "powerShell");
    }
    void hostileCharactersAreShown()
    {
        QCOMPARE(shownSafely(u"a\u202Eb\nc"_s), u"a<U+202E>b<U+000A>c"_s);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
