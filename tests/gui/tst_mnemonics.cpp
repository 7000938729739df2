#include "core/rehearsal/RehearsalSite.h"
#include "tests/gui/EveryPage.h"
#include "wizard/rehearsal/FaultDialog.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/widgets/NodeAccessDialog.h"
#include "wizard/widgets/QuestionDialog.h"
#include "wizard/widgets/TestMailDialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMultiMap>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::onEveryPage;

namespace {

/// The keys that are taken at this moment, each with what takes it: menus, buttons, labels of entries, tabs.
QMultiMap<QString, QString> mnemonics(const QWidget& window)
{
    QMultiMap<QString, QString> keys;
    const auto take = [&](const QString& text) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            keys.insert(key.toString(), text);
    };
    if (const auto* main = qobject_cast<const QMainWindow*>(&window)) {
        for (const QAction* menu : main->menuBar()->actions())
            take(menu->text());
    }
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->window() != &window)
            continue; // Qt leaves them out, too
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            take(button->text());
        } else if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->buddy()) {
            take(label->text());
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                take(tabs->tabText(i));
        }
    }
    return keys;
}

/// A key that two take does nothing but move the focus between them.
void findDoubles(const QMultiMap<QString, QString>& keys, QStringList& wrong, const QString& when)
{
    for (const QString& key : keys.uniqueKeys()) {
        if (const QStringList takers = keys.values(key); takers.size() > 1)
            wrong.append(u"%1 %2: %3"_s.arg(when, key, takers.join(u" | "_s)));
    }
}
void findDoubleKeys(const QWidget& window, QStringList& wrong, const QString& when = {})
{
    findDoubles(mnemonics(window), wrong, when);
}

/// Within a menu that is open its own entries alone take keys.
void findDoubleKeysInMenus(const QMainWindow& window, QStringList& wrong)
{
    for (const QAction* menu : window.menuBar()->actions()) {
        QMultiMap<QString, QString> keys;
        for (const QAction* action : menu->menu()->actions()) {
            if (const QKeySequence key = QKeySequence::mnemonic(action->text()); action->isVisible() && !key.isEmpty())
                keys.insert(key.toString(), action->text());
        }
        findDoubles(keys, wrong, u"menu "_s + menu->text());
    }
}

/// Each way in which the bar may ask, with everything it may offer then.
QList<ConfirmationBar::View> everyQuestion()
{
    using Mode = ConfirmationBar::Mode;
    QList<ConfirmationBar::View> views;
    for (const Mode mode :
         {Mode::Start, Mode::Judge, Mode::Question, Mode::Word, Mode::Trouble, Mode::GoingBack, Mode::Busy,
          Mode::Waiting, Mode::Held, Mode::Elsewhere, Mode::Broken, Mode::Ended}) {
        for (const bool canRun : {false, true}) {
            ConfirmationBar::View view;
            view.mode = mode;
            view.canRun = canRun;
            view.critical = view.skippable = view.canGoBack = view.several = true;
            view.remedies = {Remedy::Look, Remedy::Retry,    Remedy::Manual, Remedy::Skip,
                             Remedy::Hold, Remedy::Rollback, Remedy::Exclude};
            view.node = u"mf2"_s;
            views.append(view);
        }
    }
    return views;
}

} // namespace

