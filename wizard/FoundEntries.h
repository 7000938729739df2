#pragma once

#include "core/survey/SiteFacts.h"

namespace ruw {

/// An entry that the site lacks and the survey found. Nothing that somebody entered is ever replaced.
struct FoundEntry {
    QString node; ///< empty: of the site
    Text name;
    QString value;
};

/// The site with every such entry filled in: install directory, version installed, addresses that the peers' configs
/// name for a node and that the node really has.
struct FoundEntries {
    QList<FoundEntry> entries;
    Site site;

    static FoundEntries from(const SiteFacts& facts);
};

} // namespace ruw
