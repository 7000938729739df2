#pragma once

#include "core/survey/SiteFacts.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace ruw {

/// Who reaches whom: each node (row) with each other (column), IPv4 and IPv6 apart. A cell sums its ports up by sign and word;
/// the table below it tells them one by one for the chosen pair.
class LinkMatrix final : public QWidget {
    Q_OBJECT
public:
    explicit LinkMatrix(QWidget* parent = nullptr);
    void setFacts(const SiteFacts& facts, Language language);
    void retranslate();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showMatrix();
    void showPair();
    void fitHeights();
    QString word(PortState state) const;

    SiteFacts m_facts;
    Language m_language = Language::English;
    QTableWidget* m_matrix;
    QLabel* m_pairHead;
    QTableWidget* m_pair;
};

} // namespace ruw
