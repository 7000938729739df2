#pragma once

#include "core/rehearsal/Rehearsal.h"

#include <QMap>

#include <vector>

namespace explore {

/// A site with a procedure that is played on it.
struct Scene {
    QString name; ///< "block-sync-ports 1+1 ON linux 5.20R01-5.60R01"
    std::shared_ptr<const ruw::Rehearsal> rehearsal;
    int slaves = 1;
    bool smallest = false; ///< one slave, on the first border
};

struct SceneList {
    std::vector<Scene> scenes;
    int refused = 0; ///< sites on which a procedure is refused
};
/// Every procedure on {1+1, 1+2, 1+3} x data sync ON, OFF x the four version borders x Linux, Windows, mixed; on the first
/// border and up to two slaves also with installers that are run by hand on nodes reached by SSH. `quick`: one border, small
/// sites, no Windows alone. `only`: those whose name holds it.
SceneList makeScenes(bool quick, const QString& only);
/// Sites of up to 15 slaves for random runs. `quick`: a few of them.
SceneList makeLargeScenes(bool quick, const QString& only);

/// Every fault that fits, at every step.
std::vector<ruw::Fault> singleFaults(const Scene& scene);
std::vector<ruw::Fault> faultsAt(const Scene& scene, const ruw::Step& step);

} // namespace explore
