#include "core/report/Topology.h"

#include "core/base/Quote.h"
#include "core/report/TopologyScene.h"

#include <QFontInfo>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Ports that two nodes use between them with the version they run now.
QList<int> portsInUse(const SiteFacts& facts, const NodeFacts& a, const NodeFacts& b)
{
    QList<int> ports;
    for (const NodeFacts* node : {&a, &b}) {
        for (const PortFact& port : node->ports) {
            const bool used = port.neededBy == NeededBy::Source || port.neededBy == NeededBy::Both;
            const bool settings = port.definition && port.definition->isSettings();
            if (used && port.port.effective() && (settings || facts.countsAsDataSyncOn()))
                ports.append(*port.port.effective());
        }
    }
    return ports;
}

/// From the survey's probes, both ways: one open port makes an open link.
TopologyModel::Link linkBetween(const SurveyReport& survey, const QString& a, const QString& b)
{
    bool open = false, filtered = false;
    for (const LinkState& link : survey.links) {
        if ((link.from == a && link.to == b) || (link.from == b && link.to == a)) {
            open = open || link.state == PortState::Open;
            filtered = filtered || link.state == PortState::Filtered;
        }
    }
    return open       ? TopologyModel::Link::Open
           : filtered ? TopologyModel::Link::Blocked
                      : TopologyModel::Link::Unknown;
}

QString versionOf(const SiteFacts& facts, const NodeFacts& node)
{
    if (const auto text = node.survey.version.effective()) {
        const Result<ProductVersion> version = ProductVersion::parse(*text);
        return version ? version->display() : *text;
    }
    return facts.site.sourceVersion.display();
}

} // namespace

Text linkText(TopologyModel::Link state)
{
    switch (state) {
    case TopologyModel::Link::Open:
        return Text::tr("open");
    case TopologyModel::Link::Blocked:
        return Text::tr("blocked");
    case TopologyModel::Link::Unknown:
        return Text::tr("not probed");
    }
    Q_UNREACHABLE();
}

TopologyModel TopologyModel::from(const SiteFacts& facts, Language language)
{
    TopologyModel model;
    int master = -1;
    for (qsizetype i = 0; i < facts.nodes.size(); ++i) {
        const NodeFacts& node = facts.nodes[i];
        NodeBox box;
        box.name = node.node.name;
        box.role = roleText(node.node.role).render(language);
        box.address = node.node.address;
        box.version = versionOf(facts, node);
        box.master = node.node.isMaster() && master < 0;
        const auto state = node.survey.serviceState.effective();
        box.stopped = state == ServiceState::Stopped;
        if (state == ServiceState::Running)
            box.service = Text::tr("service running").render(language);
        else if (state == ServiceState::Stopped)
            box.service = Text::tr("service stopped").render(language);
        if (box.master)
            master = int(i);
        model.nodes.append(box);
    }
    // Settings and mail data go between the master and each slave (FAQ 2578).
    for (int i = 0; master >= 0 && i < facts.nodes.size(); ++i) {
        if (i == master)
            continue;
        Edge edge;
        edge.from = master;
        edge.to = i;
        edge.state = linkBetween(facts.survey, facts.nodes[master].node.name, facts.nodes[i].node.name);
        edge.ports = portRanges(portsInUse(facts, facts.nodes[master], facts.nodes[i]));
        edge.stateText = linkText(edge.state).render(language);
        model.edges.append(edge);
    }
    return model;
}

QString TopologyModel::inText() const
{
    QStringList lines;
    for (const NodeBox& node : nodes) {
        QStringList parts{node.name,    node.role,  node.address, node.version,
                          node.service, node.queue, node.mail};
        parts.removeAll(QString());
        lines.append(parts.join(" / "_L1));
    }
    for (const Edge& edge : edges) {
        QStringList parts{nodes.value(edge.from).name + u" - "_s + nodes.value(edge.to).name, edge.stateText,
                          edge.ports};
        parts.removeAll(QString());
        lines.append(parts.join(" / "_L1));
    }
    for (QString& line : lines)
        line = shownSafely(line);
    return lines.join(u'\n');
}

