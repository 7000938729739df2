#pragma once

#include "wizard/Page.h"

namespace ruw {

/// The one place that knows every page's class.
Page* makePage(PageId id, Session& session, QWidget* parent);

/// Stable name of a page: "start", "site", ... Its object name is that with "Page" behind it.
QString pageCode(PageId id);

} // namespace ruw
