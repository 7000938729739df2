#include "wizard/widgets/ActionCard.h"

#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

ActionCard::ActionCard(const QString& iconName, QWidget* parent)
    : QPushButton(parent), m_title(new QLabel(this)), m_explanation(new QLabel(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setCursor(Qt::PointingHandCursor);
    auto* picture = new QLabel(this);
    picture->setPixmap(theme::icon(iconName, theme::colors().accent).pixmap(32, 32));
    theme::makeStrong(m_title);
    m_title->setBuddy(this);
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {picture, m_title, m_explanation})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(theme::grid / 2);
    texts->addWidget(m_title);
    texts->addWidget(m_explanation);
    texts->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    row->setSpacing(2 * theme::grid);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
}

void ActionCard::setTexts(const QString& title, const QString& explanation)
{
    m_title->setText(title);
    m_explanation->setText(withWordsWhole(explanation));
    QString name = title;
    setAccessibleName(name.remove(u'&'));
    setAccessibleDescription(explanation);
}

void ActionCard::setLeading(bool yes)
{
    m_leads = yes;
    update();
}

QSize ActionCard::sizeHint() const
{
    return layout()->sizeHint();
}

QSize ActionCard::minimumSizeHint() const
{
    return layout()->minimumSize();
}

void ActionCard::paintEvent(QPaintEvent*)
{
    const theme::Colors& colors = theme::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Not hasFocus(): keys may reach a window that does not know yet that it is the active one.
    const bool keyboard = window()->focusWidget() == this;
    const bool lit = keyboard || m_leads || isDown();
    const QColor frame = keyboard && m_leads ? colors.text // as a primary button with the keyboard
                         : lit || underMouse() ? colors.accent
                                               : colors.border;
    painter.setPen(QPen(frame, lit ? 2 : 1));
    painter.setBrush(m_leads || isDown() ? colors.accentSoft : colors.surface);
    const double inset = lit ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
}

void ActionCard::keyPressEvent(QKeyEvent* event)
{
    // A card opens like a link: Return works too, nothing here changes anything that can't be taken back.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace ruw
