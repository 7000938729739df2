#include "wizard/UpgradeWizard.h"

#include "wizard/AboutBox.h"
#include "wizard/FileDesk.h"
#include "wizard/GuideWindow.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Pages.h"
#include "wizard/pages/StartPage.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/Preferences.h"
#include "wizard/rehearsal/RehearsalBanner.h"
#include "wizard/rehearsal/RehearsalDoor.h"
#include "wizard/rehearsal/RehearsalRoom.h"
#include "wizard/Theme.h"
#include "wizard/widgets/KeyboardFrame.h"
#include "wizard/widgets/NoticeBar.h"
#include "wizard/widgets/PageFooter.h"
#include "wizard/widgets/PageHeader.h"
#include "wizard/widgets/QuestionDesk.h"
#include "wizard/widgets/SideRail.h"
#include "wizard/WizardMenus.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr QSize smallestWindow(1024, 700);
constexpr int lowBelow = 75 * theme::grid; ///< a screen of 1920x1080 at 200 %

QFrame* rule(QFrame::Shape shape, QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFrameShape(shape);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

/// A page in a frame that scrolls where the window is too small for it: nothing is ever cut off.
QScrollArea* scrolled(Page* page)
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    return area;
}

} // namespace

UpgradeWizard::UpgradeWizard(Session& session, const QString& siteFile, QWidget* parent)
    : QMainWindow(parent), m_session(session), m_exit(session), m_door(new RehearsalDoor(session, this)),
      m_files(new FileDesk(session, this))
{
    setObjectName("upgradeWizard"_L1);
    keepCopiesAsTyped(this);
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(0);
    connect(&m_refreshSoon, &QTimer::timeout, this, &UpgradeWizard::refresh);
    setWindowIcon(theme::icon(u"app"_s, theme::colors().accent));
    // A screen of 1920x1080 at 200 % is smaller than that: the window fits it, and the pages scroll.
    setMinimumSize(smallestWindow.boundedTo(screen()->availableSize()));
    resize(smallestWindow);

    auto* centre = new QWidget(this);
    if (session.isRehearsal()) {
        auto* border = new QFrame(this);
        border->setObjectName("rehearsalBorder"_L1);
        theme::makeRehearsalBorder(border);
        m_banner = new RehearsalBanner(session, *session.connections().rehearsal(), border);
        connect(m_banner, &RehearsalBanner::leaveAsked, this, &QWidget::close);
        auto* framed = new QVBoxLayout(border);
        framed->setContentsMargins({}); // the border keeps its own room
        framed->setSpacing(0);
        framed->addWidget(m_banner);
        framed->addWidget(centre, 1);
        setCentralWidget(border);
    } else {
        setCentralWidget(centre);
    }
    m_rail = new SideRail(pageCount, centre);

    m_header = new PageHeader(session.isRehearsal(), centre);
    connect(m_header, &PageHeader::moreToggled, this, &UpgradeWizard::refresh);
    m_notice = m_header->notice();
    m_stack = new QStackedWidget(centre);
    m_stack->setObjectName("pageStack"_L1);

    for (int i = 0; i < pageCount; ++i) {
        Page* made = makePage(PageId(i), session, nullptr);
        m_pages[size_t(i)] = made;
        m_stack->addWidget(scrolled(made));
        made->retranslate();
        connect(made, &Page::completeChanged, this, &UpgradeWizard::refresh);
        connect(made, &Page::goOn, this, &UpgradeWizard::goNext);
        if (m_banner)
            connect(m_banner, &RehearsalBanner::ticked, made, &Page::showTime);
    }

    m_footer = new PageFooter(centre);
    connect(m_footer, &PageFooter::backAsked, this, &UpgradeWizard::goBack);
    connect(m_footer, &PageFooter::nextAsked, this, &UpgradeWizard::goNext);
    connect(new QShortcut(QKeySequence::Back, this), &QShortcut::activated, this, &UpgradeWizard::goBack);
    connect(new QShortcut(QKeySequence::Forward, this), &QShortcut::activated, this, [this] {
        if (m_footer->canGoOn() && m_current != PageId::Finish)
            goNext();
    });

    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    column->addWidget(rule(QFrame::HLine, centre));
    column->addWidget(m_footer);

    auto* whole = new QHBoxLayout(centre);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_rail);
    whole->addWidget(rule(QFrame::VLine, centre));
    whole->addLayout(column, 1);
    connect(m_rail, &SideRail::pageChosen, this, [this](int page) { goTo(PageId(page)); });
    connect(m_rail, &SideRail::guideAsked, this, &UpgradeWizard::openGuide);
    connect(m_rail, &SideRail::languageChosen, &session, &Session::setLanguage);
    connect(&session, &Session::languageChanged, this, [this] {
        preferences::setLanguage(m_session.language());
        retranslate();
    });

    m_menus = new WizardMenus(session, *m_files, *this);
    connect(m_menus, &WizardMenus::guideAsked, this, &UpgradeWizard::openGuide);
    connect(m_menus, &WizardMenus::aboutAsked, this, [this] { AboutBox::show(this); });
    connectStart();
    connectRehearsal();
    connectFiles();
    new QuestionDesk(session, this);
    KeyboardFrame::watch(this);
    connect(&session, &Session::siteChanged, this, &UpgradeWizard::refreshSoon);
    connect(&session, &Session::factsChanged, this, &UpgradeWizard::refreshSoon);
    connect(&session, &Session::procedureChanged, this, &UpgradeWizard::refreshSoon);
    connect(&session, &Session::acknowledgedChanged, this, &UpgradeWizard::refreshSoon);
    connect(&session, &Session::journalFileChanged, this, &UpgradeWizard::refreshSoon);
    connect(&session, &Session::runChanged, this, &UpgradeWizard::refreshSoon);
    connect(&session, &Session::saveFailed, this, &UpgradeWizard::say);
    retranslate();
    goTo(PageId::Start);
    if (!siteFile.isEmpty())
        openSite(siteFile);
}

