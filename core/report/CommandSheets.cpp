#include "core/report/CommandSheets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// A command of more lines than this gets a sheet of its own.
constexpr qsizetype mostLinesInCell = 6;
/// So many machines are named in a sheet's heading.
constexpr qsizetype mostNamed = 3;

} // namespace

Text brokenLineText()
{
    return Text::tr("A bent arrow drawn at the end of a line of a command, of its output or of a path means that it goes on in "
                    "the next line, joined without a blank.");
}

Text CommandSheets::Entry::name() const
{
    return (kind == Kind::Command ? Text::tr("Command sheet %1") : Text::tr("Output sheet %1")).arg(number);
}

void CommandSheets::put(Cell& cell, const QString& text, const QString& usedAt, const QString& node, Kind kind)
{
    if (text.count(u'\n') + 1 <= mostLinesInCell) {
        cell.command = text;
        return;
    }
    auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                              [&](const Entry& one) { return one.kind == kind && one.text == text; });
    if (entry == m_entries.end()) {
        const auto before = std::count_if(m_entries.cbegin(), m_entries.cend(), [kind](const Entry& one) { return one.kind == kind; });
        entry = m_entries.insert(m_entries.end(), {kind, int(before) + 1, text, {}, {}});
    }
    if (!usedAt.isEmpty() && !entry->usedAt.contains(usedAt))
        entry->usedAt.append(usedAt);
    if (!node.isEmpty() && !entry->nodes.contains(node))
        entry->nodes.append(node);
    const QString name = entry->name().render(m_language);
    cell.text += cell.text.isEmpty() ? name : u'\n' + name;
}

QList<CommandSheets::Sheet> CommandSheets::sheets() const
{
    QList<Sheet> out;
    for (const Entry& entry : m_entries) {
        const bool named = !entry.nodes.isEmpty() && entry.nodes.size() <= mostNamed;
        const Text title = entry.usedAt.isEmpty() ? entry.name()
                           : named ? Text::tr("%1 (on %2, No. %3)").arg(entry.name()).arg(Text::list(entry.nodes)).arg(Text::list(entry.usedAt))
                                   : Text::tr("%1 (No. %2)").arg(entry.name()).arg(Text::list(entry.usedAt));
        out.append({title.render(m_language), CommandBlock{{}, entry.text, true}});
    }
    return out;
}

} // namespace ruw
