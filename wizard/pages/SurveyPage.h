#pragma once

#include "wizard/Page.h"
#include "wizard/SurveyRunner.h"

#include <QElapsedTimer>
#include <QTimer>

class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace ruw {

class StateLine;

/// Reads every node, with a live row for each. Changes nothing on any of them. A node that can't be read does not hold up
/// the others; the checks judge later what is missing.
class SurveyPage final : public Page {
    Q_OBJECT
public:
    explicit SurveyPage(Session& session, QWidget* parent = nullptr);
    QString title() const override;
    QString intro() const override;
    QString more() const override;
    QString nextVerb() const override;
    bool isComplete() const override;
    bool canGoOn() const override;
    QString whyIncomplete() const override;
    bool leave() override;
    void retranslate() override;

private:
    struct Row {
        SurveyStage stage = SurveyStage::Waiting;
        Text detail;
        QElapsedTimer since; ///< of this stage, while the survey runs
    };

    void start();
    void showRows();
    void showRow(int row);
    void showSummary();
    void resetRows();
    int rowOf(const QString& node) const;
    Text resultOf(const QString& node) const;

    SurveyRunner m_runner;
    QList<Row> m_rows; ///< one for each node of the site, in its order
    QTimer m_tick;     ///< the seconds of what is waited for
    QTableWidget* m_table;
    StateLine* m_summary;
    QLabel* m_taken;
    QPushButton *m_cancel, *m_again;
};

} // namespace ruw