UpgradeWizard::~UpgradeWizard() = default;

void UpgradeWizard::connectStart()
{
    const auto* start = qobject_cast<StartPage*>(page(PageId::Start));
    connect(start, &StartPage::newUpgradeAsked, m_files, &FileDesk::newSite);
    connect(start, &StartPage::openAsked, m_files, &FileDesk::askForSite);
    connect(start, &StartPage::openFileAsked, m_files, &FileDesk::askThenOpenSite);
    connect(start, &StartPage::continueAsked, m_files, &FileDesk::askForJournal);
    connect(start, &StartPage::sampleAsked, m_files, &FileDesk::askThenOpenSample);
    connect(start, &StartPage::rehearseSampleAsked, this, &UpgradeWizard::rehearseSample);
    connect(start, &StartPage::rehearseSiteAsked, this, &UpgradeWizard::rehearseSite);
    connect(qobject_cast<WorkPage*>(page(PageId::Work)), &WorkPage::rehearseAsked, this,
            &UpgradeWizard::rehearseSite);
}

void UpgradeWizard::rehearseSample()
{
    m_door->openOnSample();
}

void UpgradeWizard::rehearseSite()
{
    m_pages[size_t(m_current)]->commitEdits();
    m_door->openOnSite();
}

RehearsalRoom* UpgradeWizard::rehearsal() const
{
    return m_door->room();
}

void UpgradeWizard::connectRehearsal()
{
    connect(m_door, &RehearsalDoor::failed, this, &UpgradeWizard::say);
    connect(m_door, &RehearsalDoor::opened, this, [this] {
        m_notice->clear();
        rehearsal()->window().setGeometry(geometry());
        rehearsal()->window().show();
        rehearsal()->window().activateWindow();
        hide(); // so that nobody works in the wrong window
    });
    connect(m_door, &RehearsalDoor::closing, this, [this] {
        show(); // before the other is gone: the last window that closes ends the program
        activateWindow();
        refreshSoon();
    });
}

