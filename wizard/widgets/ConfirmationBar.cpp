#include "wizard/widgets/ConfirmationBar.h"

#include "core/product/ProductVersion.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/AnswerCell.h"
#include "wizard/widgets/TwoLines.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

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
/// In the order in which they stand, from the left: what leads on.
constexpr std::array onward = {
    Button{Ask::Run, "runButton"_L1, true},
    Button{Ask::Start, "startButton"_L1, true},
    Button{Ask::StartByHand, "startByHandButton"_L1, false},
    Button{Ask::Done, "doneButton"_L1, true},
    Button{Ask::RestartAsked, "restartAskedButton"_L1, false},
    Button{Ask::NotAsExpected, "failButton"_L1, false},
    Button{Ask::Yes, "yesButton"_L1, true},
    Button{Ask::AllYes, "allYesButton"_L1, false},
    Button{Ask::No, "noButton"_L1, false},
    Button{Ask::Look, "lookButton"_L1, true},
    Button{Ask::Retry, "retryButton"_L1, false},
    Button{Ask::DoneByHand, "doneByHandButton"_L1, false},
    Button{Ask::RunUndo, "runUndoButton"_L1, true},
    Button{Ask::BeginUndo, "beginUndoButton"_L1, true},
    Button{Ask::Undone, "undoneButton"_L1, true},
    Button{Ask::StayForward, "stayForwardButton"_L1, false},
    Button{Ask::StopWaiting, "stopWaitingButton"_L1, false},
    Button{Ask::GoOn, "goOnButton"_L1, true},
    Button{Ask::ShowCurrent, "showCurrentButton"_L1, true},
    Button{Ask::Reopen, "reopenButton"_L1, true},
};
/// What leads off; right of the others, or in a row of its own where there are many.
constexpr std::array away = {
    Button{Ask::Skip, "skipButton"_L1, false},
    Button{Ask::Exclude, "excludeButton"_L1, false},
    Button{Ask::GoBack, "goBackButton"_L1, false}, // last: its line takes the rest of the row
};

std::optional<Ask> askOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::Look:
        return Ask::Look;
    case Remedy::Retry:
        return Ask::Retry;
    case Remedy::Manual:
        return Ask::DoneByHand;
    case Remedy::Skip:
        return Ask::Skip;
    case Remedy::Rollback:
        return Ask::GoBack;
    case Remedy::Exclude:
        return Ask::Exclude;
    case Remedy::Hold:
        return Ask::Hold;
    }
    Q_UNREACHABLE();
}

} // namespace

ConfirmationBar::ConfirmationBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_noteLabel(new QLabel(this)), m_note(new QLineEdit(this)),
      m_checker(new QCheckBox(this))
{
    setObjectName("confirmationBar"_L1);
    theme::makeCard(this);
    m_text->setObjectName("barQuestion"_L1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    theme::makeStrong(m_text);
    m_note->setObjectName("noteEdit"_L1);
    m_note->setMaxLength(500);
    m_noteLabel->setBuddy(m_note);
    m_checker->setObjectName("checkerAgrees"_L1);
    connect(m_checker, &QCheckBox::toggled, this, &ConfirmationBar::showLines); // what waited for it

    auto* noteRow = new QHBoxLayout;
    noteRow->setSpacing(theme::grid);
    noteRow->addWidget(m_noteLabel);
    noteRow->addWidget(m_note, 1);
    const auto makeAnswer = [this](const Button& entry, QBoxLayout* row) {
        const bool goesBack = entry.ask == Ask::GoBack;
        const bool holds = entry.ask == Ask::Hold; // at the end of its row
        const auto print = goesBack ? AnswerCell::Print::Long : holds ? AnswerCell::Print::AtEnd : AnswerCell::Print::Short;
        auto* made = new AnswerCell(entry.name, print, this);
        if (entry.primary)
            theme::makePrimary(made->button());
        made->button()->setProperty("ruwNarrow", entry.ask == Ask::DoneByHand); // the longest one beside others
        connect(made->button(), &QPushButton::clicked, this, [this, ask = entry.ask] { emit asked(ask); });
        made->button()->installEventFilter(this);
        row->addWidget(made, goesBack ? 1 : 0, holds ? Qt::AlignTop | Qt::AlignRight : Qt::AlignTop);
        m_answers.insert(entry.ask, made); // here: the Tab key goes as one reads
    };
    auto* onwardRow = new QHBoxLayout;
    onwardRow->setSpacing(theme::grid);
    for (const Button& entry : onward)
        makeAnswer(entry, onwardRow);
    onwardRow->addStretch(1);
    auto* awayRow = new QHBoxLayout;
    awayRow->setSpacing(theme::grid);
    for (const Button& entry : away)
        makeAnswer(entry, awayRow);
    awayRow->addStretch(); // less than that of going back, whose line takes the room
    noteRow->addStretch();
    m_words = new QVBoxLayout; // beside them Hold, with its small print right below it
    m_words->addLayout(noteRow);
    auto* wordsRow = new QHBoxLayout;
    wordsRow->setSpacing(theme::grid);
    wordsRow->addLayout(m_words, 1);
    wordsRow->setAlignment(m_words, Qt::AlignTop); // the note beside the button, not beside its small print
    makeAnswer({Ask::Hold, "holdButton"_L1, false}, wordsRow); // always in the same place
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::grid + 4, theme::grid, theme::grid + 4, theme::grid);
    column->setSpacing(theme::grid);
    m_words->setSpacing(theme::grid);
    column->addWidget(m_text);
    column->addLayout(wordsRow);
    column->addWidget(m_checker);
    column->addLayout(onwardRow);
    column->addLayout(awayRow);
    m_help = new TwoLines(this);
    m_help->setObjectName("answerHelp"_L1);
    m_help->setLines(1, 1);
    theme::makeCaption(m_help);
    column->addWidget(m_help);
    View none;
    none.mode = Mode::Held;
    setView(none); // few buttons until there is a run: hidden ones must not widen the page
}

