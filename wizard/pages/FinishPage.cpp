#include "wizard/pages/FinishPage.h"

#include "core/base/Quote.h"
#include "core/report/DocumentFile.h"
#include "core/report/EvidenceReport.h"
#include "core/run/FinalChecks.h"
#include "wizard/rehearsal/AccountPanel.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/SavePlace.h"
#include "wizard/Theme.h"
#include "wizard/widgets/Background.h"
#include "wizard/widgets/CourseChart.h"
#include "wizard/widgets/LedgerList.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/TickRow.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

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

QFrame* card(QWidget* parent, QVBoxLayout*& column)
{
    auto* frame = new QFrame(parent);
    theme::makeCard(frame);
    column = new QVBoxLayout(frame);
    column->setContentsMargins(2 * theme::grid, theme::grid + 4, 2 * theme::grid, theme::grid + 4);
    column->setSpacing(theme::grid);
    return frame;
}

} // namespace

FinishPage::FinishPage(Session& session, QWidget* parent) : Page(session, parent)
{
    QVBoxLayout *outcome = nullptr, *summary = nullptr, *checks = nullptr, *findings = nullptr,
                *report = nullptr;
    QFrame* outcomeCard = card(this, outcome);
    QFrame* summaryCard = card(this, summary);
    QFrame* checksCard = card(this, checks);
    QFrame* findingsCard = card(this, findings);
    QFrame* reportCard = card(this, report);
    const auto label = [](QWidget* owner, bool strong) {
        auto* made = new QLabel(owner);
        made->setWordWrap(true);
        made->setTextFormat(Qt::PlainText);
        if (strong)
            theme::makeStrong(made);
        return made;
    };

    m_end = new StateLine(outcomeCard);
    m_end->setObjectName("runEnd"_L1);
    m_end->setFont(theme::strongFont());
    m_state = label(outcomeCard, false);
    m_ledger = new LedgerList(true, outcomeCard);
    outcome->addWidget(m_end);
    outcome->addWidget(m_state);
    outcome->addWidget(m_ledger);

    m_summaryHead = label(summaryCard, true);
    m_summary = new QGridLayout;
    m_summary->setHorizontalSpacing(2 * theme::grid);
    m_summary->setColumnStretch(0, 1);
    m_course = new CourseChart(summaryCard);
    m_skippedHead = label(summaryCard, true);
    m_skipped = new QVBoxLayout;
    summary->addWidget(m_summaryHead);
    summary->addLayout(m_summary);
    summary->addWidget(m_course);
    summary->addWidget(m_skippedHead);
    summary->addLayout(m_skipped);

    m_checksHead = label(checksCard, true);
    m_checksHint = label(checksCard, false);
    m_checks = new QVBoxLayout;
    m_checks->setSpacing(theme::grid / 2);
    m_error = new StateLine(checksCard);
    m_error->setObjectName("finalCheckError"_L1);
    checks->addWidget(m_checksHead);
    m_look = new QPushButton(checksCard);
    m_look->setObjectName("lookButton"_L1);
    connect(m_look, &QPushButton::clicked, this, &FinishPage::look);
    m_lookLine = new StateLine(checksCard);
    m_lookLine->setObjectName("lookLine"_L1);
    checks->addWidget(m_checksHint);
    checks->addWidget(m_look, 0, Qt::AlignLeft);
    checks->addWidget(m_lookLine);
    checks->addLayout(m_checks);
    checks->addWidget(m_error);

    m_findingsHead = label(findingsCard, true);
    m_findings = new QVBoxLayout;
    findings->addWidget(m_findingsHead);
    findings->addLayout(m_findings);

    m_reportHead = label(reportCard, true);
    m_languageLabel = label(reportCard, false);
    m_languageLabel->setWordWrap(false);
    m_language = new QComboBox(reportCard);
    m_language->setObjectName("reportLanguage"_L1);
    // Each language in its own words: whoever looks for his finds it.
    m_language->addItem(u"日本語"_s, int(Language::Japanese));
    m_language->addItem(u"English"_s, int(Language::English));
    m_languageLabel->setBuddy(m_language);
    connect(m_language, &QComboBox::activated, this, [this] { m_languageChosen = true; });
    auto* language = new QHBoxLayout;
    language->setSpacing(theme::grid);
    language->addWidget(m_languageLabel);
    language->addWidget(m_language);
    language->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::grid);
    const auto button = [&](QLatin1StringView name, const QString& ending) {
        auto* made = new QPushButton(reportCard);
        made->setObjectName(name);
        buttons->addWidget(made);
        connect(made, &QPushButton::clicked, this, [this, ending] { askWhereToSave(ending); });
        return made;
    };
    m_pdf = button("savePdf"_L1, u"pdf"_s);
    m_html = button("saveHtml"_L1, u"html"_s);
    m_excel = button("saveExcel"_L1, u"xlsx"_s);
    buttons->addStretch(1);
    m_saved = new StateLine(reportCard);
    m_saved->setObjectName("reportSaved"_L1);
    report->addWidget(m_reportHead);
    report->addLayout(language);
    report->addLayout(buttons);
    report->addWidget(m_saved);

    auto* left = new QVBoxLayout;
    left->setSpacing(theme::grid + 4);
    left->addWidget(outcomeCard);
    left->addWidget(reportCard);
    left->addWidget(summaryCard);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(theme::grid + 4);
    right->addWidget(checksCard);
    right->addWidget(findingsCard);
    right->addStretch(1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(3 * theme::grid, theme::grid, 3 * theme::grid, 2 * theme::grid);
    whole->setSpacing(theme::grid + 4);
    if (const RehearsalStage* stage = session.connections().rehearsal()) {
        m_account = new AccountPanel(session, *stage, this);
        whole->addWidget(m_account);
    }
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme::grid + 4);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    whole->addLayout(columns);

    m_writer = new Background(this);
    connect(m_writer, &Background::busyChanged, this, &FinishPage::refresh);
    m_looker = new Background(this);
    connect(m_looker, &Background::busyChanged, this, &FinishPage::refresh);
    connect(&session, &Session::runChanged, this, [this] {
        const RunState* state = m_session.runState();
        if (!state || state->end() == RunEnd::Running) { // what was seen before is of no use any more
            m_looker->stop();
            m_seen.clear();
        }
        m_savedPath.clear();
        m_saveError.reset();
        m_journalError.reset();
        if (isVisible())
            refresh(); // else when it is entered: it is told of every record of a run
        else
            emit completeChanged();
    });
}

