#include "wizard/widgets/TestMailDialog.h"

#include "wizard/Theme.h"
#include "wizard/widgets/Background.h"
#include "wizard/widgets/Field.h"
#include "wizard/widgets/StateLine.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

TestMailDialog::TestMailDialog(const TestMailPeople& proposed, Send send, Language language, QWidget* parent)
    : QDialog(parent), m_send(std::move(send)), m_language(language), m_lead(new QLabel(this)),
      m_from(new QLineEdit(proposed.from, this)), m_to(new QLineEdit(proposed.to, this)),
      m_fromField(new Field(m_from, this)), m_toField(new Field(m_to, this)), m_state(new StateLine(this)),
      m_results(new QPlainTextEdit(this)), m_sendButton(new QPushButton(this)),
      m_close(new QPushButton(this)), m_background(new Background(this))
{
    setObjectName("testMailDialog"_L1);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(64 * theme::grid);
    m_lead->setWordWrap(true);
    m_from->setObjectName("testMailFrom"_L1);
    m_to->setObjectName("testMailTo"_L1);
    m_state->setObjectName("testMailState"_L1);
    m_results->setObjectName("testMailResults"_L1);
    m_results->setReadOnly(true);
    m_results->setFont(theme::monospaceFont());
    m_results->setTabChangesFocus(true);
    m_results->hide();
    m_sendButton->setObjectName("testMailSend"_L1);
    m_close->setObjectName("testMailClose"_L1);
    m_sendButton->setAutoDefault(false); // a mail leaves by the button alone
    m_close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_sendButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, 2 * theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(theme::grid + 4);
    column->addWidget(m_lead);
    column->addWidget(m_fromField);
    column->addWidget(m_toField);
    column->addWidget(m_state);
    column->addWidget(m_results, 1);
    column->addLayout(buttons);
    connect(m_sendButton, &QPushButton::clicked, this, &TestMailDialog::send);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_background, &Background::busyChanged, this, &TestMailDialog::refresh);
    for (QLineEdit* edit : {m_from, m_to})
        connect(edit, &QLineEdit::textEdited, this, &TestMailDialog::refresh);
    retranslate();
}

TestMailDialog::~TestMailDialog()
{
    disconnect(m_background, nullptr, this, nullptr);
}

TestMailPeople TestMailDialog::people() const
{
    return {m_from->text().trimmed(), m_to->text().trimmed()};
}

void TestMailDialog::refresh()
{
    const TestMailPeople now = people();
    const QString wrong = tr("Write a plain mail address, such as name@example.com.");
    m_fromField->setError(now.from.isEmpty() || isMailAddress(now.from) ? QString() : wrong);
    m_toField->setError(now.to.isEmpty() || isMailAddress(now.to) ? QString() : wrong);
    const bool busy = m_background->busy();
    for (QLineEdit* edit : {m_from, m_to})
        edit->setEnabled(!busy);
    m_sendButton->setEnabled(!busy && isMailAddress(now.from) && isMailAddress(now.to));
    if (busy)
        m_state->setState(theme::State::Busy, tr("The test mails are on their way\u2026"));
}

void TestMailDialog::send()
{
    const TestMailPeople now = people();
    m_results->hide();
    m_background->start<QList<TestMailResult>>(
        [send = m_send, now](const std::stop_token& stop) { return send(now, stop); },
        [this](const QList<TestMailResult>& results) {
            show(results);
            emit sent(results);
        });
}

void TestMailDialog::show(const QList<TestMailResult>& results)
{
    QStringList lines;
    for (const TestMailResult& result : results)
        lines.append(result.text().render(m_language));
    const auto taken = std::count_if(results.cbegin(), results.cend(),
                                     [](const TestMailResult& result) { return result.accepted; });
    const bool all = taken == results.size();
    m_state->setState(
        all ? theme::State::Good : theme::State::Bad,
        all ? tr("Every mail node took its test mail. Look for these ids where the mail arrives.")
            : tr("%n node(s) did not take the test mail.", nullptr, int(results.size() - taken)));
    m_results->setPlainText(lines.join(u'\n'));
    m_results->show();
}

void TestMailDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void TestMailDialog::retranslate()
{
    setWindowTitle(tr("Test mail"));
    m_lead->setText(
        tr("One mail is sent through each mail node, from this machine. Each carries an id of its own, "
           "by which it can be found in the mail log or at the recipient's. What was sent and what the "
           "nodes said is recorded in the journal."));
    m_fromField->setLabel(tr("&Sender"));
    m_toField->setLabel(tr("&Recipient"));
    m_results->setAccessibleName(tr("What the nodes said"));
    m_sendButton->setText(tr("Send the &test mails"));
    m_close->setText(tr("&Close"));
    refresh();
}

} // namespace ruw
