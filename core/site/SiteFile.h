#pragma once

#include "core/base/Result.h"
#include "core/site/Site.h"

namespace ruw {

/// A site as read, with what is worth saying about the file (unknown keys: site-unknown-key, warnings).
struct SiteRead {
    Site site;
    QList<Finding> findings;
};

/// The site file of the contract: JSON, UTF-8, format 1, kind "site".
namespace SiteFile {
/// Errors: those of readWholeFile; site-not-json (with line and column), site-invalid (causes: one finding for each
/// JSON path that is wrong). Whether the site makes sense (one master, 2 to 16 nodes, ...) is PreflightChecks' to say.
Result<SiteRead> read(const QString& path);
Result<SiteRead> fromJson(const QByteArray& json, const QString& directory);
QByteArray toJson(const Site& site);
/// Written aside, then renamed.
Status write(const QString& path, const Site& site);
} // namespace SiteFile

} // namespace ruw
