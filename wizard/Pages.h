#pragma once

#include "wizard/Page.h"

namespace ruw {

/// Where every page's class is known; the frame knows two of them besides, which begin and leave a rehearsal.
Page* makePage(PageId id, Session& session, QWidget* parent);

/// Stable name of a page: "start", "site", ... Its object name is that with "Page" behind it.
QString pageCode(PageId id);

} // namespace ruw
