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
        QString name, role, address, version, service, queue,
            mail; ///< already in the language; empty: not shown
        bool master = false;
        bool stopped = false;
    };
    struct Edge {
        int from = 0, to = 0; ///< indices of nodes
        Link state = Link::Open;
        QString ports = {};
        QString stateText = {}; ///< the state in a word: never by line style alone; see linkText()
    };
    QList<NodeBox> nodes;
    QList<Edge> edges;
    QString inText() const; ///< the same for those who can't see it

    static TopologyModel from(const SiteFacts& facts, Language language);
};

/// The word for a link's state.
Text linkText(TopologyModel::Link state);

/// Draws into `area`, in the pixel size of the painter's font; readable in black and white (open: solid,
/// blocked: crossed, unknown: dashed). The master stands on top, slaves below in rows of four on a common
/// line. `dark` for the window's dark palette.
void paintTopology(QPainter& painter, const QRectF& area, const TopologyModel& model, bool dark);
/// The height that the model needs at this width, in the same units, for text of `fontPixels`.
double topologyHeight(const TopologyModel& model, double width, double fontPixels);
/// The drawing as an SVG element for HTML, black on white.
QString topologySvg(const TopologyModel& model);

} // namespace ruw
