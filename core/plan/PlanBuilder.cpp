#include "core/plan/PlanBuilder.h"

#include "core/plan/EarlierBlock.h"
#include "core/plan/StepCommands.h"
#include "core/plan/Undo.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

/// What a kind of step is like, whatever the site: one row a kind.
struct PlanBuilder::Manner {
    StepKind kind;
    int minutes;       ///< our estimate
    const char* opens; ///< ledger entry, the node's name is added
    const char* closes;
    const char* requiredBy; ///< rules that need it, blank-separated; none: it may be skipped with a reason
};

namespace {

QStringList rulesOf(const SiteFacts& facts, ProcedureKind kind, const char* rules)
{
    QStringList out = QString::fromLatin1(rules).split(u' ', Qt::SkipEmptyParts);
    // The FAQ's rule for the block depends on the procedure: 3 with data sync OFF, 4 with data sync ON.
    out.replaceInStrings(u"FAQ2578-block"_s, facts.countsAsDataSyncOn() ? u"FAQ2578-4"_s : u"FAQ2578-3"_s);
    if (kind == ProcedureKind::StopMailFlow)
        out.replaceInStrings(QRegularExpression(u"^S1$"_s), u"FAQ2578-2"_s);
    else
        out.removeAll(u"S3"_s); // which speaks of stopped mail flow
    out.removeDuplicates();
    return out;
}

/// The stable facts (S11): what must not change between plan and run.
QJsonObject stableFacts(const SiteFacts& facts, ProcedureKind kind)
{
    QJsonArray nodes;
    for (const NodeFacts& node : facts.nodes) {
        QJsonArray ports;
        for (const PortFact& port : node.ports)
            ports.append(QJsonArray{port.key, port.port.value.value_or(-1)});
        QJsonArray peers;
        if (node.survey.config) {
            for (const ReplicaConfig::Peer& peer : node.survey.config->peers())
                peers.append(QJsonArray{peer.host, peer.port});
        }
        nodes.append(QJsonObject{
            {u"name"_s, node.node.name},
            {u"role"_s, roleCode(node.node.role)},
            {u"address"_s, node.node.address},
            {u"syncAddresses"_s, QJsonArray::fromStringList(node.node.effectiveSyncAddresses())},
            {u"os"_s, osCode(node.node.os)},
            {u"dataSync"_s, node.dataSync.value ? QJsonValue(*node.dataSync.value) : QJsonValue()},
            {u"ports"_s, ports},
            {u"peers"_s, peers}});
    }
    const auto time = [](const std::optional<QDateTime>& value) {
        return value ? QJsonValue(value->toUTC().toString(Qt::ISODate)) : QJsonValue();
    };
    return {{u"name"_s, facts.site.name},
            {u"procedure"_s, procedureCode(kind)},
            {u"source"_s, facts.site.sourceVersion.toString()},
            {u"target"_s, facts.site.targetVersion.toString()},
            {u"start"_s, time(facts.site.schedule.start)},
            {u"decideBy"_s, time(facts.site.schedule.decideBy)},
            {u"end"_s, time(facts.site.schedule.end)},
            {u"nodes"_s, nodes}};
}

QStringList namesOf(const QList<Node>& nodes)
{
    QStringList names;
    for (const Node& node : nodes)
        names.append(node.name);
    return names;
}

Text portsText(const QList<int>& ports)
{
    return Text::verbatim(portRanges(ports));
}

} // namespace

