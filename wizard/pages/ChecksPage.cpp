#include "wizard/pages/ChecksPage.h"

#include "core/base/Quote.h"
#include "wizard/Session.h"
#include "wizard/SurveyRunner.h"
#include "wizard/Theme.h"
#include "wizard/widgets/FindingList.h"
#include "wizard/widgets/ForecastPanel.h"
#include "wizard/widgets/IconLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

enum Tab { FindingsTab, ForecastTab };

QScrollArea* scrolled(const QString& objectName, QWidget* content)
{
    auto* area = new QScrollArea;
    area->setObjectName(objectName);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus); // what stands in it takes the focus and is scrolled to
    area->setWidget(content);
    return area;
}

int countOf(const QList<Finding>& findings, Severity severity)
{
    return int(std::count_if(findings.cbegin(), findings.cend(),
                             [severity](const Finding& finding) { return finding.severity == severity; }));
}

int missingIn(const QList<Finding>& from, const QList<Finding>& in)
{
    return int(std::count_if(from.cbegin(), from.cend(), [&in](const Finding& finding) {
        return std::none_of(in.cbegin(), in.cend(),
                            [&finding](const Finding& other) { return Session::keyOf(other) == Session::keyOf(finding); });
    }));
}

} // namespace

ChecksPage::ChecksPage(Session& session, QWidget* parent) : Page(session, parent)
{
    setObjectName(u"checksPage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 8, 24, 8);
    column->setSpacing(theme::grid);
    buildHeader(*column);

    m_findings = new FindingList([this](const Finding& finding) {
        return FindingList::Acceptance{m_session.isAcknowledged(finding), m_session.acknowledgedBy(finding)};
    });
    m_findings->setObjectName(u"findingList"_s);
    m_findings->setContentsMargins(12, 12, 12, 12);
    m_findings->setMaximumWidth(theme::readableWidth + 10 * theme::grid); // with what stands around the words
    m_forecast = new ForecastPanel;
    m_forecast->setObjectName(u"forecastPanel"_s);
    m_tabs = new QTabWidget(this);
    m_tabs->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // its pages scroll: the page around it need not
    m_tabs->setMinimumHeight(22 * theme::grid);
    m_tabs->setObjectName(u"checksTabs"_s);
    m_tabs->addTab(scrolled(u"findingScroll"_s, m_findings), {});
    m_tabs->addTab(scrolled(u"forecastScroll"_s, m_forecast), {});
    column->addWidget(m_tabs, 1);

    m_runner = new SurveyRunner(session.connections(), this);
    m_seconds = new QTimer(this);
    m_seconds->setInterval(1000);
    connect(m_seconds, &QTimer::timeout, this, &ChecksPage::showRecheck);
    connect(m_runner, &SurveyRunner::progressed, this, [this](const SurveyProgress& progress) {
        m_progress = progress;
        showRecheck();
    });
    connect(m_runner, &SurveyRunner::finished, this, &ChecksPage::recheckDone);
    connect(m_findings, &FindingList::accepted, &session, &Session::acknowledge);
    connect(m_forecast, &ForecastPanel::mailLoadEdited, this, [this](const MailLoad& load) {
        Site site = m_session.site();
        site.mailLoad = load;
        m_session.setSite(site);
    });
    connect(&m_session, &Session::factsChanged, this, &ChecksPage::readChecks);
    connect(&m_session, &Session::procedureChanged, this, &ChecksPage::readChecks);
    connect(&m_session, &Session::acknowledgedChanged, this, &ChecksPage::showAcceptance);
    connect(&m_session, &Session::peopleChanged, this, [this] {
        if (m_doer->text() != m_session.doer())
            m_doer->setText(m_session.doer());
        showAcceptance();
    });
}

ChecksPage::~ChecksPage() = default;

void ChecksPage::buildHeader(QVBoxLayout& column)
{
    m_summaryIcon = new IconLabel(u"check"_s, theme::State::Good, 24, this);
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"checksSummary"_s);
    m_summary->setWordWrap(true);
    theme::makeStrong(m_summary);
    m_recheckState = new QLabel(this);
    m_recheckState->setObjectName(u"recheckState"_s);
    m_recheckState->setWordWrap(true);
    theme::makeCaption(m_recheckState);
    m_recheckButton = new QPushButton(this);
    m_recheckButton->setObjectName(u"recheckButton"_s);
    connect(m_recheckButton, &QPushButton::clicked, this, &ChecksPage::recheck);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_summary);
    words->addWidget(m_recheckState);
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_summaryIcon);
    top->addLayout(words, 1);
    top->setAlignment(words, Qt::AlignVCenter);
    m_recheckButton->setVisible(!m_session.isRehearsal()); // there are no nodes to read
    top->addWidget(m_recheckButton, 0, Qt::AlignTop);
    column.addLayout(top);

    m_doerLabel = new QLabel(this);
    m_doer = new QLineEdit(this);
    m_doer->setObjectName(u"doerName"_s);
    m_doer->setMaxLength(100);
    m_doer->setFixedWidth(220);
    m_doerLabel->setBuddy(m_doer);
    m_doer->setText(m_session.doer());
    connect(m_doer, &QLineEdit::textEdited, this, &ChecksPage::doerEdited);
    m_doerHint = new QLabel(this);
    m_doerHint->setObjectName(u"doerHint"_s);
    m_doerHint->setWordWrap(true);
    theme::makeCaption(m_doerHint);
    auto* people = new QHBoxLayout;
    people->setSpacing(theme::grid);
    people->addWidget(m_doerLabel);
    people->addWidget(m_doer);
    people->addWidget(m_doerHint, 1);
    column.addLayout(people);
}

