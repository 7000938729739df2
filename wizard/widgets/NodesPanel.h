#pragma once

#include "core/site/SiteProposal.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace ruw {

class DropZone;
class NodeDetails;
class NodeTableModel;
class Session;
class SiteDraft;
class StateLine;

/// The nodes of the site that is entered: proposed from dropped mf_replica.def files or added by hand, in the order in which
/// they are worked on.
class NodesPanel final : public QFrame {
    Q_OBJECT
public:
    NodesPanel(SiteDraft& draft, const Session& session, QWidget* parent = nullptr);
    /// Reads the files as replica configs and appends a proposed node for each; says what came of it.
    void takeConfigs(const QStringList& paths);
    /// The first thing that is missing or wrong about the nodes; empty: nothing.
    QString problem() const;
    bool entriesAreValid() const; ///< what is typed about the chosen node
    void forget();                ///< it is another site
    void enter();                 ///< one comes to the page: what is missing is named from now on
    void commitEdits();           ///< a cell that is open for typing hands its text over
    void fillIn();                ///< fills what is not being typed in
    void judge();                 ///< says the problem below the table
    void retranslate();

signals:
    void changed(); ///< nodes, or whether their entries are valid

private:
    void addNode();
    void removeNode();
    void putBack();
    void moveNode(int by);
    int currentRow() const;
    void selectRow(int row);
    void sayDropped();

    SiteDraft& m_draft;
    const Session& m_session;
    /// Problems are named only once one has tried to go on or nodes are there.
    bool m_showsAll = false;
    QLabel* m_nodesHead = nullptr;
    QToolButton *m_add = nullptr, *m_remove = nullptr, *m_up = nullptr, *m_down = nullptr;
    DropZone* m_drop = nullptr;
    QVBoxLayout* m_dropResults = nullptr;
    QList<DroppedConfig> m_dropped; ///< of the last drop
    NodeTableModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    StateLine* m_nodesError = nullptr;
    QPushButton* m_putBack = nullptr;
    std::optional<Node> m_removed;
    int m_removedRow = 0;
    NodeDetails* m_details = nullptr;
};

} // namespace ruw