const PlanBuilder::Manner& PlanBuilder::mannerOf(StepKind kind)
{
    static constexpr std::array table = {
        Manner{StepKind::Confirm, 2, nullptr, nullptr, ""},
        Manner{StepKind::BackupConfig, 2, nullptr, nullptr, "S7"},
        Manner{StepKind::RecordBaseline, 3, nullptr, nullptr, "S9"},
        Manner{StepKind::LiftOtherBlock, 2, nullptr, "other-block", "S7 S9"},
        Manner{StepKind::VerifyMailFlow, 3, nullptr, nullptr, ""},
        Manner{StepKind::StopMailFlow, 10, "mail-flow", nullptr, "FAQ2578-2"},
        Manner{StepKind::ResumeMailFlow, 5, nullptr, "mail-flow", "S7"},
        Manner{StepKind::DrainNode, 5, "drained", nullptr, "S4 S7"},
        Manner{StepKind::ReturnNode, 3, nullptr, "drained", "S4 S7"},
        Manner{StepKind::BootStartOff, 1, "boot-start", nullptr, "S3 S1"},
        Manner{StepKind::BootStartOn, 1, nullptr, "boot-start", "S7"},
        Manner{StepKind::DisableSettingsSync, 5, "settings-sync", nullptr, "S1 FAQ2578-3"},
        Manner{StepKind::EnableSettingsSync, 5, nullptr, "settings-sync", "S7 S8"},
        Manner{StepKind::Block, 3, "block", nullptr, "S1 FAQ2578-1 FAQ2578-block"},
        Manner{StepKind::VerifyBlock, 3, nullptr, nullptr, "S9 S1"},
        Manner{StepKind::ExtendBlock, 3, nullptr, nullptr, "S1 FAQ2578-1 FAQ2578-block"},
        Manner{StepKind::Unblock, 2, nullptr, "block", "S7 S8 FAQ2578-block"},
        Manner{StepKind::StopService, 3, "service", nullptr, "S1"},
        Manner{StepKind::RunInstaller, assumedInstallerMinutes, nullptr, nullptr, "FAQ2578-2"},
        Manner{StepKind::StopAutostartedService, 2, nullptr, nullptr, "S3 S1 FAQ2578-2"},
        Manner{StepKind::VerifyVersion, 2, nullptr, nullptr, "S9 S1"},
        Manner{StepKind::RereadConfig, 3, nullptr, nullptr, "S11 S1"},
        Manner{StepKind::StartService, 5, nullptr, "service", "S7"},
        Manner{StepKind::RestartService, 5, "service", "service", "FAQ2578-2"}, // stopped only within the step
        Manner{StepKind::CheckRestartFlag, 3, nullptr, nullptr, "FAQ2578-2"},
        Manner{StepKind::VerifySync, 5, nullptr, nullptr, "S9"},
        Manner{StepKind::WatchQueue, 5, nullptr, nullptr, "FAQ2578-5"},
    };
    for (const Manner& manner : table) {
        if (manner.kind == kind)
            return manner;
    }
    Q_UNREACHABLE();
}

PlanBuilder::PlanBuilder(const SiteFacts& facts, ProcedureKind kind) : m_facts(facts)
{
    m_procedure.kind = kind;
    const QByteArray stable = QJsonDocument(stableFacts(facts, kind)).toJson(QJsonDocument::Compact);
    m_procedure.runId =
        QString::fromLatin1(QCryptographicHash::hash(stable, QCryptographicHash::Sha256).toHex().left(10));
    if (kind == ProcedureKind::BlockSyncPorts || kind == ProcedureKind::BlockPeerTraffic)
        m_procedure.blockedPorts = facts.portsToBlock();
}

QString nodeInIds(const Site& site, const QString& name)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_.-]{1,40}$"_s);
    if (plain.match(name).hasMatch())
        return name;
    qsizetype index = 0;
    while (index < site.nodes.size() && site.nodes[index].name != name)
        ++index;
    return u"node%1"_s.arg(index + 1);
}

QString PlanBuilder::stepId(StepKind kind, const QString& node, const QString& suffix) const
{
    QString id = stepKindCode(kind);
    if (!node.isEmpty()) {
        id += u'-' + nodeInIds(m_facts.site, node);
    }
    if (!suffix.isEmpty())
        id += u'-' + suffix;
    return id;
}

