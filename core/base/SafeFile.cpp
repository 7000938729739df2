#include "core/base/SafeFile.h"

#include "core/base/Quote.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ruw {

Result<QByteArray> readWholeFile(const QString& path, qint64 limit)
{
    const QFileInfo info(path);
    const QString shown = shownSafely(path);
    if (!info.exists()) {
        return Error{u"file-missing"_s, Text::tr("The file %1 does not exist.").arg(shown), Text::tr("Nothing was read from it."),
                     Text::tr("Check the path, or copy the file there, and try again."), {}};
    }
    if (!info.isFile()) {
        return Error{u"file-not-regular"_s, Text::tr("%1 is not a file (a folder or a device).").arg(shown), Text::tr("Nothing was read from it."),
                     Text::tr("Name the file itself."), {}};
    }
    const auto tooLarge = [&] {
        return Error{u"file-too-large"_s,
                     Text::tr("The file %1 is larger than %2.").arg(shown).arg(Text::bytes(limit)),
                     Text::tr("It was not read."), Text::tr("Check whether this is the right file."), {}};
    };
    if (info.size() > limit)
        return tooLarge();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{u"file-unreadable"_s,
                     Text::tr("The file %1 can't be read: %2").arg(shown).arg(file.errorString()), Text::tr("Nothing was read from it."),
                     Text::tr("Check its permissions, or copy it to a place where you may read it."), {}};
    }
    // One byte more than allowed: the file may have grown since it was looked at.
    QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError) {
        return Error{u"file-unreadable"_s,
                     Text::tr("The file %1 can't be read: %2").arg(shown).arg(file.errorString()), Text::tr("Nothing was read from it."),
                     Text::tr("Check the disk or the network drive it lies on."), {}};
    }
    if (bytes.size() > limit)
        return tooLarge();
    return bytes;
}

Status writeWholeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path); // commit() flushes to disk before it renames
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{u"file-unwritable"_s,
                     Text::tr("The file %1 can't be written: %2").arg(shownSafely(path)).arg(file.errorString()),
                     Text::tr("Nothing was changed: an older file of that name is still whole."),
                     Text::tr("Choose another folder, or check permissions and free space, and try again."), {}};
    }
    return success();
}

} // namespace ruw
