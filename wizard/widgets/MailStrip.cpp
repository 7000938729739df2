#include "wizard/widgets/MailStrip.h"

#include "wizard/Theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int barHeight = theme::grid + 2;
constexpr int widestName = 12 * theme::grid;
constexpr int between = 2 * theme::grid;
constexpr int hatchStep = theme::grid / 2;
constexpr int sampleWidth = 3 * theme::grid; ///< in the legend
constexpr int sampleGap = 5;
constexpr int leastSilent = theme::grid; ///< its hatching is still seen

} // namespace

void MailStrip::draw(QPainter& painter, const QRect& part, Shape shape)
{
    const theme::Colors& colors = theme::colors();
    switch (shape) {
    case Shape::Full:
        painter.fillRect(part, theme::stateColor(theme::State::Good));
        return;
    case Shape::Planned:
        painter.fillRect(part, colors.surface);
        painter.setPen(colors.muted);
        painter.drawRect(part.adjusted(0, 0, -1, -1));
        return;
    case Shape::Hatched:
        painter.fillRect(part, colors.surface);
        painter.save();
        painter.setClipRect(part);
        painter.setPen(colors.muted);
        for (int x = part.left() - part.height(); x < part.right(); x += hatchStep)
            painter.drawLine(x, part.bottom(), x + part.height(), part.top());
        painter.restore();
        painter.setPen(colors.muted);
        painter.drawRect(part.adjusted(0, 0, -1, -1));
        return;
    case Shape::Dotted:
        painter.setPen(QPen(colors.muted, 2, Qt::DotLine));
        painter.drawLine(part.left(), part.center().y(), part.right(), part.center().y());
        return;
    }
    Q_UNREACHABLE();
}

MailStrip::MailStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName("mailStrip"_L1);
    setFont(theme::captionFont());
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void MailStrip::setFlow(const MailFlow& flow, const MailSilences& silences, const QDateTime& now, Language language)
{
    const bool more = flow.nodes() != m_flow.nodes() || language != m_language;
    m_flow = flow;
    m_silences = silences;
    m_now = now;
    m_language = language;
    QStringList all;
    for (const QString& node : flow.nodes()) {
        for (const MailSpell& spell : flow.spells(node))
            all.append(spellText(node, spell));
    }
    setAccessibleName(tr("SMTP answers of the mail nodes since the start, as this machine sees them"));
    QStringList nowLines;
    for (const QString& node : flow.nodes())
        nowLines.append(tr("%1: %2", "node, how it is now").arg(node, wordNow(node)));
    setAccessibleDescription((nowLines + all).join(u'\n'));
    setVisible(!m_givesWay && !flow.nodes().isEmpty());
    if (more) { // by the nodes alone: what they answer moves nothing
        setFixedHeight(heightForWidth(width()));
        updateGeometry();
    }
    update();
}

void MailStrip::setGivesWay(bool gives)
{
    m_givesWay = gives;
    setVisible(!gives && !m_flow.nodes().isEmpty());
}

QList<MailStrip::Cell> MailStrip::cells(int width) const
{
    const QStringList nodes = m_flow.nodes();
    int nameWidth = 0, wordWidth = 0;
    for (const QString& node : nodes)
        nameWidth = std::max(nameWidth, fontMetrics().horizontalAdvance(node));
    nameWidth = std::min(nameWidth, widestName);
    for (const Now now : {Now::Answers, Now::Silent, Now::SilentByPlan, Now::Unknown})
        wordWidth = std::max(wordWidth, fontMetrics().horizontalAdvance(shortWord(now)));
    const QString someTime = Text::timeOfDay(QDateTime(QDate(2000, 1, 1), QTime(20, 0))).render(m_language);
    for (const bool answered : {true, false}) // all that may ever stand there: nothing moves when the watching ends
        wordWidth = std::max(wordWidth, fontMetrics().horizontalAdvance(lastWord(answered, someTime)));
    wordWidth = std::max(wordWidth, fontMetrics().horizontalAdvance(notAsked()));
    const int least = nameWidth + theme::grid + wordWidth;
    const int begin = headWidth();
    width -= begin;
    const int columns = std::clamp((width + between) / (least + between), 1, std::max(1, int(nodes.size())));
    const int cellWidth = (width - (columns - 1) * between) / columns;
    const int line = fontMetrics().height(), rowHeight = line + barHeight + 2;
    QList<Cell> out;
    for (int i = 0; i < nodes.size(); ++i) {
        const QRect cell(begin + (i % columns) * (cellWidth + between), (i / columns) * rowHeight, cellWidth, rowHeight);
        const QRect words(cell.left(), cell.top(), cell.width(), line);
        out.append({nodes[i], QRect(words.topLeft(), QSize(std::min(nameWidth, cellWidth), line)),
                    words.adjusted(nameWidth + theme::grid, 0, 0, 0), QRect(cell.left(), cell.top() + line, cell.width(), barHeight)});
    }
    return out;
}