Text PlanBuilder::detailOf(StepKind kind, const NodeFacts* node) const
{
    const QList<int> ports =
        m_procedure.blockedPorts.isEmpty() ? m_facts.portsToBlock() : m_procedure.blockedPorts;
    switch (kind) {
    case StepKind::StopMailFlow:
    case StepKind::ResumeMailFlow:
        return Text::list(namesOf(m_facts.site.mailNodes()));
    case StepKind::DrainNode: {
        QStringList others = namesOf(m_facts.site.mailNodes());
        others.removeAll(node->node.name);
        return Text::list(others);
    }
    case StepKind::LiftOtherBlock:
        return Text::verbatim(liftableBlock(m_facts, *node));
    case StepKind::RunInstaller:
    case StepKind::VerifyVersion:
        return Text::verbatim(m_facts.site.targetVersion.display());
    case StepKind::CheckRestartFlag:
        return node->node.adminUrl.isEmpty() ? Text::tr("its address is not entered")
                                             : Text::verbatim(node->node.adminUrl);
    case StepKind::WatchQueue:
        return Text::list(namesOf(m_facts.site.slaves()));
    case StepKind::Block:
    case StepKind::Unblock:
        if (!node) {
            QStringList addresses;
            for (const Node& each : m_facts.site.nodes)
                addresses.append(each.name + u" ("_s + each.effectiveSyncAddresses().join(u", "_s) + u')');
            return Text::list(addresses);
        }
        return portsText(ports);
    default:
        return portsText(ports);
    }
}

Action PlanBuilder::action(StepKind kind, const NodeFacts* node, const StepWords& words) const
{
    Action action;
    if (node) {
        action.command = StepCommands(m_facts, m_procedure).of(kind, *node);
        action.shell = node->node.os == Os::Windows ? Shell::PowerShell : Shell::Posix;
        const bool bySsh = node->node.access == AccessKind::Ssh;
        if (bySsh && onlyLooks(kind) && kind != StepKind::CheckRestartFlag)
            action.type = Action::Type::Observe;
        else if (bySsh && !action.command.isEmpty())
            action.type = Action::Type::Command;
        if (kind == StepKind::RunInstaller) {
            // Three times the estimate: an installer that takes longer is looked at by a person, not killed.
            action.limitSeconds = node->node.installMinutes.value_or(assumedInstallerMinutes) * 60 * 3;
        }
    }
    if (kind == StepKind::VerifyMailFlow)
        action.type = Action::Type::Observe; // asked from this machine, whatever the way to the nodes
    action.instruction = action.command.isEmpty() ? words.byHand : words.byCommand;
    if (kind == StepKind::RunInstaller && action.command.isEmpty() && node &&
        !node->node.installer.isEmpty()) {
        action.instruction =
            Text::lines({words.byHand, Text::tr("The installer: %1").arg(node->node.installer)});
    }
    return action;
}

std::optional<Action> PlanBuilder::rollbackOf(StepKind kind, const NodeFacts* node) const
{
    if (const std::optional<StepKind> back = counterpartOf(kind))
        return action(*back, node,
                      stepWords(*back, node ? node->node.name : QString(), detailOf(*back, node)));
    if (kind == StepKind::RunInstaller) {
        Action way;
        way.instruction =
            m_facts.site.rollback.isEmpty()
                ? Text::tr("No way back to the old version was entered. The vendor documents none that this "
                           "program knows: "
                           "settle it before the work starts.")
                : Text::tr("Go back on %2 alone, by the way that was settled beforehand: %1")
                      .arg(m_facts.site.rollback)
                      .arg(node ? node->node.name : QString());
        return way;
    }
    return std::nullopt;
}

Step& PlanBuilder::add(StepKind kind, const QString& nodeName, const QString& suffix)
{
    const Manner& manner = mannerOf(kind);
    const NodeFacts* node = nodeName.isEmpty() ? nullptr : m_facts.node(nodeName);
    const StepWords words = stepWords(kind, nodeName, detailOf(kind, node));
    Step step;
    step.id = stepId(kind, nodeName, suffix);
    step.kind = kind;
    step.node = nodeName;
    step.phase = m_phase;
    step.title = words.title;
    step.why = words.why;
    step.action = action(kind, node, words);
    step.rollback = rollbackOf(kind, node);
    step.requiredBy = rulesOf(m_facts, m_procedure.kind, manner.requiredBy);
    step.skippable = step.requiredBy.isEmpty();
    step.minutes = manner.minutes;
    if (node) {
        step.checkCommand = StepCommands(m_facts, m_procedure).checkOf(kind, *node);
        if (kind == StepKind::RunInstaller && node->node.installMinutes) {
            step.minutes = *node->node.installMinutes;
            step.minutesAssumed = false;
        }
    }
    if (kind == StepKind::VerifyMailFlow && !node)
        step.checkCommand = StepCommands(m_facts, m_procedure).greetingsOfMailNodes();
    const QString ledgerTail = nodeName.isEmpty() ? QString() : u':' + nodeName;
    if (manner.opens)
        step.opensLedger = QString::fromLatin1(manner.opens) + ledgerTail;
    if (manner.closes)
        step.closesLedger = QString::fromLatin1(manner.closes) + ledgerTail;
    if (kind == StepKind::Block || kind == StepKind::ExtendBlock)
        step.ports = m_procedure.blockedPorts;
    m_procedure.steps.append(step);
    return m_procedure.steps.last();
}

