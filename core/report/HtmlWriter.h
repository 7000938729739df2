#pragma once

#include "core/report/Document.h"

#include <QByteArray>

namespace ruw {

/// The document as one self-contained HTML file (UTF-8): no script, nothing loaded from elsewhere, everything
/// escaped. A click selects a whole command; it prints on A4 as well.
QByteArray htmlBytes(const Document& document);

} // namespace ruw