QString MailStrip::wordOf(Shape shape)
{
    switch (shape) {
    case Shape::Full:
        return tr("answering", "legend of the bars of mail nodes");
    case Shape::Hatched:
        return tr("does not answer", "legend of the bars of mail nodes");
    case Shape::Planned:
        return tr("off (planned)", "legend of the bars of mail nodes");
    case Shape::Dotted:
        return tr("not asked or not seen", "legend of the bars of mail nodes");
    }
    Q_UNREACHABLE();
}

/// Below the bars, in as many lines as the width takes; empty: it has no room.
QList<MailStrip::Sample> MailStrip::legend(int width) const
{
    const QList<Cell> all = cells(width);
    if (!m_hasLegend || all.isEmpty())
        return {};
    const int begin = headWidth(), line = fontMetrics().height();
    int left = begin, top = all.last().bar.bottom() + 3;
    QList<Sample> out;
    for (const Shape shape : {Shape::Full, Shape::Planned, Shape::Hatched, Shape::Dotted}) {
        const int word = fontMetrics().horizontalAdvance(wordOf(shape)) + 1;
        const int whole = sampleWidth + sampleGap + word;
        if (left > begin && left + whole > width) {
            left = begin;
            top += line;
        }
        const QRect bar(left, top + (line - barHeight) / 2 + 1, sampleWidth, barHeight - 2);
        out.append({shape, bar, QRect(left + sampleWidth + sampleGap, top, word, line)});
        left += whole + between;
    }
    return out;
}

void MailStrip::setLegend(bool shown)
{
    if (shown == std::exchange(m_hasLegend, shown))
        return;
    setFixedHeight(heightForWidth(width()));
    updateGeometry();
    update();
}

int MailStrip::heightForWidth(int width) const
{
    const int laidOut = std::max(width, 2 * widestName);
    if (const QList<Sample> below = legend(laidOut); !below.isEmpty())
        return below.last().word.bottom() + 1;
    const QList<Cell> all = cells(laidOut);
    return all.isEmpty() ? 0 : all.last().bar.bottom() + 1;
}

QSize MailStrip::sizeHint() const
{
    return {40 * theme::grid, heightForWidth(std::max(width(), 40 * theme::grid))};
}

MailStrip::Now MailStrip::nowOf(const QString& node) const
{
    switch (m_flow.at(node, m_now)) {
    case MailAnswer::Answers:
        return Now::Answers;
    case MailAnswer::Silent:
        return m_silences.byPlan.contains(node) ? Now::SilentByPlan : Now::Silent;
    case MailAnswer::Unknown:
        return Now::Unknown;
    }
    Q_UNREACHABLE();
}

QString MailStrip::shortWord(Now now)
{
    switch (now) {
    case Now::Answers:
        return tr("answering", "a mail node, now");
    case Now::Silent:
        return tr("no answer", "a mail node, now");
    case Now::SilentByPlan:
        return tr("off (planned)", "a mail node, now");
    case Now::Unknown:
        return tr("not seen", "a mail node, now");
    }
    Q_UNREACHABLE();
}

QString MailStrip::lastWord(bool answered, const QString& time)
{
    return answered ? tr("heard %1", "a mail node, its last answer's time: short").arg(time)
                    : tr("silent %1", "a mail node, the time when it was asked last: short").arg(time);
}

QString MailStrip::notAsked()
{
    return tr("not asked", "a mail node, now: nobody looks any more");
}

/// Where nobody asks at the moment: what was heard last, and when.
QString MailStrip::wordNow(const QString& node) const
{
    const Now now = nowOf(node);
    const QList<MailSpell> spells = m_flow.spells(node);
    if (now != Now::Unknown || spells.isEmpty())
        return shortWord(now);
    const MailSpell& last = spells.last();
    const bool answered = last.answer == MailAnswer::Answers;
    if (!answered && (last.answer == MailAnswer::Unknown || !m_flow.everAnswered(node)))
        return shortWord(now);
    if (!answered && m_silences.byPlan.contains(node))
        return notAsked(); // as planned then; it may answer again by now
    return lastWord(answered, Text::timeOfDay(last.to).render(m_language));
}

QString MailStrip::heading()
{
    return tr("SMTP:", "what the words beside it are about: who answers");
}

int MailStrip::headWidth() const
{
    return fontMetrics().horizontalAdvance(heading()) + theme::grid;
}

QString MailStrip::inALine() const
{
    QList<std::pair<QString, QStringList>> groups; // how they are: the nodes
    for (const QString& node : m_flow.nodes()) {
        const QString word = wordNow(node);
        const auto known = std::find_if(groups.begin(), groups.end(), [&word](const auto& one) { return one.first == word; });
        if (known != groups.end())
            known->second.append(node);
        else
            groups.append(std::pair(word, QStringList{node}));
    }
    QStringList parts;
    for (const auto& [word, nodes] : std::as_const(groups))
        parts.append(tr("%1: %2", "mail nodes, how they are now").arg(nodes.join(tr(", ", "between mail nodes")), word));
    return parts.isEmpty() ? QString() : heading() + u' ' + parts.join(tr("; ", "between groups of mail nodes"));
}

