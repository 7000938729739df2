#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QString>

#include <memory>

class QPainter;
class QTextLayout;

namespace ruw::page {

/// How a run of text stands on paper. Sizes in points.
struct TextStyle {
    QFont font;
    double size = 9;
    double leading = 1.55; ///< line height as a multiple of the size
    Qt::AlignmentFlag align = Qt::AlignLeft;
    QColor color = Qt::black;
    bool bold = false;
    /// A command: broken where the room ends, never beside a blank, so that the lines join without any doubt;
    /// a mark drawn (not written) at the end shows that the line goes on.
    bool command = false;
};

/// One line, measured and ready to paint.
class TextLine {
public:
    double height = 0;
    double width = 0;       ///< of the text itself
    bool continues = false; ///< a command that was broken here

    /// At the top left of the line's box; `room` is the box's width (for alignment and the mark).
    void paint(QPainter& painter, double x, double y, double room) const;

private:
    friend QList<TextLine> textLines(const QString& text, const TextStyle& style, double room);
    friend TextLine measured(const QString& text, const TextStyle& style, double room, bool wrap, int* taken);
    std::shared_ptr<QTextLayout> m_layout;
    double m_baselineShift = 0;
    Qt::AlignmentFlag m_align = Qt::AlignLeft;
    QColor m_color;
};

/// The text broken into lines for `room` points; line breaks in it are kept, control characters are shown.
QList<TextLine> textLines(const QString& text, const TextStyle& style, double room);
double heightOf(const QList<TextLine>& lines);
/// A font for measuring and painting at `points`, in units of 1/unitsPerPoint point.
QFont paperFont(const QFont& base, double points, bool bold);
/// Text is laid out in these fine units, so that glyph advances aren't rounded to whole points.
inline constexpr double unitsPerPoint = 20;

} // namespace ruw::page
