#include "core/report/CommandSheets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// A command of more lines than this gets a sheet of its own.
constexpr qsizetype mostLinesInCell = 6;

Text sheetName(qsizetype index)
{
    return Text::tr("Command sheet %1").arg(qint64(index) + 1);
}

} // namespace

void CommandSheets::put(Cell& cell, const QString& command, const QString& usedAt)
{
    if (command.count(u'\n') + 1 <= mostLinesInCell) {
        cell.command = command;
        return;
    }
    const auto same = std::find_if(m_entries.begin(), m_entries.end(),
                                   [&](const Entry& entry) { return entry.command == command; });
    const qsizetype index = same - m_entries.begin();
    if (same == m_entries.end())
        m_entries.append({command, {}});
    if (!usedAt.isEmpty() && !m_entries[index].usedAt.contains(usedAt))
        m_entries[index].usedAt.append(usedAt);
    const QString name = sheetName(index).render(m_language);
    cell.text += cell.text.isEmpty() ? name : u'\n' + name;
}

QList<CommandSheets::Sheet> CommandSheets::sheets() const
{
    QList<Sheet> out;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        const Text title = entry.usedAt.isEmpty()
                               ? sheetName(i)
                               : Text::tr("%1 (No %2)").arg(sheetName(i)).arg(Text::list(entry.usedAt));
        out.append({title.render(m_language), CommandBlock{{}, entry.command, true}});
    }
    return out;
}

} // namespace ruw
