#pragma once

#include <QUrl>

#include <functional>

namespace ruw::browser {

/// Hands an address to the desktop's browser; false: there is none. Whoever calls has judged the address.
bool open(const QUrl& url);
/// Puts something else in the browser's place, for tests; empty: the desktop's again.
void setOpener(std::function<bool(const QUrl&)> opener);

} // namespace ruw::browser
