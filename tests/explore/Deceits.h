#pragma once

#include "core/rehearsal/Rehearsal.h"

/// Runs that deceive themselves: what stands between the run and the nodes, its journal or the person, as a mistake in the
/// program would have it.
namespace explore::deceits {

/// A service is stopped when the command that stops it has ended with 0, and runs when the one that starts it has.
ruw::RehearsalSeams trustsExitStatus();
/// The same on the master alone.
ruw::RehearsalSeams trustsTheMasters();
/// Once the block is on, no port is asked any more.
ruw::RehearsalSeams asksNoPorts();
/// What lies on the node is of the installer run that is asked about, whichever it is of.
ruw::RehearsalSeams mistakesAttempts();
/// The config is what it was, whatever it is.
ruw::RehearsalSeams ignoresDrift();
/// Whatever the way back to the old version did (the command wayBackScript()), from then on the node has it.
ruw::RehearsalSeams wayBackIsBelieved();
QString wayBackScript();
/// What a command prints is kept as it is.
ruw::RehearsalSeams keepsSecrets();
/// Each record reaches the disk when the next one comes: after the action.
ruw::RehearsalSeams journalIsLate();
/// Nobody is asked before an action.
ruw::RehearsalSeams confirmsItself();
/// What a command prints is told as it is, whatever the journal says of it.
ruw::RehearsalSeams tellsSecrets();

} // namespace explore::deceits
