#include "wizard/widgets/LinkMatrix.h"

#include "core/base/Quote.h"
#include "wizard/Theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int iconSize = 14;
constexpr int iconGap = 4;
constexpr int padding = theme::grid - 2;
constexpr int linesRole = Qt::UserRole;

struct Sign {
    QString icon;
    theme::State state;
};

/// Closed is neither good nor bad before the work: grey, told apart by shape and word.
Sign signOf(PortState state)
{
    switch (state) {
    case PortState::Open:
        return {u"check"_s, theme::State::Good};
    case PortState::Refused:
        return {u"forbidden"_s, theme::State::Unknown};
    case PortState::Filtered:
        return {u"lock"_s, theme::State::Unknown};
    case PortState::Unknown:
        break;
    }
    return {u"unknown"_s, theme::State::Warning};
}

/// Paints lines of sign and text, one for each IP family.
class LinesDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static QVariantList line(const Sign& sign, const QString& text)
    {
        return {sign.icon, int(sign.state), text};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        const QVariantList lines = index.data(linesRole).toList();
        const QFontMetrics metrics(theme::bodyFont());
        const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
        int top = area.top() + (area.height() - int(lines.size()) * metrics.height()) / 2;
        painter->save();
        painter->setFont(theme::bodyFont());
        for (const QVariant& one : lines) {
            const QVariantList parts = one.toList();
            const QColor color = theme::stateColor(theme::State(parts[1].toInt()));
            const QRect row(area.left(), top, area.width(), metrics.height());
            const bool signedLine = !parts[0].toString().isEmpty();
            if (signedLine)
                theme::icon(parts[0].toString(), color)
                    .paint(painter, row.left(), row.center().y() - iconSize / 2, iconSize, iconSize);
            painter->setPen(theme::colors().text);
            painter->drawText(row.adjusted(signedLine ? iconSize + iconGap : 0, 0, 0, 0),
                              Qt::AlignLeft | Qt::AlignVCenter, parts[2].toString());
            top += metrics.height();
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(theme::bodyFont());
        const QVariantList lines = index.data(linesRole).toList();
        int width = 0;
        for (const QVariant& one : lines)
            width = std::max(width, metrics.horizontalAdvance(one.toList()[2].toString()));
        return {width + iconSize + iconGap + 2 * padding + 2,
                int(std::max(lines.size(), qsizetype(1))) * metrics.height() + padding};
    }
};

void setLines(QTableWidgetItem* item, const QVariantList& lines)
{
    QStringList texts;
    for (const QVariant& line : lines)
        texts.append(line.toList()[2].toString());
    item->setData(linesRole, lines);
    item->setData(Qt::AccessibleTextRole, texts.join(u", "_s));
}

QTableWidget* table(const QString& name, QWidget* parent)
{
    auto* made = new QTableWidget(parent);
    made->setObjectName(name);
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setSelectionMode(QAbstractItemView::SingleSelection);
    made->setTabKeyNavigation(false);
    made->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    made->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    made->horizontalHeader()->setHighlightSections(false);
    made->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    made->verticalHeader()->setHighlightSections(false);
    made->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    made->setItemDelegate(new LinesDelegate(made));
    return made;
}

/// The page scrolls, not the table: as high as its rows. Where these are too many for a screen the table scrolls all the same:
/// its bar for what is at the right would be out of sight.
void fit(QTableWidget* table)
{
    constexpr int most = 44 * theme::grid;
    table->resizeRowsToContents();
    int height = table->horizontalHeader()->sizeHint().height() + 2 * table->frameWidth();
    for (int row = 0; row < table->rowCount(); ++row)
        height += table->rowHeight(row);
    const bool wide = table->horizontalHeader()->length() > table->viewport()->width();
    if (wide)
        height += table->horizontalScrollBar()->sizeHint().height();
    const bool scrolls = wide && height > most;
    table->setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    table->setFixedHeight(scrolls ? most : height);
}

QString familyName(IpFamily family)
{
    return family == IpFamily::Ipv4 ? u"IPv4"_s : u"IPv6"_s;
}

/// What a node told of the ports of another, in one family, by number.
using States = std::map<int, PortState>;
States statesOf(const SurveyReport& survey, const QString& from, const QString& to, IpFamily family)
{
    States states;
    for (const LinkState& link : survey.links) {
        if (link.from == from && link.to == to && link.family == family)
            states[link.port] = link.state;
    }
    return states;
}

} // namespace

LinkMatrix::LinkMatrix(QWidget* parent)
    : QWidget(parent), m_matrix(table(u"linksTable"_s, this)), m_pairHead(new QLabel(this)),
      m_pair(table(u"linkPairTable"_s, this))
{
    m_pairHead->setObjectName("linkPairHead"_L1);
    m_pairHead->setTextFormat(Qt::PlainText);
    theme::makeStrong(m_pairHead);
    m_pair->verticalHeader()->hide();
    m_pair->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_pair->setShowGrid(false);
    m_pair->setAlternatingRowColors(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid);
    column->addWidget(m_matrix);
    column->addSpacing(theme::grid / 2);
    column->addWidget(m_pairHead);
    column->addWidget(m_pair);
    connect(m_matrix, &QTableWidget::currentCellChanged, this, &LinkMatrix::showPair);
}

void LinkMatrix::setFacts(const SiteFacts& facts, Language language)
{
    m_facts = facts;
    m_language = language;
    showMatrix();
}

