#pragma once

#include "core/report/Document.h"

namespace ruw {

/// Commands too long for a table's cell: each stands in full once, on a sheet of its own after the tables, and the cells
/// name the sheet. So a step never splits across pages, and the same script isn't read twice.
class CommandSheets {
public:
    explicit CommandSheets(Language language) : m_language(language) {}

    /// Puts the command into the cell, or the name of its sheet. `usedAt`: the step's No, told on the sheet; may be empty.
    void put(Cell& cell, const QString& command, const QString& usedAt = {});

    struct Sheet {
        QString title; ///< "Command sheet 2 (No 13, 14)"
        CommandBlock block;
    };
    QList<Sheet> sheets() const;

private:
    struct Entry {
        QString command;
        QStringList usedAt;
    };
    Language m_language;
    QList<Entry> m_entries;
};

} // namespace ruw
