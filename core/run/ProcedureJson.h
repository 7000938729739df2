#pragma once

#include "core/plan/Procedure.h"

namespace ruw {

/// A procedure without loss, texts in no particular language: what the journal's first record keeps, so that
/// the run can be told in either language later. (Procedure::toJson() is the contract's view of it, in one
/// language.)
QJsonObject storedProcedure(const Procedure& procedure);
/// None where it is not what storedProcedure() wrote.
std::optional<Procedure> procedureFromStored(const QJsonObject& json);

} // namespace ruw
