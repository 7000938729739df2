#include "wizard/widgets/KeyboardFrame.h"

#include "wizard/Theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace ruw {

namespace {

bool showsItItself(const QWidget& widget)
{
    if (const auto* list = qobject_cast<const QAbstractItemView*>(&widget))
        return list->model() && list->model()->rowCount() > 0;
    return !qobject_cast<const QAbstractScrollArea*>(&widget) ||
           qobject_cast<const QPlainTextEdit*>(&widget) || qobject_cast<const QTextEdit*>(&widget);
}

} // namespace

KeyboardFrame::KeyboardFrame(QWidget* window) : QFocusFrame(window)
{
    setObjectName("keyboardFrame");
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void KeyboardFrame::watch(QWidget* window)
{
    // Made anew where it was destroyed with the part that it stood around.
    QPointer<KeyboardFrame> frame;
    QObject::connect(qApp, &QApplication::focusChanged, window,
                     [window, frame](const QWidget*, QWidget* now) mutable {
                         const bool wanted = now && now->window() == window && !showsItItself(*now) &&
                                             window->testAttribute(Qt::WA_KeyboardFocusChange);
                         if (wanted && !frame)
                             frame = new KeyboardFrame(window);
                         if (frame)
                             frame->setWidget(wanted ? now : nullptr);
                     });
}

void KeyboardFrame::paintEvent(QPaintEvent*)
{
    constexpr double width = 2;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::colors().accent, width));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 4, 4);
}

} // namespace ruw
