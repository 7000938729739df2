#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace ruw {

class FileDesk;
class Session;

/// The menus of the window. A rehearsal has its site and keeps it: there is nothing to open or to save.
class WizardMenus final : public QObject {
    Q_OBJECT
public:
    WizardMenus(Session& session, FileDesk& files, QMainWindow& window);
    void retranslate();

signals:
    void guideAsked();
    void aboutAsked();

private:
    Session& m_session;
    QMenu *m_fileMenu, *m_recentMenu, *m_helpMenu;
    QAction *m_new, *m_open, *m_save, *m_quit, *m_japanese, *m_english, *m_guide, *m_whatsThis, *m_about;
};

} // namespace ruw
