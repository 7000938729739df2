#pragma once

#include "wizard/Theme.h"

#include <QWidget>

namespace ruw {

/// An icon of the theme as a widget, drawn sharp at every scale and in the state's colour of the palette in
/// force. The word that belongs to it stands beside it, so it says nothing to a screen reader itself.
class IconLabel : public QWidget {
public:
    IconLabel(const QString& icon, theme::State state, int size, QWidget* parent = nullptr);
    void setIcon(const QString& icon, theme::State state);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    theme::State m_state;
    int m_size;
};

} // namespace ruw
