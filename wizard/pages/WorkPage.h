#pragma once

#include "core/base/Time.h"
#include "wizard/Page.h"
#include "wizard/Session.h"
#include "wizard/widgets/ConfirmationBar.h"

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTimer;

namespace ruw {

class BeginPanel;
class SituationPanel;
class StateLine;
class StepList;
class StepPanel;

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
    QWidget* makeRunPanel();
    QString proposedJournal() const;
    void begin();
    void answer(ConfirmationBar::Ask ask);
    Status carryOut(ConfirmationBar::Ask ask);
    void showError(const Error& error);
    void refresh();
    void refreshBegin();
    void refreshRun();
    void refreshClock();
    void showStep(const QString& id);
    ConfirmationBar::View barView() const;
    void namePeople();

    const Clock* m_clock;
    QStackedWidget* m_stack;
    QTimer* m_tick;
    BeginPanel* m_begin;
    QLineEdit *m_doer, *m_checker;
    QLabel *m_doerLabel, *m_checkerLabel, *m_journalLine;
    SituationPanel* m_situation;
    StepList* m_steps;
    StepPanel* m_panel;
    StateLine* m_error;
    ConfirmationBar* m_bar;

    /// The run that m_facts and m_chart were taken for: its site, whatever is edited later.
    const GuidedRun* m_known = nullptr;
    SiteFacts m_facts;
    TimeChart m_chart;
    QString
        m_looking; ///< id of a step that is looked at without being the current one; empty: the current one
    bool m_goingBack = false;
    bool m_broken = false; ///< the journal failed: nothing more is taken
    std::optional<Error> m_shownError;
};

} // namespace ruw
