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
        entry = m_entries.insert(m_entries.end(), {kind, int(before) + 1, text, {}});
    }
    entry->uses.append(Use{usedAt, node});
    const QString name = entry->name().render(m_language);
    cell.text += cell.text.isEmpty() ? name : u'\n' + name;
}

void CommandSheets::markUsed(const QString& command)
{
    for (Entry& entry : m_entries) {
        if (entry.kind == Kind::Command && entry.text == command)
            entry.uses.append(Use{});
    }
}

Text CommandSheets::Entry::title(const std::function<bool(const QString&)>& isNamed) const
{
    QStringList usedAt, nodes;
    bool ofStepsAlone = true; // else it is named elsewhere: what is needed to lift a block that stands, say
    for (const Use& use : uses) {
        ofStepsAlone = ofStepsAlone && !use.at.isEmpty();
        if (isNamed && !use.at.isEmpty() && !isNamed(use.at))
            continue;
        if (!use.at.isEmpty() && !usedAt.contains(use.at))
            usedAt.append(use.at);
        if (!use.node.isEmpty() && !nodes.contains(use.node))
            nodes.append(use.node);
    }
    if (usedAt.isEmpty())
        return ofStepsAlone ? Text::tr("%1 (not used)", "a sheet with a command").arg(name()) : name();
    const bool named = !nodes.isEmpty() && nodes.size() <= mostNamed;
    return named ? Text::tr("%1 (on %2, No. %3)").arg(name()).arg(Text::list(nodes)).arg(Text::list(usedAt))
                 : Text::tr("%1 (No. %2)").arg(name()).arg(Text::list(usedAt));
}

QList<CommandSheets::Sheet> CommandSheets::sheets(const std::function<bool(const QString&)>& isNamed) const
{
    QList<Sheet> out;
    for (const Entry& entry : m_entries)
        out.append({entry.title(isNamed).render(m_language), CommandBlock{{}, entry.text, true}});
    return out;
}

} // namespace ruw
