#pragma once

#include "wizard/Page.h"
#include "wizard/Session.h"

#include <QObject>

class QMenu;

namespace ruw {

/// The files of the window, site files and journals: asks which one, opens and saves it, and lets nothing unsaved be lost by it.
/// It shows no page and no notice: the window does that with what it tells.
class FileDesk final : public QObject {
    Q_OBJECT
public:
    /// `window`: the dialogs stand over it.
    FileDesk(Session& session, QWidget* window);

    /// Opens at once, whatever is unsaved. False: `failed` said why, and all is as before.
    bool openSite(const QString& path);
    void openSample();
    bool continueRun(const QString& journalPath);
    /// The same after asking what becomes of unsaved changes, and where nothing is named also for the file.
    void askThenOpenSite(const QString& path);
    void askThenOpenSample();
    void askForSite();
    void askForJournal();
    void newSite();

    bool askWhereToSave(); ///< false: cancelled or failed
    /// True: nothing is unsaved, or it was saved or given up.
    bool mayDropUnsaved();
    void fillRecentMenu(QMenu& menu);

signals:
    void aboutToAsk(); ///< what is being typed shall be handed over
    /// Another site stands in the session; `remarks`: what is odd in its file.
    void siteOpened(const QList<ruw::Text>& remarks);
    void runFound(); ///< the session has the journal to go on with
    void saved();
    void failed(const ruw::Error& error);

private:
    Session& m_session;
    QWidget* m_window;
};

} // namespace ruw
