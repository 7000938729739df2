#include "wizard/WizardMenus.h"

#include "wizard/FileDesk.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenuBar>
#include <QWhatsThis>

using namespace Qt::StringLiterals;

namespace ruw {

WizardMenus::WizardMenus(Session& session, FileDesk& files, QMainWindow& window) : QObject(&window), m_session(session)
{
    QMenuBar& bar = *window.menuBar();
    m_fileMenu = bar.addMenu(QString());
    m_new = m_fileMenu->addAction(theme::icon(u"new"_s), {}, QKeySequence::New, &files, &FileDesk::newSite);
    m_open = m_fileMenu->addAction(theme::icon(u"folder"_s), {}, QKeySequence::Open, &files, &FileDesk::askForSite);
    m_recentMenu = m_fileMenu->addMenu(QString());
    connect(m_recentMenu, &QMenu::aboutToShow, this, [this, &files] { files.fillRecentMenu(*m_recentMenu); });
    m_save = m_fileMenu->addAction(theme::icon(u"save"_s), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &files,
                                   [&files] { files.askWhereToSave(); });
    m_fileMenu->addSeparator();
    m_quit = m_fileMenu->addAction({}, QKeySequence(Qt::CTRL | Qt::Key_Q), &window, &QWidget::close);

    // The words of the languages are never translated: whoever can't read the rest finds his own.
    QMenu* languageMenu = bar.addMenu(u"言語 / Language"_s);
    auto* languages = new QActionGroup(this);
    const auto language = [&](const QString& text, Language chosen) {
        QAction* made = languageMenu->addAction(text, this, [this, chosen] { m_session.setLanguage(chosen); });
        made->setCheckable(true);
        return languages->addAction(made);
    };
    m_japanese = language(u"日本語(&J)"_s, Language::Japanese);
    m_english = language(u"&English"_s, Language::English);

    m_helpMenu = bar.addMenu(QString());
    m_guide = m_helpMenu->addAction(theme::icon(u"info"_s), {}, QKeySequence::HelpContents, this,
                                    &WizardMenus::guideAsked);
    m_whatsThis = QWhatsThis::createAction(this);
    // Qt's own key for it goes to the part with the keyboard: as a shortcut of the window it would only change the pointer.
    m_whatsThis->setShortcut({});
    m_helpMenu->addAction(m_whatsThis);
    m_helpMenu->addSeparator();
    m_about = m_helpMenu->addAction(theme::icon(u"info"_s), {}, this, &WizardMenus::aboutAsked);
    for (QAction* action : {m_new, m_open, m_recentMenu->menuAction(), m_save})
        action->setVisible(!session.isRehearsal());
    for (QAction* action : {m_new, m_open, m_save})
        action->setEnabled(!session.isRehearsal());
    m_new->setObjectName("newAction"_L1);
    m_open->setObjectName("openAction"_L1);
    m_save->setObjectName("saveAction"_L1);
    m_guide->setObjectName("guideAction"_L1);
    m_about->setObjectName("aboutAction"_L1);
}

void WizardMenus::retranslate()
{
    (m_session.language() == Language::Japanese ? m_japanese : m_english)->setChecked(true);
    m_fileMenu->setTitle(tr("&File"));
    m_new->setText(tr("&New upgrade"));
    m_open->setText(tr("&Open a site file\u2026"));
    m_recentMenu->setTitle(tr("&Recent sites"));
    m_save->setText(tr("Save the site &as\u2026"));
    m_quit->setText(m_session.isRehearsal() ? tr("&Leave the rehearsal") : tr("&Quit"));
    m_helpMenu->setTitle(tr("Hel&p"));
    m_guide->setText(tr("Operator's &guide"));
    m_whatsThis->setText(tr("&What is this?"));
    m_about->setText(tr("&About this program"));
}

} // namespace ruw
