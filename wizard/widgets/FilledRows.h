#pragma once

#include <QList>
#include <QWidget>

namespace ruw {

/// What a panel was filled with: dropped and made anew each time it is shown.
class FilledRows {
public:
    void clear()
    {
        qDeleteAll(m_rows);
        m_rows.clear();
    }
    void add(QWidget* row) { m_rows.append(row); }
    /// At once: a turn of the event loop later the page would be short for that long, and scroll.
    void show()
    {
        for (QWidget* row : std::as_const(m_rows))
            row->show();
    }

private:
    QList<QWidget*> m_rows; ///< the panel's children
};

} // namespace ruw
