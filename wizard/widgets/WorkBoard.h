#pragma once

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace ruw {

class AlarmPanel;
struct BriefFact;
class SituationPanel;
class TopologyView;

/// Where what stands on the Work page. In a small window the step has the most room: the situation is two lines above it,
/// and the drawing stands on top of the step list. In a large one the situation is a column of its own at the right.
class WorkBoard : public QWidget {
    Q_OBJECT
public:
    explicit WorkBoard(QWidget* parent = nullptr);
    /// `steps`: the list at the left; `work`: the step and what is answered to it. Made after the board, so that the
    /// keyboard comes to them after the situation.
    void setWork(QWidget* steps, QWidget* work);
    AlarmPanel* alarms() const { return m_alarms; }
    SituationPanel* situation() const { return m_situation; }
    TopologyView* topology() const { return m_topology; }
    /// Whether the window is low: the facts above the step are two lines then, until all are asked for.
    void setLow(bool low);
    /// Whether its lines stand close together.
    void setTight(bool tight);
    /// Beside what the alarms know: what stands in that line only.
    void showFacts(const QList<BriefFact>& others);
    void retranslate();

signals:
    void foldedChanged(bool folded); ///< those facts are two lines now, or not any more

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(bool large);
    void fit();

    AlarmPanel* m_alarms;
    SituationPanel* m_situation;
    TopologyView* m_topology;
    QScrollArea* m_drawing;
    QWidget *m_left, *m_right;
    QVBoxLayout *m_top, *m_leftColumn, *m_rightColumn;
    QVBoxLayout* m_whole;
    QHBoxLayout* m_body;
    bool m_large = false, m_low = false, m_folded = false;
};

} // namespace ruw
