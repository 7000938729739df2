#include "wizard/widgets/NodeAccessDialog.h"

#include "core/base/Quote.h"
#include "wizard/Theme.h"
#include "wizard/widgets/Field.h"
#include "wizard/widgets/NodeFields.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int dialogWidth = 72 * theme::grid;

/// The entries of NodeFields that decide whether and where a node is read.
bool decides(const NodeField& field, AccessKind access)
{
    static const QStringList bySsh{u"sshUserEdit"_s, u"sshPortEdit"_s, u"sshKeyEdit"_s, u"sshJumpEdit"_s,
                                   u"installDirEdit"_s};
    static const QStringList byFile{u"configEdit"_s};
    return (access == AccessKind::Ssh ? bySsh : byFile).contains(QLatin1StringView(field.name));
}

} // namespace

NodeAccessDialog::NodeAccessDialog(const Node& node, const QString& directory, QWidget* parent)
    : QDialog(parent), m_node(node), m_directory(directory), m_lead(new QLabel(this)),
      m_hint(new QLabel(this)), m_addressFrame(nullptr), m_address(new QLineEdit(this)),
      m_cancel(new QPushButton(this)), m_read(new QPushButton(this))
{
    setObjectName("nodeAccessDialog"_L1);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(dialogWidth);
    theme::makeStrong(m_lead);
    m_lead->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    theme::makeCaption(m_hint);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * theme::grid);
    grid->setVerticalSpacing(theme::grid);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int places = 0;
    const auto place = [&](QWidget* widget) {
        grid->addWidget(widget, places / 2, places % 2);
        ++places;
    };

    m_address->setObjectName("addressEdit"_L1);
    m_address->setFont(theme::monospaceFont());
    m_address->setText(node.address);
    m_addressFrame = new Field(m_address, this);
    place(m_addressFrame);
    connect(m_address, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_node.address = text.trimmed();
        judge();
    });
    for (const NodeField& field : nodeFields()) {
        if (!decides(field, node.access))
            continue;
        auto* editor = new QLineEdit(field.get(node), this);
        editor->setObjectName(QLatin1StringView(field.name));
        editor->setPlaceholderText(Field::example(QString::fromLatin1(field.example)));
        if (field.monospace)
            editor->setFont(theme::monospaceFont());
        if (field.file) {
            QAction* choose = editor->addAction(theme::icon(u"folder"_s), QLineEdit::TrailingPosition);
            choose->setShortcut(Qt::ALT | Qt::Key_Down); // the picture in the entry is for the mouse only
            choose->setShortcutContext(Qt::WidgetShortcut);
            connect(choose, &QAction::triggered, this, [this, editor] { chooseFile(editor); });
        }
        auto* frame = new Field(editor, this);
        place(frame);
        m_entries.append({&field, editor, frame});
        connect(editor, &QLineEdit::textEdited, this, &NodeAccessDialog::judge);
    }
    if (node.access == AccessKind::Ssh) {
        m_auth = new QComboBox(this);
        m_auth->setObjectName("sshAuthBox"_L1);
        m_auth->addItems({{}, {}, {}, {}});
        m_authFrame = new Field(m_auth, this);
        place(m_authFrame);
        m_sudo = new QCheckBox(this);
        m_sudo->setObjectName("sshSudoBox"_L1);
        place(m_sudo);
        m_sudo->setMinimumHeight(m_auth->sizeHint().height()); // in line with the entry beside it, not with that one's caption
        grid->setAlignment(m_sudo, Qt::AlignBottom);
        const SshSettings ssh = node.ssh.value_or(SshSettings{});
        m_auth->setCurrentIndex(int(ssh.auth));
        m_sudo->setChecked(ssh.sudo);
    }
    m_cancel->setObjectName("cancelButton"_L1);
    m_cancel->setAutoDefault(false);
    m_read->setObjectName("readAgainButton"_L1);
    theme::makePrimary(m_read);
    m_read->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_read, &QPushButton::clicked, this, [this] {
        Node changed = m_node;
        if (m_auth) {
            if (!changed.ssh)
                changed.ssh = SshSettings{};
            changed.ssh->auth = SshAuth(m_auth->currentIndex());
            changed.ssh->sudo = m_sudo->isChecked();
        }
        emit readAgainAsked(changed);
        accept();
    });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::grid);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_read);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, 2 * theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(theme::grid + 4);
    column->addWidget(m_lead);
    column->addWidget(m_hint);
    column->addLayout(grid);
    column->addSpacing(theme::grid);
    column->addLayout(buttons);
    retranslate();
    m_address->setFocus();
}

void NodeAccessDialog::judge()
{
    bool fine = !m_node.address.isEmpty();
    m_addressFrame->setError(fine ? QString() : tr("An address or a host name is needed."));
    for (const Entry& entry : m_entries) {
        const bool taken = entry.field->set(m_node, entry.editor->text());
        entry.frame->setError(taken ? QString() : tr("A whole number from 1 to 65535."));
        fine = fine && taken;
    }
    m_read->setEnabled(fine);
}

void NodeAccessDialog::chooseFile(QLineEdit* editor)
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose the file"), m_directory);
    if (path.isEmpty())
        return;
    editor->setText(path);
    judge();
}

void NodeAccessDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void NodeAccessDialog::retranslate()
{
    setWindowTitle(tr("Edit and read again"));
    m_lead->setText(tr("How %1 is reached").arg(shownSafely(m_node.name)));
    m_hint->setText(
        tr("The entries are kept in the site; then this node alone is read. Passwords are asked for "
           "when they are needed."));
    m_addressFrame->setLabel(tr("Address"));
    for (const Entry& entry : m_entries) {
        entry.frame->setLabel(QCoreApplication::translate("ruw::NodeFields", entry.field->label));
        for (QAction* action : entry.editor->actions())
            action->setText(tr("Choose the file (Alt+Down)"));
    }
    if (m_auth) {
        m_authFrame->setLabel(tr("Login by"));
        const QStringList methods{tr("SSH agent"), tr("Key file"), tr("Password"),
                                  tr("Keyboard-interactive")};
        for (int i = 0; i < methods.size(); ++i)
            m_auth->setItemText(i, methods[i]);
        m_sudo->setText(tr("Use sudo for work that needs root"));
    }
    m_cancel->setText(tr("&Cancel"));
    m_read->setText(tr("Save and &read again"));
}

} // namespace ruw
