#include "wizard/pages/FinishPage.h"

#include "core/product/ProductVersion.h"
#include "core/base/Quote.h"
#include "core/plan/PreflightChecks.h"
#include "wizard/rehearsal/AccountPanel.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/Theme.h"
#include "wizard/widgets/FinalLooks.h"
#include "wizard/widgets/LedgerList.h"
#include "wizard/widgets/ReportSaver.h"
#include "wizard/widgets/RunSummary.h"
#include "wizard/widgets/StateLine.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

theme::State stateOf(RunEnd end)
{
    return end == RunEnd::Done || end == RunEnd::RolledBack ? theme::State::Good : theme::State::Warning;
}

theme::State stateOf(Severity severity)
{
    switch (severity) {
    case Severity::Blocker:
        return theme::State::Bad;
    case Severity::Warning:
        return theme::State::Warning;
    case Severity::Info:
        return theme::State::Info;
    }
    Q_UNREACHABLE();
}

bool isAllDone(const RunState& run)
{
    return run.end() == RunEnd::Done && run.ledger().empty();
}

} // namespace

FinishPage::FinishPage(Session& session, QWidget* parent)
    : Page(session, parent), m_summary(new RunSummary(session, this)), m_looks(new FinalLooks(session, this)),
      m_report(new ReportSaver(session, this))
{
    m_looks->setBoxesAfter(m_report->lastTool()); // as one reads: the head of the page, then what stands below it
    auto* outcome = new QFrame(this);
    QVBoxLayout* outcomeColumn = theme::makeCardColumn(outcome);
    m_end = new StateLine(outcome);
    m_end->setObjectName("runEnd"_L1);
    m_end->setFont(theme::strongFont());
    m_open = new StateLine(outcome);
    m_open->setObjectName("openLooks"_L1);
    m_toOpen = new QPushButton(outcome);
    m_toOpen->setObjectName("toOpenButton"_L1);
    m_toOpen->hide();
    setTabOrder(m_looks->button(), m_toOpen);
    m_state = new QLabel(outcome);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_ledger = new LedgerList(true, outcome);
    outcomeColumn->addWidget(m_end);
    outcomeColumn->addWidget(m_open);
    outcomeColumn->addWidget(m_looks->button(), 0, Qt::AlignLeft); // what to do about it, in sight
    outcomeColumn->addWidget(m_toOpen, 0, Qt::AlignLeft);
    outcomeColumn->addWidget(m_state);
    outcomeColumn->addWidget(m_ledger);
    outcomeColumn->addStretch(1);

    m_findingsCard = new QFrame(this);
    QVBoxLayout* findingsColumn = theme::makeCardColumn(m_findingsCard);
    m_findingsHead = new QLabel(m_findingsCard);
    m_findingsHead->setWordWrap(true);
    theme::makeStrong(m_findingsHead);
    m_findings = new QVBoxLayout;
    findingsColumn->addWidget(m_findingsHead);
    findingsColumn->addLayout(m_findings);

    m_left = new QVBoxLayout;
    m_right = new QVBoxLayout;
    for (auto [column, first] : {std::pair<QVBoxLayout*, QWidget*>{m_left, m_summary}, {m_right, m_looks}}) {
        column->setSpacing(theme::grid + 4);
        column->addWidget(first);
        column->addStretch(1);
    }
    m_left->insertWidget(1, m_findingsCard);
    auto* whole = new QGridLayout(this);
    whole->setContentsMargins(3 * theme::grid, theme::grid, 3 * theme::grid, 2 * theme::grid);
    whole->setSpacing(theme::grid + 4);
    whole->setColumnStretch(0, 1);
    whole->setColumnStretch(1, 1);
    whole->addWidget(outcome, 0, 0); // what is to be done here is in sight in the smallest window
    whole->addWidget(m_report, 0, 1);
    if (const RehearsalStage* stage = session.connections().rehearsal()) {
        m_account = new AccountPanel(session, *stage, this);
        whole->addWidget(m_account, 1, 0, 1, 2);
    }
    whole->addLayout(m_left, 2, 0);
    whole->addLayout(m_right, 2, 1);
    whole->setRowStretch(2, 1);

    connect(m_toOpen, &QPushButton::clicked, this, &FinishPage::goToOpen);
    connect(m_looks, &FinalLooks::changed, this, &FinishPage::refresh);
    connect(m_looks, &FinalLooks::recorded, m_report, &ReportSaver::outdate);
    connect(m_looks, &FinalLooks::recorded, this, [this] {
        showOpenLooks();
        m_report->setLeads(isComplete() && openLooks().all() == 0);
        emit completeChanged(); // the frame's button goes by it
    });
    connect(m_report, &ReportSaver::changed, this, &FinishPage::refresh);
    connect(m_report, &ReportSaver::saved, this, &FinishPage::showSaved);
    connect(&session, &Session::runChanged, this, [this] {
        m_looks->runChanged();
        m_report->forget();
        if (isVisible())
            refresh(); // else when it is entered: it is told of every record of a run
        else
            emit completeChanged();
    });
}

