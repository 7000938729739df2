#include "wizard/widgets/QuestionDialog.h"

#include "core/base/Quote.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/CopyButton.h"
#include "wizard/widgets/IconLabel.h"
#include "wizard/widgets/StateLine.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int dialogWidth = 64 * theme::grid;
constexpr int iconSize = 32;
constexpr int fingerprintGroup = 8;
constexpr int groupsInLine = 3;

/// "SHA256:" and the rest in groups, on two lines: what is compared character by character needs places to rest the eye.
QString groupedFingerprint(const QString& fingerprint)
{
    const qsizetype colon = fingerprint.indexOf(u':');
    const QString digits = fingerprint.mid(colon + 1);
    QString shown = fingerprint.left(colon + 1);
    for (qsizetype i = 0; i < digits.size(); i += fingerprintGroup) {
        const bool newLine = i % (fingerprintGroup * groupsInLine) == 0;
        shown += (newLine ? u"\n"_s : u"  "_s) + digits.mid(i, fingerprintGroup);
    }
    return shown;
}

QLabel* wrapping(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

QuestionDialog::QuestionDialog(const SshQuestion& question, Language language, QWidget* parent)
    : QDialog(parent), m_question(question), m_language(language), m_lead(wrapping(this)),
      m_others(wrapping(this)), m_body(new QVBoxLayout), m_yes(new QPushButton(this)),
      m_no(new QPushButton(this)), m_stop(new QPushButton(this))
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(dialogWidth);
    m_lead->setObjectName("questionLead"_L1);
    m_yes->setObjectName("questionYes"_L1);
    m_no->setObjectName("questionNo"_L1);
    m_stop->setObjectName("questionStop"_L1);
    m_others->setObjectName("questionOthers"_L1);
    theme::makeStrong(m_lead);
    theme::makeCaption(m_others);
    for (QPushButton* button : {m_yes, m_no, m_stop})
        button->setAutoDefault(false);
    connect(m_stop, &QPushButton::clicked, this, &QuestionDialog::stopAsked);
    connect(m_no, &QPushButton::clicked, this, &QDialog::reject);

    auto* icon = new IconLabel(question.kind == SshQuestion::Kind::HostKey ? u"warning"_s : u"lock"_s,
                               question.kind == SshQuestion::Kind::HostKey ? theme::State::Warning
                                                                           : theme::State::Info,
                               iconSize, this);
    m_body->setSpacing(theme::grid + 4);
    m_body->addWidget(m_lead);
    auto* top = new QHBoxLayout;
    top->setSpacing(2 * theme::grid);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(m_body, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::grid);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    buttons->addWidget(m_no);
    buttons->addWidget(m_yes);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, 2 * theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(2 * theme::grid);
    column->addLayout(top);
    column->addWidget(m_others);
    column->addLayout(buttons);
}

Language QuestionDialog::language() const
{
    return m_language;
}

void QuestionDialog::setOthersWaiting(int count)
{
    m_othersWaiting = count;
    m_others->setText(count > 0 ? tr("%n more node(s) have a question of their own.", nullptr, count)
                                : QString());
    m_others->setVisible(count > 0);
    adjustSize();
}

void QuestionDialog::setHoldsRun(bool holds)
{
    m_holdsRun = holds;
    retranslate();
}

void QuestionDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_language = languageFromCode(QLocale().name());
        retranslate();
    }
    QDialog::changeEvent(event);
}

void QuestionDialog::retranslate()
{
    m_stop->setText(m_holdsRun ? tr("&Hold the run") : tr("&Stop reading"));
    setOthersWaiting(m_othersWaiting);
}

// ---- host keys ----

