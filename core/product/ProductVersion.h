#pragma once

#include "core/base/Result.h"

#include <QString>

#include <compare>
#include <optional>

namespace ruw {

/// A product version as the vendor writes it: `Ver.5.31R01` is major 5, minor 31, release 1.
/// Order: major, minor, release (FAQ 2578 uses "from Ver.5.31R01" in that sense).
struct ProductVersion {
    int major = 0;
    int minor = 0;
    int release = 0;

    /// Takes `5.31R01`, `Ver.5.31R01`, `ver 5.31 r1`, full-width forms and surrounding blanks; nothing else
    /// may stand around it. The minor number needs its two digits, as the vendor writes it: `5.5R01` could
    /// mean 5.05 or 5.50, and the ports depend on which. Error: version-unreadable.
    static Result<ProductVersion> parse(const QString& text);
    /// The first thing in a command's output that reads as a version ("m-FILTER Ver.5.31R01 build 7").
    static std::optional<ProductVersion> firstIn(const QString& output);

    /// "5.31R01"
    QString toString() const;
    /// "Ver.5.31R01", as the vendor writes it. What wraps it may cut it behind "Ver.": see below.
    QString display() const;

    friend auto operator<=>(const ProductVersion&, const ProductVersion&) = default;
};

/// A version that is kept as text ("5.31R01"), as the vendor writes it; what is none, as it stands.
QString shownVersion(const QString& text);

// "Ver." belongs on the line of its number. What is stored, hashed, copied or searched stays as it is; whoever breaks a text into
// lines keeps them together.

/// The text with an invisible joiner in each version: for a window, whose labels break it themselves.
QString withVersionsWhole(const QString& text);
/// For whoever cuts the text himself and would do so at `cut`: there, or before the "Ver." that it would part from its number.
qsizetype cutOutsideVersion(const QString& text, qsizetype cut);

} // namespace ruw
