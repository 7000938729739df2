#pragma once

#include "core/report/Document.h"
#include "core/site/Site.h"

#include <QMap>

namespace ruw {

/// Short names of servers for paper. Long names that begin or end alike are printed without what they share, so that a step
/// that names them all still stands on one page; the full names stand in the table of the servers, and in every command.
struct PaperNames {
    QMap<QString, QString> shortOf; ///< by full name; empty: all names are printed in full
    QString beginning, ending;      ///< what is left out

    static PaperNames of(const Site& site);
    bool inUse() const { return !shortOf.isEmpty(); }
    /// Says what is left out.
    Text note() const;
    /// The text with the short names. What only holds a name (an address of the web, another host's name) stays.
    QString applied(QString text) const;
    /// The same for all that the document says, but not for its commands and not for the block at `kept` of the body.
    void applyTo(Document& document, qsizetype kept) const;
};

} // namespace ruw
