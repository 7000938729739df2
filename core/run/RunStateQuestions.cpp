// What follows from a run's state: what may be done to the nodes now, and what is undone next.

#include "core/run/RunState.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

QDateTime RunState::liftedAt(const QString& node) const
{
    QDateTime latest;
    for (qsizetype i = 0; i < m_procedure.steps.size(); ++i) {
        const Step& step = m_procedure.steps[i];
        if (step.node != node && !step.node.isEmpty())
            continue;
        const bool lifts = step.kind == StepKind::Unblock || step.kind == StepKind::LiftOtherBlock ||
                           step.kind == StepKind::EnableSettingsSync;
        const StepRecord& r = m_records[i];
        QDateTime free = lifts && r.status == StepStatus::Verified ? r.started : QDateTime();
        if (step.kind == StepKind::Block && r.wasUndone())
            free = r.undoBegun;
        if (free.isValid() && (!latest.isValid() || latest < free))
            latest = free;
    }
    return latest;
}

int RunState::installerAttempt(const QString& node) const
{
    for (const qsizetype i : m_outline->versions) {
        const Step& step = m_procedure.steps[i];
        if (step.node == node && step.kind == StepKind::RunInstaller)
            return m_records[i].attempts;
    }
    return 0;
}

RunState::NodeVersion RunState::versionOf(const QString& node) const
{
    NodeVersion version = NodeVersion::Source;
    for (const qsizetype i : m_outline->versions) {
        const Step& step = m_procedure.steps[i];
        const StepRecord& r = m_records[i];
        if (step.node != node || !r.touched)
            continue;
        if (step.kind == StepKind::RunInstaller)
            version = NodeVersion::Unknown;
        else if (step.kind == StepKind::VerifyVersion && r.status == StepStatus::Verified &&
                 version == NodeVersion::Unknown)
            version = NodeVersion::Target;
    }
    return version;
}

QStringList RunState::stepsWith(StepStatus status) const
{
    QStringList ids;
    for (qsizetype i = 0; i < m_procedure.steps.size(); ++i) {
        if (m_records[i].status == status)
            ids.append(m_procedure.steps[i].id);
    }
    return ids;
}

bool RunState::pastPointOfNoReturn() const
{
    return std::any_of(m_outline->installers.cbegin(), m_outline->installers.cend(),
                       [this](qsizetype i) { return m_records[i].touched; });
}

bool RunState::isolationMustStand() const
{
    if (!pastPointOfNoReturn())
        return false;
    return !std::all_of(m_outline->versions.cbegin(), m_outline->versions.cend(), [this](qsizetype i) {
        return isExcluded(m_procedure.steps[i].node) || m_records[i].status == StepStatus::Verified;
    });
}

QStringList RunState::leftOutPastInstaller() const
{
    QStringList out;
    for (const qsizetype i : m_outline->installers) {
        const QString& node = m_procedure.steps[i].node;
        if (m_records[i].touched && isExcluded(node) && !out.contains(node))
            out.append(node);
    }
    return out;
}

bool RunState::wentBack() const
{
    return m_end == RunEnd::RolledBack || (!leftOutPastInstaller().isEmpty() && takingPartAreBack() && !nextRollback());
}

bool RunState::takingPartAreBack() const
{
    return std::none_of(m_outline->installers.cbegin(), m_outline->installers.cend(),
                        [this](qsizetype i) { return m_records[i].touched && !isExcluded(m_procedure.steps[i].node); });
}

bool RunState::leftOutStandApart() const
{
    if (m_procedure.kind == ProcedureKind::BlockPeerTraffic)
        return leftOutPastInstaller().isEmpty(); // one cut for all nodes: whoever lifts it lifts it for those, too
    QStringList entries{u"service:"_s, u"boot-start:"_s};
    if (m_procedure.kind == ProcedureKind::BlockSyncPorts)
        entries.append(u"block:"_s);
    if (m_procedure.kind == ProcedureKind::DisableSettingsSync)
        entries.append(u"settings-sync:"_s);
    const QStringList nodes = leftOutPastInstaller();
    return std::all_of(nodes.cbegin(), nodes.cend(), [&](const QString& node) {
        return std::all_of(entries.cbegin(), entries.cend(), [&](const QString& what) {
            const ChangeLedger::Entry* entry = m_ledger.entry(what + node);
            return entry && entry->certain;
        });
    });
}

const Step* RunState::nextRollback() const
{
    for (qsizetype i = m_procedure.steps.size() - 1; i >= 0; --i) {
        const Step* step = &m_procedure.steps[i];
        if (!step->rollback || !m_records[i].touched || m_records[i].left)
            continue;
        if (!step->opensLedger.isEmpty()) {
            const ChangeLedger::Entry* entry = m_ledger.entry(step->opensLedger);
            if (!entry || entry->openedBy != step->id)
                continue; // a later step has already taken it back
        }
        return step;
    }
    return nullptr;
}

} // namespace ruw
