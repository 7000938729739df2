#pragma once

#include "core/report/Topology.h"

#include <QWidget>

namespace ruw {

/// The topology drawing as a widget; what it shows is also its accessible description.
class TopologyView : public QWidget {
    Q_OBJECT
public:
    explicit TopologyView(QWidget* parent = nullptr);
    void setModel(const TopologyModel& model);
    const TopologyModel& model() const { return m_model; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /// In pixels, at the full size of its letters.
    int wholeHeight(int width) const;
    /// How high it is shown, in pixels: what would go only a little beyond that is drawn smaller, rather than be scrolled.
    void setHeightRoom(int room);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TopologyModel m_model;
    int m_room = 0;
};

} // namespace ruw
