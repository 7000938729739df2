#include "wizard/widgets/TroublePanel.h"

#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/ResultTable.h"
#include "wizard/widgets/StateLine.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

TroublePanel::TroublePanel(QWidget* parent)
    : QFrame(parent), m_what(new StateLine(this)), m_seenHead(new QLabel(this)),
      m_stateHead(new QLabel(this)), m_state(new QLabel(this)), m_remedy(new QLabel(this)),
      m_seen(new ResultTable(this))
{
    setObjectName("troublePanel"_L1);
    theme::makeTrouble(this);
    m_what->setObjectName("troubleWhat"_L1);
    m_what->makeStrong();
    for (QLabel* head : {m_seenHead, m_stateHead}) {
        QFont font = theme::captionFont();
        font.setBold(true);
        head->setFont(font);
        head->setWordWrap(true);
    }
    for (QLabel* text : {m_state, m_remedy}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_stateHead->setObjectName("troubleStateHead"_L1);
    m_state->setObjectName("troubleState"_L1);
    m_remedy->setObjectName("troubleRemedy"_L1);
    auto* column = m_column = new QVBoxLayout(this);
    column->setContentsMargins(theme::grid + 4, theme::grid, theme::grid + 4, theme::grid);
    column->setSpacing(theme::grid / 2);
    column->addWidget(m_what);
    column->addWidget(m_seenHead);
    column->addWidget(m_seen);
    column->addWidget(m_stateHead);
    column->addWidget(m_state);
    column->addWidget(m_remedy);
    hide();
}

void TroublePanel::setDense(bool dense)
{
    const int above = dense ? theme::grid / 2 : theme::grid;
    m_column->setContentsMargins(theme::grid + 4, above, theme::grid + 4, above);
    m_column->setSpacing(dense ? 1 : theme::grid / 2);
}

void TroublePanel::setQuestion(const RunQuestion* question, const QList<SeenRow>& seen, const RunState& state, Language language)
{
    const bool shown = question && question->kind == RunQuestion::Kind::Trouble;
    setVisible(shown);
    if (!shown)
        return;
    m_seenHead->setText(question->observations.isEmpty() ? tr("Expected and seen when it was judged last") : tr("Expected and seen"));
    // Going back is still spoken of past the point of no return: what it takes then is said with it.
    m_stateHead->setText(state.isolationMustStand() ? tr("State of the site (versions go back only by hand)")
                                                    : tr("State of the site"));
    m_what->setState(theme::State::Bad, question->trouble.what.what.render(language));
    m_seen->setRows(seen, language);
    m_seenHead->setVisible(!seen.isEmpty());
    const Trouble trouble = question->troubleOfStep();
    const QString siteState = siteStateOn(trouble, state).render(language);
    m_state->setText(withWordsWhole(siteState));
    m_remedy->setText(withWordsWhole(adviceOn(trouble).render(language)));
    // What is to be done about this very trouble is read before what leads to it; the general word compares what stands above it.
    const int place = ownAdviceOn(trouble) ? 1 : m_column->count() - 1;
    if (m_column->indexOf(m_remedy) != place) {
        m_column->removeWidget(m_remedy);
        m_column->insertWidget(place, m_remedy);
    }
    setAccessibleName(m_what->text());
    setAccessibleDescription(siteState);
}

} // namespace ruw
