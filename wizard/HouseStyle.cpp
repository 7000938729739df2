#include "wizard/HouseStyle.h"

#include "wizard/Theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw::theme {

namespace {

// Fusion draws the outlines of entries and boxes darker than the window, which can't be seen on a dark one.
QPen outlineOf(const QStyleOption& option)
{
    const Colors& c = colors();
    if (!option.state.testFlag(QStyle::State_Enabled))
        return {c.border, 1};
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    return {focus ? c.accent : c.outline, focus ? 2.0 : 1.0};
}

void drawEntryFrame(const QStyleOption& option, QPainter& painter)
{
    const QPen pen = outlineOf(option);
    const double inset = pen.widthF() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 3, 3);
    painter.restore();
}

/// Of what is only read, and of lists: Fusion's can't be seen on a dark ground. Filled, not drawn: at 150 % a pen's line may fall
/// beside the frame's own pixels, and what the frame holds is painted over it.
void drawFrame(const QStyleOption& option, QPainter& painter)
{
    const QRect& frame = option.rect;
    const QColor& color = colors().border;
    painter.fillRect(QRect(frame.left(), frame.top(), frame.width(), 1), color);
    painter.fillRect(QRect(frame.left(), frame.bottom(), frame.width(), 1), color);
    painter.fillRect(QRect(frame.left(), frame.top(), 1, frame.height()), color);
    painter.fillRect(QRect(frame.right(), frame.top(), 1, frame.height()), color);
}

void drawIndicator(bool round, const QStyleOption& option, QPainter& painter)
{
    const Colors& c = colors();
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const double side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    const QPen pen = on && enabled ? QPen(c.accent, 1) : outlineOf(option);
    const double inset = pen.widthF() / 2;
    box.adjust(inset, inset, -inset, -inset);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(!enabled ? c.raised : on && !round ? c.accent : c.surface);
    const double radius = round ? side / 2 : 3;
    painter.drawRoundedRect(box, radius, radius);
    if (on && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(enabled ? c.accent : c.muted);
        painter.drawEllipse(box.center(), side * 0.24, side * 0.24);
    } else if (on) {
        painter.setPen(
            QPen(enabled ? c.onAccent : c.muted, side / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        const auto at = [&](double x, double y) {
            return box.topLeft() + QPointF(x * box.width(), y * box.height());
        };
        painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
    } else if (option.state.testFlag(QStyle::State_NoChange)) {
        painter.drawLine(QPointF(box.left() + side / 4, box.center().y()),
                         QPointF(box.right() - side / 4, box.center().y()));
    }
    painter.restore();
}

/// What is chosen, or switched on: Fusion's shade for it can't be told from the others on a dark ground.
void drawChosen(const QRect& edge, QPainter& painter)
{
    painter.fillRect(edge, colors().accent);
}
constexpr int chosenWidth = 3;

} // namespace

HouseStyle::HouseStyle() : QProxyStyle(u"Fusion"_s) {}

QSize HouseStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const
{
    QSize full = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        full += QSize(theme::grid, theme::grid / 2);
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        full.rheight() += theme::grid / 2;
        break;
    case CT_HeaderSection:
        full.rwidth() += theme::grid;
        break;
    case CT_ItemViewItem:
        full += QSize(theme::grid, theme::grid / 2);
        break;
    default:
        break;
    }
    return full;
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case PE_FrameLineEdit:
        return drawEntryFrame(*option, *painter);
    case PE_Frame:
        if (widget && !widget->inherits("QTextEdit") && !widget->inherits("QPlainTextEdit"))
            return drawFrame(*option, *painter);
        return drawEntryFrame(*option, *painter);
    case PE_FrameTabWidget:
        painter->fillRect(option->rect, option->palette.base());
        return drawFrame(*option, *painter);
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
        return drawIndicator(element == PE_IndicatorRadioButton, *option, *painter);
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool: {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool framedAndOn = option->state.testFlag(State_On) && !option->state.testFlag(State_AutoRaise);
        const QRect inside = option->rect.adjusted(3, 0, -3, -1);
        if (framedAndOn)
            drawChosen({inside.left(), inside.bottom() - chosenWidth + 1, inside.width(), chosenWidth}, *painter);
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void HouseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == CE_TabBarTabShape) {
        QProxyStyle::drawControl(element, option, painter, widget);
        if (option->state.testFlag(State_Selected))
            drawChosen({option->rect.left() + 1, option->rect.top(), option->rect.width() - 2, chosenWidth}, *painter);
        return;
    }
    const auto* button = element == CE_ToolButtonLabel ? qstyleoption_cast<const QStyleOptionToolButton*>(option) : nullptr;
    const bool framed = button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button->state.testFlag(State_AutoRaise);
    if (!framed)
        return QProxyStyle::drawControl(element, option, painter, widget);
    // Qt draws icon and text from the left, and leaves what the button has beside them at its right.
    constexpr int gap = 4; // as Qt has it between the two
    const int text = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    const int spare = std::max(0, button->rect.width() - button->iconSize.width() - gap - text);
    QStyleOptionToolButton centered(*button);
    centered.rect.translate(spare / 2, 0); // as wide as before: Qt counts the mnemonic's sign when it elides
    QProxyStyle::drawControl(element, &centered, painter, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox)
        drawEntryFrame(*option, *painter);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    // Room left and right in cells and headers.
    if (metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin)
        return theme::grid - 2;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

QIcon HouseStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    switch (which) {
    case SP_MessageBoxInformation:
        return stateIcon(theme::State::Info);
    case SP_MessageBoxQuestion:
        return icon(u"unknown"_s, stateColor(theme::State::Info));
    case SP_MessageBoxWarning:
        return stateIcon(theme::State::Warning);
    case SP_MessageBoxCritical:
        return stateIcon(theme::State::Bad);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace ruw::theme
