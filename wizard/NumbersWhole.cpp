#include "wizard/NumbersWhole.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr QChar noBreak(0x00a0), joiner(0x2060);

/// Whether a line may end after it whatever follows: so it is with the letters of East Asia.
bool isBreakable(QChar letter)
{
    constexpr char16_t firstOfEastAsia = 0x2e80;
    return letter.unicode() >= firstOfEastAsia;
}

} // namespace

QString withNumbersWhole(const QString& text)
{
    static const QRegularExpression before(u"(?<=[\\p{L}.]) (?=\\d)"_s);
    static const QRegularExpression unit(u"(?<=\\d) (?=(?:h|min|s|B|KiB|MiB|GiB|left|of|時間|分|秒|件|日)(?![A-Za-z]))"_s);
    // Japanese may be broken between any two letters: the last two before a number are a word as a rule.
    static const QRegularExpression word(u"(?<=[\\p{Han}\\p{Hiragana}])(?=[\\p{Han}\\p{Hiragana}]\\x{a0}\\d)"_s);
    QString out = text;
    return out.replace(before, noBreak).replace(unit, noBreak).replace(word, QString(joiner));
}

QString inOnePiece(const QString& text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool inside = i > 0 && !text[i - 1].isHighSurrogate();
        if (inside && (isBreakable(text[i - 1]) || isBreakable(text[i])))
            out += joiner;
        out += text[i] == u' ' ? noBreak : text[i];
    }
    return out;
}

QString withEndWhole(const QString& text)
{
    // The end of a polite verb: up to three letters before the full stop, none of them parted from the one before it.
    static const QRegularExpression end(u"(?<=[\\p{Han}\\p{Hiragana}\\p{Katakana}])(?=[\\p{Han}\\p{Hiragana}\\p{Katakana}]{1,2}\u3002)"_s);
    return QString(text).replace(end, QString(joiner));
}

} // namespace ruw