QString ChecksPage::title() const
{
    return tr("Checks");
}

QString ChecksPage::intro() const
{
    if (m_session.isRehearsal())
        return tr("What must be settled before the work starts, and what you should know.");
    return tr("What must be settled before the work starts, and what you should know. Each warning is "
              "accepted by name.");
}

QString ChecksPage::nextVerb() const
{
    return tr("Ma&ke the runbook");
}

bool ChecksPage::blocked() const
{
    const std::optional<ProcedureKind> kind = m_session.procedureKind();
    return !kind || !m_checks.allowed(*kind) || !m_session.procedure();
}

bool ChecksPage::isComplete() const
{
    return !blocked() && !m_runner->running();
}

QString ChecksPage::whyIncomplete() const
{
    if (isComplete())
        return {};
    if (!m_session.procedureKind())
        return tr("Choose a procedure first.");
    if (m_runner->running())
        return tr("The configs are being read again.");
    return tr("Blockers must be settled first.");
}

int ChecksPage::openWarnings() const
{
    const QList<Finding>& findings = m_checks.findings;
    return int(std::count_if(findings.cbegin(), findings.cend(), [this](const Finding& finding) {
        return finding.severity == Severity::Warning && !m_session.isAcknowledged(finding);
    }));
}

/// What is accepted is settled before the work: a run that goes on from its journal has it there.
std::optional<PageStanding> ChecksPage::standing() const
{
    const int open = openWarnings();
    if (!isComplete() || m_session.run() || open == 0)
        return {};
    return PageStanding{theme::State::Warning, tr("%n to accept", "warnings", open)};
}

QString ChecksPage::underWay() const
{
    return m_runner->running() ? tr("The configs of the nodes are being read again.") : QString();
}

QString ChecksPage::doerName() const
{
    return m_session.doer().trimmed();
}

void ChecksPage::enter()
{
    readChecks();
}

void ChecksPage::retranslate()
{
    m_doerLabel->setText(tr("&Doer:"));
    m_doer->setPlaceholderText(tr("Your name"));
    m_tabs->setAccessibleName(tr("Findings and estimate"));
    m_tabs->setTabText(ForecastTab, tr("&Queue estimate"));
    m_findings->setAccessibleName(tr("Findings"));
    readChecks();
    showRecheck();
}

void ChecksPage::readChecks()
{
    const std::optional<ProcedureKind> kind = m_session.procedureKind();
    m_checks = kind ? m_session.checksOf(*kind) : m_session.checks();
    showFindings();
    showForecast();
    emit completeChanged();
}

void ChecksPage::showFindings()
{
    m_findings->setFindings(m_checks.findings, m_session.language());
    m_tabs->setTabText(FindingsTab, tr("F&indings (%1)").arg(m_checks.findings.size()));
    showAcceptance();
}

void ChecksPage::showAcceptance()
{
    const bool named = !doerName().isEmpty();
    m_findings->refreshAcceptance(named);
    m_doerHint->setText(!named                    ? tr("Enter your name: then the warnings can be accepted.")
                        : m_session.isRehearsal() ? tr("In the rehearsal the warnings count as accepted; the real work asks for each.")
                                                  : tr("This name stands beside each warning that is accepted."));
    const bool anyWarning = countOf(m_checks.findings, Severity::Warning) > 0;
    for (QWidget* widget : {static_cast<QWidget*>(m_doerLabel), static_cast<QWidget*>(m_doer),
                            static_cast<QWidget*>(m_doerHint)})
        widget->setVisible(anyWarning);
    showSummary();
    emit completeChanged();
}

