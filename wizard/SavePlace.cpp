#include "wizard/SavePlace.h"

#include "core/base/Quote.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Without links, so that one and the same folder is known by any of its names. What does not exist yet stays as it is.
QString plainFolder(const QDir& folder)
{
    const QString plain = folder.canonicalPath();
    return plain.isEmpty() ? QDir::cleanPath(folder.absolutePath()) : plain;
}

} // namespace

bool liesIn(const QString& path, const QString& folder)
{
    if (folder.isEmpty() || path.isEmpty())
        return false;
    const QString outer = plainFolder(QDir(folder));
    const QString inner = plainFolder(QFileInfo(path).absoluteDir()) + u'/';
    return inner.startsWith(outer + u'/');
}

QString folderToSaveIn(const QString& wanted, const QString& passing)
{
    if (!wanted.isEmpty() && !liesIn(QDir(wanted).filePath(u"file"_s), passing))
        return wanted;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

Status mayBeSavedAt(const QString& path, const QString& passing)
{
    if (!liesIn(path, passing))
        return std::monostate();
    return Error{u"save-in-passing-folder"_s,
                 Text::tr("%1 lies in the rehearsal's own folder, which is deleted when the rehearsal is left.")
                     .arg(shownSafely(QDir::toNativeSeparators(path))),
                 Text::tr("Nothing was saved."),
                 Text::tr("Choose another folder, such as your documents."),
                 {}};
}

} // namespace ruw
