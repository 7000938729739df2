#pragma once

#include "wizard/Page.h"

class QLabel;

namespace ruw {

class ConfigFindings;
class LinkMatrix;
class PortTable;
class RequestPanel;
class SyncModeCard;

/// What the configs say: the sync mode in one sentence with what follows from it, what to ask the firewall's operator for,
/// every sync port of every node with where the number came from, and who reaches whom now.
class PortsPage final : public Page {
    Q_OBJECT
public:
    explicit PortsPage(Session& session, QWidget* parent = nullptr);
    QString title() const override;
    QString intro() const override;
    QString more() const override;
    QString nextVerb() const override;
    QString underWay() const override;
    void enter() override;
    void retranslate() override;

private:
    void showAll();
    void showLinks();

    SyncModeCard* m_mode;
    RequestPanel* m_request;
    QLabel* m_portsHead;
    PortTable* m_ports;
    QLabel* m_findingsHead;
    ConfigFindings* m_findings;
    QLabel *m_linksHead, *m_linksText;
    LinkMatrix* m_links;
};

} // namespace ruw
