#pragma once

#include "core/report/Document.h"

#include <QByteArray>

namespace ruw {

/// The document as a PDF with embedded fonts. The caller has checked that a font is there.
QByteArray pdfBytes(const Document& document);

} // namespace ruw
