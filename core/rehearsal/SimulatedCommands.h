#pragma once

#include "core/plan/Procedure.h"
#include "core/survey/SiteFacts.h"

#include <QHash>

namespace ruw {

/// What a command does to a simulated node: the kind of step whose effect it has, and the numbers that it names.
struct SimulatedEffect {
    StepKind kind = StepKind::Confirm;
    QList<int> ports;
    int attempt = 0; ///< of an installer; 0: by hand
};
/// What the undoing of a step does.
StepKind undoneBy(StepKind kind);

/// The procedure's own command texts and what each does on which node; no other text does anything. Made once for a plan.
class SimulatedCommands {
public:
    SimulatedCommands(const SiteFacts& facts, const Procedure& procedure);

    /// None: nobody knows this text.
    std::optional<SimulatedEffect> effectOf(const QString& node, const QByteArray& script) const;

private:
    struct OfNode {
        QHash<QByteArray, SimulatedEffect> texts;
        QByteArray blockTail; ///< of the block's command, behind the line of the ports
        QByteArray installerTail; ///< of the installer's, behind the line of the attempt
    };
    QHash<QString, OfNode> m_nodes;
};

} // namespace ruw
