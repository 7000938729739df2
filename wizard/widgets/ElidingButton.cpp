#include "wizard/widgets/ElidingButton.h"

#include "wizard/Theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {
constexpr int widest = 60 * theme::grid;
} // namespace

void ElidingButton::setTexts(const QString& least, const QString& whole)
{
    if (whole == text() && least == m_least)
        return; // an unchanged one keeps its shortcut while a key is on its way
    m_least = least;
    setText(whole);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    QString plain = whole;
    setToolTip(plain.replace("&&"_L1, "\x1f"_L1).remove(u'&').replace(u'\x1f', u'&'));
    updateGeometry();
}

QSize ElidingButton::sizeFor(const QString& text) const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = text;
    const QSize content = fontMetrics().size(Qt::TextShowMnemonic, text);
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, content, this);
}

QSize ElidingButton::sizeHint() const
{
    const QSize whole = QPushButton::sizeHint();
    return m_least.isEmpty() ? whole : QSize(std::max(minimumSizeHint().width(), std::min(whole.width() + theme::grid, widest)), whole.height());
}

QSize ElidingButton::minimumSizeHint() const
{
    const QSize whole = QPushButton::sizeHint();
    return m_least.isEmpty() ? whole : QSize(std::min(sizeFor(m_least).width(), whole.width()), whole.height());
}

void ElidingButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int room = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this).width() - theme::grid; // not up to its edge
    option.text = fontMetrics().elidedText(text(), Qt::ElideRight, room, Qt::TextShowMnemonic);
    painter.drawControl(QStyle::CE_PushButton, option);
}

} // namespace ruw
