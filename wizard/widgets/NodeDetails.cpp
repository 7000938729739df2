#include "wizard/widgets/NodeDetails.h"

#include "core/product/ProductVersion.h"
#include "wizard/SiteDraft.h"
#include "wizard/Theme.h"
#include "wizard/widgets/Field.h"
#include "wizard/widgets/NodeFields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTabWidget>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int tabs = 5;
constexpr int fieldColumns = 2;

QString fieldText(const char* source)
{
    return QCoreApplication::translate("ruw::NodeFields", source);
}

} // namespace

NodeDetails::NodeDetails(SiteDraft& draft, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_tabs(new QTabWidget(this)), m_emptyHint(new QLabel(this))
{
    setObjectName("nodeDetails"_L1);
    m_tabs->setObjectName("nodeDetailsTabs"_L1);
    m_emptyHint->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_emptyHint);
    column->addWidget(m_tabs);
    buildTabs();
    connect(&draft, &SiteDraft::changed, this, &NodeDetails::fillIn);
    fillIn();
}

void NodeDetails::buildTabs()
{
    std::array<QGridLayout*, tabs> grids{};
    std::array<int, tabs> next{};
    for (int tab = 0; tab < tabs; ++tab) {
        auto* sheet = new QWidget(m_tabs);
        auto* column = new QVBoxLayout(sheet);
        column->setContentsMargins(2 * theme::grid, theme::grid, 2 * theme::grid, theme::grid + 4);
        column->setSpacing(theme::grid);
        auto* hint = new QLabel(sheet);
        hint->setWordWrap(true);
        theme::makeCaption(hint);
        m_hints.append(hint);
        column->addWidget(hint);
        grids[size_t(tab)] = new QGridLayout;
        grids[size_t(tab)]->setHorizontalSpacing(2 * theme::grid);
        grids[size_t(tab)]->setVerticalSpacing(theme::grid);
        for (int i = 0; i < fieldColumns; ++i)
            grids[size_t(tab)]->setColumnStretch(i, 1);
        column->addLayout(grids[size_t(tab)]);
        column->addStretch(1);
        m_tabs->addTab(sheet, QString());
    }
    const auto place = [&](NodeField::Tab tab, QWidget* widget) {
        const int at = next[size_t(tab)]++;
        grids[size_t(tab)]->addWidget(widget, at / fieldColumns, at % fieldColumns);
    };

    for (const NodeField& field : nodeFields()) {
        auto* editor = new QLineEdit(m_tabs);
        editor->setObjectName(QLatin1StringView(field.name));
        if (field.monospace)
            editor->setFont(theme::monospaceFont());
        if (field.file) {
            QAction* choose = editor->addAction(theme::icon(u"folder"_s), QLineEdit::TrailingPosition);
            choose->setShortcut(Qt::ALT | Qt::Key_Down); // the picture in the entry is for the mouse only
            choose->setShortcutContext(Qt::WidgetShortcut);
            connect(choose, &QAction::triggered, this, [this, editor] { chooseFile(editor); });
        }
        auto* frame = new Field(editor, m_tabs);
        place(field.tab, frame);
        m_entries.append({&field, editor, frame});
        connect(editor, &QLineEdit::textEdited, this,
                [this, entry = m_entries.last()](const QString& text) { edited(entry, text); });
        connect(editor, &QLineEdit::editingFinished, &m_draft, &SiteDraft::commit);
    }

    m_auth = new QComboBox(m_tabs);
    m_auth->setObjectName("sshAuthBox"_L1);
    m_auth->addItems({{}, {}, {}, {}});
    m_authFrame = new Field(m_auth, m_tabs);
    place(NodeField::Tab::Access, m_authFrame);
    connect(m_auth, &QComboBox::activated, this, [this](int choice) {
        m_draft.editNode(m_row, [choice](Node& node) {
            if (!node.ssh)
                node.ssh = SshSettings{};
            node.ssh->auth = SshAuth(choice);
        });
    });
    m_sudo = new QCheckBox(m_tabs);
    m_sudo->setObjectName("sshSudoBox"_L1);
    place(NodeField::Tab::Access, m_sudo);
    connect(m_sudo, &QCheckBox::clicked, this, [this](bool on) {
        m_draft.editNode(m_row, [on](Node& node) {
            if (!node.ssh)
                node.ssh = SshSettings{};
            node.ssh->sudo = on;
        });
    });
    m_takesMail = new QCheckBox(m_tabs);
    m_takesMail->setObjectName("takesMailBox"_L1);
    place(NodeField::Tab::Sync, m_takesMail);
    connect(m_takesMail, &QCheckBox::clicked, this,
            [this](bool on) { m_draft.editNode(m_row, [on](Node& node) { node.takesMail = on; }); });
}

