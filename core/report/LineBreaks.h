#pragma once

#include <QString>

namespace ruw::page {

/// Where a line that holds `text` ends when at most `fitting` characters find room on it: there, or a little before it, so that
/// nothing is parted that is read as one (a version, "No 12", "FAQ 2578-1", a date with its time, a short word in Japanese
/// brackets), an address of the web is cut behind "/", "?" or "&" only, and a path or a key that no line holds behind one of its
/// marks. The text itself stays as it is, for whoever copies or searches. Never 0 where
/// `fitting` is not.
qsizetype lineEnd(const QString& text, qsizetype fitting);

} // namespace ruw::page
