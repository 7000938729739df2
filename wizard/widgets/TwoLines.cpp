#include "wizard/widgets/TwoLines.h"

#include <QEvent>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

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

void TwoLines::setLines(int least, int most)
{
    m_least = least;
    m_most = most;
    fit();
}

void TwoLines::fit()
{
    const int room = contentsRect().width();
    QTextLayout layout(m_whole, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a name may have no blank
    layout.setTextOption(option);
    QStringList shown;
    qsizetype end = 0;
    layout.beginLayout();
    while (shown.size() + 1 < m_most && end < m_whole.size()) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(room);
        shown.append(m_whole.mid(end, line.textLength()).trimmed());
        end += line.textLength();
    }
    layout.endLayout();
    if (end < m_whole.size())
        shown.append(fontMetrics().elidedText(m_whole.mid(end), Qt::ElideRight, room));
    const QString oneLine = u"Ag\u6f22"_s; // the two scripts may come from fonts of different heights
    setText(QStringList(std::max(m_least, int(shown.size())), oneLine).join(u'\n'));
    setFixedHeight(sizeHint().height());
    setText(shown.join(u'\n'));
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
