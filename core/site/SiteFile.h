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
/// JSON path that is wrong; site-secret among them where a key or an address looks as if it held a secret, whose value
/// is never shown). Required texts that are empty are a draft: it opens, with site-entry-empty warnings. Whether the
/// site makes sense (one master, 2 to 16 nodes, ...) is PreflightChecks' to say.
Result<SiteRead> read(const QString& path);
Result<SiteRead> fromJson(const QByteArray& json, const QString& directory);
/// Keys in the contract's order, then the unknown ones; what is at its default is left out.
QByteArray toJson(const Site& site);
/// The site as it stands in a file of another folder: relative paths become absolute ones, so that they still name the
/// same files.
Site movedTo(Site site, const QString& directory);
/// Written aside, then renamed; moved to the file's folder first.
Status write(const QString& path, const Site& site);
} // namespace SiteFile

} // namespace ruw
