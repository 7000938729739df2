#include "wizard/widgets/StepPanel.h"

#include "core/base/Quote.h"
#include "core/product/ProductVersion.h"
#include "core/run/Runner.h"
#include "core/run/Standing.h"
#include "wizard/Browser.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/CommandView.h"
#include "wizard/widgets/CopyButton.h"
#include "wizard/widgets/OutputFold.h"
#include "wizard/widgets/ResultTable.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/TroublePanel.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Conditions that nobody has looked at yet.
QList<SeenRow> unseen(const QList<Condition>& conditions)
{
    QList<SeenRow> rows;
    for (const Condition& condition : conditions)
        rows.append({condition.text(), {}, {}});
    return rows;
}

/// Whether the program has seen one of them itself, and not taken all from the doer's word.
bool anySeen(const QList<SeenRow>& rows, Language language)
{
    using Verdict = Observation::Verdict;
    return std::any_of(rows.cbegin(), rows.cend(), [language](const SeenRow& row) {
        const QString seen = row.seen.render(language);
        const bool judged = row.verdict == verdictCode(Verdict::Holds) || row.verdict == verdictCode(Verdict::Broken);
        return judged && !seen.endsWith(answerByWord(true).render(language)) && !seen.endsWith(answerByWord(false).render(language));
    });
}

/// The commands by which a person can see what only he can, each under the node where it is run; both shells take # for a
/// remark.
QString checkCommands(const QList<Observation>& observations)
{
    QStringList lines;
    for (const Observation& one : observations) {
        if (!one.check.isEmpty())
            lines += {u"# "_s + shownSafely(one.checkOn), one.check};
    }
    return lines.join(u'\n');
}

/// Whether a command takes more lines than the smallest window has for it beside the rest; by its text alone, so that a step
/// looks the same in every window.
bool isLong(const QString& command)
{
    constexpr qsizetype lineLength = 55;
    constexpr qsizetype mostLines = 5;
    qsizetype lines = 0;
    for (const QString& line : command.split(u'\n'))
        lines += 1 + line.size() / lineLength;
    return lines > mostLines;
}

} // namespace

StepPanel::StepPanel(QWidget* parent) : QScrollArea(parent)
{
    setObjectName("stepPanel"_L1);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);    // the keyboard scrolls it
    setMinimumHeight(12 * theme::grid); // it scrolls; the bar below must not be cut
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    setWidget(content);
    auto* column = new QVBoxLayout(content);
    // In the order of arrange(): the Tab key goes as one reads.
    m_trouble = new TroublePanel(content);
    m_heading = new QWidget(content);
    auto* heading = new QVBoxLayout(m_heading);
    heading->setContentsMargins({});
    m_head = addText(true);
    m_head->setObjectName("stepHead"_L1);
    heading->addWidget(m_head);
    m_title = addText();
    m_title->setObjectName("stepTitle"_L1);
    heading->addWidget(m_title);
    m_underWay = new StateLine(content);
    m_underWay->setObjectName("underWayLine"_L1);
    m_waiting = new ResultTable(content);
    m_line = new StateLine(content);
    m_line->setObjectName("pointOfNoReturnWarning"_L1);
    m_uncertain = new StateLine(content);
    m_uncertain->setObjectName("uncertainWarning"_L1);
    m_nothing = new StateLine(content);
    m_nothing->setObjectName("nothingToUndoLine"_L1);
    m_outcome = new StateLine(content);
    m_outcome->setObjectName("stepOutcome"_L1);
    m_doHead = addText(true);
    m_instruction = addText();
    m_instruction->setObjectName("stepInstruction"_L1);
    m_command = new CommandView(u"stepCommand"_s, content);
    m_openAdmin = new QPushButton(content);
    m_openAdmin->setObjectName("openAdminButton"_L1);
    connect(m_openAdmin, &QPushButton::clicked, this, &StepPanel::openAdmin);
    m_adminLine = new StateLine(content);
    m_adminLine->setObjectName("adminLine"_L1);
    m_expectsHead = addText(true);
    m_expectsHead->setObjectName("stepExpectsHead"_L1);
    m_expects = new ResultTable(content);
    m_expects->setObjectName("stepExpects"_L1);
    m_check = new CommandView(u"stepCheck"_s, content);
    m_output = new OutputFold(content);
    m_details = addText();
    theme::makeCaption(m_details); // no heading: the reason stands below it
    m_details->setObjectName("stepDetails"_L1);
    m_why = addText();
    m_why->setObjectName("stepWhy"_L1);
    m_guardsHead = addText(true);
    m_guards = new ResultTable(content);
    m_guardCheck = new CommandView(u"guardCheck"_s, content);
    column->addStretch(1);
    arrange();
}

