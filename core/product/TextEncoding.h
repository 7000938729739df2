#pragma once

#include "core/base/Text.h"

#include <QByteArray>

namespace ruw {

/// Encodings that a replica config's comments may have. Keys and values are ASCII in all of them.
enum class TextEncoding { Ascii, Utf8, Utf8Bom, Cp932, EucJp, Unknown };

QString encodingCode(TextEncoding encoding); ///< "ascii" "utf-8" "utf-8-bom" "cp932" "euc-jp" "unknown"
/// Tells the encodings apart by which of them the bytes are valid in, and by what Japanese text looks like in
/// each (the product's encoding is not documented: see product-facts, "Not known"). Unknown where nothing
/// fits, where two fit equally well, and where the lines are in different encodings.
TextEncoding detectEncoding(const QByteArray& bytes);
/// Decodes for display; bytes that are not valid are shown as U+FFFD, never dropped silently. A leading byte
/// order mark is left out where the encoding is Utf8Bom.
QString decodeText(const QByteArray& bytes, TextEncoding encoding);

} // namespace ruw
