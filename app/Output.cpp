#include "app/Output.h"

#include "core/base/Quote.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

void writeTo(std::FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

Text severityText(Severity severity)
{
    switch (severity) {
    case Severity::Blocker:
        return Text::tr("BLOCKER");
    case Severity::Warning:
        return Text::tr("WARNING");
    case Severity::Info:
        return Text::tr("INFO");
    }
    Q_UNREACHABLE();
}

} // namespace

void printJson(const QJsonObject& document)
{
    writeTo(stdout, QJsonDocument(document).toJson(QJsonDocument::Indented).trimmed());
}

void printLine(const QString& line)
{
    writeTo(stdout, line.toUtf8());
}

void printError(const QString& line)
{
    writeTo(stderr, line.toUtf8());
}

void printError(const Error& error, Language language)
{
    printError(error.render(language));
}

QString shownFinding(const Finding& finding, Language language)
{
    QString place = finding.path.isEmpty() ? finding.node : finding.path;
    if (!finding.path.isEmpty() && !finding.node.isEmpty())
        place = finding.node + u' ' + finding.path;
    if (finding.line > 0)
        place += u':' + QString::number(finding.line);
    QString head = u'[' + severityText(finding.severity).render(language) + u"] "_s;
    if (!place.isEmpty())
        head += shownSafely(place) + u": "_s;
    return head + finding.message.render(language) + u"\n    -> "_s + finding.remedy.render(language) +
           u" ("_s + finding.id + u')';
}

QJsonArray findingsJson(const QList<Finding>& findings, Language language)
{
    QJsonArray array;
    for (const Finding& finding : findings)
        array.append(finding.toJson(language));
    return array;
}

QJsonObject documentOf(const QString& kind)
{
    return {{u"format"_s, 1}, {u"kind"_s, kind}};
}

} // namespace ruw
