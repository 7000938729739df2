#include "wizard/widgets/ReportSaver.h"

#include "core/base/Quote.h"
#include "core/report/DocumentFile.h"
#include "core/report/EvidenceReport.h"
#include "wizard/SavePlace.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/Background.h"
#include "wizard/widgets/StateLine.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

ReportSaver::ReportSaver(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_writer(new Background(this)), m_head(new QLabel(this)),
      m_languageLabel(new QLabel(this)), m_language(new QComboBox(this)), m_line(new StateLine(this))
{
    QVBoxLayout* column = theme::makeCardColumn(this);
    theme::makeStrong(m_head);
    m_language->setObjectName("reportLanguage"_L1);
    // Each language in its own words: whoever looks for his finds it.
    m_language->addItem(u"日本語"_s, int(Language::Japanese));
    m_language->addItem(u"English"_s, int(Language::English));
    m_languageLabel->setBuddy(m_language);
    m_line->setObjectName("reportSaved"_L1);
    connect(m_language, &QComboBox::activated, this, [this] { m_languageChosen = true; });
    connect(m_writer, &Background::busyChanged, this, &ReportSaver::changed);
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
    m_pdf = button("savePdf"_L1, u"pdf"_s);
    m_html = button("saveHtml"_L1, u"html"_s);
    m_excel = button("saveExcel"_L1, u"xlsx"_s);
    row->addStretch(1);
    column->addWidget(m_head);
    column->addLayout(language);
    column->addLayout(row);
    column->addWidget(m_line);
}

ReportSaver::~ReportSaver() = default;

bool ReportSaver::busy() const
{
    return m_writer->busy();
}

QList<QPushButton*> ReportSaver::buttons() const
{
    return {m_pdf, m_html, m_excel};
}

QWidget* ReportSaver::line() const
{
    return m_line;
}

void ReportSaver::forget()
{
    m_path.clear();
    m_error.reset();
}

void ReportSaver::askWhereToSave(const QString& ending)
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
        save(path);
}

void ReportSaver::save(const QString& path)
{
    const auto run = m_session.run();
    if (!run)
        return;
    forget();
    if (const Status may = mayBeSavedAt(path, m_session.passingFolder()); !may) {
        m_error = may.error();
        emit changed();
        emit saved(false);
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
                m_path = path;
            else
                m_error = status.error();
            emit changed();
            emit saved(status.ok());
        });
}

void ReportSaver::refresh()
{
    for (QPushButton* button : buttons())
        button->setEnabled(m_session.runState() && !m_writer->busy());
    if (m_writer->busy())
        m_line->setState(theme::State::Busy, tr("Writing the work report\u2026"));
    else if (m_error)
        m_line->setState(theme::State::Bad, m_error->render(m_session.language()));
    else
        m_line->setState(theme::State::Good, m_path.isEmpty() ? QString() : tr("Saved: %1").arg(shownSafely(m_path)));
}

void ReportSaver::retranslate()
{
    m_head->setText(tr("Save the work report"));
    m_languageLabel->setText(tr("&Language"));
    m_pdf->setText(tr("Save as P&DF\u2026"));
    m_html->setText(tr("Save as &HTML\u2026"));
    m_excel->setText(tr("Save as &Excel\u2026"));
    if (!m_languageChosen)
        m_language->setCurrentIndex(m_language->findData(int(m_session.language())));
}

} // namespace ruw
