#include "wizard/pages/SitePage.h"

#include "core/base/Quote.h"
#include "wizard/DateTimeText.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/DropZone.h"
#include "wizard/widgets/Field.h"
#include "wizard/widgets/NodesPanel.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int rollbackLines = 4;
constexpr int mostMailsPerHour = 10'000'000;
constexpr int mostMailKiB = 1024 * 1024;

QString shownVersion(const ProductVersion& version)
{
    return version == ProductVersion{} ? QString() : version.toString();
}

QString shownNumber(const std::optional<int>& number)
{
    return number ? QString::number(*number) : QString();
}

/// Fills an editor unless somebody is typing in it, or it holds something that could not be taken.
void fill(QLineEdit* editor, const Field* field, const QString& text)
{
    const bool typing = editor->hasFocus() && editor->isModified();
    if (typing || !field->error().isEmpty() || editor->text() == text)
        return;
    const bool wasTyped = editor->isModified();
    editor->setText(text);
    if (!wasTyped)
        editor->setCursorPosition(0); // a long one is read from its beginning
}

QFrame* card(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    theme::makeCard(frame);
    return frame;
}

} // namespace

SitePage::SitePage(Session& session, QWidget* parent) : Page(session, parent), m_draft(session)
{
    setAcceptDrops(true);
    m_times.show(m_draft.site().schedule);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(2 * theme::grid);
    column->addWidget(buildSiteCard());
    m_nodes = new NodesPanel(m_draft, session, this); // here: the Tab key goes as one reads
    column->addWidget(m_nodes);
    column->addWidget(buildMoreCard());
    column->addStretch(1);

    connect(&m_draft, &SiteDraft::changed, this, [this] {
        fillIn();
        judge();
    });
    connect(&m_draft, &SiteDraft::reloaded, this, [this] {
        m_nodes->forget();
        m_times.show(m_draft.site().schedule);
        for (Field* field : {m_nameField, m_sourceField, m_targetField, m_startField, m_decideField,
                             m_endField, m_mailsField, m_sizeField, m_keptField})
            field->setError({});
    });
    connect(m_nodes, &NodesPanel::changed, this, [this] {
        fillIn(); // the files may name the site, too
        judge();
    });
    connect(&session, &Session::siteChanged, this, &SitePage::fillIn); // where it is saved may have changed
    fillIn();
    judge();
}

QLineEdit* SitePage::addLine(const QString& name, Field*& frame)
{
    auto* editor = new QLineEdit(this);
    editor->setObjectName(name);
    frame = new Field(editor, this);
    connect(editor, &QLineEdit::editingFinished, this, [this, editor] {
        editor->setModified(false);
        timesLeft();
        m_draft.commit();
        fillIn();
    });
    return editor;
}

QWidget* SitePage::buildSiteCard()
{
    m_name = addLine(u"siteNameEdit"_s, m_nameField);
    m_source = addLine(u"sourceVersionEdit"_s, m_sourceField);
    m_target = addLine(u"targetVersionEdit"_s, m_targetField);
    m_start = addLine(u"startTimeEdit"_s, m_startField);
    m_decide = addLine(u"decideByEdit"_s, m_decideField);
    m_end = addLine(u"endTimeEdit"_s, m_endField);
    m_timesNote = new QLabel(this);
    m_timesNote->setObjectName("timesNote"_L1);
    m_timesNote->setWordWrap(true);
    m_saved = new QLabel(this);
    m_saved->setObjectName("savedLabel"_L1);
    for (QLabel* line : {m_timesNote, m_saved})
        theme::makeCaption(line);

    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_draft.edit([&](Site& site) { site.name = text.trimmed(); });
        judge();
    });
    connect(m_source, &QLineEdit::textEdited, this,
            [this](const QString& text) { versionEdited(true, text); });
    connect(m_target, &QLineEdit::textEdited, this,
            [this](const QString& text) { versionEdited(false, text); });
    connect(m_start, &QLineEdit::textEdited, this,
            [this](const QString& text) { timeEdited(&Schedule::start, m_startField, text); });
    connect(m_decide, &QLineEdit::textEdited, this,
            [this](const QString& text) { timeEdited(&Schedule::decideBy, m_decideField, text); });
    connect(m_end, &QLineEdit::textEdited, this,
            [this](const QString& text) { timeEdited(&Schedule::end, m_endField, text); });

    QFrame* frame = card(this);
    auto* grid = new QGridLayout(frame);
    grid->setContentsMargins(2 * theme::grid, theme::grid + 4, 2 * theme::grid, theme::grid + 4);
    grid->setHorizontalSpacing(2 * theme::grid);
    grid->setVerticalSpacing(theme::grid);
    Field* const fields[2][3] = {{m_nameField, m_sourceField, m_targetField},
                                 {m_startField, m_decideField, m_endField}};
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column) {
            grid->addWidget(fields[row][column], row, column);
            grid->setColumnStretch(column, column == 0 ? 5 : 3); // a name is longer than a version or a time
        }
    }
    grid->addWidget(m_timesNote, 2, 0, 1, 3);
    grid->addWidget(m_saved, 3, 0, 1, 3);
    return frame;
}

