#pragma once

#include "core/plan/QueueForecast.h"

#include <QWidget>

class QLabel;
class QSpinBox;
class QTableWidget;

namespace ruw {

class ForecastPlot;

/// The queue forecast: the plot of one node, the figures of all nodes as a table (which is the plot's
/// equivalent in text), and the assumptions, which the operator may replace by his own figures.
class ForecastPanel : public QWidget {
    Q_OBJECT
public:
    explicit ForecastPanel(QWidget* parent = nullptr);
    void setForecast(const QueueForecast& forecast, const MailLoad& load, Language language);
    void retranslate();
    /// True where a node's disk would be full before sync is restored, at the high rate.
    static bool diskMayFill(const QueueForecast& forecast);

signals:
    void mailLoadEdited(const ruw::MailLoad& load);

private:
    QSpinBox* addAssumption(const QString& objectName, QLabel*& label, int most, int step);
    void fillTable();
    void fillAssumptions();
    void showNode();
    void edited();

    QueueForecast m_forecast;
    MailLoad m_load;
    Language m_language = Language::English;

    QLabel* m_summary;
    ForecastPlot* m_plot;
    QLabel* m_formTitle;
    QWidget* m_form;
    QLabel *m_mailsLabel = nullptr, *m_sizeLabel = nullptr, *m_keptLabel = nullptr;
    QSpinBox *m_mails, *m_size, *m_kept;
    QLabel* m_inUse;
    QTableWidget* m_table;
};

} // namespace ruw
