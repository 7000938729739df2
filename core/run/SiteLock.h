#pragma once

#include "core/base/Result.h"
#include "core/site/Site.h"

#include <memory>
#include <vector>

class QLockFile;

namespace ruw {

/// Keeps a second real run that works on any of the same nodes on this machine away, whatever journal it writes. A node is its
/// address: a copied, renamed or shortened site file makes no difference. It lies among the user's own data ($XDG_DATA_HOME), where a lock
/// that a killed run left can be taken over; in a place for all users it would stand in the way of whoever may not remove it.
class SiteLock {
public:
    /// `journal`: what whoever is kept away is told of. Errors: site-locked (says who holds it), site-lock-unwritable.
    static Result<std::unique_ptr<SiteLock>> take(const Site& site, const QString& journal);
    ~SiteLock();
    SiteLock(const SiteLock&) = delete;
    SiteLock& operator=(const SiteLock&) = delete;

private:
    struct Held {
        std::unique_ptr<QLockFile> lock;
        QString note; ///< file beside it that names the journal
    };
    SiteLock();

    std::vector<Held> m_held;
};

} // namespace ruw
