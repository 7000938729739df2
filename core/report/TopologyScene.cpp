#include "core/report/TopologyScene.h"

#include "core/base/Quote.h"
#include "core/report/Fonts.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>
#include <map>

namespace ruw {

namespace {

constexpr double unit = TopologyScene::fontUnits;
constexpr double lineHeight = 1.4 * unit;
constexpr double gapX = 2.6 * unit;
constexpr double padding = 0.6 * unit;
constexpr double widestBox = 22 * unit;
constexpr double smallSize = 0.9;
/// Rows of an even number of columns leave a gap in the middle for the trunk from the master.
constexpr int columnsOfManyRows = 4;

/// What stands in brackets, or after the last comma, goes on a line of its own rather than being broken: Japanese may be
/// broken within a word.
QStringList piecesOf(const QString& text, double size, bool bold, double room)
{
    const QFontMetricsF metrics(TopologyScene::font(size, bold));
    const auto fits = [&](const QString& piece) { return metrics.horizontalAdvance(piece) <= room; };
    if (fits(text))
        return {text};
    const qsizetype bracket = text.lastIndexOf(u'（'), behindComma = text.lastIndexOf(u'、') + 1;
    for (const qsizetype at : {bracket, behindComma}) {
        if (at > 0 && at < text.size() && fits(text.mid(at)))
            return {text.left(at), text.mid(at)};
    }
    return {text};
}

QStringList wrapped(const QString& unsafe, double size, bool bold, double room)
{
    const QString text = shownSafely(unsafe);
    const QStringList pieces = piecesOf(text, size, bold, room);
    QStringList lines;
    if (pieces.size() > 1) {
        for (const QString& piece : pieces)
            lines += wrapped(piece, size, bold, room);
        return lines;
    }
    QTextLayout layout(text, TopologyScene::font(size, bold));
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(room);
        lines.append(layout.text().mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

/// The widest part of a text that a line must not break.
double widestWord(const QString& unsafe, double size)
{
    const QString text = shownSafely(unsafe);
    const QFontMetricsF metrics(TopologyScene::font(size, false));
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    double widest = 0;
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > from; from = to, to = finder.toNextBoundary())
        widest = std::max(widest, metrics.horizontalAdvance(text.mid(from, to - from).trimmed()));
    return widest;
}

/// What a link's word needs: a short one stays in one piece.
double leastRoom(const QString& unsafe, double size)
{
    constexpr double widestWhole = 8 * unit;
    const double whole = QFontMetricsF(TopologyScene::font(size, false)).horizontalAdvance(shownSafely(unsafe));
    return whole <= widestWhole ? whole : widestWord(unsafe, size);
}

struct BoxLine {
    QString text;
    bool bold = false;
    double size = 1;
};

QList<BoxLine> linesOf(const TopologyModel::NodeBox& node, double room)
{
    QList<BoxLine> out;
    const auto add = [&](const QString& text, bool bold, double size) {
        if (text.isEmpty())
            return;
        for (const QString& line : wrapped(text, size, bold, room))
            out.append({line, bold, size});
    };
    add(node.role, false, smallSize);
    add(node.name, true, 1.1);
    for (const QString* text : {&node.address, &node.version, &node.service, &node.queue, &node.mail})
        add(*text, false, smallSize);
    return out;
}

double heightOf(const QList<BoxLine>& lines)
{
    return double(lines.size()) * lineHeight + 2 * padding;
}

class SceneBuilder {
public:
    SceneBuilder(const TopologyModel& model, double width) : m_model(model) { m_scene.width = width; }

    TopologyScene build()
    {
        const int center = centerNode();
        QList<int> others;
        for (int i = 0; i < m_model.nodes.size(); ++i) {
            if (i != center)
                others.append(i);
        }
        const int columns = others.size() > columnsOfManyRows ? columnsOfManyRows
                                                              : int(std::max(others.size(), qsizetype(1)));
        const double boxWidth = fitColumns(columns, linkWordWidth(center));
        const double middle = m_middle;
        if (center >= 0)
            addNode(center, QRectF(middle - boxWidth / 2, 0, boxWidth, 0));
        const double trunkTop = m_y;
        double trunkBottom = m_y;
        for (qsizetype start = 0; start < others.size(); start += columns) {
            const QList<int> row = others.mid(start, columns);
            trunkBottom = addRow(row, center, columns, boxWidth);
        }
        if (center >= 0 && !others.isEmpty())
            m_scene.lines.append(
                {QLineF(middle, trunkTop, middle, trunkBottom), TopologyScene::Stroke::Plain});
        m_scene.height = m_y + strokeRoom;
        return m_scene;
    }

private:
    static constexpr double strokeRoom = 0.2 * unit;
    static constexpr double besideDrop = 1.15 * unit;

    /// As wide as the columns may be; where beside the last one's line there is no room for a link's word, they give way to it.
    double fitColumns(int columns, double word)
    {
        constexpr double leastBox = 3 * unit;
        const double gaps = gapX * (columns - 1);
        double box = std::min((m_scene.width - gaps) / columns, widestBox);
        const double room = (m_scene.width - columns * box - gaps) / 2 + box / 2;
        const double need = besideDrop + word;
        double beyond = 0; // how far the word goes beyond the last box
        if (word > 0 && need > room) {
            box = std::max((m_scene.width - gaps - need) / (columns - 0.5), leastBox);
            beyond = std::max(0.0, m_scene.width - columns * box - gaps);
        }
        m_middle = (m_scene.width - beyond) / 2;
        return box;
    }

    double linkWordWidth(int center) const
    {
        constexpr double slack = 0.1 * unit; // measured in one way, laid out in another
        double widest = 0;
        for (int i = 0; i < m_model.nodes.size(); ++i) {
            const auto edge = i == center ? std::nullopt : edgeBetween(center, i);
            if (edge && !edge->stateText.isEmpty())
                widest = std::max(widest, leastRoom(edge->stateText, smallSize) + slack);
        }
        return widest;
    }

    int centerNode() const
    {
        for (int i = 0; i < m_model.nodes.size(); ++i) {
            if (m_model.nodes[i].master)
                return i;
        }
        return m_model.nodes.isEmpty() ? -1 : 0;
    }

    /// What is known of the link between two nodes, whichever end names the other: open weighs most.
    std::optional<TopologyModel::Edge> edgeBetween(int a, int b) const
    {
        std::optional<TopologyModel::Edge> found;
        const auto weight = [](TopologyModel::Link state) {
            return state == TopologyModel::Link::Open ? 2 : state == TopologyModel::Link::Unknown ? 1 : 0;
        };
        for (const TopologyModel::Edge& edge : m_model.edges) {
            const bool here = (edge.from == a && edge.to == b) || (edge.from == b && edge.to == a);
            if (here && (!found || weight(edge.state) > weight(found->state)))
                found = edge;
        }
        return found;
    }

    void addNode(int index, QRectF rect)
    {
        const TopologyModel::NodeBox& node = m_model.nodes[index];
        const QList<BoxLine> lines = linesOf(node, rect.width() - 2 * padding);
        rect.moveTop(m_y + strokeRoom);
        rect.setHeight(heightOf(lines));
        drawNode(node, lines, rect);
        m_y = rect.bottom();
    }

    void drawNode(const TopologyModel::NodeBox& node, const QList<BoxLine>& lines, const QRectF& rect)
    {
        using Stroke = TopologyScene::Stroke;
        m_scene.boxes.append({rect,
                              node.stopped  ? Stroke::Dashed
                              : node.master ? Stroke::Heavy
                                            : Stroke::Plain,
                              node.master});
        double y = rect.top() + padding;
        for (const BoxLine& line : lines) {
            m_scene.labels.append({QRectF(rect.left() + padding, y, rect.width() - 2 * padding, lineHeight),
                                   line.text, line.bold, true, line.size});
            y += lineHeight;
        }
    }

    /// One row of nodes on its own horizontal line; gives that line's y.
    double addRow(const QList<int>& row, int center, int columns, double boxWidth)
    {
        using Stroke = TopologyScene::Stroke;
        const double middle = m_middle;
        const double total = columns * boxWidth + (columns - 1) * gapX;
        const double bus = m_y + 1.1 * unit;
        const auto columnMiddle = [&](qsizetype i) {
            return middle - total / 2 + double(i) * (boxWidth + gapX) + boxWidth / 2;
        };
        // As far as the next column's line; beside the last one as far as the drawing goes.
        const auto labelRoom = [&](qsizetype i) {
            return std::min(boxWidth / 2 + gapX * 0.6, m_scene.width - columnMiddle(i) - besideDrop);
        };
        // The same word looks the same at each of them.
        const double wordRoom = std::min(labelRoom(0), labelRoom(columns - 1));
        std::vector<QStringList> labels;
        qsizetype mostLines = 1;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const auto edge = edgeBetween(center, row[i]);
            QStringList label;
            if (edge) {
                if (!edge->stateText.isEmpty())
                    label += wrapped(edge->stateText, smallSize, false, wordRoom);
                if (!edge->ports.isEmpty())
                    label += wrapped(edge->ports, smallSize, false, labelRoom(i));
            }
            mostLines = std::max(mostLines, label.size());
            labels.push_back(label);
        }
        const double drop = double(mostLines) * lineHeight + 1.2 * unit;
        double tallest = 0;
        double from = middle, to = middle;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QList<BoxLine> lines = linesOf(m_model.nodes[row[i]], boxWidth - 2 * padding);
            const double x = columnMiddle(i);
            const QRectF rect(x - boxWidth / 2, bus + drop, boxWidth, heightOf(lines));
            tallest = std::max(tallest, rect.height());
            drawNode(m_model.nodes[row[i]], lines, rect);
            if (const auto edge = edgeBetween(center, row[i]); edge) {
                from = std::min(from, x);
                to = std::max(to, x);
                drawDrop(edge->state, QLineF(x, bus, x, bus + drop));
                double y = bus + 0.6 * unit;
                for (const QString& text : labels[size_t(i)]) {
                    m_scene.labels.append(
                        {QRectF(x + besideDrop, y, labelRoom(i), lineHeight), text, false, false, smallSize});
                    y += lineHeight;
                }
            }
        }
        m_scene.lines.append({QLineF(from, bus, to, bus), Stroke::Plain});
        m_y = bus + drop + tallest + 0.4 * unit;
        return bus;
    }

