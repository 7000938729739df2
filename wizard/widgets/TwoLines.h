#pragma once

#include <QColor>
#include <QLabel>
#include <QList>

namespace ruw {

/// A text that takes two lines, whatever it says, unless others were asked for: what is longer gives way at its end, and all of
/// it stands in the tool tip and is what a screen reader says.
class TwoLines final : public QLabel {
    Q_OBJECT
public:
    explicit TwoLines(QWidget* parent = nullptr);
    void setWhole(const QString& text);
    struct Piece {
        QString text;
        QColor color; ///< invalid: as any text
        friend bool operator==(const Piece&, const Piece&) = default;
    };
    /// The same of pieces with colours of their own; `between` stands between two of them.
    void setPieces(const QList<Piece>& pieces, const QString& between);
    /// It has room for `least` lines even where it is short, and takes up to `most` before its end gives way.
    void setLines(int least, int most);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Tint {
        qsizetype from, to; ///< of the whole text
        QString color;
    };
    void fit();
    QString shownText(const QString& line, qsizetype from) const;
    QString m_whole;
    QList<Piece> m_pieces;
    QList<Tint> m_tints; ///< in the order of the text; empty: one colour
    int m_least = 2, m_most = 2;
};

} // namespace ruw
