#pragma once

#include "core/run/Notices.h"
#include "core/run/QueueWatch.h"
#include "core/run/Silence.h"
#include "core/run/TestMailRun.h"
#include "wizard/Session.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace ruw {

class MailFlow;
class MailFlowWatch;
class QueueWatcher;
class RehearsalStage;
class RunWorker;
class StagedWatch;

/// What goes on beside the run: the mail flow, the slaves' queues, the alarms of clock and disks, test mails on request. It
/// watches and keeps what it sees in the run's journal; the run itself, and what is shown of all that, are the Work page's.
class WorkWatch final : public QObject {
    Q_OBJECT
public:
    WorkWatch(Session& session, RunWorker& worker, QObject* parent = nullptr);
    ~WorkWatch() override;

    /// The run is worked on; what was seen of it before is kept. `clock` outlives the watching.
    void start(const SiteFacts& facts, const RunState& state, Waiter& clock);
    /// The run is held or over: nobody looks any more.
    void stop();
    /// It is another run.
    void forget();
    /// The run goes on: what is to be watched may have changed.
    void follow(const RunState& state);

    const MailFlow& mail() const;
    /// Which of the nodes' silences were as planned.
    const MailSilences& silences() const { return m_silence.silences(); }
    QList<QueuePicture::Line> queueLines(const QDateTime& now) const;
    /// What must be told now. Each is told once, by sound and in the task bar of `window`, and recorded while `open`; it is
    /// given as long as it is so.
    QList<Notice> notices(const QDateTime& now, bool open, QWidget* window);
    /// Asks over `page` between whom a test mail goes.
    void askForTestMail(QWidget* page);

signals:
    void mailSampled();
    void queueLooked();

private:
    void connectWatchers();
    bool isHurried() const;
    void watchStage(RehearsalStage& stage);
    void keep(const QString& kind, const QJsonObject& data);

    Session& m_session;
    RunWorker& m_worker;
    MailFlowWatch* m_mail;
    QueueWatcher* m_queues;
    std::unique_ptr<StagedWatch> m_staged; ///< in a rehearsal
    SiteFacts m_facts; ///< of the run, whatever is edited later
    Waiter* m_clock = nullptr;
    SilenceWatch m_silence;
    NoticeBoard m_notices;
    TestMailPeople m_testMail; ///< as entered last
};

} // namespace ruw
