#pragma once

#include "core/survey/SiteFacts.h"

#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace ruw {

/// What a topology drawing shows; the same for window and paper.
struct TopologyModel {
    enum class Link { Open, Blocked, Unknown };
    struct NodeBox {
        QString name, role, address, version, service, queue, mail; ///< already in the language; empty: not shown
        bool master = false;
        bool stopped = false;
    };
    struct Edge {
        int from = 0, to = 0; ///< indices of nodes
        Link state = Link::Open;
        QString ports;
    };
    QList<NodeBox> nodes;
    QList<Edge> edges;
    QString inText() const; ///< the same for those who can't see it

    static TopologyModel from(const SiteFacts& facts, Language language);
};

struct TopologyColors; // in Topology.cpp: paper is black and white
/// Draws into `area`; readable in black and white (open: solid, blocked: crossed, unknown: dashed). `dark` for the window.
void paintTopology(QPainter& painter, const QRectF& area, const TopologyModel& model, bool dark);
/// The height that the model needs at this width, in the same units, for text of `fontPixels`.
double topologyHeight(const TopologyModel& model, double width, double fontPixels);

} // namespace ruw
