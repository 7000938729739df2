#pragma once

#include "app/TerminalGate.h"
#include "core/run/Beat.h"
#include "core/run/GuidedRun.h"
#include "core/run/MailFlow.h"
#include "core/run/Notices.h"
#include "core/run/Silence.h"

namespace ruw {

/// What is watched beside a run in the terminal: who takes mail, what piles up in the queues, the clock. A notice is told at
/// once, even while a question waits; what the journal keeps is written between the run's own actions.
class TerminalWatch {
public:
    TerminalWatch(GuidedRun& run, const SiteFacts& facts, SiteAccess& access, const Clock& clock,
                  TerminalGate& gate, Language language);
    ~TerminalWatch();

private:
    void takeState(const RunState& state);
    void tick();
    void askAboutTestMail(const Step& step);
    void record(std::function<void(GuidedRun&)> work);
    void say(const Text& text) const;

    GuidedRun& m_run;
    const SiteFacts& m_facts;
    SiteAccess& m_access;
    const Clock& m_clock;
    TerminalGate& m_gate;
    const Language m_language;

    std::mutex m_mutex; ///< guards what follows
    RunState m_state;
    MailFlow m_mail;
    SilenceWatch m_silence;
    QueuePicture m_queues;
    NoticeBoard m_board;
    QSet<QString> m_toldUnseen;

    std::unique_ptr<Beat> m_mailBeat, m_queueBeat, m_clockBeat; ///< last: they use the others
};

} // namespace ruw