FinishPage::~FinishPage() = default;

QString FinishPage::title() const
{
    return tr("Finish");
}

QString FinishPage::intro() const
{
    return tr("Look at the site once more, then save the work report.");
}

QString FinishPage::nextVerb() const
{
    return m_session.isRehearsal() ? tr("Lea&ve the rehearsal") : tr("&Close");
}

bool FinishPage::isComplete() const
{
    return m_session.runState() && m_session.runState()->end() != RunEnd::Running && !m_writer->busy();
}

QString FinishPage::whyIncomplete() const
{
    if (m_writer->busy())
        return tr("The work report is being written.");
    return isComplete() ? QString() : tr("There is no finished run.");
}

QString FinishPage::underWay() const
{
    return m_writer->busy() ? tr("The work report is being written.") : QString();
}

void FinishPage::enter()
{
    refresh();
}

void FinishPage::askWhereToSave(const QString& ending)
{
    const auto run = m_session.run();
    if (!run)
        return;
    const QFileInfo journal(run->journalPath());
    QString base = journal.fileName();
    base.truncate(base.indexOf(u'.') < 0 ? base.size() : base.indexOf(u'.'));
    const QDir folder(folderToSaveIn(journal.absolutePath(), m_session.passingFolder()));
    const QString proposed = folder.filePath(u"%1-report.%2"_s.arg(base, ending));
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the work report"), proposed, u"*."_s + ending);
    if (!path.isEmpty())
        saveReport(path);
}

void FinishPage::saveReport(const QString& path)
{
    const auto run = m_session.run();
    if (!run)
        return;
    m_savedPath.clear();
    m_saveError.reset();
    if (const Status may = mayBeSavedAt(path, m_session.passingFolder()); !may) {
        m_saveError = may.error();
        m_showSaved = true;
        refresh();
        emit reportSaved(false);
        return;
    }
    const QString journal = run->journalPath();
    const auto language = Language(m_language->currentData().toInt());
    const QDateTime now = QDateTime::currentDateTime();
    m_writer->start<Status>(
        [journal, language, now, path](const std::stop_token&) -> Status {
            const auto input = prepareEvidence(journal, now);
            return input ? writeDocument(evidenceDocument(*input, language), path) : Status(input.error());
        },
        [this, path](const Status& status) {
            if (status)
                m_savedPath = path;
            else
                m_saveError = status.error();
            m_showSaved = true;
            refresh();
            emit reportSaved(status.ok());
        });
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
    QWidget* had = QApplication::focusWidget();
    fill();
    if (had && QList<QWidget*>{m_look, m_pdf, m_html, m_excel}.contains(had) && !had->isEnabled()) {
        m_pressed = had;
        m_heldBy = QApplication::focusWidget();
    }
    keepFocus();
    if (area)
        area->verticalScrollBar()->setValue(at);
    if (!m_showSaved)
        return;
    m_showSaved = false;
    QTimer::singleShot(0, this, [this] { // when the line has its place
        if (QScrollArea* scrolled = scrollArea())
            scrolled->ensureWidgetVisible(m_saved, 0, 2 * theme::grid);
    });
}

