#include "wizard/WorkWatch.h"

#include "wizard/MailFlowWatch.h"
#include "wizard/QueueWatcher.h"
#include "wizard/rehearsal/StagedWatch.h"
#include "wizard/RunWorker.h"
#include "wizard/widgets/TestMailDialog.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace ruw {

WorkWatch::WorkWatch(Session& session, RunWorker& worker, QObject* parent)
    : QObject(parent), m_session(session), m_worker(worker),
      m_mail(new MailFlowWatch(session.connections(), this)),
      m_queues(new QueueWatcher(session.connections(), this))
{
    connectWatchers();
}

WorkWatch::~WorkWatch()
{
    stop();
}

void WorkWatch::connectWatchers()
{
    connect(m_mail, &MailFlowWatch::answerChanged, this,
            [this](const QString& node, MailAnswer answer, const QDateTime& when) {
                if (m_worker.working())
                    keep(u"mail-flow"_s, mailFlowRecord(node, answer, when));
            });
    connect(m_mail, &MailFlowWatch::heard, this, [this](const QString& node) {
        if (const RunState* state = m_session.runState())
            m_silence.heard(node, mail().spells(node).last(), *state);
    });
    connect(m_mail, &MailFlowWatch::sampled, this, [this] {
        if (!isHurried())
            emit mailSampled();
    });
    // What the run sees of a queue it records itself.
    connect(&m_worker.gate(), &WindowGate::queueSeen, m_queues, &QueueWatcher::note);
    connect(m_queues, &QueueWatcher::looked, this, [this](const QueueLook& look) {
        if (look.sample)
            m_worker.errand([sample = *look.sample](GuidedRun& run) { (void)run.noteQueue(sample); });
        if (!isHurried())
            emit queueLooked();
    });
}

/// Hours pass in seconds: whatever is shown follows the page's own tick, not each look.
bool WorkWatch::isHurried() const
{
    const RehearsalStage* stage = m_session.connections().rehearsal();
    return stage && stage->speed() == RehearsalStage::unlimited;
}

/// In the run's thread while it works; while it is held nobody else writes. What can't be recorded stops the run at its next
/// record, with the reason.
void WorkWatch::keep(const QString& kind, const QJsonObject& data)
{
    if (m_worker.working())
        m_worker.errand([kind, data](GuidedRun& run) { (void)run.describe(kind, {}, data); });
    else if (const auto run = m_session.run())
        (void)run->describe(kind, {}, data);
}

void WorkWatch::start(const SiteFacts& facts, const RunState& state, Waiter& clock)
{
    m_staged.reset();
    m_facts = facts;
    m_clock = &clock;
    m_mail->start(facts.site, clock);
    m_queues->start(facts, state, clock);
    if (RehearsalStage* stage = m_session.connections().rehearsal())
        watchStage(*stage);
}

void WorkWatch::watchStage(RehearsalStage& stage)
{
    m_staged = std::make_unique<StagedWatch>(stage, *this, [this](const std::stop_token& stop) -> std::function<void()> {
        const QList<MailFlowWatch::Sample> mail = m_mail->askWhenDue(stop);
        const QList<QueueLook> queues = m_queues->lookWhenDue(stop);
        if (mail.isEmpty() && queues.isEmpty())
            return {};
        return [this, mail, queues] {
            m_mail->take(mail);
            m_queues->take(queues);
        };
    });
}

void WorkWatch::stop()
{
    m_staged.reset(); // first: it uses the others
    m_mail->stop();
    m_silence.pause();
    m_queues->stop();
}

void WorkWatch::forget()
{
    m_mail->forget();
    m_queues->forget();
    m_silence = {};
    m_notices = {};
    m_facts = {};
}

void WorkWatch::follow(const RunState& state)
{
    m_queues->follow(state);
}

const MailFlow& WorkWatch::mail() const
{
    return m_mail->flow();
}

QList<QueuePicture::Line> WorkWatch::queueLines(const QDateTime& now) const
{
    const RunState* state = m_session.runState();
    if (!state || m_queues->picture().empty())
        return {};
    return m_queues->picture().lines(m_facts, *state, now);
}

QList<Notice> WorkWatch::notices(const QDateTime& now, bool open, QWidget* window)
{
    QList<Notice> present = scheduleNotices(now, m_facts.site.schedule, *m_session.runState());
    present += queueNotices(queueLines(now));
    present += m_silence.notices();
    const QList<Notice> fresh = m_notices.fresh(present);
    for (const Notice& notice : fresh) {
        if (open)
            keep(u"notice"_s, notice.toJson());
    }
    if (!fresh.isEmpty()) {
        QApplication::alert(window);
        QApplication::beep();
    }
    return present;
}

void WorkWatch::askForTestMail(QWidget* page)
{
    const RunState* state = m_session.runState();
    if (!state || !m_worker.working())
        return;
    const TestMailPeople proposed = m_testMail.complete() ? m_testMail : m_facts.site.testMail;
    // The run goes on meanwhile: where it stands is taken when the mails are sent.
    const auto stateNow = std::make_shared<RunState>(*state);
    auto* dialog = new TestMailDialog(
        proposed,
        [site = m_facts.site, stateNow, &access = m_session.connections().access(),
         clock = m_clock](const TestMailPeople& people, const std::stop_token& stop) {
            return sendTestMails(site, people, *stateNow, access, *clock, stop);
        },
        m_session.language(), page);
    const std::weak_ptr<GuidedRun> asking = m_session.run();
    connect(dialog, &TestMailDialog::sent, this, [this, dialog, asking](const QList<TestMailResult>& results) {
        m_testMail = dialog->people();
        for (const TestMailResult& result : results) {
            if (asking.lock() == m_session.run()) // held or not: they were sent in this run
                keep(u"test-mail"_s, result.toJson());
        }
    });
    dialog->open();
}

} // namespace ruw