/// What went wrong comes first; the step's place and whether it is critical stand above its title. What is confirmed, and by
/// what it will be judged, is in sight before why it is done; what must hold before comes last: it was looked at, or is asked,
/// before the step can begin.
void StepPanel::arrange()
{
    const bool ample = m_room == Room::Ample;
    const QList<QWidget*> expected{m_expectsHead, m_expects}, command{m_command, m_openAdmin, m_adminLine};
    QList<QWidget*> order{m_trouble};
    const bool commandFirst = m_inTrouble && m_room == Room::Low; // which step it is stands in the list, too
    if (commandFirst)
        order += command;
    order.append(m_heading);
    order += {m_underWay, m_waiting, m_line, m_uncertain, m_nothing, m_outcome, m_doHead, m_instruction};
    const bool expectsFirst = m_expectsFirst && m_room != Room::Low; // there the command's beginning has the last lines
    order += commandFirst ? expected : expectsFirst ? expected + command : command + expected;
    order += {m_check, m_output, m_details, m_why, m_guardsHead, m_guards, m_guardCheck};

    auto* column = static_cast<QVBoxLayout*>(widget()->layout());
    const bool low = m_room == Room::Low;
    const int dense = low ? 0 : 3, edge = low ? 0 : 2; // what is done and expected is read without scrolling
    const int above = ample ? theme::grid + 4 : edge;
    const int beside = (low ? 1 : 2) * theme::grid;
    column->setContentsMargins(beside, above, beside, above);
    column->setSpacing(ample ? theme::grid : dense);
    m_heading->layout()->setSpacing(ample ? theme::grid : 0);
    m_trouble->setDense(low);
    QFont title = theme::strongFont();
    title.setPointSizeF(title.pointSizeF() * (ample ? 1.2 : low ? 1.05 : 1.1));
    m_title->setFont(title);
    for (int i = 0; i < order.size(); ++i) {
        column->removeWidget(order[i]);
        column->insertWidget(i, order[i], 0, order[i] == m_openAdmin ? Qt::AlignLeft : Qt::Alignment());
    }
}

void StepPanel::setRoom(Room room)
{
    if (room == m_room)
        return;
    m_room = room;
    arrange();
    showHead();
    showDoHead();
}

/// The line above the title is a short one, and the rest of it stands with what is said about the step.
void StepPanel::showHead()
{
    const QString dot = u"\u00a0\u00b7 "_s; // no line begins with it
    const auto joined = [&dot](QStringList parts) {
        for (QString& part : parts)
            part = withNumbersWhole(part);
        return parts.join(dot);
    };
    m_head->setText(joined(m_headParts.place));
    m_details->setText(joined(m_headParts.details));
    m_details->setVisible(!m_headParts.details.isEmpty());
}

QLabel* StepPanel::addText(bool caption)
{
    auto* label = new QLabel(widget());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (caption) {
        theme::makeCaption(label);
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
    }
    return label;
}

StepPanel::HeadParts StepPanel::headParts(const Procedure& procedure, const Step& step, const QList<SeenRow>& seen, Language language)
{
    HeadParts parts{{procedure.placeOf(step.id).render(language)}, {}};
    if (step.critical)
        parts.place.append(tr("critical"));
    const QString minutes = Text::minutes(step.minutes).render(language);
    parts.place.append(tr("about %1").arg(minutes));
    parts.details = {phaseText(step.phase).render(language), stepKindText(step.kind).render(language)};
    if (!step.node.isEmpty())
        parts.details.append(step.node);
    if (step.minutesAssumed)
        parts.details.append(tr("the time is our estimate"));
    if (step.byWord)
        parts.details.append(anySeen(seen, language) ? tr("in part by your word") : tr("you confirm the result"));
    return parts;
}

