#include "wizard/pages/SitePage.h"

#include "core/base/Quote.h"
#include "core/site/SiteProposal.h"
#include "wizard/DateTimeText.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/DropZone.h"
#include "wizard/widgets/Field.h"
#include "wizard/widgets/NodeDetails.h"
#include "wizard/widgets/NodeTableModel.h"
#include "wizard/widgets/StateLine.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int smallestTableRows = 2;
constexpr int mostTableRows = 8;
constexpr int rollbackLines = 4;
constexpr int mostMailsPerHour = 10'000'000;
constexpr int mostMailKiB = 1024 * 1024;

int localOffset()
{
    return QDateTime::currentDateTime().offsetFromUtc();
}

QString shownVersion(const ProductVersion& version)
{
    return version == ProductVersion{} ? QString() : version.toString();
}

QString shownTime(const std::optional<QDateTime>& time)
{
    return time ? dateTimeForInput(*time) : QString();
}

QString shownNumber(const std::optional<int>& number)
{
    return number ? QString::number(*number) : QString();
}

/// Fills an editor unless somebody is typing in it, or it holds something that could not be taken.
void fill(QLineEdit* editor, const Field* field, const QString& text)
{
    const bool typing = editor->hasFocus() && editor->isModified();
    if (!typing && field->error().isEmpty() && editor->text() != text)
        editor->setText(text);
}

QFrame* card(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    theme::makeCard(frame);
    return frame;
}

QToolButton* tool(const QString& name, const QString& iconName, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(theme::icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

SitePage::SitePage(Session& session, QWidget* parent) : Page(session, parent), m_draft(session)
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(2 * theme::grid);
    column->addWidget(buildSiteCard());
    column->addWidget(buildNodesCard());
    column->addWidget(buildMoreCard());
    column->addStretch(1);

    connect(&m_draft, &SiteDraft::changed, this, [this] {
        fillIn();
        judge();
    });
    connect(&m_draft, &SiteDraft::reloaded, this, [this] {
        m_dropped.clear();
        m_removed.reset();
        m_showsAll = !m_draft.site().nodes.isEmpty();
        for (Field* field : {m_nameField, m_sourceField, m_targetField, m_startField, m_decideField,
                             m_endField, m_mailsField, m_sizeField, m_keptField})
            field->setError({});
        sayDropped();
    });
    connect(&session, &Session::siteChanged, this, &SitePage::fillIn); // where it is saved may have changed
    selectRow(0);
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
    m_saved = new QLabel(this);
    m_saved->setObjectName("savedLabel"_L1);
    theme::makeCaption(m_saved);
    m_source->setPlaceholderText(u"5.20R01"_s);
    m_target->setPlaceholderText(u"5.60R01"_s);
    for (QLineEdit* editor : {m_start, m_decide, m_end})
        editor->setPlaceholderText(u"2026-12-05 22:00"_s);

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
            grid->setColumnStretch(column, 1);
        }
    }
    grid->addWidget(m_saved, 2, 0, 1, 3);
    return frame;
}

QWidget* SitePage::buildNodesCard()
{
    QFrame* frame = card(this);
    m_nodesHead = new QLabel(frame);
    theme::makeStrong(m_nodesHead);
    m_add = tool(u"addNodeButton"_s, u"add"_s, frame);
    m_remove = tool(u"removeNodeButton"_s, u"trash"_s, frame);
    m_up = tool(u"nodeUpButton"_s, u"up"_s, frame);
    m_down = tool(u"nodeDownButton"_s, u"down"_s, frame);
    connect(m_add, &QToolButton::clicked, this, &SitePage::addNode);
    connect(m_remove, &QToolButton::clicked, this, &SitePage::removeNode);
    connect(m_up, &QToolButton::clicked, this, [this] { moveNode(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveNode(1); });

    m_drop = new DropZone(frame);
    connect(m_drop, &DropZone::filesChosen, this, &SitePage::takeConfigs);
    m_dropResults = new QVBoxLayout;
    m_dropResults->setSpacing(theme::grid / 2);

    m_model = new NodeTableModel(m_draft, m_session, this);
    m_table = new QTableView(frame);
    m_table->setObjectName("nodesTable"_L1);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new NodeTableDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(3 * theme::grid +
                                                     QFontMetrics(theme::bodyFont()).height() / 2);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(NodeTableModel::Config, QHeaderView::Stretch);
    m_table->setTextElideMode(Qt::ElideLeft);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                m_details->setNode(current.isValid() ? current.row() : -1);
                judge();
            });

    m_nodesError = new StateLine(frame);
    m_nodesError->setObjectName("nodesError"_L1);
    m_putBack = new QPushButton(frame);
    m_putBack->setObjectName("putBackButton"_L1);
    connect(m_putBack, &QPushButton::clicked, this, &SitePage::putBack);
    m_details = new NodeDetails(m_draft, frame);
    connect(m_details, &NodeDetails::validityChanged, this, &SitePage::judge);

    auto* head = new QHBoxLayout;
    head->setSpacing(theme::grid);
    head->addWidget(m_nodesHead, 1);
    for (QToolButton* button : {m_add, m_remove, m_up, m_down})
        head->addWidget(button);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(2 * theme::grid, theme::grid + 4, 2 * theme::grid, 2 * theme::grid);
    column->setSpacing(theme::grid);
    column->addLayout(head);
    column->addWidget(m_drop);
    column->addLayout(m_dropResults);
    column->addWidget(m_table);
    column->addWidget(m_nodesError);
    column->addWidget(m_putBack, 0, Qt::AlignLeft);
    column->addWidget(m_details);
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
    return tr("Say which servers belong to the site and from which version to which it goes. Drop the "
              "mf_replica.def files "
              "to have the nodes proposed.");
}

