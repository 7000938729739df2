#include "wizard/widgets/MailStrip.h"

#include "wizard/Theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int rowHeight = 2 * theme::grid + 2;
constexpr int leastCell = 13 * theme::grid;
/// An answer counts until the next one; without a next one not longer than a few of them would have taken.
constexpr qint64 longestSilence = 60;

} // namespace

MailStrip::MailStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName("mailStrip"_L1);
    setFont(theme::captionFont());
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void MailStrip::setFlow(const MailFlow& flow, const QDateTime& now, Language language)
{
    const bool more = flow.nodes().size() != m_flow.nodes().size();
    m_flow = flow;
    m_now = now;
    m_language = language;
    QStringList all;
    for (const QString& node : flow.nodes()) {
        for (const MailSpell& spell : flow.spells(node))
            all.append(spellText(node, spell));
    }
    setAccessibleName(tr("Mail flow since the start, as this machine sees it"));
    setAccessibleDescription(all.join(u'\n'));
    setVisible(!flow.nodes().isEmpty());
    if (more) {
        setFixedHeight(heightForWidth(width()));
        updateGeometry();
    }
    update();
}

QList<MailStrip::Cell> MailStrip::cells(int width) const
{
    const QStringList nodes = m_flow.nodes();
    const int columns = std::clamp(width / leastCell, 1, std::max(1, int(nodes.size())));
    const int cellWidth = (width - (columns - 1) * 2 * theme::grid) / columns;
    int nameWidth = 0;
    for (const QString& node : nodes)
        nameWidth = std::max(nameWidth, fontMetrics().horizontalAdvance(node));
    nameWidth = std::min(nameWidth, cellWidth / 2);
    QList<Cell> out;
    for (int i = 0; i < nodes.size(); ++i) {
        const QRect cell((i % columns) * (cellWidth + 2 * theme::grid), (i / columns) * rowHeight, cellWidth,
                         rowHeight);
        out.append({nodes[i], QRect(cell.left(), cell.top(), nameWidth, rowHeight),
                    cell.adjusted(nameWidth + theme::grid, 3, -1, -3)});
    }
    return out;
}

int MailStrip::heightForWidth(int width) const
{
    const QList<Cell> all = cells(std::max(width, leastCell));
    return all.isEmpty() ? 0 : all.last().name.bottom() + 1;
}

QSize MailStrip::sizeHint() const
{
    return {40 * theme::grid, heightForWidth(std::max(width(), 40 * theme::grid))};
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
        if (!cell.name.united(cell.bar).adjusted(0, -3, 0, 3).contains(point))
            continue;
        const QList<MailSpell> spells = m_flow.spells(cell.node);
        const qint64 all = std::max<qint64>(1, m_flow.begunAt().msecsTo(m_now));
        const double share = double(point.x() - cell.bar.left()) / std::max(1, cell.bar.width());
        const QDateTime when = m_flow.begunAt().addMSecs(qint64(share * double(all)));
        QString tip;
        for (const MailSpell& spell : spells) {
            if (tip.isEmpty() || (share >= 0 && spell.from <= when))
                tip = spellText(cell.node, spell);
        }
        return share < 0 && !spells.isEmpty() ? spellText(cell.node, spells.last()) : tip;
    }
    return {};
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
    const qint64 all = std::max<qint64>(1, m_flow.begunAt().msecsTo(m_now));
    for (const Cell& cell : cells(width())) {
        painter.setPen(colors.text);
        painter.drawText(cell.name, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(cell.node, Qt::ElideRight, cell.name.width()));
        painter.setPen(colors.border);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell.bar.adjusted(0, 0, -1, -1));
        const QList<MailSpell> spells = m_flow.spells(cell.node);
        const QRect bar = cell.bar.adjusted(1, 1, -1, -1);
        const auto at = [&](const QDateTime& when) {
            const double share = double(m_flow.begunAt().msecsTo(when)) / double(all);
            return bar.left() + int(std::clamp(share, 0.0, 1.0) * bar.width());
        };
        for (qsizetype i = 0; i < spells.size(); ++i) {
            const int left = at(spells[i].from);
            const bool last = i + 1 == spells.size();
            const bool old = last && spells[i].to.secsTo(m_now) > longestSilence;
            const int right = spells[i].paused || old ? at(spells[i].to) // nobody asked
                              : last                  ? bar.right() + 1
                                                      : at(spells[i + 1].from);
            const QRect spell(left, bar.top(), std::max(1, right - left), bar.height());
            if (spells[i].answer == MailAnswer::Answers) {
                painter.fillRect(spell, theme::stateColor(theme::State::Good));
            } else if (spells[i].answer == MailAnswer::Silent && m_flow.everAnswered(cell.node)) {
                painter.fillRect(spell, colors.badSoft);
                painter.fillRect(spell, QBrush(theme::stateColor(theme::State::Bad), Qt::BDiagPattern));
                painter.fillRect(spell.adjusted(0, bar.height() - 2, 0, 0),
                                 theme::stateColor(theme::State::Bad));
            } else {
                painter.fillRect(QRect(spell.left(), bar.center().y(), spell.width(), 1), colors.muted);
            }
        }
    }
}

} // namespace ruw
