#pragma once

#include "core/base/Result.h"
#include "core/site/Site.h"

#include <memory>

class QLockFile;

namespace ruw {

/// Keeps a second real run of the same site on this machine away, whatever journal it writes. The site is the set of its nodes'
/// addresses: a copied or renamed site file is the same site. It lies among the user's own data ($XDG_DATA_HOME), where a lock
/// that a killed run left can be taken over; in a place for all users it would stand in the way of whoever may not remove it.
class SiteLock {
public:
    /// `journal`: what whoever is kept away is told of. Errors: site-locked (says who holds it), site-lock-unwritable.
    static Result<std::unique_ptr<SiteLock>> take(const Site& site, const QString& journal);
    ~SiteLock();
    SiteLock(const SiteLock&) = delete;
    SiteLock& operator=(const SiteLock&) = delete;

private:
    SiteLock(std::unique_ptr<QLockFile> lock, QString note);

    std::unique_ptr<QLockFile> m_lock;
    QString m_note; ///< file beside it that names the journal
};

} // namespace ruw
