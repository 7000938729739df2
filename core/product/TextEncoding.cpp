#include "core/product/TextEncoding.h"

#include "core/product/LegacyDecoder.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr auto utf8Bom = "\xEF\xBB\xBF";

QString decodeAscii(const QByteArray& bytes)
{
    QString out;
    out.reserve(bytes.size());
    for (const char c : bytes)
        out += uchar(c) < 0x80 ? QChar(char16_t(c)) : QChar(QChar::ReplacementCharacter);
    return out;
}

Decoded decodeUtf8(const QByteArray& bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (bytes.startsWith(utf8Bom)) // fromUtf8() takes it away
        text.prepend(QChar(QChar::ByteOrderMark));
    const bool valid = text.toUtf8() == bytes;
    return {text, valid};
}

Decoded decodeIn(const QByteArray& bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Cp932:
        return decodeLegacy(bytes, LegacyCharset::Cp932);
    case TextEncoding::EucJp:
        return decodeLegacy(bytes, LegacyCharset::EucJp);
    case TextEncoding::Utf8:
    case TextEncoding::Utf8Bom:
        return decodeUtf8(bytes);
    case TextEncoding::Ascii:
    case TextEncoding::Unknown:
        break;
    }
    return {decodeAscii(bytes), true};
}

// How surprising a character is in a Japanese comment, in bits. The same bytes read in the wrong encoding
// give rare kanji and loose half-width katakana, so the right reading is the least surprising one.
constexpr double kanaBits = 3;
constexpr double punctuationBits = 5;
constexpr double commonKanjiBits = 6.5;
constexpr double fullWidthBits = 7;
constexpr double halfKanaBits = 5;
constexpr double looseHalfKanaBits = 9;
constexpr double firstLevelKanjiBits = 12;
constexpr double rareBits = 15;

// A reading whose characters are this surprising on average is no reading.
constexpr double plausibleBits = 12.5;
// Readings nearer to each other than this can't be told apart.
constexpr double marginBits = 2;
// A line that reads so much better in another encoding than in the file's was written in that other one.
constexpr double mixedBits = 10;

/// Kanji that comments in settings of servers are made of.
const QSet<QChar>& commonKanji()
{
    static const QSet<QChar> set = [] {
        const QString kanji =
            u"設定同期有効無変更追加削除必要場合使用利環境本番開発検証号通信接続待受管理版日月年時分秒機器構"
            u"成主副"
            u"台目予備系冗長切替停止起動再保存留送受信元先宛名前後上下左右中大小新旧初最終次回値数字行列表示"
            u"非全部"
            u"各種別個共通固標準既例外注意確認担当者作業報告書記載入出力読込取得登録解除許可拒否禁制限遮断開"
            u"始了完"
            u"所社内向側間当自動手動運用監視障害対応移複製隔離転配流量容超過不足以未満可能性点検査修正理由暫"
            u"仮暫拡張"
            u"東京都阪名古屋支店営業部課係組織客様稼働時刻年度末週曜土金水木火方法順番高低速度安全性東西南北"
            u"海道"
            u"電話子文章件題添付圧縮暗復鍵証明破棄済参照考慮対象項目的現在昨今明朝昼夜夕昇降階層経路線網域国語漢髙﨑失敗略範囲継仮想実施滞阻遅延"_s;
        QSet<QChar> out(kanji.begin(), kanji.end());
        return out;
    }();
    return set;
}

/// JIS level 1 (rows 16 to 47): the kanji of daily use.
const QSet<QChar>& firstLevelKanji()
{
    static const QSet<QChar> set = [] {
        QByteArray euc;
        for (int row = 16; row <= 47; ++row) {
            const int lastCell = row == 47 ? 51 : 94;
            for (int cell = 1; cell <= lastCell; ++cell)
                euc.append(char(0xA0 + row)).append(char(0xA0 + cell));
        }
        const QString text = decodeLegacy(euc, LegacyCharset::EucJp).text;
        return QSet<QChar>(text.begin(), text.end());
    }();
    return set;
}

bool isHalfKana(char16_t u)
{
    return u >= 0xFF61 && u <= 0xFF9F;
}

/// Half-width katakana follow rules of their own: sound marks only behind letters that take them, no small
/// letter or long-vowel mark at the start.
double halfKanaCost(char16_t u, char16_t before, char16_t after)
{
    const bool takesVoiced =
        before == 0xFF73 || (before >= 0xFF76 && before <= 0xFF84) || (before >= 0xFF8A && before <= 0xFF8E);
    const bool takesHalfVoiced = before >= 0xFF8A && before <= 0xFF8E;
    if (u == 0xFF9E)
        return takesVoiced ? kanaBits : firstLevelKanjiBits;
    if (u == 0xFF9F)
        return takesHalfVoiced ? kanaBits : firstLevelKanjiBits;
    if (u <= 0xFF65) // punctuation
        return looseHalfKanaBits;
    const bool dependent = u >= 0xFF67 && u <= 0xFF70;
    if (dependent && !isHalfKana(before))
        return firstLevelKanjiBits;
    return isHalfKana(before) || isHalfKana(after) ? halfKanaBits : looseHalfKanaBits;
}

bool isAsciiLetter(char16_t u)
{
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z');
}