QWidget* SitePage::buildMoreCard()
{
    m_mails = addLine(u"mailsPerHourEdit"_s, m_mailsField);
    m_size = addLine(u"meanMailEdit"_s, m_sizeField);
    m_kept = addLine(u"keptPercentEdit"_s, m_keptField);
    connect(m_mails, &QLineEdit::textEdited, this, [this](const QString& text) {
        figureEdited(&MailLoad::mailsPerHour, mostMailsPerHour, m_mailsField, text);
    });
    connect(m_size, &QLineEdit::textEdited, this, [this](const QString& text) {
        figureEdited(&MailLoad::meanMailKiB, mostMailKiB, m_sizeField, text);
    });
    connect(m_kept, &QLineEdit::textEdited, this,
            [this](const QString& text) { figureEdited(&MailLoad::keptPercent, 100, m_keptField, text); });

    QFrame* frame = card(this);
    m_rollbackHead = new QLabel(frame);
    m_rollbackHint = new QLabel(frame);
    m_loadHead = new QLabel(frame);
    m_loadHint = new QLabel(frame);
    for (QLabel* head : {m_rollbackHead, m_loadHead})
        theme::makeStrong(head);
    for (QLabel* hint : {m_rollbackHint, m_loadHint}) {
        theme::makeCaption(hint);
        hint->setWordWrap(true);
    }
    m_rollback = new QPlainTextEdit(frame);
    m_rollback->setObjectName("rollbackEdit"_L1);
    m_rollback->setTabChangesFocus(true);
    m_rollback->setFixedHeight(QFontMetrics(theme::bodyFont()).lineSpacing() * rollbackLines +
                               2 * theme::grid);
    m_rollbackHead->setBuddy(m_rollback);
    for (const auto& [before, after] :
         {std::pair<QWidget*, QWidget*>{m_rollback, m_mails}, {m_mails, m_size}, {m_size, m_kept}})
        setTabOrder(before, after);
    connect(m_rollback, &QPlainTextEdit::textChanged, this, [this] {
        m_draft.edit([this](Site& site) { site.rollback = m_rollback->toPlainText().trimmed(); });
    });

    auto* figures = new QHBoxLayout;
    figures->setSpacing(2 * theme::grid);
    for (Field* field : {m_mailsField, m_sizeField, m_keptField})
        figures->addWidget(field, 1);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(2 * theme::grid, theme::grid + 4, 2 * theme::grid, 2 * theme::grid);
    column->setSpacing(theme::grid / 2);
    column->addWidget(m_rollbackHead);
    column->addWidget(m_rollbackHint);
    column->addWidget(m_rollback);
    column->addSpacing(theme::grid + 4);
    column->addWidget(m_loadHead);
    column->addWidget(m_loadHint);
    column->addLayout(figures);
    return frame;
}

QString SitePage::title() const
{
    return tr("Site");
}

