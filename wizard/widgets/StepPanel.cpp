#include "wizard/widgets/StepPanel.h"

#include "core/base/Quote.h"
#include "core/product/ProductVersion.h"
#include "core/run/Runner.h"
#include "core/run/Standing.h"
#include "wizard/Browser.h"
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
    column->setContentsMargins(2 * theme::grid, theme::grid + 4, 2 * theme::grid, theme::grid + 4);
    column->setSpacing(theme::grid);

    m_trouble = new TroublePanel(content); // first: what went wrong must be in sight
    column->addWidget(m_trouble);
    m_head = addText(column, true);
    m_head->setObjectName("stepHead"_L1);
    m_title = addText(column);
    m_title->setObjectName("stepTitle"_L1);
    QFont title = theme::strongFont();
    title.setPointSizeF(title.pointSizeF() * 1.2);
    m_title->setFont(title);
    m_line = new StateLine(content);
    m_line->setObjectName("pointOfNoReturnWarning"_L1);
    m_uncertain = new StateLine(content);
    m_uncertain->setObjectName("uncertainWarning"_L1);
    m_outcome = new StateLine(content);
    m_outcome->setObjectName("stepOutcome"_L1);
    m_underWay = new StateLine(content);
    m_underWay->setObjectName("underWayLine"_L1);
    m_waiting = new ResultTable(content);
    column->addWidget(m_underWay);
    column->addWidget(m_waiting);
    column->addWidget(m_line);
    column->addWidget(m_uncertain);
    column->addWidget(m_outcome);
    m_doHead = addText(column, true);
    m_instruction = addText(column);
    m_instruction->setObjectName("stepInstruction"_L1);
    m_command = new CommandView(u"stepCommand"_s, content);
    column->addWidget(m_command);
    m_openAdmin = new QPushButton(content);
    m_openAdmin->setObjectName("openAdminButton"_L1);
    connect(m_openAdmin, &QPushButton::clicked, this, &StepPanel::openAdmin);
    column->addWidget(m_openAdmin, 0, Qt::AlignLeft);
    m_adminLine = new StateLine(content);
    m_adminLine->setObjectName("adminLine"_L1);
    column->addWidget(m_adminLine);
    m_why = addText(column); // below: the command that is confirmed must be in sight
    m_output = new OutputFold(content);
    column->addWidget(m_output);
    m_expectsHead = addText(column, true);
    m_expects = new ResultTable(content);
    m_expects->setObjectName("stepExpects"_L1);
    column->addWidget(m_expects);
    m_check = new CommandView(u"stepCheck"_s, content);
    column->addWidget(m_check);
    m_guardsHead =
        addText(column, true); // last: they were looked at, or are asked, before the step can begin
    m_guards = new ResultTable(content);
    column->addWidget(m_guards);
    m_guardCheck = new CommandView(u"guardCheck"_s, content);
    column->addWidget(m_guardCheck);
    column->addStretch(1);
}

void StepPanel::setLow(bool low)
{
    if (low == m_low)
        return;
    m_low = low;
    auto* column = static_cast<QVBoxLayout*>(widget()->layout());
    const int above = low ? theme::grid / 2 : theme::grid + 4, beside = (low ? 1 : 2) * theme::grid;
    column->setContentsMargins(beside, above, beside, above);
    column->setSpacing(low ? theme::grid / 2 : theme::grid);
    column->removeWidget(m_head);
    column->insertWidget(column->indexOf(low ? m_why : m_title), m_head);
    showDoHead();
}

QLabel* StepPanel::addText(QVBoxLayout* column, bool caption)
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
    column->addWidget(label);
    return label;
}

QString StepPanel::headLine(const Procedure& procedure, const Step& step, Language language) const
{
    QStringList parts{procedure.placeOf(step.id).render(language), phaseText(step.phase).render(language), stepKindText(step.kind).render(language)};
    if (!step.node.isEmpty())
        parts.append(step.node);
    const QString minutes = Text::minutes(step.minutes).render(language);
    parts.append(step.minutesAssumed ? tr("about %1 (our estimate)").arg(minutes)
                                     : tr("about %1").arg(minutes));
    if (step.critical)
        parts.append(tr("critical"));
    if (step.byWord)
        parts.append(tr("you confirm the result"));
    return parts.join(u" \u00b7 "_s);
}