double characterCost(char16_t u, char16_t before, char16_t after)
{
    if (u < 0x80)
        return 0;
    if (u < 0x250) // accented letters belong to words
        return isAsciiLetter(before) || isAsciiLetter(after) ? halfKanaBits : firstLevelKanjiBits;
    if (isHalfKana(u))
        return halfKanaCost(u, before, after);
    if ((u >= 0x3041 && u <= 0x3096) || (u >= 0x30A1 && u <= 0x30FC))
        return kanaBits;
    if ((u >= 0x2010 && u <= 0x203B) || (u >= 0x2190 && u <= 0x2193) || (u >= 0x2500 && u <= 0x25CF) ||
        (u >= 0x3000 && u <= 0x301F))
        return punctuationBits;
    const bool isMark =
        (u >= 0x2100 && u <= 0x2188) || (u >= 0x2460 && u <= 0x2473) || (u >= 0x3220 && u <= 0x33FF);
    if (isMark ||
        (u >= 0xFF01 && u <= 0xFF5E)) // numbers in circles, roman numerals, abbreviations in one cell
        return fullWidthBits;
    const QChar c(u);
    if (commonKanji().contains(c))
        return commonKanjiBits;
    return firstLevelKanji().contains(c) ? firstLevelKanjiBits : rareBits;
}

struct Reading {
    double bits = 0;
    int characters = 0; ///< outside ASCII
};

/// Reads one line in one encoding; nothing where it is not valid in it.
std::optional<Reading> readingOf(const QByteArray& line, TextEncoding encoding)
{
    const Decoded decoded = decodeIn(line, encoding);
    if (!decoded.valid)
        return std::nullopt;
    Reading reading;
    const QString& text = decoded.text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t u = text[i].unicode();
        if (u < 0x80)
            continue;
        if (u < 0xA0) // C1 controls: iconv lets them through, nobody writes them
            return std::nullopt;
        const char16_t before = i > 0 ? text[i - 1].unicode() : u'\0';
        const char16_t after = i + 1 < text.size() ? text[i + 1].unicode() : u'\0';
        reading.bits += characterCost(u, before, after);
        ++reading.characters;
    }
    return reading;
}

bool isAscii(const QByteArray& bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) < 0x80; });
}

QList<QByteArray> linesBeyondAscii(const QByteArray& bytes)
{
    // No trail byte of these encodings is a line end, so lines may be told apart before the encoding is
    // known.
    QByteArray unified = bytes;
    unified.replace('\r', '\n');
    QList<QByteArray> lines = unified.split('\n');
    lines.removeIf(isAscii);
    return lines;
}

TextEncoding detectBeyondAscii(const QByteArray& bytes)
{
    constexpr std::array candidates = {TextEncoding::Utf8, TextEncoding::Cp932, TextEncoding::EucJp};
    constexpr double impossible = std::numeric_limits<double>::infinity();
    std::array<double, candidates.size()> total = {};
    std::array<double, candidates.size()> worstLag = {}; // bits behind the best reading of a line, at most
    std::array<int, candidates.size()> characters = {};
    for (const QByteArray& line : linesBeyondAscii(bytes)) {
        std::array<double, candidates.size()> bits;
        for (size_t i = 0; i < candidates.size(); ++i) {
            const auto reading = readingOf(line, candidates[i]);
            bits[i] = reading ? reading->bits : impossible;
            characters[i] += reading ? reading->characters : 0;
            total[i] += bits[i];
        }
        const double best = *std::min_element(bits.begin(), bits.end());
        if (best == impossible)
            return TextEncoding::Unknown;
        for (size_t i = 0; i < candidates.size(); ++i)
            worstLag[i] = std::max(worstLag[i], bits[i] - best);
    }
    const size_t first = size_t(std::min_element(total.begin(), total.end()) - total.begin());
    if (total[first] == impossible || worstLag[first] > mixedBits)
        return TextEncoding::Unknown;
    // Valid UTF-8 beyond two-byte letters is no accident, however rare its characters are.
    if (candidates[first] != TextEncoding::Utf8 && total[first] > plausibleBits * characters[first])
        return TextEncoding::Unknown;
    for (size_t i = 0; i < candidates.size(); ++i) {
        if (i != first && total[i] - total[first] < marginBits)
            return TextEncoding::Unknown;
    }
    return candidates[first];
}

} // namespace

QString encodingCode(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Ascii:
        return u"ascii"_s;
    case TextEncoding::Utf8:
        return u"utf-8"_s;
    case TextEncoding::Utf8Bom:
        return u"utf-8-bom"_s;
    case TextEncoding::Cp932:
        return u"cp932"_s;
    case TextEncoding::EucJp:
        return u"euc-jp"_s;
    case TextEncoding::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

TextEncoding detectEncoding(const QByteArray& bytes)
{
    if (bytes.startsWith(utf8Bom))
        return decodeUtf8(bytes).valid ? TextEncoding::Utf8Bom : TextEncoding::Unknown;
    if (isAscii(bytes)) {
        // ISO-2022-JP is ASCII by its bytes, but not what an editor shows as ASCII.
        const bool shifts = bytes.contains("\x1B$") || bytes.contains("\x1B(");
        return shifts ? TextEncoding::Unknown : TextEncoding::Ascii;
    }
    return detectBeyondAscii(bytes);
}

QString decodeText(const QByteArray& bytes, TextEncoding encoding)
{
    if (encoding == TextEncoding::Utf8Bom && bytes.startsWith(utf8Bom))
        return decodeUtf8(bytes.mid(3)).text;
    return decodeIn(bytes, encoding).text;
}

} // namespace ruw
