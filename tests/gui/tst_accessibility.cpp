#include "tests/gui/EveryPage.h"
#include "tests/gui/PageSamples.h"
#include "core/rehearsal/RehearsalSite.h"
#include "wizard/rehearsal/FaultDialog.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/Theme.h"
#include "wizard/widgets/KeyboardFrame.h"
#include "wizard/widgets/NodeAccessDialog.h"
#include "wizard/widgets/QuestionDialog.h"
#include "wizard/widgets/TestMailDialog.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QTimer>
#include <QSettings>
#include <QSpinBox>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// Whether a person acts on it: by keyboard or by mouse.
bool isInteractive(const QWidget& widget)
{
    return widget.isVisible() &&
           (widget.focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton*>(&widget));
}

/// The parts of a widget that Qt itself makes: a spin box's entry, a table's corner.
bool isQtsOwn(const QWidget& widget)
{
    return widget.objectName().startsWith("qt_"_L1) ||
           qobject_cast<const QAbstractSpinBox*>(widget.parentWidget()) ||
           qobject_cast<const QComboBox*>(widget.parentWidget()) || widget.inherits("QTableCornerButton") ||
           widget.inherits("QHeaderView");
}

QString pathOf(const QWidget& widget)
{
    QStringList names;
    for (const QWidget* each = &widget; each && names.size() < 3; each = each->parentWidget())
        names.prepend(
            u"%1 \"%2\""_s.arg(QLatin1StringView(each->metaObject()->className()), each->objectName()));
    return names.join(u" > "_s);
}

/// The accessible parts below one, with what is wrong with each.
void walk(QAccessibleInterface* part, QStringList& wrong, int depth = 0)
{
    if (!part || !part->isValid() || depth > 40)
        return;
    const QAccessible::State state = part->state();
    const auto* widget = qobject_cast<QWidget*>(part->object());
    if (state.invisible || (widget && !widget->isVisible()))
        return;
    const QString name = part->text(QAccessible::Name);
    const bool ours = !widget || !isQtsOwn(*widget);
    if (ours && state.focusable && !state.invisible && name.trimmed().isEmpty() &&
        part->role() != QAccessible::Cell && part->role() != QAccessible::Client)
        wrong.append(u"no name: role %1 %2"_s.arg(part->role()).arg(widget ? pathOf(*widget) : QString()));
    if (part->role() == QAccessible::NoRole)
        wrong.append(u"no role: "_s + name);
    for (int i = 0; i < part->childCount(); ++i)
        walk(part->child(i), wrong, depth + 1);
}

QRect inWindow(const QWidget& widget)
{
    return {widget.mapTo(widget.window(), QPoint(0, 0)), widget.size()};
}

/// The page's parts that the keyboard reaches, in the order of the Tab key.
QList<QWidget*> tabOrder(QWidget& page)
{
    QList<QWidget*> order;
    for (QWidget* widget = page.nextInFocusChain(); widget && widget != &page;
         widget = widget->nextInFocusChain()) {
        const bool byTab = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        if (page.isAncestorOf(widget) && byTab && widget->isVisible() && widget->isEnabled() &&
            !isQtsOwn(*widget))
            order.append(widget);
    }
    return order;
}

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