void paintTopology(QPainter& painter, const QRectF& area, const TopologyModel& model, bool dark)
{
    const double fontPixels = QFontInfo(painter.font()).pixelSize();
    const double toArea = fontPixels / TopologyScene::fontUnits;
    const TopologyScene scene = TopologyScene::layOut(model, area.width() / toArea);
    const QColor ink = dark ? QColor(232, 232, 232) : QColor(Qt::black);
    const QColor paper = dark ? QColor(43, 43, 46) : QColor(Qt::white);
    const QColor tint = dark ? QColor(62, 62, 66) : QColor(236, 236, 236);
    const auto pen = [&ink](TopologyScene::Stroke stroke) {
        QPen result(ink, TopologyScene::strokeWidth(stroke));
        if (stroke == TopologyScene::Stroke::Dashed)
            result.setDashPattern({4, 3});
        result.setJoinStyle(Qt::MiterJoin);
        return result;
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.topLeft());
    const double fit = scene.height > 0 ? std::min(1.0, area.height() / (scene.height * toArea)) : 1;
    painter.translate(area.width() * (1 - fit) / 2, 0);
    painter.scale(toArea * fit, toArea * fit);
    for (const TopologyScene::Line& line : scene.lines) {
        painter.setPen(pen(line.stroke));
        painter.drawLine(line.line);
    }
    for (const TopologyScene::Box& box : scene.boxes) {
        painter.setPen(pen(box.stroke));
        painter.setBrush(box.tint ? tint : paper);
        painter.drawRect(box.rect);
    }
    painter.setPen(ink);
    for (const TopologyScene::Label& label : scene.labels) {
        painter.setFont(TopologyScene::font(label.size, label.bold));
        painter.drawText(label.rect,
                         (label.centered ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter |
                             Qt::TextDontClip | Qt::TextSingleLine,
                         label.text);
    }
    painter.restore();
}

double topologyHeight(const TopologyModel& model, double width, double fontPixels)
{
    const double scale = fontPixels / TopologyScene::fontUnits;
    return TopologyScene::layOut(model, width / scale).height * scale;
}

QString topologySvg(const TopologyModel& model)
{
    const TopologyScene scene = TopologyScene::layOut(model, 72 * TopologyScene::fontUnits);
    const auto stroke = [](TopologyScene::Stroke kind) {
        return u"stroke=\"#000\" stroke-width=\"%1\"%2"_s.arg(TopologyScene::strokeWidth(kind))
            .arg(kind == TopologyScene::Stroke::Dashed ? " stroke-dasharray=\"44 33\""_L1 : ""_L1);
    };
    QString out =
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-10 -10 %1 %2\" role=\"img\" aria-label=\""_s
            .arg(scene.width + 20)
            .arg(scene.height + 20);
    out += model.inText().toHtmlEscaped() + u"\">\n"_s;
    for (const TopologyScene::Line& line : scene.lines) {
        out += u"<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" "_s.arg(line.line.x1())
                   .arg(line.line.y1())
                   .arg(line.line.x2())
                   .arg(line.line.y2()) +
               stroke(line.stroke) + u"/>\n"_s;
    }
    for (const TopologyScene::Box& box : scene.boxes) {
        out += u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\" "_s.arg(box.rect.x())
                   .arg(box.rect.y())
                   .arg(box.rect.width())
                   .arg(box.rect.height())
                   .arg(box.tint ? "#ececec"_L1 : "#fff"_L1) +
               stroke(box.stroke) + u"/>\n"_s;
    }
    for (const TopologyScene::Label& label : scene.labels) {
        const double x = label.centered ? label.rect.center().x() : label.rect.left();
        out += u"<text x=\"%1\" y=\"%2\" font-size=\"%3\"%4%5>"_s.arg(x)
                   .arg(label.rect.center().y() + label.size * TopologyScene::fontUnits * 0.36)
                   .arg(label.size * TopologyScene::fontUnits)
                   .arg(label.centered ? " text-anchor=\"middle\""_L1 : ""_L1)
                   .arg(label.bold ? " font-weight=\"bold\""_L1 : ""_L1) +
               label.text.toHtmlEscaped() + u"</text>\n"_s;
    }
    return out + u"</svg>\n"_s;
}

} // namespace ruw
