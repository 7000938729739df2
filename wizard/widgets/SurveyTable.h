#pragma once

#include "core/survey/Surveyor.h"
#include "wizard/Theme.h"

#include <QElapsedTimer>
#include <QTableWidget>
#include <QTimer>

class QAction;

namespace ruw {

class Session;
class SurveyRunner;

/// A row for each node of the site: how far its reading is, then what the survey says of it in one line.
class SurveyTable final : public QTableWidget {
    Q_OBJECT
public:
    SurveyTable(Session& session, const SurveyRunner& runner, QWidget* parent = nullptr);
    /// Forgets how far the nodes were.
    void forget();
    /// The runner begins.
    void begun();
    void takeProgress(const SurveyProgress& progress);
    /// The runner has ended: the first node that needs a hand is the one to look at.
    void ended();
    void refresh();
    /// Chooses the first node where none is chosen.
    void chooseOne();
    const Node* currentNode() const;
    /// Whether nothing more is waited for from this node.
    bool isOver(const QString& node) const;
    /// On the chosen node.
    void setActionsEnabled(bool may);
    QAction* againAction() const { return m_again; }
    QAction* editAction() const { return m_edit; }
    void retranslate();

signals:
    void heightChanged(int most); ///< all its rows take this much now

protected:
    void updateGeometries() override;

private:
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

    void showRow(int row);
    Shown live(const Node& node, const Row& row) const;
    Shown found(const Node& node) const;
    QString waitedFor(const Node& node, SurveyStage stage) const;
    int rowOf(const QString& node) const;

    Session& m_session;
    const SurveyRunner& m_runner;
    QList<Row> m_rows; ///< one for each node of the site, in its order
    QTimer m_tick;     ///< the seconds of what is waited for
    QAction *m_again, *m_edit;
};

} // namespace ruw