QString SitePage::intro() const
{
    return tr("Say which nodes belong to the site and from which version to which it goes. Drop the "
              "mf_replica.def files "
              "to have the nodes proposed.");
}

QString SitePage::more() const
{
    return tr("Which node is the master does not stand in the config files, so the first file is proposed "
              "as master: "
              "check the roles. A node that is read from files or worked on by hand gets its steps as "
              "instructions with the "
              "commands to copy; nothing is run on it. What is left empty is never made up: it becomes a "
              "step by hand or a "
              "warning. No password ever stands in the site file.");
}

QString SitePage::nextVerb() const
{
    return tr("&Next: survey");
}

bool SitePage::isComplete() const
{
    return whyIncomplete().isEmpty();
}

QString SitePage::whyIncomplete() const
{
    const Site& site = m_draft.site();
    if (site.name.isEmpty())
        return tr("Enter a name for the site.");
    if (!m_sourceField->error().isEmpty() || site.sourceVersion == ProductVersion{})
        return tr("Enter the version that is installed now.");
    if (!m_targetField->error().isEmpty() || site.targetVersion == ProductVersion{})
        return tr("Enter the version to upgrade to.");
    for (const Field* field :
         {m_startField, m_decideField, m_endField, m_mailsField, m_sizeField, m_keptField}) {
        if (!field->error().isEmpty())
            return tr("Correct the entry that is marked.");
    }
    if (!m_nodes->entriesAreValid())
        return tr("Correct the entry that is marked.");
    return m_nodes->problem();
}

void SitePage::enter()
{
    m_nodes->enter();
    fillIn();
    judge();
}

void SitePage::commitEdits()
{
    m_nodes->commitEdits();
    m_draft.commit();
}

void SitePage::fillIn()
{
    const Site& site = m_draft.site();
    fill(m_name, m_nameField, site.name);
    m_name->setToolTip(site.name); // one that is longer than its field
    fill(m_source, m_sourceField, shownVersion(site.sourceVersion));
    fill(m_target, m_targetField, shownVersion(site.targetVersion));
    fill(m_start, m_startField, m_times.text(site.schedule.start));
    fill(m_decide, m_decideField, m_times.text(site.schedule.decideBy));
    fill(m_end, m_endField, m_times.text(site.schedule.end));
    m_timesNote->setText(m_times.remark(site.schedule));
    m_timesNote->setVisible(!m_timesNote->text().isEmpty());
    fill(m_mails, m_mailsField, shownNumber(site.mailLoad.mailsPerHour));
    fill(m_size, m_sizeField, shownNumber(site.mailLoad.meanMailKiB));
    fill(m_kept, m_keptField, shownNumber(site.mailLoad.keptPercent));
    if (!m_rollback->hasFocus() && m_rollback->toPlainText().trimmed() != site.rollback) {
        const QSignalBlocker quiet(m_rollback);
        m_rollback->setPlainText(site.rollback);
    }
    const QString path = m_session.siteFile();
    m_saved->setText(
        path.isEmpty() ? tr("Not saved in a file yet (File > Save the site as). Passwords are never saved.")
                       : tr("Every change is saved in %1").arg(shownSafely(QDir::toNativeSeparators(path))));
    m_nodes->fillIn();
}

void SitePage::judge()
{
    const Site& site = m_draft.site();
    const bool versions = site.sourceVersion != ProductVersion{} && site.targetVersion != ProductVersion{};
    if (versions && ProductVersion::parse(m_target->text()).ok()) {
        QString error;
        if (site.targetVersion == site.sourceVersion)
            error = tr("That is the version installed now: enter a newer one.");
        else if (site.targetVersion < site.sourceVersion)
            error = tr("Older than the version installed now. Going back is no upgrade: enter a newer one.");
        m_targetField->setError(error);
    }
    const Schedule& schedule = site.schedule;
    if (schedule.start && schedule.end && *schedule.end <= *schedule.start)
        m_endField->setError(tr("The latest end must come after the start."));
    else if (dateTimeFromInput(m_end->text(), 0) || m_end->text().isEmpty())
        m_endField->setError({});
    if (schedule.decideBy && ((schedule.start && *schedule.decideBy <= *schedule.start) ||
                              (schedule.end && *schedule.decideBy >= *schedule.end)))
        m_decideField->setError(tr("The time to decide must lie between the start and the latest end."));
    else if (dateTimeFromInput(m_decide->text(), 0) || m_decide->text().isEmpty())
        m_decideField->setError({});

    m_nodes->judge();
    emit completeChanged();
}