HostKeyDialog::HostKeyDialog(const SshQuestion& question, Language language, QWidget* parent)
    : QuestionDialog(question, language, parent), m_fingerprint(new QLabel(this)), m_names(wrapping(this)),
      m_compare(wrapping(this)), m_copy(new CopyButton(this))
{
    setObjectName("hostKeyDialog"_L1);
    m_fingerprint->setObjectName("fingerprint"_L1);
    m_fingerprint->setFont(theme::monospaceFont());
    m_fingerprint->setTextFormat(Qt::PlainText);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fingerprint->setText(groupedFingerprint(question.fingerprint));
    m_copy->setObjectName("copyFingerprint"_L1);
    m_copy->setCopied(question.fingerprint);
    auto* shown = new QFrame(this);
    theme::makeCard(shown);
    auto* row = new QHBoxLayout(shown);
    row->setContentsMargins(theme::grid + 4, theme::grid, theme::grid, theme::grid);
    row->addWidget(m_fingerprint, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    body()->addWidget(m_names);
    body()->addWidget(shown);
    body()->addWidget(m_compare);
    // Who presses Return without reading has said no.
    no()->setDefault(true);
    no()->setAutoDefault(true);
    no()->setFocus();
    connect(yes(), &QPushButton::clicked, this, [this] {
        emit answered(true);
        accept();
    });
    connect(this, &QDialog::rejected, this, [this] { emit answered(false); });
    retranslate();
}

void HostKeyDialog::retranslate()
{
    QuestionDialog::retranslate();
    const SshQuestion& asked = question();
    setWindowTitle(tr("Unknown host key"));
    lead()->setText(tr("Is this the host key of %1?", "host").arg(shownSafely(asked.host)));
    m_names->setText(withWordsWhole(
        tr("On the way to %1 this server showed a key that is not known on this machine yet. Type: %2",
           "node, type of key")
            .arg(shownSafely(asked.node), shownSafely(asked.keyType))));
    m_fingerprint->setAccessibleName(tr("SHA256 fingerprint"));
    m_fingerprint->setAccessibleDescription(asked.fingerprint);
    m_compare->setText(withWordsWhole(
        tr("On the server's console run \"ssh-keygen -lf\" on the public key of this type (/etc/ssh/ssh_host_*_key.pub). "
           "Accept only the very same fingerprint: otherwise you might hand the passwords to somebody else.")));
    m_copy->setLabel(tr("&Copy"));
    yes()->setText(tr("&Yes, they are the same"));
    no()->setText(tr("&No, do not connect"));
    adjustSize();
}

// ---- secrets ----

SecretDialog::SecretDialog(const SshQuestion& question, Language language, bool forAll, QWidget* parent)
    : QuestionDialog(question, language, parent), m_entry(new QLineEdit(this)), m_prompt(wrapping(this)),
      m_refused(new StateLine(this)), m_forAll(new QCheckBox(this))
{
    setObjectName("secretDialog"_L1);
    m_entry->setObjectName("secretEntry"_L1);
    m_entry->setEchoMode(QLineEdit::Password);
    m_entry->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_prompt->setObjectName("secretPrompt"_L1);
    m_prompt->setBuddy(m_entry);
    m_refused->setObjectName("secretRefused"_L1);
    m_forAll->setObjectName("secretForAll"_L1);
    m_forAll->setChecked(forAll);
    m_forAll->setVisible(question.isNode && question.mayServeAll);
    body()->addWidget(m_prompt);
    body()->addWidget(m_entry);
    body()->addWidget(m_refused);
    body()->addWidget(m_forAll);
    theme::makePrimary(yes());
    yes()->setDefault(true);
    yes()->setAutoDefault(true);
    m_entry->setFocus();
    yes()->setEnabled(false); // a Return that was meant for something else is no answer
    connect(m_entry, &QLineEdit::textChanged, this,
            [this](const QString& text) { yes()->setEnabled(!text.isEmpty()); });
    connect(yes(), &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
}

void SecretDialog::done(int result)
{
    std::optional<Secret> secret;
    if (result == QDialog::Accepted) {
        QString typed = m_entry->text();
        m_entry->setText({}); // clears its undo history, too; now nobody else holds the text
        secret = Secret::fromText(std::move(typed));
    } else {
        m_entry->setText({});
    }
    const bool forAll = m_forAll->isVisibleTo(this) && m_forAll->isChecked();
    QuestionDialog::done(result);
    emit answered(secret, forAll);
}

void SecretDialog::retranslate()
{
    QuestionDialog::retranslate();
    const SshQuestion& asked = question();
    const QString node = shownSafely(asked.node);
    QString title, prompt;
    switch (asked.secret) {
    case SecretKind::Ssh:
        title = asked.isNode ? tr("Login to %1").arg(node) : tr("Login to the jump host %1").arg(node);
        break;
    case SecretKind::Sudo:
        title = tr("sudo on %1").arg(node);
        break;
    case SecretKind::Key:
        title = tr("Private key for %1").arg(node);
        break;
    }
    setWindowTitle(title);
    lead()->setText(title);
    prompt = asked.prompt.render(language());
    m_prompt->setText(prompt);
    m_entry->setAccessibleName(prompt);
    m_refused->setState(theme::State::Bad,
                        asked.refusedBefore ? tr("The last answer was refused. Enter it again.") : QString());
    m_forAll->setText(tr("&Offer it to the other nodes, too"));
    m_forAll->setToolTip(
        tr("Kept in memory until the window closes or another site is opened; never written."));
    yes()->setText(tr("&Log in"));
    no()->setText(tr("Do &not log in now")); // in the work as in the survey
    if (asked.secret != SecretKind::Ssh)
        yes()->setText(tr("&Use it"));
    adjustSize();
}

} // namespace ruw