/// What the files bring: a site to work on, a run to go on with, or why not.
void UpgradeWizard::connectFiles()
{
    connect(m_files, &FileDesk::aboutToAsk, this, [this] { m_pages[size_t(m_current)]->commitEdits(); });
    connect(m_files, &FileDesk::failed, this, &UpgradeWizard::say);
    connect(m_files, &FileDesk::saved, m_notice, &NoticeBar::clear);
    connect(m_files, &FileDesk::siteOpened, this, [this](const QList<Text>& remarks) {
        m_furthest = 0;
        m_notice->clear();
        if (!remarks.isEmpty())
            m_notice->say(theme::State::Warning, remarks, m_session.language());
        goTo(PageId::Site);
    });
    connect(m_files, &FileDesk::runFound, this, [this] {
        m_notice->clear();
        goTo(PageId::Work);
    });
}

bool UpgradeWizard::openSite(const QString& path)
{
    return m_files->openSite(path);
}

void UpgradeWizard::openSample()
{
    m_files->openSample();
}

bool UpgradeWizard::continueRun(const QString& journalPath)
{
    return m_files->continueRun(journalPath);
}

void UpgradeWizard::say(const Error& error)
{
    QList<Text> texts{error.what, error.state, error.remedy};
    for (const Finding& cause : error.causes)
        texts.append(cause.message);
    texts.removeIf([](const Text& text) { return text.isEmpty(); });
    m_notice->say(theme::State::Bad, texts, m_session.language());
}

void UpgradeWizard::openGuide()
{
    if (!m_guide)
        m_guide = new GuideWindow(m_session.language(), this);
    m_guide->goToPage(m_current);
    m_guide->show();
    m_guide->raise();
    m_guide->activateWindow();
}

/// `asked`: whoever leaves it in the middle was told already what becomes of its journal.
bool UpgradeWizard::mayLeaveRehearsal(bool asked)
{
    const Result<bool> may = asked ? Result<bool>(true) : m_exit.mayLeave(this);
    if (!may)
        say(may.error());
    return may && *may;
}

void UpgradeWizard::closeEvent(QCloseEvent* event)
{
    bool asked = false;
    for (const Page* each : m_pages) {
        const QString underWay = each->underWay();
        // In a rehearsal nothing is left open: what there is to lose is its journal, which is asked about below.
        if (underWay.isEmpty() || (m_session.isRehearsal() && m_exit.losesJournal()))
            continue;
        QMessageBox box(QMessageBox::Warning, tr("Close the window?"), underWay, QMessageBox::NoButton, this);
        box.setObjectName("underWayBox"_L1);
        QPushButton* leave = box.addButton(m_session.isRehearsal() ? tr("&Leave the rehearsal") : tr("&Close anyway"),
                                           QMessageBox::DestructiveRole);
        QPushButton* stay = box.addButton(tr("&Stay here"), QMessageBox::RejectRole);
        box.setDefaultButton(stay);
        box.setEscapeButton(stay);
        box.exec();
        if (box.clickedButton() != leave) {
            event->ignore();
            return;
        }
        asked = true;
    }
    event->setAccepted(m_session.isRehearsal() ? mayLeaveRehearsal(asked) : m_files->mayDropUnsaved());
    if (event->isAccepted())
        emit closed();
}

void UpgradeWizard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

/// Qt forgets where the keyboard was to be in a window that was never shown.
void UpgradeWizard::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!event->spontaneous() && !focusWidget())
        focusPage();
}

/// On a low screen the page's own content goes before what stands around it.
void UpgradeWizard::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    const bool low = height() < lowBelow;
    m_header->setLow(low);
    m_footer->setLow(low);
    for (Page* each : m_pages)
        each->setLow(low);
}

void UpgradeWizard::retranslate()
{
    m_rail->retranslate(m_session.language());
    m_menus->retranslate();
    if (m_guide)
        m_guide->setLanguage(m_session.language());
    m_header->retranslate();
    m_footer->retranslate();
    if (m_banner)
        m_banner->retranslate();
    m_notice->setLanguage(m_session.language());
    refresh();
}

} // namespace ruw
