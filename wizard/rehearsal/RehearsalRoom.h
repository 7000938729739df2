#pragma once

#include "core/plan/Procedure.h"
#include "wizard/Session.h"

#include <QTemporaryDir>

#include <memory>

namespace ruw {

class UpgradeWizard;

/// A rehearsal beside the real site: a session of its own whose servers are simulated from its first moment to its last, and
/// the same window on it. The real session is not touched by it.
class RehearsalRoom : public QObject {
    Q_OBJECT
public:
    /// `facts`: the site that is played; `kind` may be planned for it. Takes over the language of `real` and hands
    /// changes of it back.
    RehearsalRoom(Session& real, const SiteFacts& facts, ProcedureKind kind, QObject* parent = nullptr);
    ~RehearsalRoom() override;
    UpgradeWizard& window() { return *m_window; }
    Session& session() { return m_session; }

signals:
    void left();

private:
    QTemporaryDir m_folder; ///< of its journals
    Session m_session;
    std::unique_ptr<UpgradeWizard> m_window;
};

} // namespace ruw
