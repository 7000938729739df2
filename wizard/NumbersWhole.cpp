#include "wizard/NumbersWhole.h"

#include <QClipboard>
#include <QGuiApplication>
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
    static const QRegularExpression range(u"(?<=\\d)\u2013(?=\\d)"_s);
    QString out = text;
    out.replace(range, u"\u2060\u2013\u2060"_s);
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

QString withWordsWhole(const QString& text)
{
    // The end of a polite verb and the letter before it, and words from abroad: both are parted where a reader stumbles.
    static const QRegularExpression end(u"(?<=[\\p{Han}\\p{Hiragana}\\p{Katakana}])(?=\\p{Hiragana}{1,5}\u3002)"_s);
    static const QRegularExpression foreign(u"(?<=[\\p{Katakana}\u30fc])(?=[\\p{Katakana}\u30fc])"_s);
    static const QRegularExpression faq(u"(?<=FAQ) (?=\\d)"_s);
    return QString(text).replace(end, QString(joiner)).replace(foreign, QString(joiner)).replace(faq, noBreak);
}

QString asTyped(const QString& text)
{
    QString out = text;
    return out.remove(joiner).replace(noBreak, u' ');
}

void keepCopiesAsTyped(QObject* holder)
{
    QClipboard* clipboard = QGuiApplication::clipboard();
    QObject::connect(clipboard, &QClipboard::changed, holder, [clipboard](QClipboard::Mode mode) {
        // What another program has copied is its own; without a screen there is none, and nobody tells whose it is.
        const bool alone = QGuiApplication::platformName() == u"offscreen"_s;
        const bool ours = alone || (mode == QClipboard::Selection ? clipboard->ownsSelection() : clipboard->ownsClipboard());
        const QString text = ours ? clipboard->text(mode) : QString();
        if (text.contains(joiner))
            clipboard->setText(asTyped(text), mode);
    });
}

} // namespace ruw
