#include "tests/gui/EveryPage.h"
#include "wizard/widgets/KeyboardFrame.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::inWindow;
using samples::onEveryPage;

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

} // namespace

/// That the window can be used by screen reader and by the Tab key, on every page and in both languages.
class TestAccessibility : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private slots:
    void initTestCase() { samples::prepareWindows(m_folder); }
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
