#include "wizard/widgets/AlarmPanel.h"

#include "core/base/Quote.h"
#include "wizard/widgets/StateLine.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Level = QueueOutlook::Level;

/// How many queues are told in full beside an alarm, or without one.
constexpr int mostBesideNotice = 1;
constexpr int mostQueues = 2;

bool fills(const QueuePicture::Line& line)
{
    return line.level == Level::Alarm || line.level == Level::Warning;
}

theme::State stateOf(const QList<QueuePicture::Line>& lines)
{
    const auto any = [&](Level level) {
        return std::ranges::any_of(lines, [&](const auto& line) { return line.level == level; });
    };
    return any(Level::Alarm)     ? theme::State::Bad
           : any(Level::Warning) ? theme::State::Warning
           : any(Level::Unknown) ? theme::State::Info
                                 : theme::State::Good;
}

} // namespace

AlarmPanel::AlarmPanel(QWidget* parent)
    : QWidget(parent), m_clock(new ScheduleClock(this)), m_notices(new StateLine(this)),
      m_queues(new StateLine(this))
{
    m_notices->setObjectName("noticeLine"_L1);
    m_queues->setObjectName("queueLine"_L1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme::grid);
    column->addWidget(m_clock);
    column->addWidget(m_notices);
    column->addWidget(m_queues);
}

void AlarmPanel::showClock(const ClockReading& reading, bool visible, Language language)
{
    m_showsClock = visible;
    if (visible)
        m_clock->setReading(reading, language);
    refreshFold();
}

void AlarmPanel::showNotices(const QList<Notice>& notices, Language language)
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
    refreshQueues();
}

void AlarmPanel::showQueues(const QList<QueuePicture::Line>& queues, Language language)
{
    m_lines = queues;
    m_language = language;
    std::stable_sort(m_lines.begin(), m_lines.end(), [](const auto& a, const auto& b) {
        const auto urgency = [](const QueuePicture::Line& line) {
            return line.level == Level::Unknown ? int(Level::Calm) : int(line.level);
        };
        return urgency(a) > urgency(b);
    });
    refreshQueues();
}

void AlarmPanel::setRoomy(bool roomy)
{
    m_roomy = roomy;
    refreshQueues();
}

void AlarmPanel::setFolded(bool folded)
{
    m_folded = folded;
    refreshQueues();
}

QList<BriefFact> AlarmPanel::facts() const
{
    QList<BriefFact> out;
    QList<const StateLine*> lines;
    if (m_showsClock)
        lines += m_clock->lines();
    lines.append(m_queues);
    for (const StateLine* line : std::as_const(lines)) {
        const bool saidAbove = line == m_queues && m_shownNotice.startsWith("queue-"_L1);
        if (!saidAbove && !line->text().isEmpty())
            out.append({line->state(), QString(line->text()).replace(u'\n', u' ')}); // blanks that bind stay
    }
    return out;
}

void AlarmPanel::refreshFold()
{
    m_clock->setVisible(m_showsClock && !m_folded);
    const bool saidAbove = m_shownNotice.startsWith("queue-"_L1);
    m_queues->setVisible(!m_folded && !saidAbove && !m_queues->text().isEmpty());
    setVisible(!m_folded || m_notices->isVisibleTo(this)); // no gap where there is nothing
}

/// The step below keeps its room: what a notice says is not said twice, calm queues are told in a word (and all of them where
/// the facts are folded), and the rest stands in the drawing and in the tool tip.
void AlarmPanel::refreshQueues()
{
    QStringList all, inFull;
    QList<std::pair<QString, QStringList>> inAWord; // how they stand: the nodes where it is so
    for (const QueuePicture::Line& line : std::as_const(m_lines)) {
        const QString node = shownSafely(line.node), level = queueLevelText(line.level).render(m_language);
        all.append(
            tr("Queue on %1: %2. %3", "node, level, figures").arg(node, level, line.text.render(m_language)));
        if (m_roomy || (fills(line) && !m_folded)) { // folded they share two lines with other facts
            inFull.append(all.last());
            continue;
        }
        const QString word = line.onNode ? tr("to be looked at there", "queues that can't be seen from here") : level;
        const auto known = std::find_if(inAWord.begin(), inAWord.end(), [&word](const auto& one) { return one.first == word; });
        if (known != inAWord.end())
            known->second.append(node);
        else
            inAWord.append(std::pair(word, QStringList{node}));
    }
    const qsizetype most = m_shownNotice.isEmpty() ? mostQueues : mostBesideNotice;
    QStringList shown = inFull.mid(0, most);
    QStringList words;
    for (const auto& [level, nodes] : std::as_const(inAWord)) {
        const QString line = inAWord.size() == 1 ? tr("Queues (%1): %2", "nodes, how all their queues stand")
                                                 : tr("%1: %2", "nodes, how their queues stand");
        words.append(line.arg(nodes.join(tr(", ", "between nodes")), level));
    }
    if (shown.isEmpty() && !words.isEmpty())
        shown.append(words.size() == 1 ? words.first()
                                       : tr("Queues: %1", "node: how its queue stands, more of them")
                                             .arg(words.join(tr("; ", "between groups of nodes"))));
    else if (!shown.isEmpty() && m_lines.size() > shown.size())
        shown.last() += u' ' + tr("(and %n more)", nullptr, int(m_lines.size() - shown.size()));
    m_queues->setState(stateOf(m_lines), shown.join(u'\n'));
    m_queues->setToolTip(all.join(u'\n'));
    m_queues->setAccessibleDescription(all.join(u'\n'));
    refreshFold();
}

} // namespace ruw
