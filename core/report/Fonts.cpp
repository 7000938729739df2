#include "core/report/Fonts.h"

#include "core/report/Document.h"

#include <QFontDatabase>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct FontChoice {
    const char16_t* body;
    const char16_t* monospace;
    bool searchable; ///< no kanji shares its glyph with a radical code point (looked at with fonttools)
};

/// Best first. With the fonts that are not searchable a PDF's text layer gets U+2F8F for 行: they print well,
/// but a search fails.
constexpr std::array<FontChoice, 6> japaneseFonts = {{
    {u"BIZ UDPGothic", u"BIZ UDGothic", true},
    {u"VL PGothic", u"VL Gothic", true},
    {u"TakaoPGothic", u"TakaoGothic", true},
    {u"IPAPGothic", u"IPAGothic", true},
    {u"Noto Sans CJK JP", u"Noto Sans Mono CJK JP", false},
    {u"IPAexGothic", u"IPAexGothic", false},
}};

QFont font(const QString& family, bool monospace)
{
    QFont result(family);
    // Paper is measured far finer than a screen: hinted advances would pull letters apart.
    result.setHintingPreference(QFont::PreferNoHinting);
    // A letter spacing, however small, switches ligatures off: "fl" as one glyph makes "flow" unfindable in a PDF.
    result.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    if (monospace) {
        result.setFixedPitch(true);
        result.setKerning(false);
        result.setStyleHint(QFont::Monospace);
    }
    return result;
}

} // namespace

Result<Fonts> Fonts::forLanguage(Language language)
{
    const QStringList families = QFontDatabase::families();
    const auto found = [&families](const QString& family) {
        return families.contains(family) && QFontDatabase::isSmoothlyScalable(family);
    };
    for (const FontChoice& choice : japaneseFonts) {
        const QString body = QString::fromUtf16(choice.body);
        const QString monospace = QString::fromUtf16(choice.monospace);
        if (found(body)) // a font without its monospace sister still has half-width ASCII letters
            return Fonts{font(body, false), font(found(monospace) ? monospace : body, true),
                         choice.searchable};
    }
    if (language == Language::Japanese) {
        return Error{u"font-missing"_s,
                     Text::tr("This machine has no Japanese font."),
                     Text::tr("Nothing was written: the document would show boxes in place of its text."),
                     Text::tr("Install the package %1 and try again.").arg(u"fonts-morisawa-bizud-gothic"_s),
                     {}};
    }
    const QString body = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    const QString monospace = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    return Fonts{font(body, false), font(monospace, true), true};
}

Result<Fonts> Fonts::forDocument(const Document& document)
{
    return forLanguage(needsJapanese(document) ? Language::Japanese : Language::English);
}

} // namespace ruw
