#pragma once

#include "core/base/Text.h"

namespace ruw {

/// A word of the field or of this program, and what it means. The window's help, the operator's guide and the tests take
/// it from here: it is explained in one place.
struct Term {
    QString id; ///< lower-case with hyphens
    Text name;
    Text meaning; ///< one to three sentences
};

/// All terms, those of the product first.
const QList<Term>& glossary();
/// Null where there is no such term.
const Term* glossaryTerm(const QString& id);

} // namespace ruw
