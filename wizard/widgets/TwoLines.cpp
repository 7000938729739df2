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
    setPieces({Piece{text, QColor()}}, QString());
}

void TwoLines::setPieces(const QList<Piece>& pieces, const QString& between)
{
    if (pieces == m_pieces)
        return;
    m_pieces = pieces;
    m_whole.clear();
    m_tints.clear();
    for (const Piece& piece : pieces) {
        if (!m_whole.isEmpty())
            m_whole += between;
        const qsizetype from = m_whole.size();
        m_whole += piece.text;
        if (piece.color.isValid())
            m_tints.append({from, m_whole.size(), piece.color.name()});
    }
    setTextFormat(m_tints.isEmpty() ? Qt::PlainText : Qt::RichText);
    setToolTip(m_whole);
    setAccessibleName(m_whole);
    fit();
}

/// A line as the label takes it; `from`: where it begins in the whole text.
QString TwoLines::shownText(const QString& line, qsizetype from) const
{
    if (m_tints.isEmpty())
        return line;
    QString out;
    qsizetype done = 0;
    for (const Tint& tint : m_tints) {
        const qsizetype begin = std::clamp(tint.from - from, done, line.size());
        const qsizetype end = std::clamp(tint.to - from, begin, line.size());
        out += line.mid(done, begin - done).toHtmlEscaped();
        if (end > begin)
            out += u"<span style=\"color:%1\">%2</span>"_s.arg(tint.color, line.mid(begin, end - begin).toHtmlEscaped());
        done = end;
    }
    return out + line.mid(done).toHtmlEscaped();
}

void TwoLines::setLines(int least, int most)
{
    if (least == m_least && most == m_most)
        return;
    m_least = least;
    m_most = most;
    fit();
}

void TwoLines::fit()
{
    const int slack = m_tints.isEmpty() ? 0 : 2; // coloured text is laid out in another way than it is measured
    const int room = std::max(0, contentsRect().width() - slack);
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
        qsizetype from = end;
        end += line.textLength();
        while (from < end && m_whole[from].isSpace())
            ++from;
        shown.append(shownText(m_whole.mid(from, end - from).trimmed(), from));
    }
    layout.endLayout();
    if (end < m_whole.size())
        shown.append(shownText(fontMetrics().elidedText(m_whole.mid(end), Qt::ElideRight, room), end));
    const QString lineEnd = m_tints.isEmpty() ? u"\n"_s : u"<br/>"_s;
    const QString oneLine = u"Ag\u6f22"_s; // the two scripts may come from fonts of different heights
    setText(QStringList(std::max(m_least, int(shown.size())), oneLine).join(lineEnd));
    setFixedHeight(sizeHint().height());
    setText(shown.join(lineEnd));
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