/// That the window can be used by keyboard and by screen reader, on every page and in both languages.
class TestAccessibility : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    void onEveryPage(Language language, const std::function<void(UpgradeWizard&, QStringList&)>& look)
    {
        QStringList wrong;
        const auto visit = [&](UpgradeWizard& window, const QString& state) {
            QStringList here;
            look(window, here);
            for (const QString& each : std::as_const(here))
                wrong.append(u"%1: %2"_s.arg(state, each));
        };
        const QString failed = samples::everyPage(language, visit) + samples::everyPageOfTheRehearsal(language, visit);
        QVERIFY2(failed.isEmpty(), qPrintable(u"not reached: "_s + failed));
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        theme::apply(*qApp, theme::Mode::Light);
    }
    void everyPartThatOneActsOnHasANameAndARole_data() { samples::bothLanguages(); }
    void everyPartThatOneActsOnHasANameAndARole()
    {
        QFETCH(Language, language);
        onEveryPage(language, [](UpgradeWizard& window, QStringList& wrong) {
            walk(QAccessible::queryAccessibleInterface(&window), wrong);
            for (const QWidget* widget : window.findChildren<QWidget*>()) {
                if (!isInteractive(*widget) || isQtsOwn(*widget))
                    continue;
                QAccessibleInterface* part =
                    QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
                if (!part)
                    wrong.append(u"not accessible: "_s + pathOf(*widget));
                else if (part->text(QAccessible::Name).trimmed().isEmpty())
                    wrong.append(u"no name: "_s + pathOf(*widget));
            }
            wrong.removeDuplicates();
        });
    }
    void everyEntryIsLabelledInTheWindowsLanguage_data() { samples::bothLanguages(); }
    void everyEntryIsLabelledInTheWindowsLanguage()
    {
        QFETCH(Language, language);
        onEveryPage(language, [](UpgradeWizard& window, QStringList& wrong) {
            QSet<const QWidget*> labelled;
            for (const QLabel* label : window.findChildren<QLabel*>()) {
                if (label->buddy())
                    labelled.insert(label->buddy());
            }
            for (const QWidget* widget : window.findChildren<QWidget*>()) {
                const bool entry = qobject_cast<const QLineEdit*>(widget) ||
                                   qobject_cast<const QComboBox*>(widget) ||
                                   qobject_cast<const QAbstractSpinBox*>(widget);
                if (!entry || !widget->isVisible() || isQtsOwn(*widget))
                    continue;
                if (!labelled.contains(widget) && widget->accessibleName().isEmpty())
                    wrong.append(u"no label and no name: "_s + pathOf(*widget));
            }
        });
    }
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
    void whereTheKeyboardIsCanBeSeen_data() { samples::bothLanguages(); }
    void whereTheKeyboardIsCanBeSeen()
    {
        QFETCH(Language, language);
        onEveryPage(language, [](UpgradeWizard& window, QStringList& wrong) {
            // By the Tab key itself: Qt shows where the keyboard is only to whom uses it.
            QSet<QWidget*> seen;
            for (int guard = 0; guard < 200; ++guard) {
                QTest::keyClick(&window, Qt::Key_Tab);
                QWidget* widget = window.focusWidget();
                if (!widget || seen.contains(widget))
                    break;
                seen.insert(widget);
                const QImage with = widget->grab().toImage();
                widget->clearFocus();
                const QImage without = widget->grab().toImage();
                widget->setFocus(Qt::TabFocusReason);
                const auto* frame = window.findChild<KeyboardFrame*>(); // around what can't show it itself
                const bool framed = frame && frame->isVisible() && frame->widget() == widget;
                if (with == without && !framed)
                    wrong.append(pathOf(*widget));
            }
            if (seen.size() < 3)
                wrong.append(u"the Tab key reaches nothing"_s);
        });
    }
    void theTabKeyGoesInReadingOrder_data() { samples::bothLanguages(); }
    void theTabKeyGoesInReadingOrder()
    {
        QFETCH(Language, language);
        onEveryPage(language, [](UpgradeWizard& window, QStringList& wrong) {
            const QList<QWidget*> order = tabOrder(*window.page(window.current()));
            for (qsizetype i = 1; i < order.size(); ++i) {
                const QRect before = inWindow(*order[i - 1]), now = inWindow(*order[i]);
                // Back up is only for the next column; back to the left only for the next line.
                const bool up = now.bottom() < before.top() && now.left() < before.right();
                const bool left = now.right() < before.left() && now.top() < before.bottom() &&
                                  before.top() < now.bottom() && now.top() <= before.top();
                if (up || left)
                    wrong.append(u"%1 after %2"_s.arg(pathOf(*order[i]), pathOf(*order[i - 1])));
            }
        });
    }
    void theTabKeyReachesEverythingThatOneActsOn_data() { samples::bothLanguages(); }
    void theTabKeyReachesEverythingThatOneActsOn()
    {
        QFETCH(Language, language);
        onEveryPage(language, [](UpgradeWizard& window, QStringList& wrong) {
            for (const QWidget* widget : window.findChildren<QWidget*>()) {
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                if (!button || !button->isVisible() || isQtsOwn(*button) || button->focusProxy() ||
                    (button->focusPolicy() & Qt::TabFocus))
                    continue;
                // One of a group of which one is chosen is reached by the arrow keys; a picture in an entry by its shortcut.
                const auto siblings = button->parentWidget()->findChildren<QAbstractButton*>();
                const bool byArrows =
                    button->autoExclusive() &&
                    std::any_of(siblings.cbegin(), siblings.cend(), [](const QAbstractButton* each) {
                        return each->autoExclusive() && (each->focusPolicy() & Qt::TabFocus);
                    });
                const auto* entry = qobject_cast<const QLineEdit*>(button->parentWidget());
                const bool byShortcut =
                    entry && std::all_of(entry->actions().cbegin(), entry->actions().cend(),
                                         [](const QAction* action) { return !action->shortcut().isEmpty(); });
                if (!byArrows && !byShortcut)
                    wrong.append(u"by mouse only: "_s + pathOf(*button));
            }
        });
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
