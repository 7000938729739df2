// What a node has answered about itself.

#include "core/plan/BlockRules.h"
#include "core/plan/QueueForecast.h"
#include "core/product/ProductVersion.h"
#include "core/run/Drift.h"
#include "core/run/ObserverLook.h"
#include "core/run/QueueWatch.h"
#include "core/survey/AnswerFacts.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

Result<ReplicaConfig> parsedConfig(const NodeFacts& node, const QByteArray& bytes)
{
    if (node.survey.config && node.survey.configBytes == bytes)
        return *node.survey.config;
    return ReplicaConfig::parse(bytes);
}

Observation Observer::Look::ofNode(const Condition& condition) const
{
    const NodeFacts* node = reachable(condition.node);
    if (!node)
        return fromOutside(condition);
    const auto& answer = m_wanted.value(condition.node).answer;
    if (!answer)
        return byWord(condition);
    if (!*answer)
        return unseen(condition, answer->error().what);
    const NodeAnswer& a = **answer;
    const NodeQuery query = m_questions.to(*node, asksFor(condition.kind));
    switch (condition.kind) {
    case ConditionKind::ServiceRunning:
    case ConditionKind::ServiceStopped: {
        if (query.serviceStatus.isEmpty())
            return byWord(condition);
        const auto state = answerfacts::service(a, query);
        return compare(
            condition, state,
            condition.kind == ConditionKind::ServiceRunning ? ServiceState::Running
                                                            : ServiceState::Stopped,
            said(condition.node, serviceStateText(state.value.value_or(ServiceState::Unknown))));
    }
    case ConditionKind::BootStartOn:
    case ConditionKind::BootStartOff: {
        if (query.bootStatus.isEmpty())
            return byWord(condition);
        const auto state = answerfacts::bootStart(a, query);
        return compare(condition, state,
                       condition.kind == ConditionKind::BootStartOn ? BootStart::On : BootStart::Off,
                       Text::tr("%1 says: start at boot %2")
                           .arg(shownSafely(condition.node))
                           .arg(state.value == BootStart::On    ? Text::tr("on")
                                : state.value == BootStart::Off ? Text::tr("off")
                                                                : bootStartText(BootStart::Unknown)));
    }
    case ConditionKind::SettingsSyncOn:
    case ConditionKind::SettingsSyncOff: {
        if (query.settingsSyncStatus.isEmpty())
            return byWord(condition);
        const auto state = answerfacts::settingsSync(a, query);
        return compare(condition, state, condition.kind == ConditionKind::SettingsSyncOn,
                       said(condition.node, state.value.value_or(false) ? Text::tr("on") : Text::tr("off")));
    }
    case ConditionKind::VersionIs: {
        if (query.versionCommand.isEmpty())
            return byWord(condition);
        const auto version = answerfacts::version(a, query);
        return compare(condition, version, condition.value,
                       said(condition.node, shownVersion(version.value.value_or(QString()))));
    }
    case ConditionKind::ConfigBackedUp:
        return query.copyPath.isEmpty() ? byWord(condition) : backedUp(condition, *node, query, a);
    case ConditionKind::ConfigCovered:
        return query.installDir.isEmpty() ? byWord(condition) : covered(condition, query, a);
    case ConditionKind::ConfigAsPlanned:
        return query.installDir.isEmpty() || !node->survey.config ? byWord(condition)
                                                                  : asPlanned(condition, query, a);
    case ConditionKind::BlockPresent:
        return blockPresent(condition, a);
    case ConditionKind::BlockAbsent: {
        const auto block = answerfacts::block(a);
        if (!block.value)
            return unseen(condition, block.detail);
        return verdict(condition, block.value->isEmpty(),
                       block.value->isEmpty()
                           ? Text::tr("No block of this program on %1").arg(shownSafely(condition.node))
                           : Text::tr("On %1 the block of run %2 stands")
                                 .arg(shownSafely(condition.node))
                                 .arg(Text::list(*block.value)));
    }
    case ConditionKind::InstallerEnded:
        return installerEnded(condition, query, a);
    case ConditionKind::QueueDrained:
    case ConditionKind::QueueDiskRoom:
        return query.queueDir.isEmpty() ? byWord(condition) : queue(condition, query, a);
    default:
        return byWord(condition);
    }
}

