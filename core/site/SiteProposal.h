#pragma once

#include "core/base/Result.h"
#include "core/product/ReplicaConfig.h"
#include "core/site/Site.h"

namespace ruw {

/// Config files that somebody dropped, read.
struct DroppedConfig {
    QString path;
    std::optional<ReplicaConfig> config; ///< none: unreadable, see findings
    QList<Finding> findings;
};

/// Reads a file as a replica config; an unreadable one gives findings with the path, never a throw.
DroppedConfig readDroppedConfig(const QString& path);

/// Proposes nodes from dropped configs: one node a file that could be read, access `files`, named after the folder or file it lay in, the
/// address from the peers that the other files name and this one does not. Everything is a proposal that the operator
/// confirms: which peer is the master is not known (product-facts), so the first file is proposed as master.
QList<Node> proposeNodes(const QList<DroppedConfig>& configs);

/// A name for a site that has none: its nodes' names, the middle ones left out where they are many.
QString proposedSiteName(const QList<Node>& nodes);

} // namespace ruw
