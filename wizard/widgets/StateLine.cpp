#include "wizard/widgets/StateLine.h"

#include "wizard/NumbersWhole.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace ruw {

namespace {
constexpr int iconSize = 2 * theme::grid;
} // namespace

StateLine::StateLine(QWidget* parent) : QWidget(parent), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop); // its first line stands beside the icon
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::grid / 2 + 2);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void StateLine::setState(theme::State state, const QString& text)
{
    m_state = state;
    m_icon->setFixedHeight(std::max(iconSize, m_text->fontMetrics().lineSpacing())); // beside the first line's middle
    m_icon->setPixmap(theme::stateIcon(state).pixmap(iconSize, iconSize));
    m_said = text;
    m_text->setText(withWordsWhole(text));
    QPalette palette;
    if (state == theme::State::Bad || state == theme::State::Warning || state == theme::State::Good)
        palette.setColor(QPalette::WindowText, theme::stateColor(state));
    m_text->setPalette(palette);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

void StateLine::makeStrong()
{
    theme::makeStrong(m_text);
}

} // namespace ruw
