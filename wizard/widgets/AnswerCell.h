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
    /// Short: a few words below the button. Long: two lines, below it or beside it. None: the words stand elsewhere, and in the
    /// button's tool tip.
    enum class Print { Short, Long, None };
    /// `name`: the button's; the small print's, if any, is the same with "Line" after it.
    AnswerCell(const QString& name, Print print, QWidget* parent);

    QPushButton* button() const { return m_button; }
    /// Without room for it (`shown` false) the words stand in the button's tool tip alone.
    void setLine(const QString& line, bool shown);
    void setBeside(bool beside);

private:
    QBoxLayout* m_parts;
    QPushButton* m_button;
    TwoLines* m_long = nullptr;
    QLabel* m_line = nullptr; ///< null: no print
};

} // namespace ruw
