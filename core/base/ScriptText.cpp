#include "core/base/ScriptText.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ruw {

QString scriptText(const QString& name)
{
    QFile file(u":/scripts/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened); // part of the program itself
    return opened ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

QString filledScript(const QString& name, const QList<std::pair<QString, QString>>& values)
{
    const QString script = scriptText(name);
    QString out;
    qsizetype from = 0;
    for (qsizetype at = 0; (at = script.indexOf(u'@', at)) >= 0;) {
        const qsizetype end = script.indexOf(u'@', at + 1);
        if (end < 0)
            break;
        const QStringView place = QStringView(script).mid(at + 1, end - at - 1);
        bool filled = false;
        for (const auto& [key, value] : values) {
            if (place != key)
                continue;
            out += QStringView(script).mid(from, at - from) + value;
            from = end + 1;
            filled = true;
            break;
        }
        at = filled ? end + 1 : end;
    }
    return out + QStringView(script).mid(from);
}

} // namespace ruw
