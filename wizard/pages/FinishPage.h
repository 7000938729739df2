#pragma once

#include "core/run/FinalChecks.h"
#include "wizard/Page.h"
#include "wizard/Session.h"
#include "wizard/widgets/FilledRows.h"

#include <QPointer>

class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ruw {

class AccountPanel;
class FinalLooks;
class LedgerList;
class ReportSaver;
class RunSummary;
class StateLine;

/// After the run: how it ended, what still stands, and what to do now: look at the nodes, save the work report. Below it the final
/// checks and the course of the work.
class FinishPage final : public Page {
    Q_OBJECT
public:
    explicit FinishPage(Session& session, QWidget* parent = nullptr);
    ~FinishPage() override;
    QString title() const override;
    QString intro() const override;
    QString nextVerb() const override;
    bool nextStandsOut() const override;
    bool isComplete() const override;
    QString whyIncomplete() const override;
    QString underWay() const override;
    void enter() override;
    void retranslate() override;

    /// Writes the work report off the window's thread; the outcome is shown on the page.
    void saveReport(const QString& path);

signals:
    void reportSaved(bool ok);

private:
    void refresh();
    void fill();
    /// Final looks that are still to be ticked or seen; none while the run may go on.
    OpenQuestions openLooks() const;
    void showOpenLooks();
    void goToOpen();
    QScrollArea* scrollArea() const;
    void keepFocus();
    void showSaved(bool ok);
    QString endText(const RunState& run) const;
    void placeFindings();
    void refreshFindings();

    StateLine *m_end, *m_open;
    QPushButton* m_toOpen; ///< leads to the first one that is to be ticked
    QLabel *m_state, *m_findingsHead;
    LedgerList* m_ledger;
    AccountPanel* m_account = nullptr; ///< in a rehearsal only
    RunSummary* m_summary;
    FinalLooks* m_looks;
    ReportSaver* m_report;
    QFrame* m_findingsCard;
    QVBoxLayout *m_left, *m_right; ///< the columns below the head of the page
    QVBoxLayout* m_findings;
    FilledRows m_filled;                   ///< the findings shown
    QPointer<QWidget> m_pressed, m_heldBy; ///< the button that was pressed and rests; who has the keyboard meanwhile
};

} // namespace ruw