StepPanel::HeadParts StepPanel::undoParts(const RunState& state, const Step& step)
{
    HeadParts parts{{tr("Undo of step %1").arg(state.procedure().number(step.id))}, {}};
    const int left = int(state.ledger().open().size());
    if (left > 0)
        parts.place.append(tr("%n temporary change(s) left", nullptr, left));
    return parts;
}

void StepPanel::showStep(const RunState& state, const Step& step, const View& view, Language language)
{
    using Kind = RunQuestion::Kind;
    const StepRecord record = state.record(step.id);
    const bool goingBack = view.question && view.question->kind == Kind::Undo;
    const bool trouble = view.question && view.question->kind == Kind::Trouble;
    const Action& action = goingBack ? view.question->undo : step.action;
    const auto set = [](QLabel* label, const QString& text) {
        label->setText(withWordsWhole(withVersionsWhole(text)));
        label->setVisible(!text.isEmpty());
    };
    m_headParts = goingBack ? undoParts(state, step) : headParts(state.procedure(), step, view.seen, language);
    showHead();
    const QString itsTitle = step.title.render(language);
    const QString title =
        goingBack ? tr("Undo step %1 (\u201c%2\u201d)", "number, title").arg(state.procedure().number(step.id)).arg(itsTitle) : itsTitle;
    const QString why = goingBack ? QString() : step.why.render(language);
    set(m_title, title);
    set(m_why, why);
    QList<SeenRow> guards = goingBack || trouble ? QList<SeenRow>() : unseen(step.guards);
    if (view.question && view.question->kind == Kind::Confirm && !view.question->observations.isEmpty())
        guards = seenRows(view.question->observations);
    m_guards->setRows(guards, language);
    m_guardsHead->setVisible(!guards.isEmpty());
    // A step that only asks: its question stands in the bar, with the answers.
    const bool asksWord = view.question && view.question->kind == Kind::Word;
    const QString instruction = action.instruction.render(language);
    const bool inTheBar = asksWord && view.question->condition.question.render(language) == instruction;
    m_toDo = withWordsWhole(withVersionsWhole(inTheBar ? QString() : instruction));
    m_isQuestion = !goingBack && std::any_of(step.expects.cbegin(), step.expects.cend(), [&](const Condition& one) {
        return !one.question.isEmpty() && one.question == step.action.instruction;
    });
    m_command->setCommand(action.command);
    const bool expectsFirst = isLong(action.command);
    const bool wasFirst = std::exchange(m_expectsFirst, expectsFirst), wasInTrouble = std::exchange(m_inTrouble, trouble);
    if (expectsFirst != wasFirst || trouble != wasInTrouble)
        arrange();
    showDoHead();
    showAdmin(goingBack ? std::nullopt : view.adminUrl, language);
    m_output->setPrinted(goingBack ? std::nullopt : view.printed); // it is the step's, not the undo's
    // What was seen in vain stands in the panel of the trouble.
    QList<SeenRow> expects = goingBack                        ? unseen(view.afterUndo)
                             : view.seen.isEmpty() || trouble ? unseen(step.expects)
                                                              : view.seen;
    // It says as its instruction what it expects, too: once is enough, until there is an answer.
    const bool answered = record.status == StepStatus::Verified || record.status == StepStatus::Failed;
    if (!goingBack && expects.size() == 1 && !answered && !step.expects.isEmpty() &&
        step.expects.first().question.render(language) == instruction)
        expects.clear();
    m_expects->setRows(expects, language);
    m_expectsHead->setVisible(!expects.isEmpty());
    const QString probe = asksWord ? checkCommands(view.question->observations) : QString();
    m_check->setCommand(probe.isEmpty() ? view.undoCheck.value_or(step.checkCommand) : probe);
    const bool begins = view.question && view.question->kind == Kind::Confirm;
    m_guardCheck->setCommand(begins ? checkCommands(view.question->observations) : QString());
    m_trouble->setQuestion(view.question, view.inVain, state, language);
    m_waiting->setRows(view.waiting, language);
    setUnderWay(view.underWay);

    m_line->setState(
        theme::State::Warning,
        !step.pointOfNoReturn || goingBack || record.touched ? QString()
        : view.wayBackKnown
            ? tr("Point of no return: once this has begun, the isolation stays until every node has the same version, and an "
                 "installed version is taken back only by hand, in the way settled beforehand.")
            : tr("Point of no return: once this has begun, the isolation stays until every node has the same version, and an "
                 "installed version is taken back only by hand. No way back was entered for this site."));
    m_uncertain->setState(theme::State::Warning, interruptedText(record).render(language));
    m_nothing->setState(theme::State::Info,
                        goingBack && view.neverBegan
                            ? tr("There is nothing to take back here: the installer was not started. If somebody has started it by hand "
                                 "since, do as is said below.")
                            : QString());
    showOutcome(state, step, trouble || goingBack || !view.waiting.isEmpty() ? StepRecord() : record, language);
    const QString shown = step.id + (trouble ? u"/trouble"_s : goingBack ? u"/undo"_s : QString());
    if (shown != m_shown)
        verticalScrollBar()->setValue(0);
    m_shown = shown;
    setAccessibleName(title);
    setAccessibleDescription(why + u'\n' + (inTheBar ? QString() : instruction));
}