void SitePage::versionEdited(bool source, const QString& text)
{
    const Result<ProductVersion> parsed = ProductVersion::parse(text);
    Field* field = source ? m_sourceField : m_targetField;
    field->setError(parsed.ok() || text.trimmed().isEmpty() ? QString()
                                                            : tr("Not a version: write it as 5.31R01."));
    m_draft.edit([&](Site& site) {
        (source ? site.sourceVersion : site.targetVersion) = parsed.ok() ? *parsed : ProductVersion{};
    });
    judge();
}

/// Where no time is left, and none is being mended, the next one is entered anew.
void SitePage::timesLeft()
{
    if (m_start->text().isEmpty() && m_decide->text().isEmpty() && m_end->text().isEmpty())
        m_times.show(m_draft.site().schedule);
}

void SitePage::timeEdited(std::optional<QDateTime> Schedule::*member, Field* field, const QString& text)
{
    const std::optional<QDateTime> time = m_times.read(text);
    field->setError(time || text.trimmed().isEmpty() ? QString()
                                                     : tr("Not a time: write it as 2026-12-05 22:00."));
    m_draft.edit([&](Site& site) { site.schedule.*member = time; });
    judge();
}

void SitePage::figureEdited(std::optional<int> MailLoad::*member, int most, Field* field, const QString& text)
{
    const QString plain = text.normalized(QString::NormalizationForm_KC).trimmed().remove(u',');
    bool ok = false;
    const int value = plain.toInt(&ok);
    ok = ok && value >= 0 && value <= most;
    field->setError(ok || plain.isEmpty() ? QString() : tr("A whole number from 0 to %L1.").arg(most));
    m_draft.edit([&](Site& site) { site.mailLoad.*member = ok ? std::optional(value) : std::nullopt; });
    judge();
}

void SitePage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!DropZone::filesIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SitePage::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    takeConfigs(DropZone::filesIn(event->mimeData()));
}

void SitePage::takeConfigs(const QStringList& paths)
{
    m_nodes->takeConfigs(paths);
}

void SitePage::retranslate()
{
    m_nameField->setLabel(tr("Name of the site"));
    m_sourceField->setLabel(tr("Version installed now"));
    m_targetField->setLabel(tr("Version to upgrade to"));
    m_startField->setLabel(tr("Start of the work"));
    m_decideField->setLabel(tr("Time to decide (go on or back)"));
    m_endField->setLabel(tr("Latest end"));
    m_source->setPlaceholderText(Field::example(u"5.20R01"_s));
    m_target->setPlaceholderText(Field::example(u"5.60R01"_s));
    m_start->setPlaceholderText(Field::example(u"2026-12-05 22:00"_s));
    m_decide->setPlaceholderText(Field::example(u"2026-12-06 03:00"_s));
    m_end->setPlaceholderText(Field::example(u"2026-12-06 05:00"_s));
    m_rollbackHead->setText(tr("How to &go back to the old version"));
    m_rollbackHint->setText(
        tr("In your own words; it is printed in the runbook. The vendor's FAQ 2578 does not say how."));
    m_loadHead->setText(tr("Mail at the time of the work"));
    m_loadHint->setText(tr("For the estimate of what piles up in the queue directories. What is left empty "
                           "is assumed, and shown as such."));
    m_mailsField->setLabel(tr("Mails per hour, all nodes together"));
    m_sizeField->setLabel(tr("Mean size of a mail (KiB)"));
    m_keptField->setLabel(tr("Share of saved or held mail (%)"));
    m_nodes->retranslate();
    fillIn();
    judge();
}

} // namespace ruw
