#pragma once

#include "core/site/Site.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace ruw {

class Session;

/// The site while it is being typed. Checks and plan are made anew by the Session when the typing pauses, not
/// at each key.
class SiteDraft : public QObject {
    Q_OBJECT
public:
    explicit SiteDraft(Session& session, QObject* parent = nullptr);

    const Site& site() const { return m_site; }
    /// Changes the site; handed to the session after a short pause, or by commit().
    void edit(const std::function<void(Site&)>& change);
    void editNode(qsizetype index, const std::function<void(Node&)>& change);
    void commit();

signals:
    void changed();  ///< by whomever
    void reloaded(); ///< from the session: another site, or another's change

private:
    Session& m_session;
    Site m_site;
    QTimer m_pause;
    bool m_committing = false;
};

} // namespace ruw