/// A button that was pressed gets the keyboard back, unless the person has gone on with it.
void FinishPage::keepFocus()
{
    if (!m_pressed || !m_pressed->isEnabled())
        return;
    if (QApplication::focusWidget() == m_heldBy)
        m_pressed->setFocus(Qt::OtherFocusReason);
    m_pressed.clear();
}

void FinishPage::fill()
{
    qDeleteAll(m_filled);
    m_filled.clear();
    const RunState* run = m_session.runState();
    const Language language = m_session.language();
    const bool ready = run && !m_writer->busy();
    for (QPushButton* button : {m_pdf, m_html, m_excel})
        button->setEnabled(ready);
    if (run) {
        m_end->setState(stateOf(run->end()), runEndText(run->end()).render(language));
        m_state->setText(run->stateText().render(language));
        m_ledger->setLedger(run->ledger(), language);
        refreshSummary();
        refreshChecks();
    } else {
        m_end->setState(theme::State::Info, tr("There is no finished run."));
        m_state->clear();
    }
    m_ledger->setVisible(run != nullptr);
    refreshFindings();
    if (m_account)
        m_account->refresh();
    if (m_writer->busy())
        m_saved->setState(theme::State::Busy, tr("Writing the work report\u2026"));
    else if (m_saveError)
        m_saved->setState(theme::State::Bad, m_saveError->render(language));
    else
        m_saved->setState(theme::State::Good,
                          m_savedPath.isEmpty() ? QString() : tr("Saved: %1").arg(shownSafely(m_savedPath)));
    for (QWidget* filled : std::as_const(m_filled))
        filled->show(); // at once: shown a turn of the event loop later, the page would be short for that long, and scroll
    emit completeChanged();
}

void FinishPage::refreshSummary()
{
    const RunState& state = *m_session.runState();
    const Language language = m_session.language();
    const TimeChart chart = TimeChart::from(state.procedure(), m_session.site());
    m_course->setVisible(state.endedAt().isValid());
    if (state.endedAt().isValid()) {
        m_course->setCourse(WorkCourse::from(state, chart, state.endedAt()), language);
    }
    int row = 0;
    const auto cell = [&](int column, const QString& text, bool head) {
        auto* made = new QLabel(text, this);
        made->setTextFormat(Qt::PlainText);
        if (head)
            theme::makeCaption(made);
        m_summary->addWidget(made, row, column, column > 0 ? Qt::AlignRight : Qt::Alignment());
        m_filled.append(made);
    };
    const auto line = [&](const QString& name, const QString& planned, const QString& done,
                          bool head = false) {
        cell(0, name, head);
        cell(1, planned, head);
        cell(2, done, head);
        ++row;
    };
    const auto time = [&](const QDateTime& when) {
        return when.isValid() ? Text::timeOfDay(when).render(language) : u"\u2014"_s;
    };
    const Schedule& schedule = m_session.site().schedule;
    const auto count = [&](StepStatus status) { return QString::number(state.stepsWith(status).size()); };
    int byWord = 0;
    for (const QString& id : state.stepsWith(StepStatus::Verified))
        byWord += state.record(id).byWord ? 1 : 0;
    const int taken = state.endedAt().isValid() ? int(state.begunAt().secsTo(state.endedAt()) / 60) : 0;
    line({}, tr("Planned"), tr("Done"), true);
    line(tr("Begun"), time(schedule.start.value_or(QDateTime())), time(state.begunAt()));
    const bool held = state.end() == RunEnd::Held; // then it has not ended
    line(tr("Ended"), time(chart.plannedEnd().value_or(QDateTime())), time(held ? QDateTime() : state.endedAt()));
    if (held)
        line(tr("Held since"), {}, time(state.endedAt()));
    if (schedule.end)
        line(tr("To be ended by"), time(*schedule.end), {});
    line(tr("Time"), Text::minutes(chart.totalMinutes).render(language),
         state.endedAt().isValid() ? Text::minutes(taken).render(language) : u"\u2014"_s);
    line(tr("Steps done"), QString::number(state.procedure().steps.size()), count(StepStatus::Verified));
    line(tr("of these by your word"), {}, QString::number(byWord));
    line(tr("Steps skipped"), {}, count(StepStatus::Skipped));
    line(tr("Steps not needed"), {}, count(StepStatus::NotNeeded));

    const QStringList skipped = state.stepsWith(StepStatus::Skipped);
    m_skippedHead->setVisible(!skipped.isEmpty());
    for (const QString& id : skipped) {
        auto* made = new StateLine(this);
        const QString step = tr("%1. %2", "No as on paper, title of a step")
                                 .arg(state.procedure().number(id))
                                 .arg(state.procedure().step(id)->title.render(language));
        made->setState(theme::State::Warning, tr("%1. Reason: %2", "step, reason")
                                                  .arg(step,
                                                       state.record(id).note.render(language)));
        m_skipped->addWidget(made);
        m_filled.append(made);
    }
}

