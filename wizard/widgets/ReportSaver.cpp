#include "wizard/widgets/ReportSaver.h"

#include "core/base/Quote.h"
#include "core/report/EvidenceReport.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/widgets/Background.h"
#include "wizard/widgets/OutcomeBar.h"
#include "wizard/widgets/PaperLanguage.h"
#include "wizard/widgets/StateLine.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ruw {

ReportSaver::ReportSaver(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_output(new PaperOutput(this)), m_head(new QLabel(this)),
      m_languageLabel(new QLabel(this)), m_language(new PaperLanguage(this)), m_maker(new Background(this)),
      m_line(new StateLine(this)), m_outcome(new OutcomeBar(this))
{
    QVBoxLayout* column = theme::makeCardColumn(this);
    theme::makeStrong(m_head);
    m_language->setObjectName("reportLanguage"_L1);
    m_languageLabel->setBuddy(m_language);
    m_outcome->setObjectName("reportSaved"_L1);
    m_line->setObjectName("reportLine"_L1);
    connect(m_output, &PaperOutput::busyChanged, this, &ReportSaver::changed);
    connect(m_maker, &Background::busyChanged, this, &ReportSaver::changed);
    connect(m_output, &PaperOutput::ended, this, &ReportSaver::ended);
    auto* language = new QHBoxLayout;
    language->setSpacing(theme::grid);
    language->addWidget(m_languageLabel);
    language->addWidget(m_language);
    language->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::grid);
    const auto button = [&](QLatin1StringView name, const QString& ending) {
        auto* made = new QPushButton(this);
        made->setObjectName(name);
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, [this, ending] { askWhereToSave(ending); });
        return made;
    };
    m_print = new QPushButton(this);
    m_print->setObjectName("printReport"_L1);
    language->insertWidget(2, m_print); // four in a row would not fit beside another card
    connect(m_print, &QPushButton::clicked, this, &ReportSaver::askForPrinter);
    m_pdf = button("savePdf"_L1, u"pdf"_s);
    m_html = button("saveHtml"_L1, u"html"_s);
    m_excel = button("saveExcel"_L1, u"xlsx"_s);
    row->addStretch(1);
    column->addWidget(m_head);
    column->addLayout(language);
    column->addLayout(row);
    column->addWidget(m_line);
    column->addWidget(m_outcome);
    column->addStretch(1);
    setTabOrder(m_excel, lastTool()); // as they are read
}

ReportSaver::~ReportSaver() = default;

bool ReportSaver::busy() const
{
    return m_output->busy() || m_maker->busy();
}

QList<QPushButton*> ReportSaver::buttons() const
{
    return {m_print, m_pdf, m_html, m_excel};
}

QWidget* ReportSaver::line() const
{
    return m_outcome;
}

QWidget* ReportSaver::lastTool() const
{
    return m_outcome->openFolderButton();
}

void ReportSaver::outdate()
{
    forget();
    m_isOld = !m_saved.isEmpty();
    showLine();
}

void ReportSaver::forget()
{
    const auto run = m_session.run();
    if (run && run->journalPath() != m_savedOf)
        m_saved.clear();
    const auto& state = m_session.runState();
    const bool goesOn = state && state->end() == RunEnd::Running; // one that was held is recorded further
    m_isOld = !m_saved.isEmpty() && (m_isOld || goesOn);
    showLine();
    m_outdated = m_output->busy();
    ++m_recorded;
    m_done = false;
    m_outcome->say({});
}

void ReportSaver::setLeads(bool leads)
{
    m_leads = leads;
    theme::makePrimary(m_pdf, m_leads && !m_done);
}

namespace {

/// What was picked to go wrong, for a journal does not keep it; none: the work is real.
std::optional<QList<PlayedFault>> faultsOf(Session& session)
{
    const RehearsalStage* stage = session.connections().rehearsal();
    if (!stage || !session.runState())
        return std::nullopt;
    QList<PlayedFault> faults;
    for (const FaultStory& story : faultStories(stage->picked(), stage->left(), session.runState()->procedure(), {})) {
        const Text what = story.happened ? story.title
                                         : Text::tr("%1: %2", "fault, what became of it").arg(story.title).arg(story.outcome());
        faults.append({what, story.fault.step, story.happened});
    }
    return faults;
}

/// What the rehearsal has counted so far. Empty: the work is real.
QList<RehearsedFigure> figuresOf(Session& session)
{
    const RehearsalStage* stage = session.connections().rehearsal();
    if (!stage || !session.runState())
        return {};
    QList<RehearsedFigure> figures;
    for (const AccountRow& row : accountRows(stage->account(), session.runFacts(), session.runState()->procedure()))
        figures.append({row.name, row.forecast, row.played, row.good});
    return figures;
}

} // namespace

