#pragma once

#include "core/base/Result.h"
#include "core/report/Document.h"

class QPrinter;

namespace ruw {

/// Prepares a printer for our papers: A4, no margins of its own (the pages have theirs). Before the print
/// dialog.
void preparePrinter(QPrinter& printer, const Document& document);

/// Prints a document through PagePainter, each page in its own orientation and at its true size; on other
/// paper than A4 it is scaled to fit. Heeds the printer's page range and order. Touches no widget: may run on
/// a worker thread. Errors: font-missing (a Japanese document on a machine without a Japanese font),
/// print-failed.
Status printDocument(const Document& document, QPrinter& printer);

} // namespace ruw
