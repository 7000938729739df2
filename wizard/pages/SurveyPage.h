#pragma once

#include "wizard/FoundEntries.h"
#include "wizard/Page.h"
#include "wizard/SurveyRunner.h"
#include "wizard/Theme.h"

#include <QElapsedTimer>
#include <QTimer>

class QAction;
class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;
class QTableWidget;

namespace ruw {

class NodeFactsPanel;
class StateLine;

/// Reads every node, with a live row for each. Changes nothing on any of them. A node that can't be read does not hold up
/// the others; it can be read again alone, with other entries where they were wrong. The checks judge later what is
/// missing.
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
    QString underWay() const override;
    bool leave() override;
    void retranslate() override;

private:
    QStringList keysInDoubt() const;
    /// A node that is being read.
    struct Row {
        SurveyStage stage = SurveyStage::Waiting;
        Text detail;
        QElapsedTimer since; ///< of this stage; of the whole way until somebody is logged in
    };
    /// How a row looks.
    struct Shown {
        theme::State shape;
        QString word, detail;
    };

    void buildTable();
    QWidget* buildTakeOver();
    void startAll();
    void readAgain(const QString& node);
    void editNode();
    void begun();
    void takeProgress(const SurveyProgress& progress);
    void finish(const SurveyReport& report);
    void showAll();
    void showRows();
    void showRow(int row);
    void showSummary();
    void showDetails();
    void showTakeOver();
    Shown live(const Node& node, const Row& row) const;
    Shown found(const Node& node) const;
    QString waitedFor(const Node& node, SurveyStage stage) const;
    int rowOf(const QString& node) const;
    const Node* currentNode() const;

    SurveyRunner m_runner;
    QList<Row> m_rows; ///< one for each node of the site, in its order
    QTimer m_tick;     ///< the seconds of what is waited for
    FoundEntries m_found;
    QTableWidget* m_table;
    QSplitter* m_splitter;
    QScrollArea* m_detailsArea;
    NodeFactsPanel* m_details;
    StateLine* m_summary;
    QFrame* m_takeOver = nullptr;
    StateLine* m_takeOverText = nullptr;
    QPushButton* m_takeOverButton = nullptr;
    QAction *m_againAction = nullptr, *m_editAction = nullptr;
    QLabel* m_taken;
    QPushButton *m_cancel, *m_again;
};

} // namespace ruw
