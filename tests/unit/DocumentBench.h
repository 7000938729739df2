#pragma once

#include "DocumentSample.h"
#include "PdfText.h"

#include "core/report/DocumentFile.h"

#include <QString>
#include <QTemporaryDir>

namespace ruw::sample {

using namespace Qt::StringLiterals;

/// A step table whose rows begin and end with marks of their own.
inline Document markedSteps(int rows)
{
    Document document;
    document.title = u"Marked"_s;
    document.siteName = u"Site"_s;
    Table table;
    table.steps = true;
    table.columns = {{u"No"_s, 1}, {u"Action"_s, 5}, {u"Expected"_s, 5}};
    for (int i = 0; i < rows; ++i) {
        const QString lines = QString(i % 9, u'\n').replace(u'\n', u"middle\n"_s);
        table.rows.append(
            Row{{{QString::number(i)}, {u"begin%1.\n%2"_s.arg(i).arg(lines)}, {lines + u"end%1."_s.arg(i)}}});
    }
    document.body.append(Orientation{true});
    document.body.append(table);
    return document;
}

/// For tests that write documents: a folder that goes with the test.
class DocumentFolder {
protected:
    /// The path of the file; empty: it could not be written.
    QString written(const Document& document, const QString& name)
    {
        const QString path = m_dir.filePath(name);
        const Status status = writeDocument(document, path);
        if (!status)
            qWarning("%s", qPrintable(status.error().render(Language::English)));
        return status ? path : QString();
    }
    /// One file out of a workbook.
    QString unzipped(const QString& path, const QString& entry)
    {
        return sample::outputOf(u"unzip"_s, {u"-p"_s, path, entry});
    }

    QTemporaryDir m_dir;
};

} // namespace ruw::sample
