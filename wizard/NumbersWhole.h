#pragma once

#include <QString>

class QObject;

namespace ruw {

/// The text as a window shows it where it may be broken into lines: a number stays with the word before it and with its unit
/// ("about 2 min", "planned 22:30", "No. 17"). For what is only read: the blanks that hold them together are not plain ones.
QString withNumbersWhole(const QString& text);
/// A few words that stay together whatever they are, as those in brackets; Japanese ones, too.
QString inOnePiece(const QString& text);
/// Running text as a window shows it: the last letters of a Japanese sentence stay together, and so does a word in katakana; a line
/// would else begin with nothing but the end of a verb. A FAQ stays with its number. Only for what is read there, as above.
QString withWordsWhole(const QString& text);
/// The text without what the functions above put into it.
QString asTyped(const QString& text);
/// What a person copies out of the window goes out as it was typed, as long as `holder` lives: others don't know those signs, and
/// a mail in Japanese would have question marks in their place.
void keepCopiesAsTyped(QObject* holder);

} // namespace ruw