QString MailStrip::wordOf(const QString& node, MailAnswer answer) const
{
    if (answer == MailAnswer::Answers)
        return tr("answers on SMTP");
    if (answer == MailAnswer::Silent && m_flow.everAnswered(node))
        return tr("does not answer on SMTP");
    return tr("not seen from this machine");
}

QString MailStrip::spellText(const QString& node, const MailSpell& spell) const
{
    return tr("%1: %2, %3\u2013%4, asked %n time(s)", "node, how it answers, time from, time to",
              spell.samples)
        .arg(node, wordOf(node, spell.answer), Text::timeOfDay(spell.from).render(m_language),
             Text::timeOfDay(spell.to).render(m_language));
}

QString MailStrip::tipAt(const QPoint& point) const
{
    for (const Cell& cell : cells(width())) {
        if (!cell.word.united(cell.name).united(cell.bar).contains(point))
            continue;
        const QList<MailSpell> spells = m_flow.spells(cell.node);
        const qint64 all = std::max<qint64>(1, m_flow.begunAt().msecsTo(m_now));
        const bool onWords = point.y() < cell.bar.top();
        const double share = onWords ? -1 : double(point.x() - cell.bar.left()) / std::max(1, cell.bar.width());
        const QDateTime when = m_flow.begunAt().addMSecs(qint64(share * double(all)));
        QString tip;
        for (const MailSpell& spell : spells) {
            if (tip.isEmpty() || (share >= 0 && spell.from <= when))
                tip = spellText(cell.node, spell);
        }
        if (share < 0 && !spells.isEmpty())
            tip = spellText(cell.node, spells.last());
        return !spells.isEmpty() && spells.last().paused ? tip + u'\n' + tr("Not asked at the moment.") : tip;
    }
    return tr("Whether each mail node answers this machine on its SMTP port. Whether mail is sent to it stands beside, by plan.");
}

bool MailStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
        return true;
    }
    if (event->type() == QEvent::Resize) {
        const int height = heightForWidth(width());
        if (height != minimumHeight())
            setFixedHeight(height);
    }
    return QWidget::event(event);
}

void MailStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const theme::Colors& colors = theme::colors();
    const QColor good = theme::stateColor(theme::State::Good), bad = theme::stateColor(theme::State::Bad);
    const qint64 all = std::max<qint64>(1, m_flow.begunAt().msecsTo(m_now));
    painter.setPen(colors.muted);
    painter.drawText(QRect(0, 0, headWidth(), fontMetrics().height()), Qt::AlignLeft | Qt::AlignVCenter, heading());
    for (const Cell& cell : cells(width())) {
        const Now now = nowOf(cell.node);
        painter.setPen(colors.text);
        painter.drawText(cell.name, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(cell.node, Qt::ElideRight, cell.name.width()));
        painter.setPen(now == Now::Answers ? good : now == Now::Silent ? bad : colors.muted);
        painter.drawText(cell.word, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(wordNow(cell.node), Qt::ElideRight, cell.word.width()));
        const QRect bar = cell.bar.adjusted(0, 1, -1, -1);
        draw(painter, bar, Shape::Dotted); // where nobody asked, or can see from here
        const auto at = [&](const QDateTime& when) {
            const double share = double(m_flow.begunAt().msecsTo(when)) / double(all);
            return bar.left() + int(std::clamp(share, 0.0, 1.0) * bar.width());
        };
        const QList<MailSpell> spells = m_flow.spells(cell.node);
        QList<std::pair<QRect, Shape>> silent; // drawn last: a short one is not covered by what comes after it
        for (qsizetype i = 0; i < spells.size(); ++i) {
            const MailSpell& spell = spells[i];
            const bool last = i + 1 == spells.size();
            const bool gap = spell.paused || spell.to.secsTo(last ? m_now : spells[i + 1].from) > MailFlow::sampleLasts;
            const int left = at(spell.from);
            const int right = gap ? at(spell.to) : last ? bar.right() + 1 : at(spells[i + 1].from);
            if (spell.answer == MailAnswer::Answers)
                draw(painter, QRect(left, bar.top(), std::max(2, right - left), bar.height()), Shape::Full);
            else if (spell.answer == MailAnswer::Silent && m_flow.everAnswered(cell.node)) {
                const int width = std::max(leastSilent, right - left);
                silent.append(std::pair(QRect(std::min(left, bar.right() + 1 - width), bar.top(), width, bar.height()),
                                        m_silences.isByPlan(cell.node, spell) ? Shape::Planned : Shape::Hatched));
            }
        }
        for (const auto& [part, shape] : std::as_const(silent))
            draw(painter, part, shape);
    }
    for (const Sample& sample : legend(width())) {
        draw(painter, sample.bar, sample.shape);
        painter.setPen(colors.muted);
        painter.drawText(sample.word, Qt::AlignLeft | Qt::AlignVCenter, wordOf(sample.shape));
    }
}

} // namespace ruw