/// That each key leads to one part only, on every page, in every dialog and at every question, and in both languages.
class TestMnemonics : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private slots:
    void initTestCase() { samples::prepareWindows(m_folder); }
    void noTwoPartsThatAreSeenTogetherTakeTheSameKey_data() { samples::bothLanguages(); }
    void noTwoPartsThatAreSeenTogetherTakeTheSameKey()
    {
        QFETCH(Language, language);
        onEveryPage(language, [](UpgradeWizard& window, QStringList& wrong) {
            findDoubleKeys(window, wrong);
            findDoubleKeysInMenus(window, wrong);
            auto* bar = window.page(window.current())->findChild<ConfirmationBar*>();
            if (!bar || !bar->isVisible())
                return;
            // The link to the admin screen may stand beside any question.
            window.findChild<QPushButton*>(u"openAdminButton"_s)->setVisible(true);
            const ConfirmationBar::View before = bar->view();
            // Where one may go on nothing is asked.
            const bool over = window.findChild<QPushButton*>(u"nextButton"_s)->isEnabled();
            for (const ConfirmationBar::View& view : everyQuestion()) {
                using Mode = ConfirmationBar::Mode;
                const bool asks = view.mode != Mode::Held && view.mode != Mode::Broken && view.mode != Mode::Ended;
                if (asks && over)
                    continue;
                bar->setView(view);
                bar->findChild<QCheckBox*>(u"checkerAgrees"_s)->setChecked(true); // what waits for it has a key, too
                findDoubleKeys(window, wrong, u"question %1"_s.arg(int(view.mode)));
            }
            bar->setView(before);
        });
    }
    void whatLeadsBackAndWhatMovesANodeHasAKey_data() { samples::bothLanguages(); }
    void whatLeadsBackAndWhatMovesANodeHasAKey()
    {
        QFETCH(Language, language);
        onEveryPage(language, [](UpgradeWizard& window, QStringList& wrong) {
            for (const char* name : {"backButton", "nextButton", "addNodeButton", "removeNodeButton", "nodeUpButton", "nodeDownButton"}) {
                const auto* button = window.findChild<QAbstractButton*>(QString::fromLatin1(name));
                if (!button)
                    wrong.append(u"there is no %1"_s.arg(QLatin1StringView(name)));
                else if (QKeySequence::mnemonic(button->text()).isEmpty())
                    wrong.append(u"no key: "_s + button->text());
            }
        });
    }
    void noTwoPartsOfADialogTakeTheSameKey_data() { samples::bothLanguages(); }
    void noTwoPartsOfADialogTakeTheSameKey()
    {
        QFETCH(Language, language);
        QStringList wrong;
        Session session;
        session.setLanguage(language);
        session.connections().useAccess(std::make_unique<RehearsalStage>(QDateTime::currentDateTime()));
        const Result<SiteFacts> facts = sampleForRehearsal();
        QVERIFY(facts);
        session.takeUp(facts->site, facts->survey, ProcedureKind::BlockSyncPorts, m_folder.path());
        SshQuestion question;
        question.node = u"mf2"_s;
        question.prompt = Text::verbatim(u"Password:"_s);
        question.mayServeAll = true;
        const auto look = [&](QDialog* made, const QString& name) {
            const std::unique_ptr<QDialog> dialog(made);
            dialog->show();
            QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
            for (QWidget* part : dialog->findChildren<QWidget*>())
                part->setEnabled(true); // whatever state it is in: these may all be seen together
            findDoubleKeys(*dialog, wrong, name);
        };
        look(new HostKeyDialog(question, language, nullptr), u"host key"_s);
        look(new SecretDialog(question, language, true, nullptr), u"secret"_s);
        look(new TestMailDialog({}, {}, language), u"test mail"_s);
        look(new FaultDialog(session, *session.connections().rehearsal()), u"faults"_s);
        for (const SshAuth auth : {SshAuth::Agent, SshAuth::Key, SshAuth::Password}) {
            Node node = facts->site.nodes.first();
            node.access = AccessKind::Ssh;
            node.ssh = SshSettings();
            node.ssh->auth = auth;
            look(new NodeAccessDialog(node, {}, nullptr), u"access to a node"_s);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
    void noTwoAnswersToAQuestionTakeTheSameKey_data() { samples::bothLanguages(); }
    void noTwoAnswersToAQuestionTakeTheSameKey()
    {
        QFETCH(Language, language);
        QStringList wrong, asked;
        const auto closed = [&](UpgradeWizard& window, QLatin1StringView box) {
            asked.clear();
            QTimer seen;
            connect(&seen, &QTimer::timeout, &window, [&] {
                auto* shown = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
                if (!shown || asked.contains(shown->objectName()))
                    return;
                asked.append(shown->objectName());
                findDoubleKeys(*shown, wrong, shown->objectName());
                shown->reject(); // stay
            });
            seen.start(10);
            QVERIFY2(!window.close(), qPrintable(box + u" of "_s + asked.join(u' ')));
            QVERIFY2(asked.contains(box), qPrintable(box));
        };
        const QString failed = samples::everyPage(language, [&](UpgradeWizard& window, const QString& state) {
            if (state == "site, empty"_L1) {
                QTest::keyClicks(window.page(PageId::Site)->findChild<QLineEdit*>(u"siteNameEdit"_s), u"Osaka"_s);
                closed(window, "unsavedBox"_L1);
            } else if (state == "work"_L1) {
                closed(window, "underWayBox"_L1);
            }
        });
        QVERIFY2(failed.isEmpty(), qPrintable(failed));
        const QString unrehearsed =
            samples::everyPageOfTheRehearsal(language, [&](UpgradeWizard& window, const QString& state) {
                if (state == "rehearsal, work"_L1 || state == "rehearsal, finish"_L1)
                    closed(window, "rehearsalExitBox"_L1);
            });
        QVERIFY2(unrehearsed.isEmpty(), qPrintable(unrehearsed));
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
