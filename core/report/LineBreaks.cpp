#include "core/report/LineBreaks.h"

#include "core/product/ProductVersion.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw::page {

namespace {

/// What is read as one, with a bracket or quote that opens before it. The longer form of two stands first.
const QRegularExpression& units()
{
    static const QString date = u"\\d{4}-\\d\\d-\\d\\d|\\d{4}年\\d{1,2}月\\d{1,2}日"_s,
                         time = u"(?<![\\d.])\\d{1,2}:\\d\\d(?::\\d\\d)?(?!\\d)"_s;
    static const QRegularExpression one(u"（[^（）]{1,10}）"
                                        "|[(\\[\"“（「]?(?:(?:%1)(?: %2)?"
                                        "|%2"
                                        "|\\bNo\\.? ?\\d+(?:-\\d+)?"
                                        "|\\bFAQ ?\\d+(?:-\\w+)?"
                                        "|\\d+ h \\d\\d min|\\d+ ?時間 ?\\d\\d ?分"
                                        "|\\d[\\d.,]* ?(?:min|s|h|bytes|[KMGT]iB|バイト|ファイル|分間?|秒間?|台|件|個)(?![A-Za-z])"
                                        "|回答: は\u2060?い|answer: yes\\b"
                                        ")"_s.arg(date, time));
    return one;
}

/// Behind the last blank, or the last year or month, inside of a unit that no line holds; or where it would have been cut anyway.
qsizetype insideUnit(const QString& text, qsizetype cut)
{
    constexpr QStringView ends = u" 年月";
    for (qsizetype at = cut; at > 1; --at) {
        if (ends.contains(text[at - 1]))
            return at;
    }
    return cut;
}

qsizetype outsideUnits(const QString& text, qsizetype cut)
{
    constexpr qsizetype longest = 40; // more than any of them: the rest of a long text can't matter here
    const qsizetype from = std::max<qsizetype>(0, cut - longest);
    const QString near = text.sliced(from, std::min(text.size() - from, 2 * longest));
    for (auto it = units().globalMatch(near); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const qsizetype begin = from + match.capturedStart(), end = from + match.capturedEnd();
        if (begin < cut && cut < end)
            return begin > 0 ? begin : insideUnit(text, cut);
    }
    return cut;
}

/// An address of the web is parted behind a mark of its path only; where there is none before the cut, it goes to the next line.
qsizetype outsideAddress(const QString& text, qsizetype cut)
{
    if (!text.contains("://"_L1))
        return cut;
    static const QRegularExpression address(u"[(\\[\"“（「]?(https?://)[^\\s()<>\"”\\x{2E80}-\\x{FFEF}]+"_s);
    constexpr QStringView marks = u"/?&";
    for (auto it = address.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.capturedStart() >= cut || cut >= match.capturedEnd())
            continue;
        for (qsizetype at = cut; at > match.capturedEnd(1); --at) {
            if (marks.contains(text[at - 1]))
                return at;
        }
        return match.capturedStart() > 0 ? match.capturedStart() : cut;
    }
    return cut;
}

/// A letter or digit of a path, a key or an address; Japanese is cut anywhere.
bool isOfWord(QChar c)
{
    constexpr char16_t firstOfEastAsia = 0x2E80;
    return c.unicode() < firstOfEastAsia && !c.isSpace();
}

/// Behind the last mark of the word that is cut; where it has none, as it was.
qsizetype behindMark(const QString& text, qsizetype cut)
{
    constexpr QStringView marks = u"/\\._-:=,;?&";
    if (!isOfWord(text[cut - 1]) || !isOfWord(text[cut]) || marks.contains(text[cut - 1]))
        return cut;
    for (qsizetype at = cut - 1; at > 0 && isOfWord(text[at - 1]); --at) {
        if (marks.contains(text[at - 1]))
            return at;
    }
    return cut;
}

} // namespace

qsizetype lineEnd(const QString& text, qsizetype fitting)
{
    if (fitting <= 0 || fitting >= text.size())
        return fitting;
    return behindMark(text, outsideAddress(text, outsideUnits(text, cutOutsideVersion(text, fitting))));
}

} // namespace ruw::page