QString SitePage::more() const
{
    return tr("Which server is the master does not stand in the config files, so the first file is proposed "
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
    if (!m_details->isValid())
        return tr("Correct the entry that is marked.");
    return nodesProblem();
}

QString SitePage::nodesProblem() const
{
    const QList<Node>& nodes = m_draft.site().nodes;
    if (nodes.isEmpty())
        return tr("Add the nodes of the site.");
    for (int row = 0; row < int(nodes.size()); ++row) {
        for (int column = 0; column < NodeTableModel::columns; ++column) {
            const QString problem = m_model->problem(row, NodeTableModel::Column(column));
            if (!problem.isEmpty())
                return problem;
        }
    }
    if (nodes.size() < 2)
        return tr("Settings sync needs a master and at least one slave: add the other nodes.");
    if (nodes.size() > Site::mostNodes)
        return tr("A site has at most %1 nodes: remove some.").arg(Site::mostNodes);
    if (!m_draft.site().master())
        return tr("No node is the master: set the role of one.");
    return {};
}

void SitePage::enter()
{
    m_showsAll = m_showsAll || !m_draft.site().nodes.isEmpty();
    fillIn();
    judge();
}

void SitePage::commitEdits()
{
    // A cell that is open for typing hands its text over when the focus leaves it; a mnemonic takes none.
    const QWidget* focus = QApplication::focusWidget();
    if (focus && focus != m_table && m_table->isAncestorOf(focus))
        m_table->setFocus();
    m_draft.commit();
}

void SitePage::fillIn()
{
    const Site& site = m_draft.site();
    fill(m_name, m_nameField, site.name);
    fill(m_source, m_sourceField, shownVersion(site.sourceVersion));
    fill(m_target, m_targetField, shownVersion(site.targetVersion));
    fill(m_start, m_startField, shownTime(site.schedule.start));
    fill(m_decide, m_decideField, shownTime(site.schedule.decideBy));
    fill(m_end, m_endField, shownTime(site.schedule.end));
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

    // The table is as high as its rows: the page scrolls, not the table.
    const int rows = std::clamp(int(site.nodes.size()), smallestTableRows, mostTableRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            rows * m_table->verticalHeader()->defaultSectionSize() +
                            2 * m_table->frameWidth() + theme::grid / 2);
    const int row = currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < site.nodes.size());
    m_add->setEnabled(site.nodes.size() < Site::mostNodes);
    m_putBack->setVisible(m_removed.has_value());
    if (m_removed)
        m_putBack->setText(tr("Put %1 &back").arg(shownSafely(m_removed->name).replace(u'&', u"&&"_s)));
    // A row must always be chosen, so that the details below are somebody's.
    if (row < 0 && !site.nodes.isEmpty())
        selectRow(0);
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
        m_endField->setError(tr("The end must come after the start."));
    else if (dateTimeFromInput(m_end->text(), 0) || m_end->text().isEmpty())
        m_endField->setError({});
    if (schedule.decideBy && ((schedule.start && *schedule.decideBy <= *schedule.start) ||
                              (schedule.end && *schedule.decideBy >= *schedule.end)))
        m_decideField->setError(tr("The time to decide must lie between start and end."));
    else if (dateTimeFromInput(m_decide->text(), 0) || m_decide->text().isEmpty())
        m_decideField->setError({});

    m_nodesError->setState(theme::State::Bad, m_showsAll ? nodesProblem() : QString());
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

void SitePage::timeEdited(std::optional<QDateTime> Schedule::*member, Field* field, const QString& text)
{
    const std::optional<QDateTime>& before = m_draft.site().schedule.*member;
    const std::optional<QDateTime> time =
        dateTimeFromInput(text, before ? before->offsetFromUtc() : localOffset());
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

int SitePage::currentRow() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

void SitePage::selectRow(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, NodeTableModel::Name));
    m_details->setNode(currentRow());
}