QPushButton* ConfirmationBar::button(Ask ask) const
{
    return m_answers.value(ask)->button();
}

QList<Ask> ConfirmationBar::asks() const
{
    switch (m_view.mode) {
    case Mode::Start: {
        QList<Ask> all{Ask::Hold};
        if (m_view.canRun)
            all += {Ask::Run, Ask::StartByHand};
        else
            all.append(Ask::Start);
        if (m_view.skippable)
            all.append(Ask::Skip);
        if (m_view.canGoBack)
            all.append(Ask::GoBack);
        return all;
    }
    case Mode::Judge:
        return {Ask::Done, Ask::NotAsExpected, Ask::Hold};
    case Mode::Question:
        return {Ask::Done, Ask::RestartAsked, Ask::Hold};
    case Mode::Word:
        if (m_view.several)
            return {Ask::Yes, Ask::AllYes, Ask::No, Ask::Hold};
        return {Ask::Yes, Ask::No, Ask::Hold};
    case Mode::Trouble: {
        QList<Ask> all;
        for (const Remedy remedy : m_view.remedies) {
            if (const auto ask = askOf(remedy))
                all.append(*ask);
        }
        return all;
    }
    case Mode::GoingBack:
        return {m_view.begins   ? Ask::BeginUndo
                : m_view.canRun ? Ask::RunUndo
                                : Ask::Undone,
                Ask::StayForward, Ask::Hold};
    case Mode::Busy:
        return {Ask::Hold};
    case Mode::Waiting:
        return {Ask::StopWaiting, Ask::Hold};
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

void ConfirmationBar::setView(const View& view)
{
    const bool sameQuestion = view.question == m_view.question && view.checker == m_view.checker;
    m_view = view;
    const QList<Ask> visible = asks();
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        const bool shown = visible.contains(it.key());
        if (it.value()->isVisibleTo(this) != shown)
            it.value()->setVisible(shown);
    }
    theme::makePrimary(button(Ask::GoOn), !view.over);
    m_text->setText(withWordsWhole(withVersionsWhole(view.text)));
    m_text->setVisible(!view.text.isEmpty());
    fitQuestion();
    static const QList<Mode> silent{Mode::Held,  Mode::Elsewhere, Mode::Broken,
                                    Mode::Ended, Mode::Busy,      Mode::Waiting};
    const bool takesNote = !silent.contains(view.mode);
    m_note->setVisible(takesNote);
    m_noteLabel->setVisible(takesNote);
    m_note->setAccessibleDescription(view.text); // the keyboard comes here first: what is asked is read with it
    m_wantsChecker =
        (view.mode == Mode::Start && view.critical) ||
        (view.mode == Mode::Trouble && ((view.critical && view.remedies.contains(Remedy::Manual)) ||
                                        view.remedies.contains(Remedy::Exclude)));
    m_checker->setVisible(m_wantsChecker);
    if (!sameQuestion)
        m_checker->setChecked(false); // each critical action is acknowledged anew
    setVisible(view.mode != Mode::Ended);
    retranslate();
}

/// The page's frame asks for no height for its width: the question asks for its own.
void ConfirmationBar::fitQuestion()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    m_text->setMinimumHeight(m_view.text.isEmpty() ? 0 : std::max(0, m_text->heightForWidth(room)));
}

void ConfirmationBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitQuestion();
}

