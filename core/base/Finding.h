#pragma once

#include "core/base/Text.h"

#include <QJsonObject>
#include <QString>

namespace ruw {

enum class Severity { Blocker, Warning, Info };

QString severityCode(Severity severity); ///< "blocker" / "warning" / "info"

/// Something a check found. `id` is stable (lower-case with hyphens; scripts rely on it); `node` names the node,
/// `path` the file or the JSON path it concerns; either may be empty; `line` is 1-based, 0 where there is none.
struct Finding {
    QString id;
    Severity severity = Severity::Info;
    QString node;
    QString path;
    int line = 0;
    Text message; ///< what is the matter
    Text remedy;  ///< what to do about it

    /// `{id, severity, node|path, line, message, remedy}` as the command line's contract has it.
    QJsonObject toJson(Language language) const;
    friend bool operator==(const Finding&, const Finding&) = default;
};

bool hasBlocker(const QList<Finding>& findings);
/// Blockers first, then warnings, then infos; the order within a severity stays.
QList<Finding> sortedBySeverity(QList<Finding> findings);

} // namespace ruw
