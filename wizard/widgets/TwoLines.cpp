#include "wizard/widgets/TwoLines.h"

#include <QEvent>
#include <QTextLayout>
#include <QTextOption>

using namespace Qt::StringLiterals;

namespace ruw {

TwoLines::TwoLines(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    fit();
}

void TwoLines::setWhole(const QString& text)
{
    if (text == m_whole)
        return;
    m_whole = text;
    setToolTip(text);
    setAccessibleName(text);
    fit();
}

void TwoLines::fit()
{
    setText(u"Ag\u6f22\nAg\u6f22"_s); // the two scripts may come from fonts of different heights
    setFixedHeight(sizeHint().height());
    const int room = contentsRect().width();
    QTextLayout layout(m_whole, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a name may have no blank
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid())
        first.setLineWidth(room);
    layout.endLayout();
    const qsizetype end = first.isValid() ? first.textLength() : m_whole.size();
    QString shown = m_whole.left(end).trimmed();
    if (end < m_whole.size())
        shown += u'\n' + fontMetrics().elidedText(m_whole.mid(end), Qt::ElideRight, room);
    setText(shown);
}

void TwoLines::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void TwoLines::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    fit();
}

} // namespace ruw
