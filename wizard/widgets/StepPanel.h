#pragma once

#include "core/run/RunState.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace ruw {

class CommandView;
class StateLine;

/// One step in full: why, what must hold before, what is done (with the exact command to copy), what is expected, how it
/// can be checked, and how it went. Or, when going back, how the step is undone.
class StepPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit StepPanel(QWidget* parent = nullptr);
    void showStep(const RunState& state, const Step& step, bool goingBack, Language language);
    /// The thing to do first here: the copy button where there is a command. Null: nothing to copy.
    QWidget* firstTool() const;
    void retranslate();

private:
    QLabel* addText(QVBoxLayout* column, bool caption = false);
    QString headLine(const Step& step, Language language) const;

    QLabel *m_title, *m_head, *m_why, *m_guardsHead, *m_guards, *m_doHead, *m_instruction, *m_expectsHead,
        *m_expects;
    StateLine *m_uncertain, *m_outcome, *m_line;
    CommandView *m_command, *m_check;
};

} // namespace ruw