PaperOutput::MakeDocument ReportSaver::report() const
{
    return [journal = m_session.run()->journalPath(), language = m_language->language(),
            faults = faultsOf(m_session), figures = figuresOf(m_session)]() -> Result<Document> {
        auto input = prepareEvidence(journal, QDateTime::currentDateTime());
        if (!input)
            return input.error();
        input.value().faults = faults;
        input.value().rehearsed = figures;
        return evidenceDocument(*input, language);
    };
}

void ReportSaver::askWhereToSave(const QString& ending)
{
    const auto run = m_session.run();
    if (!run)
        return;
    const QFileInfo journal(run->journalPath());
    const QString name = m_saved.isEmpty() ? journal.fileName().section(u'.', 0, 0) + u"-report"_s
                                           : QFileInfo(m_saved).completeBaseName(); // what it replaces
    m_begun.reset();
    m_output->setPassingFolder(m_session.passingFolder());
    m_output->askWhereToSave(report(), tr("Save the work report"), name, journal.absolutePath(), {ending});
}

void ReportSaver::askForPrinter()
{
    if (!m_session.run())
        return;
    m_output->setPassingFolder(m_session.passingFolder());
    m_begun = m_recorded;
    m_maker->start<Result<Document>>([make = report()](const std::stop_token&) { return make(); },
                                     [this](const Result<Document>& made) {
                                         if (made)
                                             m_output->askForPrinter(*made, 0);
                                         else
                                             ended({false, Text::lines({made.error().what, made.error().state, made.error().remedy})});
                                     });
}

void ReportSaver::save(const QString& path)
{
    if (!m_session.run())
        return;
    m_begun.reset();
    m_output->setPassingFolder(m_session.passingFolder());
    m_output->save(report(), path);
}

void ReportSaver::ended(const PaperOutcome& outcome)
{
    // What was answered while it was written may be missing in it.
    const bool outdated = std::exchange(m_outdated, false);
    const bool stale = outcome.good && (m_begun ? *m_begun != m_recorded : outdated);
    const Text once = m_begun ? Text::tr("The report was printed, but what was answered meanwhile is not in it. Print it once more.")
                              : Text::tr("The report was saved, but what was answered meanwhile is not in it. Save it once more.");
    m_outcome->say(stale ? PaperOutcome{false, once} : outcome);
    m_done = m_done || (outcome.good && !stale);
    const auto run = m_session.run();
    if (outcome.good && !outcome.file.isEmpty() && run) {
        m_saved = outcome.file;
        m_savedOf = run->journalPath();
        m_isOld = false; // where it is, that is said already
    }
    emit changed();
    emit saved(outcome.good);
}

void ReportSaver::refresh()
{
    for (QPushButton* button : buttons())
        button->setEnabled(m_session.runState() && !busy());
    setLeads(m_leads);
    showLine();
    m_outcome->setHidden(busy() || m_outcome->isEmpty());
}

void ReportSaver::showLine()
{
    if (busy())
        return m_line->setState(theme::State::Busy, tr("Writing the work report\u2026"));
    m_line->setState(theme::State::Warning, m_isOld ? tr("The saved report %1 does not hold what was recorded since: save it again.")
                                                          .arg(shownSafely(QFileInfo(m_saved).fileName()))
                                                    : QString());
}

void ReportSaver::retranslate()
{
    m_head->setText(tr("Save the work report"));
    m_languageLabel->setText(tr("&Language"));
    m_print->setText(tr("P&rint\u2026"));
    m_pdf->setText(tr("As P&DF\u2026")); // short: three in a row, beside another card on a screen at 200 %
    m_html->setText(tr("As &HTML\u2026"));
    m_excel->setText(tr("As &Excel\u2026"));
    for (QPushButton* button : buttons())
        button->setAccessibleDescription(m_head->text());
    m_language->follow(m_session.language());
    m_outcome->retranslate(m_session.language());
}

} // namespace ruw
