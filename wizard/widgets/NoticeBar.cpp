#include "wizard/widgets/NoticeBar.h"

#include "wizard/NumbersWhole.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ruw {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_close(new QToolButton(this))
{
    setObjectName("noticeBar"_L1);
    m_text->setObjectName("noticeText"_L1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setObjectName("noticeCloseButton"_L1);
    m_close->setAutoRaise(true);
    m_close->setIcon(theme::icon(u"close"_s));
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::clear);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::grid + 4, theme::grid, theme::grid, theme::grid);
    row->setSpacing(theme::grid);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void NoticeBar::say(theme::State state, const QList<Text>& texts, Language language)
{
    m_texts = texts;
    m_icon->setPixmap(theme::stateIcon(state).pixmap(20, 20));
    setStyleSheet(u"#noticeBar { background: %1; border: 1px solid %2; border-radius: 4px; }"_s.arg(
        theme::stateGround(state).name(), theme::stateColor(state).name()));
    render(language);
    setVisible(!texts.isEmpty());
}

void NoticeBar::setLanguage(Language language)
{
    render(language);
}

void NoticeBar::clear()
{
    m_texts.clear();
    hide();
}

void NoticeBar::render(Language language)
{
    m_text->setText(withWordsWhole(Text::lines(m_texts).render(language)));
    m_close->setToolTip(tr("Hide this message"));
    m_close->setAccessibleName(tr("Hide this message"));
}

} // namespace ruw
