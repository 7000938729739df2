#include "wizard/NumbersWhole.h"

#include <QClipboard>
#include <QLabel>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// Where a text of the window may be broken into lines, and that nobody else sees how.
class TestNumbersWhole : public QObject {
    Q_OBJECT

private slots:
    void aNumberStaysWithItsWord()
    {
        QCOMPARE(withNumbersWhole(u"planned 22:30 \u00b7 actual 22:40"_s), u"planned\u00a022:30 \u00b7 actual\u00a022:40"_s);
        QCOMPARE(withNumbersWhole(u"about 2 min (our estimate)"_s), u"about\u00a02\u00a0min (our estimate)"_s);
        QCOMPARE(withNumbersWhole(u"see FAQ 2578 first"_s), u"see FAQ\u00a02578 first"_s);
        QCOMPARE(withNumbersWhole(u"No. 17"_s), u"No.\u00a017"_s);
        QCOMPARE(withNumbersWhole(u"actual 23:38\u201323:39"_s), u"actual\u00a023:38\u2060\u2013\u206023:39"_s);
        QCOMPARE(withNumbersWhole(withNumbersWhole(u"23:38\u201323:39"_s)), withNumbersWhole(u"23:38\u201323:39"_s));
        QCOMPARE(withNumbersWhole(u"残り 2 時間 33 分"_s), u"残\u2060り\u00a02\u00a0時\u2060間\u00a033\u00a0分"_s);
    }
    void whatIsOnePieceIsNotBrokenInJapaneseEither()
    {
        QCOMPARE(inOnePiece(u"checker Suzuki"_s), u"checker\u00a0Suzuki"_s);
        QCOMPARE(inOnePiece(u"実施者 A"_s), u"実\u2060施\u2060者\u2060\u00a0A"_s);
    }
    void theEndOfAJapaneseSentenceAndAWordFromAbroadStayWhole()
    {
        QCOMPARE(withWordsWhole(u"遮断します。"_s), u"遮断\u2060し\u2060ま\u2060す。"_s);
        QCOMPARE(withWordsWhole(u"全ノードで"_s), u"全ノ\u2060ー\u2060ドで"_s);
        QCOMPARE(withWordsWhole(withWordsWhole(u"遮断します。"_s)), withWordsWhole(u"遮断します。"_s));
        QCOMPARE(withWordsWhole(u"確認します。\nmf1 です。\n控えを作成"_s), u"確認\u2060し\u2060ま\u2060す。\nmf1 で\u2060す。\n控えを作成"_s);
        for (const QString& same : {u"The service is stopped."_s, u"。"_s, u"OK。"_s, QString()})
            QCOMPARE(withWordsWhole(same), same);
    }
    void whatIsCopiedOutOfALabelIsAsItWasTyped()
    {
        const QString typed = u"バージョンは FAQ 2578 のとおり確認します。"_s;
        QCOMPARE(asTyped(withNumbersWhole(withWordsWhole(typed))), typed);
        QObject window;
        keepCopiesAsTyped(&window);
        QLabel label(withNumbersWhole(withWordsWhole(typed)));
        label.setTextFormat(Qt::PlainText);
        label.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label.show();
        label.setSelection(0, int(label.text().size()));
        QTest::keyClick(&label, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), typed);
    }
};

QTEST_MAIN(TestNumbersWhole)
#include "tst_numberswhole.moc"
