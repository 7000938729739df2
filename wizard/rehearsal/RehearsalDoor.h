#pragma once

#include "core/plan/Procedure.h"
#include "wizard/Session.h"

namespace ruw {

class RehearsalRoom;

/// The way into a rehearsal: plans what can be played on the sample or on the site that is open, and opens the room for it.
/// One at a time, and none within a rehearsal.
class RehearsalDoor : public QObject {
    Q_OBJECT
public:
    explicit RehearsalDoor(Session& session, QObject* parent);
    /// On the built-in fictitious site.
    void openOnSample();
    /// On the session's site: with what was surveyed, or with its files alone.
    void openOnSite();
    /// The rehearsal that is open; null: none.
    RehearsalRoom* room() const { return m_room; }

signals:
    void opened();
    void failed(const ruw::Error& error);
    /// It was left and is about to go.
    void closing();

private:
    /// `kind`: the procedure that is played; none: the one a site is planned with where nothing was chosen.
    void open(const Result<SiteFacts>& facts, std::optional<ProcedureKind> kind);
    void close();

    Session& m_session;
    RehearsalRoom* m_room = nullptr;
};

} // namespace ruw