QString LinkMatrix::word(PortState state) const
{
    switch (state) {
    case PortState::Open:
        return tr("open");
    case PortState::Refused:
        return tr("refused");
    case PortState::Filtered:
        return tr("no answer");
    case PortState::Unknown:
        break;
    }
    return tr("unknown");
}

void LinkMatrix::showMatrix()
{
    const QList<Node>& nodes = m_facts.site.nodes;
    const int count = int(nodes.size());
    const int row = m_matrix->currentRow(), column = m_matrix->currentColumn();
    {
        const QSignalBlocker quiet(m_matrix);
        m_matrix->clear();
        m_matrix->setRowCount(count);
        m_matrix->setColumnCount(count);
        QStringList to, from;
        for (const Node& node : nodes) {
            to.append(tr("to %1").arg(shownSafely(node.name)));
            from.append(tr("from %1").arg(shownSafely(node.name)));
        }
        m_matrix->setHorizontalHeaderLabels(to);
        m_matrix->setVerticalHeaderLabels(from);
        for (int a = 0; a < count; ++a) {
            for (int b = 0; b < count; ++b) {
                auto* item = new QTableWidgetItem;
                QVariantList lines;
                for (const IpFamily family : {IpFamily::Ipv4, IpFamily::Ipv6}) {
                    const States states = statesOf(m_facts.survey, nodes[a].name, nodes[b].name, family);
                    if (a == b || states.empty())
                        continue;
                    std::set<PortState> kinds;
                    int open = 0;
                    for (const auto& [port, state] : states) {
                        kinds.insert(state);
                        open += state == PortState::Open ? 1 : 0;
                    }
                    const bool same = kinds.size() == 1;
                    const Sign sign = same       ? signOf(*kinds.begin())
                                      : open > 0 ? Sign{u"differs"_s, theme::State::Warning}
                                                 : Sign{u"forbidden"_s, theme::State::Unknown};
                    const QString text = same       ? word(*kinds.begin())
                                         : open > 0 ? tr("open %1 of %2").arg(open).arg(states.size())
                                                    : tr("closed");
                    lines.append(QVariant(LinesDelegate::line(
                        sign, tr("%1 %2", "IP family, state").arg(familyName(family), text))));
                }
                if (a == b) {
                    item->setFlags(Qt::NoItemFlags);
                    item->setBackground(theme::colors().raised);
                } else if (lines.isEmpty()) {
                    lines.append(QVariant(LinesDelegate::line(signOf(PortState::Unknown), tr("not asked"))));
                }
                setLines(item, lines);
                m_matrix->setItem(a, b, item);
            }
        }
    }
    m_matrix->resizeColumnsToContents();
    const bool held = row >= 0 && row < count && column >= 0 && column < count && row != column;
    if (count > 1)
        m_matrix->setCurrentCell(held ? row : 0, held ? column : 1);
    showPair();
    fitHeights();
}

void LinkMatrix::showPair()
{
    const QList<Node>& nodes = m_facts.site.nodes;
    const int from = m_matrix->currentRow(), to = m_matrix->currentColumn();
    const bool chosen = from >= 0 && to >= 0 && from != to && from < nodes.size() && to < nodes.size();
    m_pairHead->setVisible(chosen);
    m_pair->setVisible(chosen);
    if (!chosen)
        return;
    m_pairHead->setText(
        tr("From %1 to %2, port by port").arg(shownSafely(nodes[from].name), shownSafely(nodes[to].name)));
    std::map<IpFamily, States> families;
    std::set<int> ports;
    for (const IpFamily family : {IpFamily::Ipv4, IpFamily::Ipv6}) {
        families[family] = statesOf(m_facts.survey, nodes[from].name, nodes[to].name, family);
        for (const auto& [port, state] : families[family])
            ports.insert(port);
    }
    m_pair->clear();
    m_pair->setColumnCount(4);
    m_pair->setHorizontalHeaderLabels({tr("Port"), tr("Carries"), u"IPv4"_s, u"IPv6"_s});
    m_pair->setRowCount(int(ports.size()));
    int row = 0;
    for (const int port : ports) {
        QStringList carries;
        if (const NodeFacts* target = m_facts.node(nodes[to].name)) {
            for (const PortFact& fact : target->ports) {
                if (fact.port.effective() == port)
                    carries.append(channelText(fact.definition->channel).render(m_language));
            }
        }
        carries.removeDuplicates();
        const auto plain = [&](int column, const QString& text) {
            auto* item = new QTableWidgetItem;
            setLines(item, {QVariant(LinesDelegate::line({}, text))});
            m_pair->setItem(row, column, item);
        };
        plain(0, QString::number(port));
        plain(1, carries.join(u", "_s));
        int column = 2;
        for (const auto& [family, states] : families) {
            const auto state = states.find(port);
            if (state == states.end()) {
                plain(column, tr("not asked"));
            } else {
                auto* item = new QTableWidgetItem;
                setLines(item, {QVariant(LinesDelegate::line(signOf(state->second), word(state->second)))});
                m_pair->setItem(row, column, item);
            }
            ++column;
        }
        ++row;
    }
    m_pair->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_pair->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    fit(m_pair);
}

void LinkMatrix::fitHeights()
{
    fit(m_matrix);
    fit(m_pair);
}

void LinkMatrix::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeights();
}

void LinkMatrix::retranslate()
{
    m_matrix->setAccessibleName(tr("Who reaches whom"));
    m_pair->setAccessibleName(tr("The ports of the chosen pair"));
}

} // namespace ruw
