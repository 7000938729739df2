#include "wizard/widgets/LedgerList.h"

#include "core/run/Standing.h"
#include "wizard/Theme.h"
#include "wizard/widgets/CommandView.h"
#include "wizard/widgets/StateLine.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// What was seen last of a service that may be stopped or not: of another change the drawing shows nothing else. Null: nothing.
const SeenRow* seenOf(const ChangeLedger::Entry& entry, const QList<SeenRow>& seen)
{
    for (const SeenRow& row : seen) {
        const bool broken = row.verdict == verdictCode(Observation::Verdict::Broken) && !row.seen.isEmpty();
        const bool ofService = row.kind == conditionCode(ConditionKind::ServiceStopped) ||
                               row.kind == conditionCode(ConditionKind::ServiceRunning);
        if (broken && ofService && entry.id == QString(u"service:"_s + row.node))
            return &row;
    }
    return nullptr;
}

} // namespace

LedgerList::LedgerList(bool withUndo, QWidget* parent)
    : QFrame(parent), m_withUndo(withUndo), m_head(new QLabel(this)), m_rows(new QVBoxLayout)
{
    setObjectName("ledgerList"_L1);
    theme::makeStrong(m_head);
    m_rows->setContentsMargins({});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme::grid / 2);
    column->addWidget(m_head);
    column->addLayout(m_rows);
    column->addStretch(1);
}

void LedgerList::setLedger(const ChangeLedger& ledger, Language language, const QList<SeenRow>& seen)
{
    m_head->setText(tr("Temporary changes"));
    if (m_content && m_shown == ledger && m_seen == seen && m_language == language)
        return; // told anew at every look: what stands must not flicker
    m_shown = ledger;
    m_seen = seen;
    m_language = language;
    delete m_content;
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins({});
    column->setSpacing(theme::grid / 2);
    const auto addLine = [&](theme::State state, const QString& text) {
        auto* line = new StateLine(m_content);
        line->setState(state, text);
        column->addWidget(line);
    };
    if (ledger.empty())
        addLine(theme::State::Good, standingLines(ledger).first().render(language));
    int number = 0;
    for (const ChangeLedger::Entry& entry : ledger.open()) {
        QString stands = standingSinceText(entry).render(language);
        if (const SeenRow* row = entry.certain ? nullptr : seenOf(entry, seen)) // the drawing shows it, too
            stands = tr("%1. Seen last: %2", "a change that may stand, what was seen of it").arg(stands, row->seen.render(language));
        addLine(theme::State::Warning, stands);
        if (!m_withUndo)
            continue;
        auto* how = new QLabel(m_content);
        how->setWordWrap(true);
        how->setTextFormat(Qt::PlainText);
        how->setText(entry.undo && !entry.undo->instruction.isEmpty()
                         ? entry.undo->instruction.render(language)
                         : tr("Undo it as the procedure's later steps say."));
        column->addWidget(how);
        if (entry.undo && !entry.undo->command.isEmpty()) {
            auto* command = new CommandView(u"undo%1"_s.arg(++number), m_content);
            command->setTexts(tr("Command that undoes it"), tr("Copy"));
            command->setCommand(entry.undo->command);
            column->addWidget(command);
        }
    }
    m_rows->addWidget(m_content);
    m_content->show();
}

} // namespace ruw
