#pragma once

#include "core/base/Time.h"
#include "wizard/Page.h"
#include "wizard/Session.h"

class QStackedWidget;

namespace ruw {

class BeginPanel;
class RunPanel;
class RunWorker;
class WorkWatch;

/// The run: begun here or gone on with from its journal, carried out by the Runner on its own thread, and shown and answered
/// in its panel. Nothing is changed unasked.
class WorkPage final : public Page {
    Q_OBJECT
public:
    explicit WorkPage(Session& session, QWidget* parent = nullptr);
    /// Holds a run that is under way.
    ~WorkPage() override;
    QString title() const override;
    QString intro() const override;
    QString more() const override;
    QString nextVerb() const override;
    bool nextStandsOut() const override;
    bool isComplete() const override;
    QString whyIncomplete() const override;
    std::optional<PageStanding> standing() const override;
    QString underWay() const override;
    void enter() override;
    void retranslate() override;
    void setLow(bool low) override;
    void showTime() override;

    /// The rehearsal's or a test's clock; it must outlive the page and may be asked from any thread. For runs begun from
    /// then on.
    void setClock(Waiter& clock);
    const RunWorker& worker() const { return *m_worker; }

public slots:
    /// Goes on with the run of a journal: site, survey and procedure are taken from it. Errors are shown on the page.
    void resumeFrom(const QString& journalPath);

signals:
    /// This site shall be rehearsed before it is worked on.
    void rehearseAsked();

private:
    QString proposedJournal() const;
    const Site* lockedSite(const Site& site) const;
    void begin();
    void work();
    void runEnded(const RunState& state, const std::optional<Error>& error);
    void showError(const Error& error);
    void refresh();
    void refreshBegin();
    void tellStanding();

    Waiter* m_clock;
    RunWorker* m_worker;
    WorkWatch* m_watch;
    QStackedWidget* m_stack;
    BeginPanel* m_begin;
    RunPanel* m_panel;
    QString m_resumeNext; ///< the journal to go on with when the present run is held
    std::optional<Error> m_beginError; ///< why there is no run
    std::optional<PageStanding> m_toldStanding;
};

} // namespace ruw
