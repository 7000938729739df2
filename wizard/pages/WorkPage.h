#pragma once

#include "core/base/Time.h"
#include "wizard/Page.h"
#include "wizard/Session.h"
#include "wizard/widgets/ConfirmationBar.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace ruw {

class Field;
class IconLabel;
class LedgerList;
class ScheduleClock;
class StateLine;
class StepList;
class StepPanel;
class TopologyView;

/// The guided run: shows one step after the other, takes the operator's word and records it. Nothing goes on by itself.
class WorkPage final : public Page {
    Q_OBJECT
public:
    explicit WorkPage(Session& session, QWidget* parent = nullptr);
    QString title() const override;
    QString intro() const override;
    QString more() const override;
    QString nextVerb() const override;
    bool isComplete() const override;
    QString whyIncomplete() const override;
    QString underWay() const override;
    void enter() override;
    void retranslate() override;

    /// The rehearsal's or a test's clock; it must outlive the page. For runs begun from then on.
    void setClock(const Clock& clock);

public slots:
    /// Goes on with the run of a journal: site, survey and procedure are taken from it. Errors are shown on the page.
    void resumeFrom(const QString& journalPath);

private:
    QWidget* makeBeginPanel();
    QWidget* makeRunPanel();
    QWidget* makeSituation();
    QString proposedJournal() const;
    void chooseJournal();
    void begin();
    void answer(ConfirmationBar::Ask ask);
    Status carryOut(ConfirmationBar::Ask ask);
    void showError(const Error& error);
    void refresh();
    void refreshBegin();
    void refreshRun();
    void refreshClock();
    ConfirmationBar::View barView() const;
    void namePeople();

    const Clock* m_clock;
    QStackedWidget* m_stack;
    QTimer* m_tick;

    QLabel *m_planLine, *m_beginExplain, *m_journalLabel;
    QLineEdit *m_beginDoer, *m_beginChecker, *m_journalEdit;
    Field *m_beginDoerField, *m_beginCheckerField;
    QPushButton *m_journalButton, *m_beginButton;
    StateLine* m_beginError;

    QLineEdit *m_doer, *m_checker;
    QLabel *m_doerLabel, *m_checkerLabel, *m_journalLine, *m_mailText;
    TopologyView* m_topology;
    IconLabel* m_mailIcon;
    StateLine *m_sideLine, *m_error;
    QLabel* m_stateText;
    ScheduleClock* m_scheduleClock;
    LedgerList* m_ledger;
    StepList* m_steps;
    StepPanel* m_panel;
    ConfirmationBar* m_bar;

    QString m_shown; ///< id of the step that the panel shows
    bool m_goingBack = false;
    bool m_broken = false; ///< the journal failed: nothing more is taken
    std::optional<Error> m_shownError;
};

} // namespace ruw