void SitePage::addNode()
{
    m_showsAll = true;
    m_draft.edit([](Site& site) {
        Node node;
        int number = int(site.nodes.size());
        do {
            node.name = u"node-%1"_s.arg(++number);
        } while (site.node(node.name));
        node.role = site.master() ? Role::Slave : Role::Master;
        node.access = AccessKind::Manual;
        site.nodes.append(node);
    });
    m_draft.commit();
    selectRow(m_model->rowCount() - 1);
    fillIn();
    m_table->setFocus();
}

void SitePage::removeNode()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_removed = m_draft.site().nodes[row];
    m_removedRow = row;
    m_draft.edit([row](Site& site) { site.nodes.removeAt(row); });
    m_draft.commit();
    selectRow(std::min(row, m_model->rowCount() - 1));
    fillIn();
}

void SitePage::putBack()
{
    if (!m_removed)
        return;
    const Node node = *m_removed;
    m_removed.reset();
    const int row = std::min(m_removedRow, m_model->rowCount());
    m_draft.edit([&](Site& site) { site.nodes.insert(row, node); });
    m_draft.commit();
    selectRow(row);
    fillIn();
}

void SitePage::moveNode(int by)
{
    const int row = currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_model->rowCount())
        return;
    m_draft.edit([&](Site& site) { site.nodes.move(row, row + by); });
    m_draft.commit();
    selectRow(row + by);
    fillIn();
}

void SitePage::takeConfigs(const QStringList& paths)
{
    QList<DroppedConfig> read;
    for (const QString& path : paths)
        read.append(readDroppedConfig(path));
    m_dropped = read;
    m_showsAll = true;
    m_draft.edit([&](Site& site) {
        for (Node node : proposeNodes(read)) {
            const bool known = std::any_of(site.nodes.cbegin(), site.nodes.cend(), [&](const Node& other) {
                return QFileInfo(site.absolutePath(other.config)) == QFileInfo(node.config);
            });
            if (known)
                continue;
            if (site.master())
                node.role = Role::Slave;
            const QString proposed = node.name;
            for (int n = 2; site.node(node.name); ++n)
                node.name = u"%1-%2"_s.arg(proposed).arg(n);
            site.nodes.append(node);
        }
        if (site.name.isEmpty())
            site.name = proposedSiteName(site.nodes);
    });
    m_draft.commit();
    selectRow(0);
    sayDropped();
    fillIn();
    judge();
}

void SitePage::sayDropped()
{
    while (QLayoutItem* item = m_dropResults->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Language language = m_session.language();
    int taken = 0;
    for (const DroppedConfig& one : m_dropped) {
        if (one.config) {
            ++taken;
            continue;
        }
        for (const Finding& finding : one.findings) {
            auto* line = new StateLine(m_dropResults->parentWidget());
            line->setObjectName("dropError"_L1);
            line->setState(theme::State::Bad,
                           u"%1: %2 %3"_s.arg(shownSafely(QDir::toNativeSeparators(one.path)),
                                              finding.message.render(language),
                                              finding.remedy.render(language)));
            m_dropResults->addWidget(line);
        }
    }
    if (taken > 0) {
        auto* line = new StateLine(m_dropResults->parentWidget());
        line->setObjectName("dropResult"_L1);
        line->setState(theme::State::Good,
                       tr("%n file(s) read. Check the proposed names, roles and addresses.", nullptr, taken));
        m_dropResults->addWidget(line);
    }
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

void SitePage::retranslate()
{
    m_nameField->setLabel(tr("Name of the site"));
    m_sourceField->setLabel(tr("Version installed now"));
    m_targetField->setLabel(tr("Version to upgrade to"));
    m_startField->setLabel(tr("Start of the work"));
    m_decideField->setLabel(tr("Decide on going back by"));
    m_endField->setLabel(tr("End of the work"));
    m_nodesHead->setText(tr("Nodes"));
    m_add->setText(tr("&Add"));
    m_remove->setText(tr("&Remove"));
    m_up->setText(tr("Up"));
    m_down->setText(tr("Down"));
    m_up->setToolTip(tr("Move the node up: slaves are worked on in this order"));
    m_down->setToolTip(tr("Move the node down: slaves are worked on in this order"));
    m_table->setAccessibleName(tr("Nodes"));
    m_rollbackHead->setText(tr("How to &go back to the old version"));
    m_rollbackHint->setText(
        tr("In your own words; it is printed in the runbook. The vendor's FAQ 2578 does not say how."));
    m_loadHead->setText(tr("Mail at the time of the work"));
    m_loadHint->setText(tr("For the forecast of what piles up in the queue directories. What is left empty "
                           "is assumed, and shown so."));
    m_mailsField->setLabel(tr("Mails per hour, all nodes together"));
    m_sizeField->setLabel(tr("Mean size of a mail (KiB)"));
    m_keptField->setLabel(tr("Share of saved or held mail (%)"));
    m_drop->retranslate();
    m_model->retranslate();
    m_details->retranslate();
    sayDropped();
    fillIn();
    judge();
}

} // namespace ruw