    void drawDrop(TopologyModel::Link state, const QLineF& line)
    {
        using Stroke = TopologyScene::Stroke;
        m_scene.lines.append({line, state == TopologyModel::Link::Unknown ? Stroke::Dashed : Stroke::Plain});
        if (state == TopologyModel::Link::Blocked) {
            const QPointF at = line.center();
            const double arm = 0.55 * unit;
            m_scene.lines.append(
                {QLineF(at.x() - arm, at.y() - arm, at.x() + arm, at.y() + arm), Stroke::Heavy});
            m_scene.lines.append(
                {QLineF(at.x() - arm, at.y() + arm, at.x() + arm, at.y() - arm), Stroke::Heavy});
        }
    }

    const TopologyModel& m_model;
    TopologyScene m_scene;
    double m_y = 0;
    double m_middle = 0; ///< of the columns
};

} // namespace

double TopologyScene::strokeWidth(Stroke stroke)
{
    switch (stroke) {
    case Stroke::Thin:
        return 0.06 * unit;
    case Stroke::Plain:
    case Stroke::Dashed:
        return 0.11 * unit;
    case Stroke::Heavy:
        return 0.24 * unit;
    }
    Q_UNREACHABLE();
}

QFont TopologyScene::font(double size, bool bold)
{
    // The same family for measuring and painting; Japanese names may stand in any drawing.
    static const QFont base = [] {
        const Result<Fonts> japanese = Fonts::forLanguage(Language::Japanese);
        return japanese ? japanese->body : Fonts::forLanguage(Language::English)->body;
    }();
    QFont font = base;
    font.setPixelSize(qRound(size * fontUnits));
    font.setBold(bold);
    return font;
}

TopologyScene TopologyScene::layOut(const TopologyModel& model, double width)
{
    return SceneBuilder(model, width).build();
}

} // namespace ruw
