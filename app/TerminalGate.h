#pragma once

#include "core/run/ConfirmationGate.h"

#include <QTextStream>

#include <functional>
#include <list>
#include <mutex>
#include <optional>

namespace ruw {

/// The operator at a terminal, or a script in his place: each question goes to standard error, one line a question is read
/// from standard input. `y` is the good case or consent, `n` the other answer; the end of the input counts as hold, and so
/// do three answers in a row that are none of those asked for.
class TerminalGate final : public ConfirmationGate {
public:
    /// `checker`: a second person takes part and is asked whether he agrees; empty: nobody is named.
    /// `procedure`: gives the steps their numbers; it must outlive the gate.
    TerminalGate(Language language, const Procedure& procedure, const QString& checker = {});

    StepAnswer confirm(const StepQuestion& question) override;
    Word doneByHand(const Step& step, const Action& action) override;
    Word askWord(const Step& step, const Observation& seen) override;
    TroubleAnswer settle(const Trouble& trouble) override;
    bool confirmUndo(const Step& step, const Action& undo) override;
    bool waiting(const Waiting& waiting) override;
    void changed(const RunState& state) override;
    void output(const Step& step, const CommandOutcome& outcome) override;
    void seenSoFar(const Step& step, const QList<Observation>& observations) override;
    void observed(const Step& step, const QList<Observation>& observations) override;
    void tell(const Error& error) override;

    /// Done in the run's thread, between its actions and around its questions. From any thread.
    void addErrand(std::function<void()> errand);
    void runErrands();
    /// Who hears of each change of the run, in its thread.
    void onChanged(std::function<void(const RunState&)> listener) { m_onChanged = std::move(listener); }
    /// Who hears that a step's result was looked at, before it is recorded.
    void onObserved(std::function<void(const Step&)> listener) { m_onObserved = std::move(listener); }
    /// Who makes the line on how far a queue has run off; an empty text: none.
    void onDrainLine(std::function<Text(const QueueSample&)> maker) { m_drainLine = std::move(maker); }
    /// The pages where a step is to be looked at with a browser, by node.
    void setAdminUrls(const QMap<QString, QString>& urls) { m_adminUrls = urls; }
    Word yesOrNo(const Text& question);
    /// The run is held at its next question: asked for where the run itself was not asking.
    void holdNext() { m_holdNext = true; }

    /// Whether the last thing that was settled was a step that failed: then a held run ends with exit status 1.
    bool heldByFailure() const { return m_heldByFailure; }

private:
    void say(const QString& line = {});
    void say(const Text& text) { say(text.render(m_language)); }
    void sayIndented(const QString& text, const QString& margin);
    void sayCheck(const Observation& one);
    /// The step with its number, as on paper.
    Text heading(const Step& step) const;
    /// Says which step it is about, once for each time that it is come to.
    void announce(const Step& step);
    void explain(const StepQuestion& question, bool again);
    void sayObservations(const QList<Observation>& observations, bool waitedFor = false);
    std::optional<QString> line(const Text& question, const QString& choices);
    void sayHeldByAnswers();
    bool hasReason(const QString& reason);
    Word checkerAgrees(const Text& question);
    void sayCommand(const QString& command);
    Word checkerAgreesTo(Remedy remedy, const QString& node);

    Language m_language;
    const Procedure& m_procedure;
    QString m_checker;   ///< shown safely
    QString m_announced; ///< id of the step that was announced last
    QSet<QString> m_explained; ///< the words whose meaning was said
    bool m_heldByFailure = false;
    bool m_holdNext = false;
    QString m_waitedFor;
    QString m_configSaid; ///< what was said last of a config: not said twice
    qint64 m_drainSaid = 0; ///< seconds of the waiting at which its progress was said last
    QTextStream m_in;
    std::mutex m_mutex; ///< of m_errands
    std::list<std::function<void()>> m_errands;
    std::function<void(const RunState&)> m_onChanged;
    std::optional<RunState> m_state; ///< the latest; none: nothing has been told of yet
    std::function<void(const Step&)> m_onObserved;
    std::function<Text(const QueueSample&)> m_drainLine;
    QMap<QString, QString> m_adminUrls;
};

} // namespace ruw
