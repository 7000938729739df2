#include "wizard/widgets/SituationPanel.h"

#include "core/base/Quote.h"
#include "wizard/LiveTopology.h"
#include "wizard/widgets/IconLabel.h"
#include "wizard/widgets/LedgerList.h"
#include "wizard/widgets/MailStrip.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/TopologyView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int leastBand = 16 * theme::grid;
constexpr int mostBand = 23 * theme::grid;
constexpr int bandBesideAlarms = 9 * theme::grid; ///< what is longer scrolls

/// A large site, or many changes that stand, scroll in their place: the step below keeps its room.
QScrollArea* scrolling(QWidget* content, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

} // namespace

SituationPanel::SituationPanel(QWidget* parent) : QWidget(parent)
{
    m_mailIcon = new IconLabel(u"mail-flows"_s, theme::State::Good, 2 * theme::grid, this);
    m_mailText = new QLabel(this);
    m_mailText->setObjectName("mailLine"_L1);
    m_mailText->setWordWrap(true);
    m_clock = new ScheduleClock(this);
    m_mailStrip = new MailStrip(this);
    m_topology = new TopologyView;
    m_topology->setObjectName("topologyView"_L1);
    m_side = new StateLine(this);
    m_side->setObjectName("sideLine"_L1);
    m_stateText = new QLabel(this);
    m_stateText->setObjectName("stateText"_L1);
    m_stateText->setWordWrap(true);
    m_stateText->setTextFormat(Qt::PlainText);
    m_ledger = new LedgerList(false);
    m_notices = new StateLine(this);
    m_notices->setObjectName("noticeLine"_L1);
    m_queues = new StateLine(this);
    m_queues->setObjectName("queueLine"_L1);

    auto* mail = new QHBoxLayout;
    mail->setSpacing(theme::grid / 2 + 2);
    mail->addWidget(m_mailIcon, 0, Qt::AlignTop);
    mail->addWidget(m_mailText, 1);
    auto* wordsBox = new QWidget;
    auto* words = new QVBoxLayout(wordsBox);
    words->setContentsMargins({});
    words->setSpacing(theme::grid / 2);
    words->addLayout(mail);
    words->addWidget(m_side);
    words->addWidget(m_stateText);
    words->addStretch(1);
    auto* topology = scrolling(m_topology, this);
    topology->setFocusPolicy(Qt::NoFocus);
    auto* ledger = m_ledgerArea = scrolling(m_ledger, this);
    m_band = new QWidget(this);
    auto* band = new QHBoxLayout(m_band);
    band->setContentsMargins({});
    band->setSpacing(2 * theme::grid);
    band->addWidget(topology, 4);
    auto* wordsArea = scrolling(wordsBox, this);
    wordsArea->setFocusPolicy(Qt::NoFocus);
    band->addWidget(wordsArea, 3);
    band->addWidget(ledger, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme::grid);
    column->addWidget(m_clock);
    column->addWidget(m_notices);
    column->addWidget(m_queues);
    column->addWidget(m_mailStrip);
    column->addWidget(m_band);
}

void SituationPanel::fitBand()
{
    // As high as the drawing is, within limits: the step below keeps its room.
    const int width = m_topology->parentWidget() ? m_topology->parentWidget()->width() : m_topology->width();
    int height = qBound(leastBand, m_topology->heightForWidth(width), mostBand);
    for (const StateLine* line : {m_notices, m_queues}) {
        if (line->isVisibleTo(this))
            height -= line->heightForWidth(this->width()) + theme::grid;
    }
    m_band->setFixedHeight(std::max(bandBesideAlarms, height));
}

void SituationPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitBand();
}