void StepPanel::showStep(const RunState& state, const Step& step, const View& view, Language language)
{
    using Kind = RunQuestion::Kind;
    const StepRecord record = state.record(step.id);
    const bool goingBack = view.question && view.question->kind == Kind::Undo;
    const bool trouble = view.question && view.question->kind == Kind::Trouble;
    const Action& action = goingBack ? view.question->undo : step.action;
    const auto set = [](QLabel* label, const QString& text) {
        label->setText(withVersionsWhole(text));
        label->setVisible(!text.isEmpty());
    };
    m_head->setText(headLine(state.procedure(), step, language));
    const QString itsTitle = step.title.render(language);
    const QString title =
        goingBack ? tr("Undo step %1: %2", "number, title").arg(state.procedure().number(step.id)).arg(itsTitle) : itsTitle;
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
    set(m_instruction, inTheBar ? QString() : instruction);
    m_command->setCommand(action.command);
    showDoHead();
    showAdmin(goingBack ? std::nullopt : view.adminUrl, language);
    m_output->setPrinted(goingBack ? std::nullopt : view.printed); // it is the step's, not the undo's
    // What was seen in vain stands in the panel of the trouble.
    QList<SeenRow> expects = goingBack                        ? QList<SeenRow>()
                             : view.seen.isEmpty() || trouble ? unseen(step.expects)
                                                              : view.seen;
    // It says as its instruction what it expects, too: once is enough, until there is an answer.
    const bool answered = record.status == StepStatus::Verified || record.status == StepStatus::Failed;
    if (expects.size() == 1 && !answered && !step.expects.isEmpty() &&
        step.expects.first().question.render(language) == instruction)
        expects.clear();
    m_expects->setRows(expects, language);
    m_expectsHead->setVisible(!expects.isEmpty());
    const QString probe = asksWord ? checkCommands(view.question->observations) : QString();
    m_check->setCommand(probe.isEmpty() ? step.checkCommand : probe);
    const bool begins = view.question && view.question->kind == Kind::Confirm;
    m_guardCheck->setCommand(begins ? checkCommands(view.question->observations) : QString());
    m_trouble->setQuestion(view.question, state, language);
    m_waiting->setRows(view.waiting, language);
    setUnderWay(view.underWay);

    m_line->setState(
        theme::State::Warning,
        step.pointOfNoReturn && !goingBack && !record.touched
            ? tr("Point of no return: once this has begun, the isolation stays until every node has the same version, and an "
                 "installed version is taken back only by hand, by the way settled beforehand.")
            : QString());
    m_uncertain->setState(theme::State::Warning, interruptedText(record).render(language));
    showOutcome(state, step, trouble || goingBack || !view.waiting.isEmpty() ? StepRecord() : record, language);
    const QString shown = step.id + (trouble ? u"/trouble"_s : goingBack ? u"/undo"_s : QString());
    if (shown != m_shown)
        verticalScrollBar()->setValue(0);
    m_shown = shown;
    setAccessibleName(title);
    setAccessibleDescription(why + u'\n' + (inTheBar ? QString() : instruction));
}

void StepPanel::showDoHead()
{
    m_doHead->setVisible(!m_low && (!m_instruction->text().isEmpty() || !m_command->command().isEmpty()));
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
    m_doHead->setText(tr("What to do"));
    m_expectsHead->setText(tr("Expected result"));
    m_command->setTexts(tr("Command"), tr("Cop&y"));
    m_output->retranslate();
    m_check->setTexts(tr("To check the result"), tr("Copy"));
    m_guardCheck->setTexts(tr("To check what only you can see"), tr("Copy"));
}

} // namespace ruw
