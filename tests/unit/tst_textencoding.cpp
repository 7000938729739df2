#include "core/product/TextEncoding.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

class TestTextEncoding : public QObject {
    Q_OBJECT
private slots:
    void aCommentIsReadInItsOwnEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        QTest::newRow("ascii") << QByteArray("# plain\nA = b\n") << u"ascii"_s << u"# plain\nA = b\n"_s;
        QTest::newRow("empty") << QByteArray() << u"ascii"_s << QString();
        QTest::newRow("byte order mark")
            << QByteArray("\357\273\277# \350\250\255") << u"utf-8-bom"_s << u"# 設"_s;
        QTest::newRow("byte order mark alone")
            << QByteArray("\357\273\277A = b") << u"utf-8-bom"_s << u"A = b"_s;
        QTest::newRow("one word, utf-8")
            << QByteArray("# \350\250\255\345\256\232") << u"utf-8"_s << u"# 設定"_s;
        QTest::newRow("one word, cp932") << QByteArray("# \220\335\222\350") << u"cp932"_s << u"# 設定"_s;
        QTest::newRow("one word, euc-jp") << QByteArray("# \300\337\304\352") << u"euc-jp"_s << u"# 設定"_s;
        QTest::newRow("short, utf-8")
            << QByteArray("# \345\220\214\346\234\237") << u"utf-8"_s << u"# 同期"_s;
        QTest::newRow("short, cp932") << QByteArray("# \223\257\212\372") << u"cp932"_s << u"# 同期"_s;
        QTest::newRow("short, euc-jp") << QByteArray("# \306\261\264\374") << u"euc-jp"_s << u"# 同期"_s;
        QTest::newRow("sentence, utf-8")
            << QByteArray("# "
                          "\346\234\254\347\225\252\347\222\260\345\242\203\343\201\256\345\220\214\346\234"
                          "\237\350\250\255\345\256\232\343\201\247\343\201\231\343\200\202")
            << u"utf-8"_s << u"# 本番環境の同期設定です。"_s;
        QTest::newRow("sentence, cp932")
            << QByteArray(
                   "# "
                   "\226{"
                   "\224\324\212\302\213\253\202\314\223\257\212\372\220\335\222\350\202\305\202\267\201B")
            << u"cp932"_s << u"# 本番環境の同期設定です。"_s;
        QTest::newRow("sentence, euc-jp") << QByteArray("# "
                                                        "\313\334\310\326\264\304\266\255\244\316\306\261\264"
                                                        "\374\300\337\304\352\244\307\244\271\241\243")
                                          << u"euc-jp"_s << u"# 本番環境の同期設定です。"_s;
        QTest::newRow("master, utf-8")
            << QByteArray("# \343\203\236\343\202\271\343\202\277\343\203\274\346\251\237") << u"utf-8"_s
            << u"# マスター機"_s;
        QTest::newRow("master, cp932")
            << QByteArray("# \203}\203X\203^\201[\213@") << u"cp932"_s << u"# マスター機"_s;
        QTest::newRow("master, euc-jp")
            << QByteArray("# \245\336\245\271\245\277\241\274\265\241") << u"euc-jp"_s << u"# マスター機"_s;
        QTest::newRow("kanji only, utf-8") << QByteArray("# \346\234\255\345\271\214\346\224\257\345\272\227")
                                           << u"utf-8"_s << u"# 札幌支店"_s;
        QTest::newRow("kanji only, cp932")
            << QByteArray("# \216D\226y\216x\223X") << u"cp932"_s << u"# 札幌支店"_s;
        QTest::newRow("kanji only, euc-jp")
            << QByteArray("# \273\245\313\332\273\331\305\271") << u"euc-jp"_s << u"# 札幌支店"_s;
        QTest::newRow("mixed with ASCII, utf-8")
            << QByteArray(
                   "# 2026\345\271\264 mf2 \343\202\222\350\277\275\345\212\240 (\345\261\261\347\224\260)")
            << u"utf-8"_s << u"# 2026年 mf2 を追加 (山田)"_s;
        QTest::newRow("mixed with ASCII, cp932")
            << QByteArray("# 2026\224N mf2 \202\360\222\307\211\301 (\216R\223c)") << u"cp932"_s
            << u"# 2026年 mf2 を追加 (山田)"_s;
        QTest::newRow("mixed with ASCII, euc-jp")
            << QByteArray("# 2026\307\257 mf2 \244\362\304\311\262\303 (\273\263\305\304)") << u"euc-jp"_s
            << u"# 2026年 mf2 を追加 (山田)"_s;
        QTest::newRow("names, utf-8")
            << QByteArray(
                   "# \346\213\205\345\275\223: \351\210\264\346\234\250\343\200\201\344\275\220\350\227\244")
            << u"utf-8"_s << u"# 担当: 鈴木、佐藤"_s;
        QTest::newRow("names, cp932") << QByteArray("# \222S\223\226: \227\351\226\330\201A\215\262\223\241")
                                      << u"cp932"_s << u"# 担当: 鈴木、佐藤"_s;
        QTest::newRow("names, euc-jp")
            << QByteArray("# \303\264\305\366: \316\353\314\332\241\242\272\264\306\243") << u"euc-jp"_s
            << u"# 担当: 鈴木、佐藤"_s;
        QTest::newRow("polite, utf-8")
            << QByteArray("# "
                          "\345\244\211\346\233\264\343\201\227\343\201\252\343\201\204\343\201\247\343\201"
                          "\217\343\201\240\343\201\225\343\201\204")
            << u"utf-8"_s << u"# 変更しないでください"_s;
        QTest::newRow("polite, cp932")
            << QByteArray("# \225\317\215X\202\265\202\310\202\242\202\305\202\255\202\276\202\263\202\242")
            << u"cp932"_s << u"# 変更しないでください"_s;
        QTest::newRow("polite, euc-jp")
            << QByteArray(
                   "# \312\321\271\271\244\267\244\312\244\244\244\307\244\257\244\300\244\265\244\244")
            << u"euc-jp"_s << u"# 変更しないでください"_s;
        QTest::newRow("half-width katakana, utf-8")
            << QByteArray("# \357\276\203\357\275\275\357\276\204") << u"utf-8"_s << u"# ﾃｽﾄ"_s;
        QTest::newRow("half-width katakana, cp932")
            << QByteArray("# \303\275\304") << u"cp932"_s << u"# ﾃｽﾄ"_s;
        QTest::newRow("half-width katakana, euc-jp")
            << QByteArray("# \216\303\216\275\216\304") << u"euc-jp"_s << u"# ﾃｽﾄ"_s;
        QTest::newRow("half-width katakana, long, utf-8")
            << QByteArray("# \357\275\273\357\275\260\357\276\212\357\276\236\357\275\260 "
                          "\357\276\212\357\276\236\357\275\257\357\275\270\357\275\261\357\275\257\357\276"
                          "\214\357\276\237")
            << u"utf-8"_s << u"# ｻｰﾊﾞｰ ﾊﾞｯｸｱｯﾌﾟ"_s;
        QTest::newRow("half-width katakana, long, cp932")
            << QByteArray("# \273\260\312\336\260 \312\336\257\270\261\257\314\337") << u"cp932"_s
            << u"# ｻｰﾊﾞｰ ﾊﾞｯｸｱｯﾌﾟ"_s;
        QTest::newRow("half-width katakana, long, euc-jp")
            << QByteArray("# \216\273\216\260\216\312\216\336\216\260 "
                          "\216\312\216\336\216\257\216\270\216\261\216\257\216\314\216\337")
            << u"euc-jp"_s << u"# ｻｰﾊﾞｰ ﾊﾞｯｸｱｯﾌﾟ"_s;
        QTest::newRow("half-width word of four, utf-8")
            << QByteArray("# \357\276\212\357\276\235\357\275\266\357\275\270") << u"utf-8"_s << u"# ﾊﾝｶｸ"_s;
        QTest::newRow("half-width word of four, euc-jp")
            << QByteArray("# \216\312\216\335\216\266\216\270") << u"euc-jp"_s << u"# ﾊﾝｶｸ"_s;
        QTest::newRow("half-width, even, utf-8")
            << QByteArray("# \357\276\222\357\275\260\357\276\231 \357\275\271\357\276\235\357\275\273 "
                          "\357\276\204\357\276\236\357\275\263\357\275\267")
            << u"utf-8"_s << u"# ﾒｰﾙ ｹﾝｻ ﾄﾞｳｷ"_s;
        QTest::newRow("half-width, even, cp932") << QByteArray("# \322\260\331 \271\335\273 \304\336\263\267")
                                                 << u"cp932"_s << u"# ﾒｰﾙ ｹﾝｻ ﾄﾞｳｷ"_s;
        QTest::newRow("half-width, even, euc-jp")
            << QByteArray(
                   "# \216\322\216\260\216\331 \216\271\216\335\216\273 \216\304\216\336\216\263\216\267")
            << u"euc-jp"_s << u"# ﾒｰﾙ ｹﾝｻ ﾄﾞｳｷ"_s;
        QTest::newRow("trail bytes that are ASCII letters or backslashes, cp932")
            << QByteArray("# \225\134\216\246 \224\134\227\315 \203\134\201[\203X \227\134\222\350")
            << u"cp932"_s << u"# 表示 能力 ソース 予定"_s;
        QTest::newRow("vendors' characters, cp932")
            << QByteArray("# \207@\207U\207\212\356\340\355\225") << u"cp932"_s << u"# ①Ⅱ㈱髙﨑"_s;
        QTest::newRow("accented words, utf-8")
            << QByteArray("# M\303\274ller, espa\303\261ol") << u"utf-8"_s << u"# Müller, español"_s;
    }
    void aCommentIsReadInItsOwnEncoding()
    {
        QFETCH(QByteArray, bytes);
        const TextEncoding encoding = detectEncoding(bytes);
        QTEST(encodingCode(encoding), "code");
        QTEST(decodeText(bytes, encoding), "text");
    }

    void whatFitsNoEncodingIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray utf8 = u"# 設定を変更しないこと\n"_s.toUtf8();
        const QByteArray cp932(
            "# \220\335\222\350\202\360\225\317\215\130\202\265\202\310\202\242\202\261\202\306\n");
        const QByteArray eucJp(
            "# \300\337\304\352\244\362\312\321\271\271\244\267\244\312\244\244\244\263\244\310\n");
        QTest::newRow("UTF-8 and CP932") << utf8 + cp932;
        QTest::newRow("CP932 and UTF-8") << cp932 + utf8;
        QTest::newRow("UTF-8 and EUC-JP") << utf8 + eucJp;
        QTest::newRow("CP932 and EUC-JP") << cp932 + eucJp;
        QTest::newRow("EUC-JP and CP932, CR") << QByteArray(eucJp + cp932).replace('\n', '\r');
        QTest::newRow("Latin-1") << QByteArray("# caf\351 \340 c\364t\351");
        QTest::newRow("all high bytes") << QByteArray("\200\201\376\377\300\301");
        QTest::newRow("cut UTF-8 behind a byte order mark") << QByteArray("\357\273\277# \350\250");
        QTest::newRow("four bytes that are a word in CP932 and in EUC-JP")
            << QByteArray("# \312\335\266\270");
        QTest::newRow("ISO-2022-JP") << QByteArray("# \033$B@_Dj\033(B");
    }
    void whatFitsNoEncodingIsUnknown()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(encodingCode(detectEncoding(bytes)), u"unknown"_s);
    }

    void bytesThatCannotBeReadAreShownNotDropped_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << QByteArray("a\351b") << int(TextEncoding::Unknown) << u"a\uFFFDb"_s;
        QTest::newRow("not ascii") << QByteArray("a\351b") << int(TextEncoding::Ascii) << u"a\uFFFDb"_s;
        QTest::newRow("cp932") << QByteArray("a\377\202\240b") << int(TextEncoding::Cp932) << u"a\uFFFDあb"_s;
        QTest::newRow("cp932, cut") << QByteArray("a\202") << int(TextEncoding::Cp932) << u"a\uFFFD"_s;
        QTest::newRow("euc-jp") << QByteArray("a\377\244\242b") << int(TextEncoding::EucJp)
                                << u"a\uFFFDあb"_s;
        QTest::newRow("utf-8, cut") << QByteArray("a\343\201") << int(TextEncoding::Utf8)
                                    << u"a\uFFFD\uFFFD"_s;
        QTest::newRow("a byte order mark that is none")
            << QByteArray("\357\273\277a") << int(TextEncoding::Utf8) << u"\uFEFFa"_s;
    }
    void bytesThatCannotBeReadAreShownNotDropped()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, encoding);
        QTEST(decodeText(bytes, TextEncoding(encoding)), "text");
    }

    void theSampleFilesAreTold_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("utf8-lf") << u"utf-8"_s;
        QTest::newRow("utf8-bom-crlf") << u"utf-8-bom"_s;
        QTest::newRow("cp932-crlf") << u"cp932"_s;
        QTest::newRow("cp932-cr") << u"cp932"_s;
        QTest::newRow("eucjp-lf") << u"euc-jp"_s;
    }
    void theSampleFilesAreTold()
    {
        const auto read = [](const QString& name) {
            QFile file(QStringLiteral(TESTS_DIR "/data/configs/encodings/") + name + u".def"_s);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray bytes = read(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!bytes.isEmpty());
        const TextEncoding encoding = detectEncoding(bytes);
        QTEST(encodingCode(encoding), "code");
        QString text = decodeText(bytes, encoding);
        text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
        QCOMPARE(text, QString::fromUtf8(read(u"utf8-lf"_s)));
    }

    void aLargeFileOfShortLinesIsToldQuickly()
    {
        const QByteArray bytes = QByteArray("\202\240\n").repeated(350'000);
        QCOMPARE(encodingCode(detectEncoding(bytes)), u"cp932"_s);
    }
};

QTEST_GUILESS_MAIN(TestTextEncoding)
#include "tst_textencoding.moc"