void FinishPage::refreshChecks()
{
    const RunState& state = *m_session.runState();
    const Language language = m_session.language();
    const QList<Node>& nodes = m_session.facts().site.nodes;
    const bool bySsh = std::any_of(nodes.cbegin(), nodes.cend(),
                                   [](const Node& node) { return node.access == AccessKind::Ssh; });
    const bool open = state.end() != RunEnd::Running && !m_journalError;
    m_checksHint->setText(
        bySsh ? tr("Look at the nodes, then tick what nobody but you can see. Everything is recorded "
                   "in the journal.")
              : tr("Tick what you have seen yourself. Each tick is recorded in the journal."));
    m_look->setVisible(bySsh);
    m_look->setEnabled(open && !m_looker->busy());
    m_lookLine->setState(theme::State::Busy,
                         m_looker->busy() ? tr("The nodes are being looked at\u2026") : QString());
    for (const FinalQuestion& question : finalQuestions(state.procedure(), m_session.facts()))
        addCheck(question, open);
    m_error->setState(theme::State::Bad, m_journalError ? m_journalError->render(language) : QString());
}

/// A check that was observed is said; one that can't be is ticked; one that will be observed waits for the look.
void FinishPage::addCheck(const FinalQuestion& question, bool open)
{
    using Verdict = Observation::Verdict;
    const Language language = m_session.language();
    const QString text = question.text.render(language);
    // What was seen before the work stands with what is seen now.
    const QString beforeLine = question.before.isEmpty()
                                   ? QString()
                                   : u'\n' + tr("Before the work: %1").arg(question.before.render(language));
    const FinalCheck before = m_session.runState()->finalChecks().value(question.id);
    const Node* node = question.condition ? m_session.facts().site.node(question.condition->node) : nullptr;
    const bool observable = node && node->access == AccessKind::Ssh;
    const auto seen = m_seen.constFind(question.id);
    const bool looked = seen != m_seen.cend();
    const auto say = [&](theme::State state, const QString& line) {
        auto* made = new StateLine(this);
        made->setObjectName("finalSeen-"_L1 + question.id);
        made->setState(state, line);
        m_checks->addWidget(made);
        m_filled.append(made);
    };
    const auto withBefore = [&](const QString& now) {
        return question.before.isEmpty()
                   ? now
                   : tr("%1 (before the work: %2)").arg(now, question.before.render(language));
    };
    if (looked && (seen->verdict == Verdict::Holds || seen->verdict == Verdict::Broken)) {
        const bool holds = seen->verdict == Verdict::Holds;
        return say(holds ? theme::State::Good : theme::State::Bad,
                   text + u'\n' +
                       withBefore(tr("%1: %2", "verdict, what was seen")
                                      .arg(verdictText(seen->verdict).render(language),
                                           seen->seen.render(language))));
    }
    if (!looked && !before.seen.isEmpty()) {
        return say(before.holds ? theme::State::Good : theme::State::Bad,
                   text + u'\n' +
                       withBefore(tr("Seen at %1: %2", "time, what was seen")
                                      .arg(Text::timeOfDay(before.when).render(language),
                                           before.seen.render(language))));
    }
    if (observable && !looked)
        return say(theme::State::Todo, text + u'\n' + withBefore(tr("Not looked at yet.")));
    auto* row = new TickRow(
        looked && seen->verdict == Verdict::Unknown
            ? tr("%1 Could not be seen: %2", "what must hold, why").arg(text, seen->seen.render(language))
            : text + beforeLine,
        this);
    QCheckBox* box = row->box();
    box->setObjectName("finalCheck-"_L1 + question.id);
    box->setChecked(before.holds);
    box->setEnabled(open);
    m_checks->addWidget(row);
    m_filled.append(row);
    connect(box, &QCheckBox::toggled, this, [this, box, question](bool holds) {
        const Status said = m_session.run()->finalCheck(question.id, question.text, holds);
        m_session.takeRunState();
        if (said)
            return;
        m_journalError = said.error();
        m_error->setState(theme::State::Bad, m_journalError->render(m_session.language()));
        const QSignalBlocker quiet(box);
        box->setChecked(!holds); // not recorded, so not said
        for (QWidget* filled : std::as_const(m_filled)) {
            if (auto* other = qobject_cast<TickRow*>(filled))
                other->setEnabled(false);
        }
    });
}

