#pragma once

#include "core/base/Text.h"

#include <optional>

namespace ruw {

/// Where a value came from.
enum class FactSource { Detected, File, Assumed, Operator, Unknown };
QString factSourceCode(FactSource source); ///< "detected" "file" "assumed" "operator" "unknown"
Text factSourceText(FactSource source);
/// "file:line", the detail of what a file says.
Text filePlace(const QString& path, int line);

/// A value with its provenance. `siteValue`: what the site file says where that differs; the operator's entry
/// wins and both are shown.
template <typename T> struct Fact {
    std::optional<T> value;
    FactSource source = FactSource::Unknown;
    Text detail; ///< file and line, command, "default of FAQ 2578", or why it is unknown
    std::optional<T> siteValue;

    static Fact unknown(Text why)
    {
        return {std::nullopt, FactSource::Unknown, std::move(why), std::nullopt};
    }
    bool known() const { return value.has_value(); }
    /// The operator's entry where there is one, else what was found.
    std::optional<T> effective() const { return siteValue ? siteValue : value; }
    bool differs() const { return siteValue && value && *siteValue != *value; }
    friend bool operator==(const Fact&, const Fact&) = default;
};

} // namespace ruw
