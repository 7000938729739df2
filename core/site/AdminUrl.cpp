#include "core/site/AdminUrl.h"

#include "core/base/Quote.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

Result<QUrl> adminUrl(const Node& node)
{
    const QString entered = node.adminUrl.trimmed();
    if (entered.isEmpty()) {
        return Error{u"admin-url-missing"_s,
                     Text::tr("No admin screen is entered for %1.").arg(shownSafely(node.name)),
                     Text::tr("It was not opened."),
                     Text::tr("Open it in a browser yourself."),
                     {}};
    }
    // What is opened is what is shown: only characters that a URL may hold, none that hide or turn round others.
    const bool plain = std::all_of(entered.cbegin(), entered.cend(),
                                   [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    const QUrl url(entered, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!plain || !url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty() ||
        entered.contains(u'\\')) {
        return Error{u"admin-url-refused"_s,
                     Text::tr("The admin screen entered for %1 is no plain http or https address: %2")
                         .arg(shownSafely(node.name))
                         .arg(shownSafely(entered)),
                     Text::tr("It was not opened."),
                     Text::tr("Correct the entry adminUrl, or open the admin screen in a browser yourself."),
                     {}};
    }
    return url;
}

} // namespace ruw
