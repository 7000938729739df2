#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace ruw::sample {

/// What a program prints; empty where it fails.
inline QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// The text of a PDF page by page, in the order in which it was painted, not normalised.
inline QStringList pdfPages(const QString& path)
{
    QString text = outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
    if (text.endsWith(QChar(u'\f')))
        text.chop(1);
    return text.split(QChar(u'\f'));
}

/// Nor word joiners, which have no glyph: whoever searches the file finds the word without them.
inline QString withoutWhitespace(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace() || c == u'\u2060'; });
    return text;
}

} // namespace ruw::sample