void FinishPage::look()
{
    const RunState* state = m_session.runState();
    if (!state || state->end() == RunEnd::Running || m_looker->busy())
        return;
    QList<Condition> conditions;
    for (const FinalQuestion& question : finalQuestions(state->procedure(), m_session.facts())) {
        if (question.condition)
            conditions.append(*question.condition);
    }
    QStringList names;
    for (const Node& node : m_session.facts().site.nodes)
        names.append(node.name);
    m_session.connections().prompter().begin(names);
    SiteAccess& access = m_session.connections().access();
    m_looker->start<QList<Observation>>(
        [conditions, &access, &clock = m_session.connections().clock(), facts = m_session.facts(),
         run = *state](const std::stop_token& stop) {
            return Observer(facts, run, access, clock).look(conditions, stop);
        },
        [this](const QList<Observation>& observations) { takeSeen(observations); });
}

void FinishPage::takeSeen(const QList<Observation>& observations)
{
    const RunState* state = m_session.runState();
    if (!state || state->end() == RunEnd::Running)
        return;
    m_seen.clear();
    for (const FinalQuestion& question : finalQuestions(state->procedure(), m_session.facts())) {
        for (const Observation& one : observations) {
            if (question.condition != one.condition)
                continue;
            m_seen.insert(question.id, one);
            const bool settled =
                one.verdict == Observation::Verdict::Holds || one.verdict == Observation::Verdict::Broken;
            if (!settled || m_journalError)
                continue;
            const Status said = m_session.run()->finalCheck(
                question.id, question.text, one.verdict == Observation::Verdict::Holds, one.seen);
            if (!said)
                m_journalError = said.error();
        }
    }
    m_session.takeRunState();
    refresh();
}

void FinishPage::refreshFindings()
{
    const Language language = m_session.language();
    const auto kind = m_session.procedureKind();
    const QList<Finding> findings = kind ? m_session.checksOf(*kind).findings : m_session.checks().findings;
    const auto add = [this](theme::State state, const QString& text) {
        auto* line = new StateLine(this);
        line->setState(state, text);
        m_findings->addWidget(line);
        m_filled.append(line);
    };
    bool found = false;
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::Info)
            continue; // the checks page has them all
        found = true;
        const QString message = finding.message.render(language);
        QStringList lines{finding.node.isEmpty() ? message
                                                 : tr("%1: %2", "node, message").arg(finding.node, message)};
        if (const QString remedy = finding.remedy.render(language); !remedy.isEmpty())
            lines.append(tr("What to do: %1").arg(remedy)); // as on the Checks page
        add(stateOf(finding.severity), lines.join(u'\n'));
    }
    if (!found)
        add(theme::State::Good, tr("Nothing was left open by the checks before the work."));
}

void FinishPage::retranslate()
{
    m_summaryHead->setText(tr("Planned and done"));
    m_skippedHead->setText(tr("Skipped"));
    m_checksHead->setText(tr("Final checks"));
    m_look->setText(tr("Look at the &nodes now"));
    m_findingsHead->setText(tr("From the checks before the work: look at these again"));
    m_reportHead->setText(tr("Save the work report"));
    m_languageLabel->setText(tr("&Language"));
    m_pdf->setText(tr("P&DF"));
    m_html->setText(tr("&HTML"));
    m_excel->setText(tr("&Excel"));
    if (!m_languageChosen)
        m_language->setCurrentIndex(m_language->findData(int(m_session.language())));
    refresh();
}

} // namespace ruw
