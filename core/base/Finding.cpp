#include "core/base/Finding.h"

#include "core/base/Result.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

QString severityCode(Severity severity)
{
    switch (severity) {
    case Severity::Blocker:
        return u"blocker"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Info:
        return u"info"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject Finding::toJson(Language language) const
{
    QJsonObject object{{u"id"_s, id},
                       {u"severity"_s, severityCode(severity)},
                       {u"message"_s, message.render(language)},
                       {u"remedy"_s, remedy.render(language)}};
    if (!node.isEmpty())
        object.insert(u"node"_s, node);
    if (!path.isEmpty())
        object.insert(u"path"_s, path);
    if (line > 0)
        object.insert(u"line"_s, line);
    return object;
}

bool hasBlocker(const QList<Finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.severity == Severity::Blocker; });
}

QList<Finding> sortedBySeverity(QList<Finding> findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    return findings;
}

Finding asFinding(const Error& error, Severity severity, const QString& node, const QString& path)
{
    return {error.code, severity, node, path, 0, error.what, error.remedy};
}

QString Error::render(Language language) const
{
    QStringList sentences;
    for (const Text* text : {&what, &state, &remedy}) {
        if (!text->isEmpty())
            sentences.append(text->render(language));
    }
    for (const Finding& cause : causes) {
        QString where = cause.path.isEmpty() ? cause.node : cause.path;
        if (cause.line > 0)
            where += u':' + QString::number(cause.line);
        const QString head = where.isEmpty() ? u"- "_s : u"- "_s + where + u": "_s;
        sentences.append(head + cause.message.render(language) + u' ' + cause.remedy.render(language));
    }
    return sentences.join(u'\n');
}

} // namespace ruw
