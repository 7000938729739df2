#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace ruw {

/// A script of resources/scripts, as it stands there.
QString scriptText(const QString& name);

/// A script of resources/scripts with its `@NAME@` places filled. The values must be quoted already; what is filled in
/// is never searched for further places.
QString filledScript(const QString& name, const QList<std::pair<QString, QString>>& values);

} // namespace ruw
