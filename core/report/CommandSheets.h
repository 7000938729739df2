#pragma once

#include "core/report/Document.h"

#include <functional>

namespace ruw {

/// What the arrow means that stands on paper at the end of a command's line.
Text brokenLineText();

/// Commands, and their output, too long for a table's cell: each stands in full once, on a sheet of its own after the tables, and the cells
/// name the sheet. So a step never splits across pages, and the same script isn't read twice.
class CommandSheets {
public:
    explicit CommandSheets(Language language) : m_language(language) {}

    /// What a sheet holds; sheets of each kind are numbered by themselves.
    enum class Kind { Command, Output };
    /// Puts the text into the cell, or the name of its sheet. `usedAt`: the step's No, and `node`: where a command is run; both are told
    /// on the sheet and may be empty.
    void put(Cell& cell, const QString& text, const QString& usedAt = {}, const QString& node = {}, Kind kind = Kind::Command);
    /// The command was run by something other than the steps that put it: its sheet is never called unused. Nothing where it has none.
    void markUsed(const QString& command);

    /// A sheet with its name, and whose it is.
    struct Sheet {
        QString title; ///< "Command sheet 2 (on mf2, No. 13, 14)"
        CommandBlock block;
    };
    /// `isNamed`: which of the steps stand in the titles, by their No; none: all.
    QList<Sheet> sheets(const std::function<bool(const QString&)>& isNamed = {}) const;

private:
    struct Use {
        QString at, node; ///< either may be empty
    };
    struct Entry {
        Text name() const;
        Text title(const std::function<bool(const QString&)>& isNamed) const;
        Kind kind;
        int number; ///< among those of its kind, from 1
        QString text;
        QList<Use> uses;
    };
    Language m_language;
    QList<Entry> m_entries;
};

} // namespace ruw