FinishPage::~FinishPage() = default;

QString FinishPage::title() const
{
    return tr("Final look and report");
}

QString FinishPage::intro() const
{
    const RunState* run = m_session.runState();
    if (run && run->isOver() && openLooks().all() == 0) {
        return run->ledger().empty() ? tr("Everything is confirmed. Save the work report.")
                                     : tr("All confirmations are made; temporary changes still stand (below). Save the work report.");
    }
    return tr("Look at the site once more, then save the work report.");
}

QString FinishPage::nextVerb() const
{
    if (m_session.isRehearsal())
        return tr("Lea&ve the rehearsal");
    return openLooks().all() > 0 ? tr("&Close with confirmations open") : tr("&Close");
}

bool FinishPage::nextStandsOut() const
{
    return openLooks().all() == 0 && m_report->done(); // else these do
}

OpenQuestions FinishPage::openLooks() const
{
    const RunState* run = m_session.runState();
    if (!run || !run->isOver())
        return {};
    return openFinalQuestions(*run, m_session.runFacts());
}

bool FinishPage::isComplete() const
{
    return m_session.runState() && m_session.runState()->end() != RunEnd::Running && !m_report->busy();
}

QString FinishPage::whyIncomplete() const
{
    if (m_report->busy())
        return tr("The work report is being written.");
    return isComplete() ? QString() : tr("There is no finished run.");
}

QString FinishPage::underWay() const
{
    return m_report->busy() ? tr("The work report is being written.") : QString();
}

void FinishPage::enter()
{
    refresh();
}

/// How many are open, by name while they are few; of these one may be far down the page.
void FinishPage::showOpenLooks()
{
    constexpr int mostNamed = 2;
    const OpenQuestions open = openLooks();
    QStringList lines;
    if (open.denied > 0)
        lines.append(tr("%n confirmation(s) after the end of the work are not as expected.", nullptr, open.denied));
    if (open.unanswered > 0)
        lines.append(tr("%n confirmation(s) are still to be made after the work.", nullptr, open.unanswered));
    if (open.unanswered > 0 && open.unanswered <= mostNamed) {
        for (const FinalQuestion& question : unansweredQuestions(*m_session.runState(), m_session.runFacts()))
            lines.append(u"\u2022 "_s + withVersionsWhole(question.text.render(m_session.language())));
    }
    m_open->setState(open.denied > 0 ? theme::State::Bad : theme::State::Warning, lines.join(u'\n'));
    const QCheckBox* box = open.unanswered > 0 ? m_looks->firstOpenBox() : nullptr;
    m_toOpen->setAccessibleDescription(box ? box->accessibleName() : QString());
    const bool isHeld = m_pressed && window()->focusWidget() == m_heldBy;
    m_toOpen->setVisible(box != nullptr);
    theme::makePrimary(m_toOpen, box && !m_looks->button()->property("ruwPrimary").toBool()); // the look comes first
    if (isHeld)
        m_heldBy = window()->focusWidget(); // hidden it hands the keyboard on, and nobody has done that
}

void FinishPage::goToOpen()
{
    QCheckBox* box = m_looks->firstOpenBox();
    if (!box)
        return;
    if (QScrollArea* area = scrollArea())
        area->ensureWidgetVisible(box->parentWidget(), 0, 2 * theme::grid); // with its words
    box->setFocus(Qt::ShortcutFocusReason);
}

QScrollArea* FinishPage::scrollArea() const
{
    for (QWidget* each = parentWidget(); each; each = each->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(each))
            return area;
    }
    return nullptr;
}

