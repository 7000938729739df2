#pragma once

#include "LabRun.h"

/// Rows of tst_runlab, one whole run each: what is not as it should be, a line each; empty: nothing. Here those of a good night;
/// the others stand in RunKills, RunFaults and RunAnswers.
namespace runrows {

/// The end of what was printed, for a complaint.
QString tail(const LabRun::Ended& ended);
/// What was seen of a row, beside that it passed.
void tell(const LabRun& run, const QString& also);

/// A good night. `mustSay`: what is printed somewhere.
QStringList wholeUpgrade(const LabRun::Spec& spec, const QByteArray& mustSay);
/// A slave that the program does not reach: its steps are the operator's, and what others see of it is seen.
QStringList upgradeWithOneByHand(const LabRun::Spec& spec);

} // namespace runrows
