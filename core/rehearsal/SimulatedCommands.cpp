#include "core/rehearsal/SimulatedCommands.h"

#include "core/plan/Undo.h"

namespace ruw {

namespace {

constexpr QByteArrayView portsLine("ports='");
constexpr QByteArrayView attemptLine("attempt='");

QList<int> portsIn(const QByteArray& script)
{
    QList<int> ports;
    const qsizetype begin = portsLine.size();
    for (const QByteArray& word : script.sliced(begin, script.indexOf('\'', begin) - begin).split(','))
        ports.append(word.trimmed().toInt());
    return ports;
}

} // namespace

StepKind undoneBy(StepKind kind)
{
    return counterpartOf(kind).value_or(kind); // the way back of an installer has no step of its own
}

SimulatedCommands::SimulatedCommands(const SiteFacts& facts, const Procedure& procedure)
{
    Q_UNUSED(facts)
    for (const Step& step : procedure.steps) {
        if (step.node.isEmpty())
            continue;
        OfNode& node = m_nodes[step.node];
        const auto learn = [&](const Action& action, StepKind kind) {
            if (action.type != Action::Type::Command || action.command.isEmpty())
                return;
            const QByteArray text = action.command.toUtf8();
            const bool blocks = kind == StepKind::Block || kind == StepKind::ExtendBlock;
            node.texts.insert(text, {kind, blocks ? portsIn(text) : QList<int>(), kind == StepKind::RunInstaller ? 1 : 0});
            if (blocks)
                node.blockTail = text.sliced(text.indexOf('\n'));
            if (kind == StepKind::RunInstaller && text.startsWith(attemptLine))
                node.installerTail = text.sliced(text.indexOf('\n'));
        };
        learn(step.action, step.kind);
        if (step.rollback)
            learn(*step.rollback, undoneBy(step.kind));
    }
}

std::optional<SimulatedEffect> SimulatedCommands::effectOf(const QString& name,
                                                           const QByteArray& script) const
{
    const auto node = m_nodes.constFind(name);
    if (node == m_nodes.cend())
        return std::nullopt;
    if (const auto known = node->texts.constFind(script); known != node->texts.cend())
        return *known;
    if (!node->blockTail.isEmpty() && script.startsWith(portsLine) && script.endsWith(node->blockTail))
        return SimulatedEffect{StepKind::Block, portsIn(script)};
    if (!node->installerTail.isEmpty() && script.startsWith(attemptLine) && script.endsWith(node->installerTail)) {
        const qsizetype begin = attemptLine.size();
        return SimulatedEffect{StepKind::RunInstaller, {}, script.sliced(begin, script.indexOf('\'', begin) - begin).toInt()};
    }
    return std::nullopt;
}

} // namespace ruw
