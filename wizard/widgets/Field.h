#pragma once

#include <QWidget>

class QLabel;

namespace ruw {

class StateLine;

/// An entry with its label above and, where something is wrong with it, one line below: never a box that pops
/// up.
class Field : public QWidget {
    Q_OBJECT
public:
    /// Takes the editor over; it becomes the label's buddy.
    explicit Field(QWidget* editor, QWidget* parent = nullptr);
    void setLabel(const QString& label);
    void setError(const QString& error); ///< empty: fine
    QString error() const;
    /// What an empty entry shows, "e.g. 5.20R01": an example must not be taken for what was entered.
    static QString example(const QString& value);

private:
    QLabel* m_label;
    QWidget* m_editor;
    StateLine* m_error;
};

} // namespace ruw
