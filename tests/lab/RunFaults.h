#pragma once

#include "LabRun.h"

/// Rows of tst_runlab (see RunRows.h) in which a host does something amiss.
namespace runrows {

using Doing = std::function<bool(LabSite&)>; ///< false: it could not be done

/// Whether the script ended well.
bool did(const LabSite::Ran& ran);

/// Something goes wrong, the run is held, somebody mends it, and the run goes on.
struct Fault {
    LabRun::Spec spec;
    const char *kind = "", *step = ""; ///< the record at which it happens; empty: from the beginning
    Doing happens = {};
    QByteArray stopsAt; ///< what the run says where it stops
    Doing mended = {};
    QByteArray remedy = "look"; ///< what is answered first
    int status = 0;             ///< of the end
    const char* saidOnly = "";  ///< a step by hand of which he says that it is done, and it is not
};
QStringList faultAndMended(const Fault& fault);

/// The site's own command takes its time after it took effect; meanwhile the node is cut off: at the record of that kind about
/// that step, once the script `tookEffect` ends well on mf2. `stops`: how often the run may stop and ask.
QStringList cutOff(LabRun::Spec spec, const char* kind, const char* step, const QByteArray& tookEffect,
                   int stops);
/// An installer reboots mf2; the operator waits for the machine before he looks again.
QStringList rebootedByInstaller(const LabRun::Spec& spec);

} // namespace runrows