void NodeDetails::setNode(int row)
{
    if (m_row == row)
        return;
    m_row = row;
    // What could not be taken belonged to the other node.
    for (const Entry& entry : m_entries)
        entry.frame->setError({});
    fillIn();
    emit validityChanged();
}

void NodeDetails::fillIn()
{
    const QList<Node>& nodes = m_draft.site().nodes;
    const bool any = m_row >= 0 && m_row < nodes.size();
    m_tabs->setVisible(any);
    m_emptyHint->setVisible(!any);
    if (!any)
        return;
    const Node& node = nodes[m_row];
    const bool ssh = node.access == AccessKind::Ssh;
    for (const Entry& entry : m_entries) {
        entry.frame->setVisible(ssh || !entry.field->sshOnly);
        // What is being typed and can't be taken yet stays as it is.
        if (entry.frame->error().isEmpty() && entry.editor->text().trimmed() != entry.field->get(node) &&
            !(entry.editor->hasFocus() && entry.editor->isModified()))
            entry.editor->setText(entry.field->get(node));
    }
    m_authFrame->setVisible(ssh);
    m_sudo->setVisible(ssh);
    const SshSettings settings = node.ssh.value_or(SshSettings{});
    m_auth->setCurrentIndex(int(settings.auth));
    m_sudo->setChecked(settings.sudo);
    m_takesMail->setChecked(node.takesMail);
}

void NodeDetails::edited(const Entry& entry, const QString& text)
{
    bool taken = true;
    m_draft.editNode(m_row, [&](Node& node) { taken = entry.field->set(node, text); });
    QString error;
    if (!taken)
        error = entry.field->error == NodeField::Error::Minutes
                    ? tr("A whole number of minutes, at most 1440.")
                    : tr("A whole number from 1 to 65535.");
    if (error != entry.frame->error()) {
        entry.frame->setError(error);
        emit validityChanged();
    }
}

bool NodeDetails::isValid() const
{
    return std::all_of(m_entries.cbegin(), m_entries.cend(),
                       [](const Entry& entry) { return entry.frame->error().isEmpty(); });
}

void NodeDetails::chooseFile(QLineEdit* editor)
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose the file"), m_draft.site().directory);
    if (path.isEmpty())
        return;
    editor->setText(path);
    emit editor->textEdited(path);
}

void NodeDetails::retranslate()
{
    const QStringList titles{tr("Access"), tr("Directories"), tr("Service"), tr("Installer"),
                             tr("Sync and mail")};
    const QStringList hints{
        tr("How the node is reached. Passwords are never kept: they are asked for when they are needed."),
        tr("The vendor's default for Ver.5 (FAQ 3169) is /usr/local/mfilter5/ on Linux and C:\\Program "
           "Files\\Digital "
           "Arts\\m-FILTER Ver.5\\ on Windows. What is left empty becomes a step by hand or a warning."),
        tr("Your own commands; they run as they stand here. What is left empty becomes a step by hand."),
        tr("Without a command that asks nothing, the installer is run by hand."),
        tr("Peers in the config are matched against the sync addresses; empty means the node's address.")};
    m_tabs->setAccessibleName(tr("Details of the node"));
    for (int tab = 0; tab < tabs; ++tab) {
        m_tabs->setTabText(tab, titles[tab]);
        m_hints[tab]->setText(withVersionsWhole(hints[tab]));
    }
    for (const Entry& entry : m_entries) {
        entry.frame->setLabel(fieldText(entry.field->label));
        entry.editor->setPlaceholderText(Field::example(QString::fromLatin1(entry.field->example)));
        for (QAction* action : entry.editor->actions())
            action->setText(tr("Choose the file (Alt+Down)"));
    }
    m_authFrame->setLabel(tr("Login by"));
    const QStringList methods{tr("SSH agent"), tr("Key file"), tr("Password"), tr("Keyboard-interactive")};
    for (int i = 0; i < methods.size(); ++i)
        m_auth->setItemText(i, methods[i]);
    m_sudo->setText(tr("Use sudo for work that needs root"));
    m_takesMail->setText(tr("Takes mail"));
    m_emptyHint->setText(tr("Add a node, or choose one in the table, to enter its details."));
}

} // namespace ruw
