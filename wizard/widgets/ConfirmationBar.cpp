#include "wizard/widgets/ConfirmationBar.h"

#include "wizard/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Ask = ConfirmationBar::Ask;
using Mode = ConfirmationBar::Mode;

struct Button {
    Ask ask;
    QLatin1StringView name;
    bool primary;
};
/// In the order in which they stand, from the left.
constexpr std::array buttons = {
    Button{Ask::Start, "startButton"_L1, true},
    Button{Ask::Done, "doneButton"_L1, true},
    Button{Ask::RestartAsked, "restartAskedButton"_L1, false},
    Button{Ask::NotAsExpected, "failButton"_L1, false},
    Button{Ask::Retry, "retryButton"_L1, true},
    Button{Ask::DoAgain, "doAgainButton"_L1, true},
    Button{Ask::Undone, "undoneButton"_L1, true},
    Button{Ask::StayForward, "stayForwardButton"_L1, false},
    Button{Ask::GoOn, "goOnButton"_L1, true},
    Button{Ask::ShowCurrent, "showCurrentButton"_L1, true},
    Button{Ask::Reopen, "reopenButton"_L1, true},
    Button{Ask::Skip, "skipButton"_L1, false},
    Button{Ask::GoBack, "goBackButton"_L1, false},
};

QList<Ask> asksOf(Mode mode)
{
    switch (mode) {
    case Mode::Start:
        return {Ask::Start, Ask::Skip, Ask::GoBack, Ask::Hold};
    case Mode::Judge:
        return {Ask::Done, Ask::NotAsExpected, Ask::Hold};
    case Mode::Question:
        return {Ask::Done, Ask::RestartAsked, Ask::NotAsExpected, Ask::Hold};
    case Mode::Failed:
        return {Ask::Retry, Ask::Skip, Ask::GoBack, Ask::Hold};
    case Mode::RolledBack:
        return {Ask::DoAgain, Ask::GoBack, Ask::Hold};
    case Mode::GoingBack:
        return {Ask::Undone, Ask::StayForward, Ask::Hold};
    case Mode::Held:
        return {Ask::GoOn};
    case Mode::Elsewhere:
        return {Ask::ShowCurrent};
    case Mode::Broken:
        return {Ask::Reopen};
    case Mode::Ended:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

ConfirmationBar::ConfirmationBar(QWidget* parent)
    : QFrame(parent), m_noteLabel(new QLabel(this)), m_note(new QLineEdit(this)),
      m_checker(new QCheckBox(this))
{
    setObjectName("confirmationBar"_L1);
    theme::makeCard(this);
    m_note->setObjectName("noteEdit"_L1);
    m_note->setMaxLength(500);
    m_noteLabel->setBuddy(m_note);
    m_checker->setObjectName("checkerAgrees"_L1);

    auto* noteRow = new QHBoxLayout;
    noteRow->setSpacing(theme::grid);
    noteRow->addWidget(m_noteLabel);
    noteRow->addWidget(m_note, 1);
    const auto makeButton = [this](Ask ask, QLatin1StringView name, QBoxLayout* row) {
        auto* made = new QPushButton(this);
        made->setObjectName(name);
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, [this, ask] { emit asked(ask); });
        m_buttons.insert(ask, made);
        return made;
    };
    makeButton(Ask::Hold, "holdButton"_L1, noteRow); // always in the same place
    auto* buttonRow = new QHBoxLayout;
    buttonRow->setSpacing(theme::grid);
    for (const Button& entry : buttons) {
        if (entry.ask == Ask::Skip)
            buttonRow->addStretch(1); // what leads on stands left, what leads off stands right
        QPushButton* made = makeButton(entry.ask, entry.name, buttonRow);
        if (entry.primary)
            theme::makePrimary(made);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::grid + 4, theme::grid, theme::grid + 4, theme::grid);
    column->setSpacing(theme::grid);
    column->addLayout(noteRow);
    column->addWidget(m_checker);
    column->addLayout(buttonRow);
    View none;
    none.mode = Mode::Held;
    setView(none); // few buttons until there is a run: hidden ones must not widen the page
}

void ConfirmationBar::setView(const View& view)
{
    m_view = view;
    const QList<Ask> asks = asksOf(view.mode);
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it) {
        bool visible = asks.contains(it.key());
        if (it.key() == Ask::Skip)
            visible = visible && view.skippable;
        if (it.key() == Ask::GoBack)
            visible = visible && view.canGoBack;
        it.value()->setVisible(visible);
    }
    const bool takesNote = view.mode != Mode::Held && view.mode != Mode::Elsewhere &&
                           view.mode != Mode::Broken && view.mode != Mode::Ended;
    m_note->setVisible(takesNote);
    m_noteLabel->setVisible(takesNote);
    m_checker->setVisible(view.mode == Mode::Start && view.critical);
    m_checker->setChecked(false); // each critical action is acknowledged anew
    setVisible(view.mode != Mode::Ended);
    retranslate();
}

QString ConfirmationBar::note() const
{
    return m_note->text();
}

void ConfirmationBar::clearNote()
{
    m_note->clear();
}

bool ConfirmationBar::checkerAgrees() const
{
    return m_checker->isChecked();
}

void ConfirmationBar::focusNote()
{
    m_note->setFocus(Qt::OtherFocusReason);
}

QString ConfirmationBar::textOf(Ask ask) const
{
    switch (ask) {
    case Ask::Start:
        return tr("&Start this action");
    case Ask::Done:
        return m_view.mode == Mode::Question ? tr("&Done: no restart") : tr("&Done: as expected");
    case Ask::RestartAsked:
        return tr("&Restart asked for");
    case Ask::NotAsExpected:
        return tr("&Not as expected");
    case Ask::Retry:
        return tr("&Try again");
    case Ask::DoAgain:
        return tr("Do this step a&gain");
    case Ask::Skip:
        return tr("S&kip");
    case Ask::GoBack:
        return tr("&Undo last change");
    case Ask::Undone:
        return tr("&Done: it is undone");
    case Ask::StayForward:
        return tr("Do not &undo it");
    case Ask::Hold:
        return tr("&Hold");
    case Ask::GoOn:
        return tr("&Go on with the run");
    case Ask::ShowCurrent:
        return tr("Show the &current step");
    case Ask::Reopen:
        return tr("&Go on from the journal");
    }
    Q_UNREACHABLE();
}

void ConfirmationBar::retranslate()
{
    m_noteLabel->setText(tr("N&ote"));
    m_note->setPlaceholderText(tr("What was seen, or the reason"));
    m_checker->setText(m_view.checker.isEmpty()
                           ? tr("The checker has looked and &agrees")
                           : tr("%1 (checker) has looked and &agrees").arg(m_view.checker));
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setText(textOf(it.key()));
}

} // namespace ruw
