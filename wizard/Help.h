#pragma once

#include "core/base/Text.h"
#include "wizard/Page.h"

#include <QStringList>

class QWidget;

namespace ruw::help {

/// A part of a page and the terms (ids of the glossary) that explain it.
struct Explained {
    PageId page;
    QString widget; ///< object name
    QStringList terms;
    bool tip = false; ///< small enough for a tool tip; on what holds much, one would be in the way
};

/// Which part of which page is explained by which terms: the one place where help is tied to the window.
const QList<Explained>& explained();
/// The terms of a page, each once, in the order of its parts.
QStringList termsOf(PageId page);

/// What the terms mean, for a tool tip or What's This (rich text).
QString textOf(const QStringList& terms, Language language);
/// Lets a widget explain the terms by What's This (Shift+F1) and to a screen reader; `tip`: by tool tip as well, where it
/// has none of its own.
void explain(QWidget& widget, const QStringList& terms, Language language, bool tip);
/// The same for every part of the page; and the page itself explains all of its terms, so that Shift+F1 helps wherever the
/// keyboard is. Call it again when parts were made anew or the language changed.
void explainPage(QWidget& page, PageId id, Language language);

} // namespace ruw::help