bool ConfirmationBar::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        showHelp();
    return QFrame::eventFilter(object, event);
}

void ConfirmationBar::setLow(bool low)
{
    const int above = low ? theme::grid / 2 - 1 : theme::grid; // two small lines are higher than the button beside them
    layout()->setContentsMargins(theme::grid + 4, above, theme::grid + 4, above);
    layout()->setSpacing(above);
    m_words->setSpacing(above);
    fitQuestion();
}

void ConfirmationBar::setTerse(bool terse)
{
    m_terse = terse;
    showLines();
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

/// Of the answers to trouble: the one that its advice names, unless that waits for the checker; else another look.
Ask ConfirmationBar::leadingAsk() const
{
    const std::optional<Ask> advised = m_view.mode == Mode::Trouble && m_view.advised ? askOf(*m_view.advised) : std::nullopt;
    return advised && !awaitsChecker(*advised) ? *advised : Ask::Look;
}

/// The one whose words are said first where there is room for one.
ConfirmationBar::Ask ConfirmationBar::askWithHelp() const
{
    switch (m_view.mode) {
    case Mode::Trouble:
        return asks().contains(leadingAsk()) ? leadingAsk() : Ask::Retry;
    case Mode::GoingBack:
        return Ask::StayForward;
    case Mode::Waiting:
        return Ask::StopWaiting;
    default:
        return Ask::Hold;
    }
}

/// Of the answer that the keyboard is on, else of the one that leads on, or off.
void ConfirmationBar::showHelp()
{
    const QList<Ask> offered = asks();
    const auto says = [&](Ask ask) { return offered.contains(ask) && !lineOf(ask).isEmpty(); };
    Ask which = askWithHelp();
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        if (says(it.key()) && it.value()->button()->hasFocus())
            which = it.key();
    }
    const bool shown = m_terse && m_view.mode != Mode::Start && says(which); // there only going back has words, beside it
    m_help->setVisible(shown);
    if (!shown)
        return;
    static const QRegularExpression mnemonic(u"\\(&\\w\\)|&"_s);
    m_help->setWhole(tr("%1: %2", "an answer, when it fits").arg(button(which)->text().remove(mnemonic), lineOf(which)));
}

void ConfirmationBar::showLines()
{
    for (const Ask ask : {Ask::Look, Ask::Retry, Ask::DoneByHand})
        theme::makePrimary(button(ask), ask == leadingAsk());
    showHelp();
    const bool trouble = m_view.mode == Mode::Trouble;
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        const bool goesBack = it.key() == Ask::GoBack;
        it.value()->setLine(lineOf(it.key()), !m_terse || goesBack, inShort(it.key()));
        const bool waits = awaitsChecker(it.key());
        it.value()->button()->setEnabled(!waits);
        if (waits)
            it.value()->setWhyBarred(tr("First the checker looks at it and ticks the box."));
    }
    QStringList opened; // in trouble not all wait for the tick
    if (trouble && m_view.critical && m_view.remedies.contains(Remedy::Manual))
        opened.append(button(Ask::DoneByHand)->text().remove(u'&'));
    if (trouble && m_view.remedies.contains(Remedy::Exclude))
        opened.append(button(Ask::Exclude)->text().remove(u'&'));
    m_checker->setAccessibleDescription(
        opened.isEmpty() ? QString() : tr("Opens: %1", "answers that wait for the checker's tick").arg(opened.join(u"; "_s)));
    // Where fewer answers stand in its row, or there is no room below it, the height goes to the step.
    m_answers.value(Ask::GoBack)->setBeside(!trouble || m_terse);
    alignLines();
    // Where Hold has small print the tick stands beside it, for its height; else in a row of its own, for its width.
    const bool beside = trouble && !m_terse && !lineOf(Ask::Hold).isEmpty();
    if (beside == std::exchange(m_checkerBeside, beside))
        return;
    auto* column = static_cast<QVBoxLayout*>(layout());
    constexpr int belowTheWords = 2;
    column->removeWidget(m_checker);
    m_words->removeWidget(m_checker);
    if (beside)
        m_words->addWidget(m_checker);
    else
        column->insertWidget(belowTheWords, m_checker);
}

/// The small print below the answers stands at one height: the primary one is taller than the others, which are made as tall.
void ConfirmationBar::alignLines()
{
    int tallest = 0;
    for (const Button& entry : onward) {
        const AnswerCell* cell = m_answers.value(entry.ask);
        if (cell->isVisibleTo(this))
            tallest = std::max(tallest, cell->button()->sizeHint().height());
    }
    for (const Button& entry : onward)
        button(entry.ask)->setMinimumHeight(tallest);
}

} // namespace ruw
