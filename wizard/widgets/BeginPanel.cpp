#include "wizard/widgets/BeginPanel.h"

#include "wizard/NumbersWhole.h"
#include "wizard/SavePlace.h"
#include "wizard/Theme.h"
#include "wizard/widgets/Field.h"
#include "wizard/widgets/StateLine.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

BeginPanel::BeginPanel(bool rehearsal, QWidget* parent) : QWidget(parent), m_isRehearsal(rehearsal)
{
    auto* card = new QFrame(this);
    theme::makeCard(card);
    card->setMaximumWidth(90 * theme::grid);
    const auto edit = [card](QLatin1StringView name) {
        auto* made = new QLineEdit(card);
        made->setObjectName(name);
        return made;
    };
    m_plan = new QLabel(card);
    m_plan->setObjectName("planLine"_L1);
    m_plan->setTextFormat(Qt::PlainText);
    m_plan->setWordWrap(true);
    theme::makeStrong(m_plan);
    m_explain = new QLabel(card);
    m_explain->setWordWrap(true);
    m_doer = edit("beginDoer"_L1);
    m_checker = edit("beginChecker"_L1);
    m_journal = edit("journalEdit"_L1);
    m_doerField = new Field(m_doer, card);
    m_checkerField = new Field(m_checker, card);
    m_journalField = new Field(m_journal, card);
    m_choose = new QPushButton(card);
    m_choose->setObjectName("journalButton"_L1);
    m_error = new StateLine(card);
    m_error->setObjectName("beginError"_L1);
    m_remark = new StateLine(card);
    m_remark->setObjectName("peopleRemark"_L1);
    m_begin = new QPushButton(card);
    m_begin->setObjectName("beginButton"_L1);
    theme::makePrimary(m_begin);
    m_rehearse = new QPushButton(card);
    m_rehearse->setObjectName("rehearseFirstButton"_L1);
    m_rehearse->setVisible(!rehearsal);
    connect(m_rehearse, &QPushButton::clicked, this, &BeginPanel::rehearseAsked);
    connect(m_choose, &QPushButton::clicked, this, &BeginPanel::chooseJournal);
    connect(m_begin, &QPushButton::clicked, this, &BeginPanel::begin);
    connect(m_doer, &QLineEdit::editingFinished, this, &BeginPanel::peopleEntered);
    connect(m_checker, &QLineEdit::editingFinished, this, &BeginPanel::peopleEntered);
    m_begin->setAutoDefault(true); // Enter presses it

    auto* people = new QHBoxLayout;
    people->setSpacing(2 * theme::grid);
    people->addWidget(m_doerField);
    people->addWidget(m_checkerField);
    auto* journal = new QHBoxLayout;
    journal->setSpacing(theme::grid);
    journal->addWidget(m_journalField, 1);
    journal->addWidget(m_choose, 0, Qt::AlignBottom);
    auto* button = new QHBoxLayout;
    button->setSpacing(2 * theme::grid);
    button->addWidget(m_begin);
    button->addWidget(m_rehearse);
    button->addStretch(1);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(3 * theme::grid, 2 * theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(2 * theme::grid);
    column->addWidget(m_plan);
    column->addWidget(m_explain);
    column->addLayout(people);
    column->addLayout(journal);
    column->addWidget(m_error);
    column->addLayout(button);
    column->addWidget(m_remark); // last: nothing moves when it comes
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, theme::grid, 0, 0);
    outer->addWidget(card);
    outer->addStretch(1);
}

void BeginPanel::setPeople(const QString& doer, const QString& checker)
{
    for (auto [edit, name] : {std::pair{m_doer, doer}, {m_checker, checker}}) {
        if (!edit->isModified() && edit->text() != name)
            edit->setText(name);
    }
}

void BeginPanel::proposeJournal(const QString& path)
{
    if (!m_journal->isModified())
        m_journal->setText(path);
}

void BeginPanel::setPlan(const QString& plan, bool ready)
{
    m_plan->setText(plan);
    m_begin->setEnabled(ready);
    m_rehearse->setEnabled(ready);
}

void BeginPanel::setError(const QString& error)
{
    m_error->setState(theme::State::Bad, error);
}

void BeginPanel::setRemark(const QString& remark)
{
    m_remark->setState(theme::State::Warning, remark);
}

QString BeginPanel::doer() const
{
    return m_doer->text().simplified();
}

QString BeginPanel::checker() const
{
    return m_checker->text().simplified();
}

QString BeginPanel::journal() const
{
    return m_journal->text().trimmed();
}

void BeginPanel::chooseJournal()
{
    // An existing file is refused by the journal itself, with a reason: no question here whether to overwrite it.
    const QFileInfo proposed(m_journal->text());
    // Whoever chooses a place for a rehearsal's journal wants to keep it.
    const bool inItsOwn = m_isRehearsal && !m_journal->isModified();
    const QDir folder(inItsOwn ? folderToSaveIn({}, {}) : proposed.absolutePath());
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Journal file"), folder.filePath(proposed.fileName()),
                                     tr("Journals (*.jsonl)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    m_journal->setText(path);
    m_journal->setModified(true);
}

void BeginPanel::focusBegin()
{
    m_begin->setFocus(Qt::OtherFocusReason);
}

void BeginPanel::begin()
{
    if (doer().isEmpty()) {
        m_doerField->setError(tr("Enter who does the work."));
        m_doer->setFocus();
        return;
    }
    m_doerField->setError({});
    emit beginAsked();
}

void BeginPanel::retranslate()
{
    m_rehearse->setText(tr("&Rehearse it first\u2026"));
    m_explain->setText(withWordsWhole(m_isRehearsal ? tr("You see the same pages, questions and journal as in the work, but every "
                                          "node is simulated: nothing you "
                                          "do here can harm. The journal is marked and can't be taken for "
                                          "real work. When "
                                          "you leave you can save it, or it is thrown away.")
                                     : tr("Each action is shown first and done only when you have confirmed "
                                          "it: by the program on nodes with "
                                          "SSH, by you on the others. Critical steps need the checker's "
                                          "agreement. The journal records who did "
                                          "what and when; it is never overwritten.")));
    m_doerField->setLabel(tr("&Doer"));
    m_checkerField->setLabel(tr("Chec&ker"));
    m_journalField->setLabel(tr("&Journal file of this run"));
    m_choose->setText(tr("&Choose\u2026"));
    m_begin->setText(m_isRehearsal ? tr("Be&gin the rehearsal") : tr("Be&gin the work"));
}

} // namespace ruw
