#pragma once

#include "core/survey/SiteFacts.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace ruw {

/// What a survey knows of one node: what is the matter with it, and each fact with where it came from and with the entry of
/// the site beside it where that says something else.
class NodeFactsPanel final : public QFrame {
    Q_OBJECT
public:
    explicit NodeFactsPanel(QWidget* parent = nullptr);
    void setNode(const NodeFacts& node, const QList<Finding>& findings, Language language);
    void setActionsEnabled(bool enabled);
    void retranslate();

signals:
    void readAgainAsked();
    void editAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showFacts(const NodeFacts& node, Language language);
    void fitColumns();
    void fitTable();

    QLabel* m_head;
    QPushButton *m_again, *m_edit;
    QVBoxLayout* m_findings;
    QTableWidget* m_facts;
};

} // namespace ruw
