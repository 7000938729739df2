#pragma once

#include "core/plan/TimeChart.h"
#include "core/run/RunState.h"

#include <QListWidget>

namespace ruw {

/// The steps of a run by phase: sign and word of each state, node, planned and actual time. The point of no return is a
/// line of its own. Choosing a step asks to show it; nothing is done by that.
class StepList : public QListWidget {
    Q_OBJECT
public:
    explicit StepList(QWidget* parent = nullptr);
    /// Fills or refreshes; `shown`: id of the step that the panel shows.
    void setRun(const RunState& state, const TimeChart& chart, const QString& shown, Language language);

signals:
    void stepChosen(const QString& stepId);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// False: it says the same as before.
    bool refresh(QListWidgetItem* item, const Step& step, const RunState& state, const TimeChart& chart);
    QList<QString> m_ids; ///< of the steps that the rows were made for
    Language m_language = Language::English;
    bool m_filling = false;
    bool m_fitting = false; ///< to a new size
};

} // namespace ruw
