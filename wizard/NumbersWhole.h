#pragma once

#include <QString>

namespace ruw {

/// The text as a window shows it where it may be broken into lines: a number stays with the word before it and with its unit
/// ("about 2 min", "planned 22:30", "No. 17"). For what is only read: the blanks that hold them together are not plain ones.
QString withNumbersWhole(const QString& text);
/// A few words that stay together whatever they are, as those in brackets; Japanese ones, too.
QString inOnePiece(const QString& text);
/// Running text as a window shows it: the last letters of a Japanese sentence stay together, and so does a word in katakana; a line
/// would else begin with nothing but the end of a verb. Only for what is read there, as above; other languages stay as they are.
QString withWordsWhole(const QString& text);

} // namespace ruw
