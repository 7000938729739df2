#pragma once

#include <QByteArray>
#include <QString>

namespace ruw {

/// Japanese encodings of before Unicode. Qt 6 without ICU can't decode them, so iconv(3) does; only here.
enum class LegacyCharset { Cp932, EucJp };

struct Decoded {
    QString text;      ///< each byte that can't be read stands as U+FFFD
    bool valid = true; ///< every byte could be read
};

Decoded decodeLegacy(const QByteArray& bytes, LegacyCharset charset);

} // namespace ruw
