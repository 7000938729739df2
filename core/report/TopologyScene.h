#pragma once

#include "core/report/Topology.h"

#include <QFont>
#include <QLineF>
#include <QRectF>

namespace ruw {

/// A topology as rectangles, lines and one-line labels, in a unit in which the text is `fontUnits` high. One
/// scene for the painter and for SVG.
struct TopologyScene {
    static constexpr double fontUnits = 100;

    enum class Stroke { Thin, Plain, Heavy, Dashed };
    struct Box {
        QRectF rect;
        Stroke stroke = Stroke::Plain;
        bool tint = false;
    };
    struct Line {
        QLineF line;
        Stroke stroke = Stroke::Plain;
    };
    struct Label {
        QRectF rect; ///< one line high
        QString text;
        bool bold = false;
        bool centered = false;
        double size = 1; ///< share of fontUnits
    };
    QList<Line> lines;
    QList<Box> boxes;
    QList<Label> labels;
    double width = 0, height = 0;

    static TopologyScene layOut(const TopologyModel& model, double width);
    static double strokeWidth(Stroke stroke);
    static QFont font(double size, bool bold);
};

} // namespace ruw
