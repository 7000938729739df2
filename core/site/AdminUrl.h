#pragma once

#include "core/base/Result.h"
#include "core/site/Site.h"

#include <QUrl>

namespace ruw {

/// The node's admin screen as an address that may be handed to a browser: http or https with a host, no user or password,
/// nothing that can't be seen. Errors: admin-url-missing, admin-url-refused.
Result<QUrl> adminUrl(const Node& node);

} // namespace ruw