Observation Observer::Look::backedUp(const Condition& condition, const NodeFacts& node, const NodeQuery& query, const NodeAnswer& a)
{
    const Fact<QString> copy = answerfacts::copySha256(a, query);
    if (!copy.value)
        return {condition, Verdict::Broken, copy.detail};
    if (node.survey.configBytes.isEmpty())
        return verdict(condition, true, Text::tr("The copy is there."));
    const QString original = QString::fromLatin1(
        QCryptographicHash::hash(node.survey.configBytes, QCryptographicHash::Sha256).toHex());
    return verdict(condition, *copy.value == original,
                   *copy.value == original ? Text::tr("The copy has the content that the survey read.")
                                           : Text::tr("The copy's content is not what the survey read."));
}

Result<ReplicaConfig> Observer::Look::configOf(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const
{
    const Result<QByteArray> bytes = answerfacts::config(a, query.configPath());
    return bytes ? parsedConfig(*m_facts.node(condition.node), *bytes) : bytes.error();
}

Observation Observer::Look::asPlanned(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const
{
    const Result<ReplicaConfig> config = configOf(condition, query, a);
    if (!config)
        return unseen(condition, config.error().what);
    const QList<Text> changes = syncModeChanges(*m_facts.node(condition.node)->survey.config, *config);
    return verdict(condition, changes.isEmpty(),
                   changes.isEmpty() ? Text::tr("Data sync and peers are as before the work.")
                                     : Text::lines(changes));
}

Observation Observer::Look::covered(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const
{
    const Result<ReplicaConfig> config = configOf(condition, query, a);
    if (!config)
        return unseen(condition, config.error().what);
    for (const ReplicaConfig::Port& port : config->ports()) {
        if (!port.port && concernsSync(port, syncsData(*config, m_facts)))
            return {condition, Verdict::Broken, Text::tr("%1 has no readable port.").arg(port.key)};
    }
    const QList<int> beyond = portsBeyond(*config, m_facts, condition.ports + m_state.portsFound(condition.node));
    return verdict(
        condition, beyond.isEmpty(),
        beyond.isEmpty()
            ? Text::tr("mf_replica.def names no other port.")
            : Text::tr("mf_replica.def also names %1.").arg(Text::verbatim(portRanges(beyond))));
}

Observation Observer::Look::blockPresent(const Condition& condition, const NodeAnswer& a) const
{
    if (condition.ports.isEmpty())
        return byWord(condition); // the firewall between the nodes is not ours
    const auto block = answerfacts::block(a);
    if (!block.value)
        return unseen(condition, block.detail);
    const QString own = m_state.procedure().runId;
    const BlockRules rules = BlockRules::read(answerfacts::blockRules(a));
    QList<int> missing;
    for (const int port : condition.ports + m_state.portsFound(condition.node)) {
        if (!rules.ports.contains(port))
            missing.append(port);
    }
    if (rules.runIds != QStringList{own}) {
        return verdict(condition, false,
                       rules.empty()
                           ? Text::tr("No block of this program on %1").arg(shownSafely(condition.node))
                           : Text::tr("On %1 the block of run %2 stands")
                                 .arg(shownSafely(condition.node))
                                 .arg(Text::list(rules.runIds)));
    }
    if (!rules.inForce) {
        return verdict(condition, false,
                       Text::tr("The rules of run %1 are there, but nothing leads the packets to them: "
                                "a jump, a hook or a whole family is missing.")
                           .arg(own));
    }
    if (!missing.isEmpty()) {
        return verdict(condition, false,
                       Text::tr("The rules do not cover %1.").arg(Text::verbatim(portRanges(missing))));
    }
    const Wanted wanted = m_wanted.value(condition.node);
    if (wanted.counters && wanted.before >= 0 && rules.droppedPackets <= wanted.before) {
        return {condition, Verdict::ByWord,
                Text::tr("The rules stand, but they dropped nothing of the probes: what else closes the "
                         "ports is not known.")};
    }
    return verdict(condition, true,
                   Text::tr("The rules of run %1 stand; dropped so far: %2 packets.")
                       .arg(own)
                       .arg(rules.droppedPackets));
}

Text Observer::Look::withOutput(const Text& said, const Condition& condition, const QByteArray& log) const
{
    constexpr qsizetype mostLines = 12, cutAt = 4000; // as survey-job.sh cuts it
    const auto access = m_access.node(m_facts.node(condition.node)->node, m_facts.site);
    const QByteArray safe = access ? (*access)->redacted(log) : QByteArray();
    QList<QByteArray> lines = safe.trimmed().split('\n');
    if (log.size() >= cutAt) // its first line is the rest of one: a secret in it would not be known for one
        lines.removeFirst();
    lines.removeIf([](const QByteArray& line) { return line.trimmed().isEmpty(); });
    if (lines.isEmpty())
        return said;
    QList<Text> shown{said, Text::tr("The end of what it printed:")};
    for (const QByteArray& line : lines.sliced(std::max<qsizetype>(0, lines.size() - mostLines)))
        shown.append(Text::verbatim(shownSafely(QString::fromUtf8(line).trimmed())));
    return Text::lines(shown);
}

Observation Observer::Look::installerEnded(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const
{
    const answerfacts::Job job = answerfacts::job(a, query);
    switch (job.state) {
    case answerfacts::Job::State::Ended: {
        const Text said = Text::tr("The installer ended with exit status %1.").arg(job.status);
        Observation out = verdict(condition, job.status == 0, withOutput(said, condition, job.log));
        out.final = true;
        return out;
    }
    case answerfacts::Job::State::Running:
        return verdict(condition, false, Text::tr("The installer is running."));
    case answerfacts::Job::State::Lost: {
        const Text said = Text::tr("The installer runs no more and left no result: the node was restarted, or "
                                   "it was killed.");
        Observation out = unseen(condition, withOutput(said, condition, job.log));
        out.final = true;
        return out;
    }
    case answerfacts::Job::State::None: {
        Observation out = verdict(condition, false, Text::tr("The installer was not started."));
        out.final = true;
        out.notStarted = true;
        return out;
    }
    case answerfacts::Job::State::Unknown:
        return unseen(condition, job.why);
    }
    Q_UNREACHABLE();
}

Observation Observer::Look::queue(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const
{
    const QueueLook look = queueLook(condition.node, m_clock.now(), a, query);
    if (!look.sample)
        return unseen(condition, look.why);
    const QueueSample& sample = *look.sample;
    if (condition.kind == ConditionKind::QueueDrained) {
        const bool drained = sample.drainedSince(m_state.liftedAt(condition.node));
        Observation out = verdict(condition, drained,
                                  Text::tr("%1 files, %2 in the queue.")
                                      .arg(sample.files)
                                      .arg(Text::bytes(sample.bytes)));
        out.queue = sample;
        return out;
    }
    if (!sample.freeBytes)
        return unseen(condition, answerfacts::freeDisk(a, query).detail);
    const qint64 needed = stillNeeded(condition.node);
    Observation out = verdict(condition, *sample.freeBytes > needed,
                              Text::tr("Free: %1; in the queue: %2; still needed at most: %3.")
                                  .arg(Text::bytes(*sample.freeBytes))
                                  .arg(Text::bytes(sample.bytes))
                                  .arg(Text::bytes(needed)));
    out.queue = sample;
    return out;
}

qint64 Observer::Look::stillNeeded(const QString& name) const
{
    const Procedure& procedure = m_state.procedure();
    const TimeChart chart = TimeChart::from(procedure, m_facts.site);
    const QueueForecast forecast = QueueForecast::from(m_facts, procedure, chart);
    const int left = minutesUntilLifting(m_state, name);
    for (const QueueForecast::NodeForecast& node : forecast.nodes) {
        if (node.node == name && forecast.minutes > 0)
            return node.bytes.high * std::min(left, forecast.minutes) / forecast.minutes;
    }
    return 0;
}

Observation Observer::Look::sameVersion(const Condition& condition) const
{
    bool word = false;
    QList<Text> seen;
    bool different = false;
    for (const NodeFacts& node : m_facts.nodes) {
        const QString& name = node.node.name;
        if (m_state.isExcluded(name))
            continue;
        if (!reachable(name) || node.node.versionCommand.isEmpty()) {
            word = true;
            continue;
        }
        const auto& answer = m_wanted.value(name).answer;
        if (!answer || !*answer)
            return unseen(condition, answer ? answer->error().what : Text::tr("Nobody looked at it."));
        const Fact<QString> version = answerfacts::version(**answer, queryOf(node, Ask::Version));
        if (!version.value)
            return unseen(condition, version.detail);
        seen.append(said(name, shownVersion(*version.value)));
        different = different || *version.value != condition.value;
    }
    if (different)
        return verdict(condition, false, Text::lines(seen));
    return word ? Observation{condition, Verdict::ByWord, Text::lines(seen)}
                : verdict(condition, true, Text::lines(seen));
}

} // namespace ruw