void SituationPanel::showRun(const SiteFacts& facts, const RunState& state,
                             const QList<QueuePicture::Line>& queues, Language language)
{
    m_topology->setModel(liveTopology(facts, state, queues, language));
    const bool flows = mailFlows(state);
    m_mailIcon->setIcon(flows ? u"mail-flows"_s : u"mail-stops"_s,
                        flows ? theme::State::Good : theme::State::Warning);
    m_mailText->setText(flows ? tr("Mail: flowing (by plan)") : tr("Mail: stopped (by plan)"));
    const QString side = state.sideText().render(language);
    if (state.end() == RunEnd::Done || state.end() == RunEnd::RolledBack)
        m_side->setState(theme::State::Good, runEndText(state.end()).render(language));
    else if (state.end() == RunEnd::DoneWithExceptions)
        m_side->setState(theme::State::Warning, runEndText(state.end()).render(language));
    else if (state.end() == RunEnd::Held)
        m_side->setState(theme::State::Warning,
                         tr("Held. %1", "point of no return: before or past").arg(side));
    else
        m_side->setState(state.pastPointOfNoReturn() ? theme::State::Warning : theme::State::Info, side);
    m_stateText->setText(state.stateText().render(language));
    m_ledger->setLedger(state.ledger(), language);
    fitBand();
}

void SituationPanel::showClock(const ClockReading& reading, bool visible, Language language)
{
    m_clock->setVisible(visible);
    if (visible)
        m_clock->setReading(reading, language);
}

void SituationPanel::showQueues(const QList<QueuePicture::Line>& queues, Language language)
{
    using Level = QueueOutlook::Level;
    QList<QueuePicture::Line> lines = queues;
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
        const auto urgency = [](const QueuePicture::Line& line) {
            return line.level == Level::Unknown ? int(Level::Calm) : int(line.level);
        };
        return urgency(a) > urgency(b);
    });
    QStringList texts;
    theme::State state = theme::State::Good;
    for (const QueuePicture::Line& line : std::as_const(lines)) {
        texts.append(tr("Queue on %1: %2. %3", "node, level, figures")
                         .arg(shownSafely(line.node), queueLevelText(line.level).render(language),
                              line.text.render(language)));
        if (line.level == Level::Alarm)
            state = theme::State::Bad;
        else if (line.level == Level::Warning && state != theme::State::Bad)
            state = theme::State::Warning;
        else if (line.level == Level::Unknown && state == theme::State::Good)
            state = theme::State::Info;
    }
    m_queueTexts = texts;
    m_queueState = state;
    m_queues->setToolTip(texts.join(u'\n'));
    m_queues->setAccessibleDescription(texts.join(u'\n'));
    fitQueueLine();
}

/// The step below keeps its room: what a notice says is not said twice, and the rest stands in the drawing and in the tool
/// tip.
void SituationPanel::fitQueueLine()
{
    const qsizetype most = m_shownNotice.isEmpty() ? 2 : 1;
    QStringList shown = m_queueTexts.mid(0, most);
    if (m_queueTexts.size() > most)
        shown.last() += u' ' + tr("(and %n more)", nullptr, int(m_queueTexts.size() - most));
    m_queues->setState(m_queueState, shown.join(u'\n'));
    if (m_shownNotice.startsWith("queue-"_L1))
        m_queues->hide();
    fitBand();
}

void SituationPanel::showNotices(const QList<Notice>& notices, Language language)
{
    QStringList texts;
    const Notice* first = nullptr; // of the most urgent ones the last
    for (const Notice& notice : notices) {
        if (!first || notice.level >= first->level)
            first = &notice;
        texts.append(notice.whole().render(language));
    }
    QString shown;
    if (first)
        shown = tr("%1: %2", "ALARM or WARNING, what it is")
                    .arg(noticeLevelText(first->level).render(language), first->text.render(language));
    if (notices.size() > 1)
        shown += u' ' + tr("(and %n more)", nullptr, int(notices.size() - 1));
    m_notices->setState(
        first && first->level == Notice::Level::Alarm ? theme::State::Bad : theme::State::Warning, shown);
    m_shownNotice = first ? first->id : QString();
    m_notices->setToolTip(texts.join(u'\n'));
    m_notices->setAccessibleDescription(texts.join(u'\n'));
    fitQueueLine();
}

void SituationPanel::showMail(const MailFlow& flow, const QDateTime& now, Language language)
{
    m_mailStrip->setFlow(flow, now, language);
}

void SituationPanel::retranslate()
{
    m_ledgerArea->setAccessibleName(tr("What stands now"));
    m_topology->setAccessibleName(tr("The nodes and the links between them, as they are now"));
}

} // namespace ruw
