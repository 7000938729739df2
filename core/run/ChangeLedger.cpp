#include "core/run/ChangeLedger.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

void ChangeLedger::add(const QString& id, const Step& step, const QDateTime& when,
                       const std::optional<Action>& undo, bool certain)
{
    for (Entry& entry : m_open) {
        if (entry.id == id) { // extended, not made anew: the first step's undo still undoes all of it
            entry.certain = entry.certain || certain;
            return;
        }
    }
    m_open.append({id, step.id, when, undo, certain});
}

void ChangeLedger::foundStanding(const Step& step, const QDateTime& when)
{
    add(step.closesLedger, step, when, step.action, true);
}

void ChangeLedger::nodeExcluded(const QString& node, const QDateTime& when)
{
    const QString id = u"excluded:"_s + node;
    if (entry(id))
        return;
    Action undo;
    undo.instruction =
        Text::tr("Bring %1 to the version of the others, by its installer or by the vendor's help. Only then "
                 "take back what else stands of it, its isolation last.")
            .arg(node);
    m_open.append({id, {}, when, undo, true});
}

void ChangeLedger::nodeIncluded(const QString& node)
{
    m_open.removeIf([&](const Entry& entry) { return entry.id == u"excluded:"_s + node; });
}

bool ChangeLedger::nothingOfOurs() const
{
    return std::all_of(m_open.cbegin(), m_open.cend(),
                       [](const Entry& entry) { return entry.id.startsWith("other-block:"_L1); });
}

void ChangeLedger::stepStarted(const Step& step, const QDateTime& when)
{
    if (!step.opensLedger.isEmpty())
        add(step.opensLedger, step, when, step.rollback, false);
}

void ChangeLedger::stepDone(const Step& step, const QDateTime& when)
{
    if (step.closesItself()) { // a restart: stopped and started, nothing to come back to
        m_open.removeIf([&](const Entry& open) { return open.id == step.opensLedger; });
        return;
    }
    if (const Entry* closed = step.closesLedger.isEmpty() ? nullptr : entry(step.closesLedger)) {
        // What one step opened may be closed several times (a restart asked for twice): it comes back once.
        m_closed.removeIf(
            [&](const Entry& old) { return old.id == closed->id && old.openedBy == closed->openedBy; });
        m_closed.append(*closed);
        m_open.removeIf([&](const Entry& open) { return open.id == step.closesLedger; });
    }
    if (!step.opensLedger.isEmpty())
        add(step.opensLedger, step, when, step.rollback, true);
}

void ChangeLedger::setCertain(const Step& step, bool certain)
{
    for (Entry& entry : m_open) {
        if (entry.openedBy == step.id)
            entry.certain = certain;
    }
}

/// What the step closed stands again.
void ChangeLedger::bringBack(const Step& step, const QDateTime& when, bool certain)
{
    for (qsizetype i = m_closed.size() - 1; i >= 0; --i) { // the last that was closed comes back first
        if (m_closed[i].id != step.closesLedger)
            continue;
        m_open.append(m_closed.takeAt(i));
        m_open.last().since = when;
        m_open.last().certain = certain;
        return;
    }
    add(step.closesLedger, step, when, step.action, certain); // closed without having been opened here
}

void ChangeLedger::undoStarted(const Step& step, const QDateTime& when)
{
    setCertain(step, false);
    if (!step.closesLedger.isEmpty() && !step.closesItself() && !entry(step.closesLedger))
        bringBack(step, when, false);
}

void ChangeLedger::undoNotDone(const Step& step)
{
    setCertain(step, true);
    if (step.closesLedger.isEmpty() || step.closesItself())
        return;
    m_open.removeIf([&](const Entry& entry) { // it was never put back
        if (entry.id != step.closesLedger || entry.certain)
            return false;
        m_closed.append(entry);
        m_closed.last().certain = true; // as it was before it was closed
        return true;
    });
}

void ChangeLedger::stepRolledBack(const Step& step, const QDateTime& when)
{
    m_open.removeIf([&](const Entry& entry) { return entry.openedBy == step.id && entry.id != step.closesLedger; });
    if (step.closesItself())
        m_open.removeIf([&](const Entry& entry) { return entry.openedBy == step.id; });
    if (step.closesLedger.isEmpty() || step.closesItself())
        return;
    for (Entry& entry : m_open) {
        if (entry.id != step.closesLedger)
            continue;
        entry.certain = true;
        return;
    }
    bringBack(step, when, true);
}

const ChangeLedger::Entry* ChangeLedger::entry(const QString& id) const
{
    const auto it = std::find_if(m_open.cbegin(), m_open.cend(), [&](const Entry& e) { return e.id == id; });
    return it == m_open.cend() ? nullptr : &*it;
}

Text ChangeLedger::entryText(const QString& id)
{
    struct Row {
        QLatin1StringView what;
        const char* onNode;
        const char* forSite;
    };
    static constexpr std::array rows = {
        Row{"block"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Sync communication is blocked on %1"),
            QT_TRANSLATE_NOOP("ruw::Text", "Traffic between the servers is blocked")},
        Row{"excluded"_L1, QT_TRANSLATE_NOOP("ruw::Text", "%1 is left out of the work: stopped and isolated"),
            QT_TRANSLATE_NOOP("ruw::Text", "Nodes are left out of the work")},
        Row{"other-block"_L1, QT_TRANSLATE_NOOP("ruw::Text", "The block of an earlier run stands on %1"),
            QT_TRANSLATE_NOOP("ruw::Text", "The block of an earlier run stands")},
        Row{"service"_L1, QT_TRANSLATE_NOOP("ruw::Text", "The service on %1 is stopped"),
            QT_TRANSLATE_NOOP("ruw::Text", "The services are stopped")},
        Row{"boot-start"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Start at boot is off on %1"),
            QT_TRANSLATE_NOOP("ruw::Text", "Start at boot is off")},
        Row{"drained"_L1, QT_TRANSLATE_NOOP("ruw::Text", "%1 is taken out of the mail route"),
            QT_TRANSLATE_NOOP("ruw::Text", "Nodes are taken out of the mail route")},
        Row{"settings-sync"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Settings sync is disabled on %1"),
            QT_TRANSLATE_NOOP("ruw::Text", "Settings sync is disabled")},
        Row{"mail-flow"_L1, QT_TRANSLATE_NOOP("ruw::Text", "The mail flow to %1 is stopped"),
            QT_TRANSLATE_NOOP("ruw::Text", "The mail flow is stopped")},
    };
    const QString what = id.section(u':', 0, 0);
    const QString node = id.section(u':', 1);
    for (const Row& row : rows) {
        if (what == row.what)
            return node.isEmpty() ? Text::tr(row.forSite) : Text::tr(row.onNode).arg(node);
    }
    return Text::verbatim(id);
}

} // namespace ruw
