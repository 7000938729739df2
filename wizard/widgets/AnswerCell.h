#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace ruw {

class TwoLines;

/// An answer: its button, and in small print when it fits or what it leads to.
class AnswerCell final : public QWidget {
    Q_OBJECT
public:
    /// Short: a few words below the button. AtEnd: the same, of the last one in its row. Long: two lines, below it or beside it.
    enum class Print { Short, AtEnd, Long };
    /// `name`: the button's; the small print's is the same with "Line" after it.
    AnswerCell(const QString& name, Print print, QWidget* parent);

    QPushButton* button() const { return m_button; }
    /// Without room for it (`shown` false) the words stand in the button's tool tip alone. `inShort`: what is shown of them where
    /// there is little; empty: all.
    void setLine(const QString& line, bool shown, const QString& inShort = {});
    /// Instead of its words the button says `why` it can't be pressed now, until setLine() is called again.
    void setWhyBarred(const QString& why);
    void setBeside(bool beside);

private:
    QBoxLayout* m_parts;
    QPushButton* m_button;
    TwoLines* m_long = nullptr; ///< the same as m_line, of a long print
    QLabel* m_line;
    Qt::Alignment m_side; ///< the cell's
};

} // namespace ruw
