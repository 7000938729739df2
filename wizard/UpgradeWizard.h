#pragma once

#include "wizard/Page.h"
#include "wizard/rehearsal/RehearsalExit.h"
#include "wizard/Session.h"

#include <QMainWindow>
#include <QTimer>

#include <array>

class QStackedWidget;

namespace ruw {

class FileDesk;
class GuideWindow;
class NoticeBar;
class PageFooter;
class PageHeader;
class RehearsalBanner;
class RehearsalDoor;
class RehearsalRoom;
class SideRail;
class WizardMenus;

/// The window: side rail, the current page with its title, and one primary button. It knows the pages' order
/// and nothing of what they do; FileDesk opens and saves. A page can be reached when every page before it is complete.
class UpgradeWizard : public QMainWindow {
    Q_OBJECT
public:
    /// `siteFile`: opened at once; empty: none. The session must outlive the window.
    explicit UpgradeWizard(Session& session, const QString& siteFile = {}, QWidget* parent = nullptr);
    ~UpgradeWizard() override;

    /// Shows the page, or the last reachable one before it.
    void goTo(PageId id);
    PageId current() const { return m_current; }
    bool isReachable(PageId id) const;
    Page* page(PageId id) const { return m_pages[size_t(id)]; }

    /// Opens a site file and shows its page; what is wrong with it is said in the notice bar.
    bool openSite(const QString& path);
    /// Goes on with an interrupted run; a file that is none leaves everything as it is and is said in the notice bar.
    bool continueRun(const QString& journalPath);
    /// The built-in fictitious site. It has no file, so it can't be changed by accident.
    void openSample();
    /// Plays on the sample, or on the site that is open, in a window of its own; this one is back, as it was, when that is left.
    void rehearseSample();
    void rehearseSite();
    /// The rehearsal that is open; null: none.
    RehearsalRoom* rehearsal() const;
    /// Shows the operator's guide at the page that is shown.
    void openGuide();

signals:
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void connectStart();
    void connectRehearsal();
    void connectFiles();
    void say(const Error& error);
    void goNext();
    void goBack();
    void focusPage();
    void retranslate();
    void refreshSoon();
    void refresh(); ///< rail, header and footer from the pages' state

    bool mayLeaveRehearsal(bool asked);
    /// The first page that can be shown: in a rehearsal site and survey are settled.
    int firstPage() const;

    Session& m_session;
    RehearsalBanner* m_banner = nullptr; ///< in a rehearsal only
    RehearsalExit m_exit;
    RehearsalDoor* m_door;
    FileDesk* m_files;
    QTimer m_refreshSoon;
    std::array<Page*, pageCount> m_pages{};
    PageId m_current = PageId::Start;
    int m_furthest = 0; ///< last page that was shown: only what was seen can be done

    SideRail* m_rail = nullptr;
    WizardMenus* m_menus = nullptr;
    PageHeader* m_header = nullptr;
    NoticeBar* m_notice = nullptr;
    QStackedWidget* m_stack = nullptr;
    PageFooter* m_footer = nullptr;

    GuideWindow* m_guide = nullptr; ///< made when it is first asked for
};

} // namespace ruw
