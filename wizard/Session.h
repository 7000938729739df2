#pragma once

#include "core/plan/Planner.h"
#include "core/plan/PreflightChecks.h"
#include "core/plan/QueueForecast.h"
#include "core/plan/TimeChart.h"
#include "core/run/GuidedRun.h"
#include "core/run/RunFile.h"
#include "core/survey/Surveyor.h"
#include "wizard/SiteConnections.h"

#include <QObject>
#include <QHash>
#include <QTranslator>

#include <optional>

namespace ruw {

/// What the pages share: the site, what the survey found, and all that follows from them. Pages change it
/// through its setters and listen to its signals; no page knows another. Lives in the window's thread.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    const Site& site() const { return m_site; }
    /// Replaces the site; facts, checks and plan are made anew. Saved at once where a site file is set
    /// (saveFailed where that did not work). Where the nodes are reached in another way than before, the
    /// survey is void.
    void setSite(const Site& site);
    /// Takes over another entry of one node (told by its name), to read it again: what the survey knows of the other nodes
    /// stays, what it knew of this one is dropped.
    void correctNode(const Node& node);
    /// Takes over entries that the survey itself found: it stays.
    void fillIn(const Site& site);
    /// Begins with an empty site, no site file, nothing surveyed or chosen.
    void newSite();
    QString siteFile() const { return m_siteFile; }
    /// Reads a site file; on error nothing changes.
    Status openSite(const QString& path);
    /// As openSite(), but keeps no site file: for the built-in sample, which nobody can write.
    Status openCopyOf(const QString& path);
    /// Saves to `path` and keeps saving there.
    Status saveSite(const QString& path);
    bool hasUnsavedChanges() const { return m_unsaved; }
    /// Where a site without a site file is kept after every change, so that nothing is lost; empty: nowhere. The file goes
    /// when the site is saved, dropped or replaced.
    void keepDraftsIn(const QString& path) { m_draftFile = path; }
    /// The changes are given up: the draft goes.
    void dropDraft();
    const QList<Finding>& siteFileFindings() const { return m_siteFileFindings; }

    /// The ways to the nodes, and who answers their questions. Another site closes them and wipes the secrets.
    SiteConnections& connections() { return m_connections; }
    /// Real servers, or the simulated ones of a rehearsal.
    SiteKind siteKind() const { return m_connections.access().kind(); }
    bool isRehearsal() const { return siteKind() == SiteKind::Simulated; }

    const SurveyReport& survey() const { return m_survey; }
    void setSurvey(const SurveyReport& survey);
    bool surveyed() const { return m_survey.takenAt.isValid(); }

    const SiteFacts& facts() const { return m_facts; }
    const CheckReport& checks() const { return m_checks; } ///< for all procedures
    CheckReport checksOf(ProcedureKind kind) const;

    std::optional<ProcedureKind> procedureKind() const { return m_kind; }
    void chooseProcedure(ProcedureKind kind);
    /// None where no procedure was chosen or the choice is refused.
    const Procedure* procedure() const { return m_procedure ? &*m_procedure : nullptr; }
    const TimeChart& timeChart() const { return m_chart; }
    const QueueForecast& forecast() const { return m_forecast; }

    /// What makes two findings the same one, of whatever check, for "accepted", "appeared" and "gone".
    static QString keyOf(const Finding& finding);
    /// Whether a person has read and accepted this warning.
    bool isAcknowledged(const Finding& finding) const;
    /// Who did; empty where nobody did.
    QString acknowledgedBy(const Finding& finding) const;
    /// By who is named as the doer now, or no longer.
    void acknowledge(const Finding& finding, bool yes);
    /// For a rehearsal, which begins at once. `by`: who accepted it before; empty: nobody was asked.
    void acknowledgeForRehearsal(const Finding& finding, const QString& by);
    /// Those of the chosen procedure.
    QList<AcceptedWarning> acceptedWarnings() const;
    bool allWarningsAcknowledged() const;

    Language language() const { return m_language; }
    /// Switches every text of the window at run time (QEvent::LanguageChange reaches all widgets).
    void setLanguage(Language language);

    /// The journal of an interrupted run that the Work page shall go on with; empty: a new run.
    QString journalFile() const { return m_journalFile; }
    void setJournalFile(const QString& path);

    /// The run that the Work page does, ended or not; null before the work begins. While the work is done it belongs to
    /// that thread: then only its journal's path may be asked for here. Who else changes it calls noteRunChanged().
    std::shared_ptr<GuidedRun> run() const { return m_run; }
    /// How the run stands, as far as it was told; null before the work begins.
    const RunState* runState() const { return m_runState ? &*m_runState : nullptr; }
    /// The site as it is now is the run's, whatever is edited later.
    void setRun(std::shared_ptr<GuidedRun> run);
    /// Of the run's site. Empty where there is no run.
    const SiteFacts& runFacts() const { return m_runFacts; }
    void noteRunChanged();
    void noteRunState(const RunState& state);
    /// As noteRunChanged(), but tells nobody: whoever shows it has it already.
    void takeRunState();
    /// Takes over site, survey and procedure from a journal. No site file is set then, so that none is overwritten.
    void adopt(const StoredRun& run);
    /// Begins with this site, as it was surveyed, and this procedure; no site file. `journalFolder`: where journals are
    /// proposed to go.
    void takeUp(const Site& site, const SurveyReport& survey, ProcedureKind kind, const QString& journalFolder);
    QString journalFolder() const { return m_journalFolder; } ///< empty: beside the site file
    /// The folder of a rehearsal that is deleted when it is left; empty in the work.
    QString passingFolder() const { return isRehearsal() ? m_journalFolder : QString(); }

    QString doer() const { return m_doer; }
    QString checker() const { return m_checker; }
    void setPeople(const QString& doer, const QString& checker);

signals:
    void siteChanged();
    void factsChanged();     ///< survey or site changed
    void procedureChanged(); ///< another one chosen, or its plan changed
    void acknowledgedChanged();
    void languageChanged();
    void peopleChanged();
    void journalFileChanged();
    void runChanged();
    void saveFailed(const ruw::Error& error);

private:
    void reset(const Site& site, const QString& siteFile, const QList<Finding>& findings);
    void replaceSite(const Site& site);
    void derive();

    SiteConnections m_connections;
    Site m_site;
    QString m_siteFile;
    bool m_unsaved = false;
    QString m_draftFile;
    QList<Finding> m_siteFileFindings;
    SurveyReport m_survey;
    SiteFacts m_facts;
    CheckReport m_checks;
    std::optional<ProcedureKind> m_kind;
    std::optional<Procedure> m_procedure;
    TimeChart m_chart;
    QueueForecast m_forecast;
    QHash<QString, QString> m_acknowledged; ///< by warning: who accepted it
    Language m_language = Language::English;
    QTranslator m_ownTexts, m_qtTexts;
    QString m_journalFile, m_journalFolder;
    std::shared_ptr<GuidedRun> m_run;
    std::optional<RunState> m_runState;
    SiteFacts m_runFacts;
    QString m_doer, m_checker;
};

} // namespace ruw
