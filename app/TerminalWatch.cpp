#include "app/TerminalWatch.h"

#include "app/Output.h"
#include "core/base/Quote.h"
#include "core/run/TestMailRun.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ruw {

TerminalWatch::TerminalWatch(GuidedRun& run, const SiteFacts& facts, SiteAccess& access, const Clock& clock,
                             TerminalGate& gate, Language language)
    : m_run(run), m_facts(facts), m_access(access), m_clock(clock), m_gate(gate), m_language(language),
      m_state(run.state())
{
    m_gate.onChanged([this](const RunState& state) { takeState(state); });
    m_gate.onObserved([this](const Step& step) { askAboutTestMail(step); });
    m_gate.onDrainLine([this](const QueueSample& sample) {
        const std::lock_guard lock(m_mutex);
        m_queues.add({sample.node, sample.when, sample, {}, false});
        for (const QueuePicture::Line& line : m_queues.lines(m_facts, m_state, m_clock.now())) {
            if (line.node == sample.node && line.drain)
                return line.drain->text();
        }
        return Text();
    });
    const QList<Node> mailNodes = facts.site.mailNodes();
    m_mailBeat = std::make_unique<Beat>(m_clock, 10s, [this, mailNodes](const std::stop_token& stop) {
        lookAtAll(mailNodes, [&](const Node& node) {
            const MailAnswer answer = sampleMail(node, m_access, stop);
            const QDateTime when = m_clock.now();
            if (stop.stop_requested())
                return;
            const std::lock_guard lock(m_mutex);
            const bool changed = m_mail.add(node.name, answer, when);
            if (m_silence.heard(node.name, m_mail.spells(node.name).last(), m_state))
                say(Text::tr("%1 answers on SMTP again.").arg(shownSafely(node.name)));
            if (changed) {
                record([data = mailFlowRecord(node.name, answer, when)](GuidedRun& of) {
                    (void)of.describe(u"mail-flow"_s, {}, data);
                });
            }
        });
    });
    m_queueBeat = std::make_unique<Beat>(
        m_clock, queuePause(queuePhase(m_facts, m_state)), [this](const std::stop_token& stop) {
            QList<Node> nodes;
            {
                const std::lock_guard lock(m_mutex);
                nodes = queueNodes(m_facts, m_state);
            }
            lookAtAll(nodes, [&](const Node& node) {
                const QueueLook look = readQueue(node, m_facts.site, m_access, m_clock, stop);
                if (stop.stop_requested())
                    return;
                const std::lock_guard lock(m_mutex);
                m_queues.add(look);
                if (look.sample)
                    record([sample = *look.sample](GuidedRun& of) { (void)of.noteQueue(sample); });
                else if (look.never && !m_toldUnseen.contains(node.name)) {
                    m_toldUnseen.insert(node.name);
                    say(Text::tr("Queue of %1: %2").arg(shownSafely(node.name)).arg(look.why));
                }
            });
        });
    m_clockBeat = std::make_unique<Beat>(m_clock, 1s, [this](const std::stop_token&) { tick(); });
}

TerminalWatch::~TerminalWatch()
{
    m_clockBeat.reset();
    m_queueBeat.reset();
    m_mailBeat.reset();
    m_gate.onChanged({});
    m_gate.onObserved({});
    m_gate.onDrainLine({});
    m_gate.runErrands();
}

void TerminalWatch::say(const Text& text) const
{
    printError(text.render(m_language));
}

void TerminalWatch::record(std::function<void(GuidedRun&)> work)
{
    // What can't be recorded stops the run at its next record, with the reason.
    m_gate.addErrand([this, work = std::move(work)] { work(m_run); });
}

void TerminalWatch::takeState(const RunState& state)
{
    const auto pause = queuePause(queuePhase(m_facts, state));
    {
        const std::lock_guard lock(m_mutex);
        m_state = state;
    }
    m_queueBeat->setPause(pause);
}

void TerminalWatch::tick()
{
    const QDateTime now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    QList<Notice> present = scheduleNotices(now, m_facts.site.schedule, m_state);
    present += queueNotices(m_queues.lines(m_facts, m_state, now));
    present += m_silence.notices();
    for (const Notice& notice : m_board.fresh(present)) {
        say(Text::tr("*** %1: %2").arg(noticeLevelText(notice.level)).arg(notice.whole()));
        record([data = notice.toJson()](GuidedRun& of) { (void)of.describe(u"notice"_s, {}, data); });
    }
}

/// Where the mail flow of all nodes was looked at, before and after the work, and the site file names whom to write to.
void TerminalWatch::askAboutTestMail(const Step& step)
{
    const TestMailPeople& people = m_facts.site.testMail;
    if (step.kind != StepKind::VerifyMailFlow || !step.node.isEmpty() || !people.complete())
        return;
    if (!isMailAddress(people.from) || !isMailAddress(people.to)) {
        say(Text::tr("No test mail: the site file's testMail holds no plain mail addresses."));
        return;
    }
    const ConfirmationGate::Word word =
        m_gate.yesOrNo(Text::tr("Send a test mail through every mail node now, from %1 to %2?")
                           .arg(people.from)
                           .arg(people.to));
    if (word == ConfirmationGate::Word::Hold)
        m_gate.holdNext(); // this question is not the run's own: its next one is held
    if (word != ConfirmationGate::Word::Yes)
        return;
    for (const TestMailResult& result :
         sendTestMails(m_facts.site, people, m_run.state(), m_access, m_clock, {})) {
        say(result.text());
        record([data = result.toJson()](GuidedRun& of) { (void)of.describe(u"test-mail"_s, {}, data); });
    }
    say(Text::tr("Look for these ids where the mail arrives."));
}

} // namespace ruw