/// Where there is no room for a line of its own the heading stands before the words.
void StepPanel::showDoHead()
{
    const bool ample = m_room == Room::Ample;
    const bool inItsLine = !ample && !m_toDo.isEmpty();
    const QString line = m_isQuestion ? tr("Question: %1", "the heading and what is asked, in one line")
                                      : tr("What to do: %1", "the heading and the instruction, in one line");
    m_instruction->setText(inItsLine ? line.arg(m_toDo) : m_toDo);
    m_doHead->setText(m_isQuestion ? tr("Question", "heading of what is asked") : tr("What to do"));
    m_instruction->setVisible(!m_toDo.isEmpty());
    m_doHead->setVisible(ample && (!m_toDo.isEmpty() || !m_command->command().isEmpty()));
}

void StepPanel::showAdmin(const std::optional<Result<QUrl>>& url, Language language)
{
    m_adminUrl = url && *url ? **url : QUrl();
    m_openAdmin->setVisible(!m_adminUrl.isEmpty());
    // The whole address stands on the button: what is opened is what was read.
    m_openAdmin->setText(
        tr("Open the admin s&creen: %1").arg(m_adminUrl.toString(QUrl::FullyEncoded).replace(u'&', "&&"_L1)));
    m_adminLine->setState(theme::State::Info, url && !*url ? url->error().render(language) : QString());
}

void StepPanel::openAdmin()
{
    if (!browser::open(m_adminUrl)) {
        m_adminLine->setState(theme::State::Warning,
                              tr("No browser could be opened. Open the address in one yourself: %1")
                                  .arg(m_adminUrl.toString(QUrl::FullyEncoded)));
    }
}

void StepPanel::showOutcome(const RunState& state, const Step& step, const StepRecord& record,
                            Language language)
{
    QString outcome;
    theme::State outcomeState = theme::State::Info;
    if (record.status != StepStatus::Pending && record.status != StepStatus::Confirmed && !record.uncertain) {
        outcome = stepStatusText(step, record.status).render(language);
        const auto answer = state.answer(step.id);
        if (answer && record.status == StepStatus::Verified && !*answer)
            outcome = step.kind == StepKind::CheckRestartFlag ? tr("A restart was asked for.")
                                                              : tr("Not so: the step for this case comes next.");
        if (!record.note.isEmpty())
            outcome = tr("%1. Note: %2", "state, note").arg(outcome, record.note.render(language));
        if (record.status == StepStatus::Verified)
            outcomeState = theme::State::Good;
        else if (record.status == StepStatus::Failed)
            outcomeState = theme::State::Bad;
        else if (record.status == StepStatus::Skipped || record.status == StepStatus::RolledBack)
            outcomeState = theme::State::Warning;
    }
    m_outcome->setState(outcomeState, outcome);
}

void StepPanel::setUnderWay(const QString& text)
{
    m_underWay->setState(theme::State::Busy, text);
}

QWidget* StepPanel::firstTool() const
{
    return m_command->isVisibleTo(const_cast<StepPanel*>(this)) ? m_command->copyButton() : nullptr;
}

void StepPanel::retranslate()
{
    m_guardsHead->setText(tr("Before"));
    showDoHead();
    m_expectsHead->setText(tr("Expected result"));
    m_command->setTexts(tr("Command"), tr("Cop&y"));
    m_output->retranslate();
    m_check->setTexts(tr("To check the result"), tr("Copy"));
    m_guardCheck->setTexts(tr("To check what only you can see"), tr("Copy"));
}

} // namespace ruw
