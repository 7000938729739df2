#pragma once

#include <QDateTime>

#include <optional>

namespace ruw {

/// A time as it is typed: "2026-12-05 22:00", with slashes, in full-width digits, with or without a leading
/// zero. Without a time zone of its own it is in `offset` seconds from UTC. None: can't be read.
std::optional<QDateTime> dateTimeFromInput(const QString& text, int offset);
/// The form that is typed and shown for editing.
QString dateTimeForInput(const QDateTime& time);

} // namespace ruw
