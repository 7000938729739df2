#include "wizard/widgets/PeopleLine.h"

#include "core/base/Quote.h"
#include "core/run/RunState.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ruw {

PeopleLine::PeopleLine(QWidget* parent)
    : QWidget(parent), m_doer(new QLineEdit(this)), m_checker(new QLineEdit(this)), m_doerLabel(new QLabel(this)),
      m_checkerLabel(new QLabel(this)), m_journal(new QLabel(this))
{
    m_doer->setObjectName("doerEdit"_L1);
    m_checker->setObjectName("checkerEdit"_L1);
    m_doerLabel->setBuddy(m_doer);
    m_checkerLabel->setBuddy(m_checker);
    m_journal->setObjectName("journalLine"_L1);
    m_journal->setTextFormat(Qt::PlainText);
    m_journal->setTextInteractionFlags(Qt::TextSelectableByMouse);
    theme::makeCaption(m_journal);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(theme::grid);
    for (auto [label, edit] : {std::pair{m_doerLabel, m_doer}, {m_checkerLabel, m_checker}}) {
        edit->setFixedWidth(17 * theme::grid);
        connect(edit, &QLineEdit::editingFinished, this, &PeopleLine::commit);
        row->addWidget(label);
        row->addWidget(edit);
        row->addSpacing(theme::grid);
    }
    row->addWidget(m_journal, 1);
}

void PeopleLine::showRun(const RunState& state, const QString& journalPath, bool working)
{
    m_named = {state.doer(), state.checker()};
    for (auto [edit, name] : {std::pair{m_doer, m_named.first}, {m_checker, m_named.second}}) {
        if (!edit->isModified() && edit->text() != name)
            edit->setText(name); // what is being typed is left alone
        edit->setEnabled(working);
    }
    m_journal->setText(tr("Journal: %1").arg(shownSafely(QFileInfo(journalPath).fileName())));
    m_journal->setToolTip(shownSafely(journalPath));
}

void PeopleLine::commit()
{
    const QString doer = m_doer->text().simplified(), checker = m_checker->text().simplified();
    m_doer->setModified(false);
    m_checker->setModified(false);
    if (!m_doer->isEnabled())
        return;
    if (doer.isEmpty()) // somebody does the work: the name stays as it was
        m_doer->setText(m_named.first);
    else if (std::pair(doer, checker) != m_named)
        emit peopleNamed(doer, checker);
}

QString PeopleLine::names() const
{
    const auto& [doer, checker] = m_named;
    return inOnePiece(checker.isEmpty() ? tr("Doer %1", "a name").arg(doer)
                                        : tr("Doer %1, checker %2", "names").arg(doer, checker));
}

void PeopleLine::retranslate()
{
    m_doerLabel->setText(tr("Doer"));
    m_checkerLabel->setText(tr("Checker"));
}

} // namespace ruw
