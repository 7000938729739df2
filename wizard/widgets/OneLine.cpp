#include "wizard/widgets/OneLine.h"

namespace ruw {

OneLine::OneLine(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void OneLine::setWhole(const QString& text)
{
    if (text == m_whole)
        return;
    m_whole = text;
    setToolTip(text);
    setAccessibleName(text);
    fit();
}

void OneLine::fit()
{
    setText(fontMetrics().elidedText(m_whole, Qt::ElideRight, width()));
}

void OneLine::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    fit();
}

} // namespace ruw
