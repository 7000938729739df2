#pragma once

#include "core/run/ConfirmationGate.h"

#include <QTextStream>

namespace ruw {

/// The operator at a terminal, or a script in his place: each question goes to standard error, one line a question is read
/// from standard input. `y` is the good case or consent, `n` the other answer; the end of the input counts as hold, and so
/// do three answers in a row that are none of those asked for.
class TerminalGate final : public ConfirmationGate {
public:
    /// `checkerNamed`: a second person takes part; the question of a critical step says so.
    TerminalGate(Language language, bool checkerNamed);

    StepAnswer confirm(const StepQuestion& question) override;
    Word doneByHand(const Step& step, const Action& action) override;
    Word askWord(const Step& step, const Condition& condition) override;
    TroubleAnswer settle(const Trouble& trouble) override;
    bool confirmUndo(const Step& step, const Action& undo) override;
    bool waiting(const Waiting& waiting) override;
    void changed(const RunState& state) override;
    void output(const Step& step, const CommandOutcome& outcome) override;
    void tell(const Error& error) override;

    /// Whether the last thing that was settled was a step that failed: then a held run ends with exit status 1.
    bool heldByFailure() const { return m_heldByFailure; }

private:
    void say(const QString& line = {});
    void say(const Text& text) { say(text.render(m_language)); }
    void sayIndented(const QString& text, const QString& margin);
    void sayObservations(const QList<Observation>& observations);
    std::optional<QString> line(const Text& question, const QString& choices);
    Word yesOrNo(const Text& question);

    Language m_language;
    bool m_checkerNamed;
    bool m_heldByFailure = false;
    QString m_waitedFor;
    QTextStream m_in;
};

} // namespace ruw
