#pragma once

#include "core/run/ConfirmationGate.h"
#include "core/run/RunState.h"

#include <QObject>

#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <mutex>

namespace ruw {

/// One question of the run to the person at the window, by value.
struct RunQuestion {
    enum class Kind {
        Confirm,    ///< do this step?
        DoneByHand, ///< it is being done by hand: how did it end?
        Word,       ///< is this so?
        Trouble,    ///< what shall be done about it?
        Undo        ///< undo this step?
    };
    quint64 id = 0;
    Kind kind = Kind::Confirm;
    Step step;                       ///< as it is done now, with the command exactly as it will run
    QList<Observation> observations; ///< Confirm: the guards; Word, Trouble: what was seen
    bool canRun = false, canSkip = false;
    Condition condition; ///< Word
    Action undo;         ///< Undo
    bool begins = false; ///< Undo by hand: may it begin, not how it ended
    Trouble trouble;     ///< Trouble; its step pointer is null: see troubleOfStep()
    /// The trouble with its step, which is this question's: valid as long as the question lives.
    Trouble troubleOfStep() const
    {
        Trouble out = trouble;
        out.step = &step;
        return out;
    }
};

/// What the person said. Which part counts is up to the question.
struct RunAnswer {
    StepAnswer::Choice choice = StepAnswer::Choice::Hold; ///< Confirm
    /// DoneByHand, Word; of Undo: Yes undoes it.
    ConfirmationGate::Word word = ConfirmationGate::Word::Hold;
    Remedy remedy = Remedy::Hold; ///< Trouble
    QString note;                 ///< for the journal; of a skip or an exclusion: the reason
    bool checkerAgrees = false;
    /// With DoneByHand, Word or Undo: what the person says of this step's results that nobody can see from here, all of them.
    std::optional<ConfirmationGate::Word> ofItsResults;
};

/// What was expected of a step and what was seen, as it is shown.
struct SeenRow {
    Text expected;
    static constexpr QLatin1StringView waitedFor{"waited-for"};
    QString verdict; ///< verdictCode(); waitedFor: not so yet, and not judged; empty: nobody has looked
    Text seen;
    QString kind = {}, node = {}; ///< conditionCode(), and what it is about; empty: the whole site
    friend bool operator==(const SeenRow&, const SeenRow&) = default;
};
QList<SeenRow> seenRows(const QList<Observation>& observations);
/// Of each step, as its last "observed" in the journal has it.
QMap<QString, QList<SeenRow>> seenRows(const QList<JournalRecord>& records);

/// The window as the run's gate: the run's thread asks and waits, the window answers when the person does. Nobody waits in
/// the window's thread. While nobody may be asked (before open(), after close()) every answer is "hold".
class WindowGate final : public QObject, public ConfirmationGate {
    Q_OBJECT
public:
    /// What is waited for now.
    struct WaitingFor {
        QList<SeenRow> rows;
        qint64 seconds = 0, limitSeconds = 0;
    };
    /// What a command printed, masked.
    struct Printed {
        QString text;
        std::optional<int> status; ///< none: its end was not seen
    };

    explicit WindowGate(QObject* parent = nullptr);

    // From the run's thread.
    StepAnswer confirm(const StepQuestion& question) override;
    Word doneByHand(const Step& step, const Action& action) override;
    Word askWord(const Step& step, const Observation& seen) override;
    TroubleAnswer settle(const Trouble& trouble) override;
    bool confirmUndo(const Step& step, const Action& undo) override;
    bool waiting(const Waiting& waiting) override;
    void changed(const RunState& state) override;
    void output(const Step& step, const CommandOutcome& outcome) override;
    void seenSoFar(const Step& step, const QList<Observation>& observations) override
    {
        observed(step, observations);
    }
    void observed(const Step& step, const QList<Observation>& observations) override;
    QString takeNote() override;
    void tell(const Error& error) override;

    // From the window's thread.
    /// `state`: of the run that asks from now on; read in its thread alone.
    void open(const RunState& state);
    /// Answers the waiting question with "hold", and every later one until open().
    void close();
    /// Done in the run's thread, between its actions: when it tells of a change, waits, or asks. Errands that are left when
    /// the gate is closed are dropped.
    void addErrand(std::function<void()> errand);
    const std::optional<RunQuestion>& question() const { return m_question; }
    const std::optional<WaitingFor>& waitingFor() const { return m_waitingFor; }
    QList<SeenRow> seen(const QString& step) const { return m_seen.value(step); }
    void setSeen(const QMap<QString, QList<SeenRow>>& seen) { m_seen = seen; }
    std::optional<Printed> printed(const QString& step) const;
    /// Answers the question; one that is no longer asked is left alone.
    void answer(quint64 id, const RunAnswer& answer);
    void stopWaiting();
    /// Nothing is known of a run any more.
    void forget();

signals:                   // in the window's thread
    void pictureChanged(); ///< question, waiting, seen or printed
    void stateReached(const ruw::RunState& state);
    void told(const ruw::Error& error);
    void queueSeen(const ruw::QueueSample& sample); ///< by the run itself, beside those who watch

private:
    RunAnswer ask(RunQuestion question);
    void postState();
    void runErrands();
    void post(std::function<void()> inWindow);

    // Shared by both threads.
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_open = false, m_stopWaiting = false;
    quint64 m_lastId = 0, m_askedId = 0, m_generation = 0;
    std::optional<RunAnswer> m_answer;
    std::list<std::function<void()>> m_errands;

    // The run's thread alone.
    struct Vouched {
        QString step;
        Word word = Word::Hold;
    };
    std::optional<Vouched> m_vouched;
    const RunState* m_state = nullptr;
    QString m_note;

    // The window's thread alone.
    std::optional<RunQuestion> m_question;
    std::optional<WaitingFor> m_waitingFor;
    QMap<QString, QList<SeenRow>> m_seen;
    std::map<QString, Printed> m_printed;
};

} // namespace ruw
