#pragma once

#include "LabRun.h"

/// Rows of tst_runlab (see RunRows.h) that the operator's answers decide.
namespace runrows {

/// The installer of mf3 fails half-way, and he leaves mf3 out.
QStringList leftOut();
/// A step of mf2 before the installers does not show its result, and he goes back.
QStringList goneBack();
/// A firewall of the site's own has always kept two slaves apart: between them no block can be proved.
QStringList slavesApart();
/// What stands behind "Shown when" of the work: nobody looks, nobody thinks, and nothing is lost.
QStringList pipeOfYes();
/// Yes to everything, and nobody does what he is asked to do by hand: what this machine sees speaks against it.
QStringList wordsWithoutDeeds();

} // namespace runrows
