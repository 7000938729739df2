#pragma once

#include "core/base/Result.h"

#include <QFont>

namespace ruw {

struct Document;

/// The fonts of paper and window. Chosen so that the PDF's text can be searched: a font whose kanji share
/// glyphs with radical code points (Noto CJK, IPAex) gives text that a search for 「行う」 does not find, so
/// BIZ UDGothic and VL Gothic come first.
struct Fonts {
    QFont body;             ///< proportional
    QFont monospace;        ///< for commands and paths, with Japanese
    bool searchable = true; ///< false: the only Japanese font here has that fault
    /// Error font-missing where the machine has no Japanese font and the language is Japanese.
    static Result<Fonts> forLanguage(Language language);
    /// Those of a paper, by all that stands on it: a Japanese name may stand on an English one.
    static Result<Fonts> forDocument(const Document& document);
};

} // namespace ruw