Step& PlanBuilder::confirm(const QString& suffix, const Text& title, const Text& why, const Text& question)
{
    Step& step = add(StepKind::Confirm, {}, suffix);
    step.title = title;
    step.why = why;
    step.action.instruction = question;
    step.expects.append(Condition{ConditionKind::OperatorAffirms, {}, {}, {}, {}, question});
    return step;
}

bool PlanBuilder::observable(const Condition& condition) const
{
    const auto bySsh = [&](const QString& name) {
        const NodeFacts* node = m_facts.node(name);
        return node && node->node.access == AccessKind::Ssh ? node : nullptr;
    };
    const auto everywhere = [&](auto&& can) {
        return std::all_of(m_facts.nodes.begin(), m_facts.nodes.end(),
                           [&](const NodeFacts& node) { return bySsh(node.node.name) && can(node.node); });
    };
    const NodeFacts* node = bySsh(condition.node);
    switch (condition.kind) {
    case ConditionKind::OperatorAffirms:
    case ConditionKind::RestartNotAsked: // the admin screen is looked at by a person
    case ConditionKind::FirewallEnabled:
        return false;
    case ConditionKind::SmtpAnswers:
    case ConditionKind::AnotherSmtpAnswers:
    case ConditionKind::OtherMailNodesAnswer:
        return true; // this machine asks
    case ConditionKind::PortsFiltered:
    case ConditionKind::PortsAsBaseline:
    case ConditionKind::TrafficFiltered:
        return bySsh(condition.peer);
    case ConditionKind::ServiceRunning:
    case ConditionKind::ServiceStopped:
        return node && !node->node.service.status.isEmpty();
    case ConditionKind::BootStartOff:
    case ConditionKind::BootStartOn:
        return node && !node->node.service.bootStatus.isEmpty();
    case ConditionKind::SettingsSyncOff:
    case ConditionKind::SettingsSyncOn:
        return node && !node->node.settingsSync.status.isEmpty();
    case ConditionKind::VersionIs:
        return node && !node->node.versionCommand.isEmpty();
    case ConditionKind::SameVersionEverywhere:
        return everywhere([](const Node& each) { return !each.versionCommand.isEmpty(); });
    case ConditionKind::ConfigBackedUp:
    case ConditionKind::ConfigCovered:
    case ConditionKind::ConfigAsPlanned:
        return node && !node->node.installDir.isEmpty();
    case ConditionKind::QueueDrained:
    case ConditionKind::QueueDiskRoom:
        return node && !node->node.queueDir.isEmpty();
    case ConditionKind::BlockPresent:
    case ConditionKind::BlockAbsent:
        return node && m_procedure.kind == ProcedureKind::BlockSyncPorts;
    case ConditionKind::InstallerEnded:
        return node && !node->node.installCommand.isEmpty();
    }
    Q_UNREACHABLE();
}

void PlanBuilder::finish()
{
    for (Step& step : m_procedure.steps) {
        step.byWord = std::any_of(step.expects.begin(), step.expects.end(),
                                  [this](const Condition& condition) { return !observable(condition); });
        // A look at several nodes: no person is needed for it where the program can look at all of them.
        if (step.node.isEmpty() && step.kind == StepKind::WatchQueue && !step.byWord)
            step.action.type = Action::Type::Observe;
    }
}

} // namespace ruw
