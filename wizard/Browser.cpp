#include "wizard/Browser.h"

#include <QDesktopServices>

namespace ruw::browser {

namespace {

std::function<bool(const QUrl&)>& opener()
{
    static std::function<bool(const QUrl&)> one;
    return one;
}

} // namespace

bool open(const QUrl& url)
{
    return opener() ? opener()(url) : QDesktopServices::openUrl(url);
}

void setOpener(std::function<bool(const QUrl&)> other)
{
    opener() = std::move(other);
}

} // namespace ruw::browser
