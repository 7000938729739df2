#pragma once

#include "PdfText.h"
#include "PlanSamples.h"

#include "core/report/DocumentFile.h"
#include "core/report/Runbook.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <variant>

namespace ruw::samples {

/// What the runbook of a procedure is made of; the procedure must be allowed.
inline RunbookInput prepared(const SiteFacts& facts, ProcedureKind kind)
{
    const Result<RunbookInput> input =
        prepareRunbook(facts, kind, QDateTime::fromString(u"2026-12-01T10:00:00+09:00"_s, Qt::ISODate));
    if (!input)
        qFatal("%s", qPrintable(input.error().render(Language::English)));
    return *input;
}

/// The work steps' table; null: there is none.
inline const Table* stepTable(const Document& document)
{
    for (const DocumentBlock& block : document.body) {
        if (const auto* table = std::get_if<Table>(&block); table && table->steps)
            return table;
    }
    return nullptr;
}

/// The row of a step in it.
inline const Row& stepRow(const Document& document, int number)
{
    for (const Row& row : stepTable(document)->rows) {
        if (row.cells.first().text == QString::number(number))
            return row;
    }
    qFatal("No %d is not on paper", number);
}

/// The rows of the way back: of the second table of steps.
inline QList<Row> rollbackRows(const Document& document)
{
    QList<Row> rows;
    for (const DocumentBlock& block : document.body) {
        if (const auto* table = std::get_if<Table>(&block); table && table->steps)
            rows = table->rows;
    }
    return rows;
}

/// The row of the way back that undoes the step of this number.
inline Row rowOf(const QList<Row>& rows, int undone)
{
    for (const Row& row : rows) {
        if (row.cells.size() > 1 && row.cells[1].text.toInt() == undone)
            return row;
    }
    qFatal("Nothing undoes No %d", undone);
}

/// The pages as they are printed, as text.
inline QStringList pagesOf(const Document& document)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"runbook.pdf"_s);
    const Status status = writeDocument(document, path);
    if (!status)
        qFatal("%s", qPrintable(status.error().render(Language::English)));
    return sample::pdfPages(path);
}

} // namespace ruw::samples