void ChecksPage::showSummary()
{
    const QList<Finding>& findings = m_checks.findings;
    const int open = openWarnings();
    if (!m_session.procedureKind()) {
        m_summaryIcon->setIcon(u"unknown"_s, theme::State::Unknown);
        m_summary->setText(tr("No procedure is chosen yet: findings for all of them."));
    } else if (blocked()) {
        m_summaryIcon->setIcon(u"blocker"_s, theme::State::Bad);
        const int blockers = std::max(1, countOf(findings, Severity::Blocker));
        m_summary->setText(tr("The work can't start: %n blocker(s).", nullptr, blockers));
    } else if (open > 0) {
        m_summaryIcon->setIcon(u"warning"_s, theme::State::Warning);
        m_summary->setText(tr("No blockers. %n warning(s) still to accept.", nullptr, open));
    } else {
        m_summaryIcon->setIcon(u"check"_s, theme::State::Good);
        m_summary->setText(countOf(findings, Severity::Warning) > 0
                               ? tr("No blockers. Every warning is accepted.")
                               : tr("No blockers and no warnings."));
    }
}

void ChecksPage::showForecast()
{
    const QueueForecast& forecast = m_session.forecast();
    m_tabs->setTabVisible(ForecastTab, forecast.applies);
    if (!forecast.applies)
        return;
    m_forecast->setForecast(forecast, m_session.site().mailLoad, m_session.language());
    m_tabs->setTabIcon(ForecastTab,
                       ForecastPanel::diskMayFill(forecast) ? theme::stateIcon(theme::State::Bad) : QIcon());
}

void ChecksPage::doerEdited()
{
    m_session.setPeople(m_doer->text(), m_session.checker());
}

void ChecksPage::recheck()
{
    if (m_runner->running()) {
        m_runner->cancel();
        return;
    }
    m_recheckSince = QDateTime::currentDateTime();
    m_progress = {};
    m_runner->start(m_session.site());
    m_seconds->start();
    showRecheck();
    emit completeChanged();
}

void ChecksPage::recheckDone(const SurveyReport& report)
{
    m_seconds->stop();
    if (!m_runner->cancelled()) { // half a survey would pass for findings that are settled
        const QList<Finding> before = m_checks.findings;
        m_session.setSurvey(report);
        m_lastRecheck = Recheck{QDateTime::currentDateTime(), missingIn(m_checks.findings, before),
                                missingIn(before, m_checks.findings)};
    }
    showRecheck();
    emit completeChanged();
}

void ChecksPage::showRecheck()
{
    const bool busy = m_runner->running();
    m_recheckState->setVisible(busy || m_lastRecheck || m_session.survey().takenAt.isValid());
    m_recheckButton->setText(busy ? tr("&Stop reading") : tr("Check &again"));
    if (busy) {
        const qint64 seconds = m_recheckSince.secsTo(QDateTime::currentDateTime());
        const QString since = m_recheckSince.toString(u"HH:mm:ss"_s);
        m_recheckState->setText(
            m_progress.node.isEmpty()
                ? tr("Reading the nodes since %1 (%2 s) …").arg(since).arg(seconds)
                : tr("Reading the nodes since %1 (%2 s) … %3: %4")
                      .arg(since)
                      .arg(seconds)
                      .arg(shownSafely(m_progress.node),
                           surveyStageText(m_progress.stage).render(m_session.language())));
        return;
    }
    if (!m_lastRecheck) {
        const QDateTime taken = m_session.survey().takenAt;
        m_recheckState->setText(
            taken.isValid() ? tr("By the survey of %1.")
                                  .arg(Text::dateTime(taken.toLocalTime()).render(m_session.language()))
                            : QString());
        return;
    }
    const QString at = m_lastRecheck->at.toString(u"HH:mm:ss"_s);
    m_recheckState->setText(m_lastRecheck->appeared == 0 && m_lastRecheck->gone == 0
                                ? tr("Checked again at %1: nothing changed.").arg(at)
                                : tr("Checked again at %1: new findings: %2, settled: %3.")
                                      .arg(at)
                                      .arg(m_lastRecheck->appeared)
                                      .arg(m_lastRecheck->gone));
}

} // namespace ruw
