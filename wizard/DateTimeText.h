#pragma once

#include <QDateTime>

#include <optional>

namespace ruw {

/// A time as it is typed: "2026-12-05 22:00", with slashes, in full-width digits, with or without a leading
/// zero. Without a time zone of its own it is in `offset` seconds from UTC; none: as this machine has it at that moment.
/// None is given where it can't be read.
std::optional<QDateTime> dateTimeFromInput(const QString& text, std::optional<int> offset);
/// The form that is typed and shown for editing.
QString dateTimeForInput(const QDateTime& time);

} // namespace ruw
