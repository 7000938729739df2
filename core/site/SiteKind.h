#pragma once

namespace ruw {

/// What stands behind the ways to a site's nodes. The ways themselves say it (SiteAccess::kind()), the journal keeps it, and
/// a run is only carried out where both agree: so no rehearsal touches a server, and no work passes for a rehearsal.
enum class SiteKind { Real, Simulated };

} // namespace ruw
