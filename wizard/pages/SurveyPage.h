#pragma once

#include "wizard/Page.h"
#include "wizard/SurveyRunner.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;

namespace ruw {

class NodeFactsPanel;
class StateLine;
class SurveyTable;
class TakeOverCard;

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
    void startAll();
    void readAgain(const QString& node);
    void editNode();
    void begun();
    void finish(const SurveyReport& report);
    void showAll();
    void showSummary();
    void showDetails();
    void boundTable();

    SurveyRunner m_runner;
    SurveyTable* m_table;
    QSplitter* m_splitter;
    QScrollArea* m_detailsArea;
    NodeFactsPanel* m_details;
    StateLine* m_summary;
    TakeOverCard* m_takeOver;
    QLabel* m_taken;
    QPushButton *m_cancel, *m_again;
};

} // namespace ruw
