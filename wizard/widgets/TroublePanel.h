#pragma once

#include "wizard/WindowGate.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace ruw {

class ResultTable;
class StateLine;

/// Something is not as it should be: what happened, what was expected and what was seen, what state the site is in.
class TroublePanel : public QFrame {
    Q_OBJECT
public:
    explicit TroublePanel(QWidget* parent = nullptr);
    /// Hidden where `question` is none of that kind. `seen`: the question's own look, or of the step, when it was judged last;
    /// empty: neither tells of this trouble. `state`: of the run that asks.
    void setQuestion(const RunQuestion* question, const QList<SeenRow>& seen, const RunState& state, Language language);
    /// Less room around things, where there is little for the step below it.
    void setDense(bool dense);

private:
    StateLine* m_what;
    QLabel *m_seenHead, *m_stateHead, *m_state, *m_remedy;
    ResultTable* m_seen;
    QVBoxLayout* m_column = nullptr;
};

} // namespace ruw