/// What the eye is on stays where it is: the page is filled anew, and a button that rests hands the keyboard on, which
/// would scroll to wherever it went.
void FinishPage::refresh()
{
    const QScrollArea* area = scrollArea();
    const int at = area ? area->verticalScrollBar()->value() : 0;
    QWidget* had = window()->focusWidget(); // a dialog of ours may have the keyboard still
    const bool isHeld = m_pressed && had == m_heldBy; // nobody has gone on with the keyboard
    fill();
    if (isHeld)
        m_heldBy = window()->focusWidget(); // a box may have been made anew under it
    const bool isOurs = had == m_looks->button() || m_report->buttons().contains(had);
    if (had && isOurs && !had->isEnabled()) {
        m_pressed = had;
        m_heldBy = window()->focusWidget();
    }
    keepFocus();
    if (area)
        area->verticalScrollBar()->setValue(at);
}

void FinishPage::saveReport(const QString& path)
{
    m_report->save(path);
}

void FinishPage::showSaved(bool ok)
{
    QTimer::singleShot(0, this, [this] { // when the line has its place
        if (QScrollArea* scrolled = scrollArea())
            scrolled->ensureWidgetVisible(m_report->line(), 0, 2 * theme::grid);
    });
    emit reportSaved(ok);
}

/// A button that was pressed gets the keyboard back, unless the person has gone on with it.
void FinishPage::keepFocus()
{
    if (!m_pressed || !m_pressed->isEnabled())
        return;
    if (window()->focusWidget() == m_heldBy)
        m_pressed->setFocus(Qt::OtherFocusReason);
    m_pressed.clear();
}

void FinishPage::fill()
{
    const RunState* run = m_session.runState();
    m_end->setState(run ? stateOf(run->end()) : theme::State::Info,
                    run ? endText(*run) : tr("There is no finished run."));
    m_state->setText(run ? run->stateText().render(m_session.language()) : QString());
    m_state->setVisible(run && !isAllDone(*run)); // the end says the same
    m_ledger->setVisible(run && !run->ledger().empty()); // that nothing stands is said by the state
    if (run)
        m_ledger->setLedger(run->ledger(), m_session.language());
    m_summary->refresh();
    m_looks->refresh();
    showOpenLooks(); // leads to one of the boxes that were made
    refreshFindings();
    m_report->setLeads(isComplete() && openLooks().all() == 0);
    m_report->refresh();
    if (m_account)
        m_account->refresh();
    emit completeChanged();
}

/// What is done are the steps: what is asked below it may be open still.
QString FinishPage::endText(const RunState& run) const
{
    if (isAllDone(run))
        return tr("Steps: done, no temporary changes left");
    return runEndText(run.end()).render(m_session.language());
}

/// Below the shorter column, as a run's nodes let expect it: what is ticked or seen must not move it.
void FinishPage::placeFindings()
{
    constexpr qsizetype mostNodes = 4; // the confirmations of more are a longer column than the summary
    QVBoxLayout* column = m_session.runFacts().site.nodes.size() > mostNodes ? m_left : m_right;
    if (column->indexOf(m_findingsCard) >= 0)
        return;
    (column == m_left ? m_right : m_left)->removeWidget(m_findingsCard);
    column->insertWidget(1, m_findingsCard);
}

void FinishPage::refreshFindings()
{
    placeFindings();
    m_filled.clear();
    const Language language = m_session.language();
    // Of the site and the procedure that were worked on, whatever was edited or chosen since.
    const RunState* run = m_session.runState();
    const QList<Finding> findings =
        run ? preflightChecks(m_session.runFacts(), run->procedure().kind).findings : QList<Finding>();
    const auto add = [this](theme::State state, const QString& text) {
        auto* line = new StateLine(this);
        line->setState(state, text);
        m_findings->addWidget(line);
        m_filled.add(line);
    };
    bool found = false;
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::Info)
            continue; // the checks page has them all
        found = true;
        const QString message = finding.message.render(language); // what was to be done about it was to be done before
        add(stateOf(finding.severity),
            withVersionsWhole(finding.node.isEmpty() ? message
                                                     : tr("%1: %2", "node, message").arg(shownSafely(finding.node), message)));
    }
    if (!found && run)
        add(theme::State::Good, tr("Nothing was left open by the checks before the work."));
    m_filled.show();
}

void FinishPage::retranslate()
{
    m_findingsHead->setText(tr("What the checks warned of before the work"));
    m_toOpen->setText(tr("Go to the firs&t one to be ticked"));
    m_summary->retranslate();
    m_looks->retranslate();
    m_report->retranslate();
    refresh();
}

} // namespace ruw
