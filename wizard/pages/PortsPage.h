#pragma once

#include "core/survey/SiteFacts.h"
#include "wizard/Page.h"

class QFrame;
class QLabel;
class QTableWidget;
class QTableWidgetItem;
class QVBoxLayout;

namespace ruw {

class CopyButton;
class LinkMatrix;
class StateLine;

/// What the configs say: the sync mode in one sentence with what follows from it, and every sync port of every node with where
/// the number came from.
class PortsPage final : public Page {
    Q_OBJECT
public:
    explicit PortsPage(Session& session, QWidget* parent = nullptr);
    QString title() const override;
    QString intro() const override;
    QString more() const override;
    QString nextVerb() const override;
    void enter() override;
    void retranslate() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    void showAll();
    void showMode();
    void showPorts();
    void showRequest();
    void showFindings();
    void showLinks();
    QTableWidgetItem* portCell(const QString& key, const NodeFacts& node) const;
    /// The numbers that a node gives for a key; several only for the settings port.
    QList<const PortFact*> portsOf(const NodeFacts& node, const QString& key) const;
    bool differs(const QString& key) const;
    bool isBlocked(const QString& key) const;
    QString neededByText(NeededBy neededBy) const;
    QString requestText() const;

    QFrame* m_modeCard;
    QLabel *m_modeIcon, *m_mode, *m_follows, *m_modeSources;
    QLabel* m_portsHead;
    QTableWidget* m_ports;
    QLabel *m_requestHead, *m_request;
    CopyButton* m_copyRequest;
    QLabel* m_findingsHead;
    QVBoxLayout* m_findings;
    QLabel *m_linksHead, *m_linksText;
    LinkMatrix* m_links;
};

} // namespace ruw
