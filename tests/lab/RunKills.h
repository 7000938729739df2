#pragma once

#include "LabRun.h"

/// Rows of tst_runlab (see RunRows.h) in which the program is killed and resumed.
namespace runrows {

/// When the program is killed: at the next record of this kind that is about this step, or about one behind it.
struct Moment {
    const char* kind = "";
    QString step;
};

/// With no moments: ten of them, spread over the whole run.
QStringList killedAndResumed(const LabRun::Spec& spec, QList<Moment> moments);
/// The first installer run fails; the program is killed when the journal says that the second one was started. Whether its script
/// has reached the node is chance: what the first one left there is not its result.
QStringList killedBeforeTheSecondInstaller();

} // namespace runrows
