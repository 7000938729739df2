#pragma once

#include "core/rehearsal/Rehearsal.h"

#include <vector>

namespace explore {

/// A program with a mistake, as nobody would hand it out: a plan that is wrong, or a run that deceives itself.
struct Mutation {
    const char* name;
    const char* rule; ///< that is broken by it, in some run; or what becomes of mail
    ruw::ProcedureKind kind;
    const char* dataSync = "ON";
    std::function<void(ruw::Procedure&)> plan = {};
    std::function<ruw::RehearsalSeams(const ruw::SiteFacts&)> seams = {};
    const char* fault = ""; ///< without this one nothing shows
    int slaves = 1;
    /// The fault comes when somebody has gone back from here, has thought better of it after the first step that was undone,
    /// and has gone on; empty: whenever it comes.
    const char* backFrom = "";
};
const std::vector<Mutation>& mutations();

/// The program with the mistake, on its site.
ruw::Rehearsal mutated(const Mutation& mutation);
/// The same without the mistake; none where the program refuses the procedure.
std::optional<ruw::Rehearsal> sound(const Mutation& mutation);

} // namespace explore
