#pragma once

#include "core/run/MailFlow.h"
#include "core/run/Notices.h"
#include "core/run/RunState.h"
#include "core/survey/SiteFacts.h"
#include "wizard/widgets/ScheduleClock.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace ruw {

class IconLabel;
class LedgerList;
class MailStrip;
class TopologyView;

/// The three questions at a glance: is mail flowing, where do we stand (topology, point of no return, schedule), and what
/// happens if we stop now (what stands).
class SituationPanel : public QWidget {
    Q_OBJECT
public:
    explicit SituationPanel(QWidget* parent = nullptr);
    /// `facts`: as surveyed before the work.
    void showRun(const SiteFacts& facts, const RunState& state, const QList<QueuePicture::Line>& queues,
                 Language language);
    /// How the queues stand, the most urgent first.
    void showQueues(const QList<QueuePicture::Line>& queues, Language language);
    /// What the operator must hear, as long as it is so.
    void showNotices(const QList<Notice>& notices, Language language);
    void showClock(const ClockReading& reading, bool visible, Language language);
    /// Who answered when, until now.
    void showMail(const MailFlow& flow, const QDateTime& now, Language language);
    void retranslate();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitBand();
    void fitQueueLine();

    QStringList m_queueTexts; ///< the most urgent first
    theme::State m_queueState = theme::State::Good;
    QString m_shownNotice; ///< its id; empty: none
    QWidget* m_band;
    IconLabel* m_mailIcon;
    QLabel *m_mailText, *m_stateText;
    StateLine *m_side, *m_notices, *m_queues;
    ScheduleClock* m_clock;
    MailStrip* m_mailStrip;
    TopologyView* m_topology;
    LedgerList* m_ledger;
    QScrollArea* m_ledgerArea;
};

} // namespace ruw
