#pragma once

#include "core/survey/SiteFacts.h"

#include <QTableWidget>

namespace ruw {

/// Every sync port of every node with where its number came from, whether it was changed or differs, which version needs
/// it, and whether the block covers it. As high as its rows: the page scrolls, not the table.
class PortTable : public QTableWidget {
    Q_OBJECT
public:
    explicit PortTable(QWidget* parent = nullptr);
    void setFacts(const SiteFacts& facts, Language language);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QTableWidgetItem* portCell(const QString& key, const NodeFacts& node) const;
    /// The numbers that a node gives for a key; several only for the settings port.
    static QList<const PortFact*> portsOf(const NodeFacts& node, const QString& key);
    bool differs(const QString& key) const;
    /// Whether a node has another number than the vendor's default.
    bool isChanged(const QString& key) const;
    bool isBlocked(const QString& key) const;
    QString neededByText(NeededBy neededBy) const;

    SiteFacts m_facts;
    Language m_language = Language::English;
};

} // namespace ruw
