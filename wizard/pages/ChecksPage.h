#pragma once

#include "core/plan/PreflightChecks.h"
#include "core/survey/Surveyor.h"
#include "wizard/Page.h"

#include <QDateTime>
#include <QHash>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QTimer;
class QVBoxLayout;

namespace ruw {

class FindingList;
class ForecastPanel;
class IconLabel;
class SurveyRunner;

/// The checks before the work, for the chosen procedure: what blocks it, what a person must read and accept
/// by name, and how much piles up in the queues while sync is cut.
class ChecksPage final : public Page {
    Q_OBJECT
public:
    explicit ChecksPage(Session& session, QWidget* parent = nullptr);
    ~ChecksPage() override;

    QString title() const override;
    QString intro() const override;
    QString nextVerb() const override;
    bool isComplete() const override;
    QString whyIncomplete() const override;
    std::optional<PageStanding> standing() const override;
    QString underWay() const override;
    void enter() override;
    void retranslate() override;

private:
    /// How a re-check ended, for the line beside its button.
    struct Recheck {
        QDateTime at;
        int appeared = 0;
        int gone = 0;
    };

    void buildHeader(QVBoxLayout& column);
    void readChecks();
    void showFindings();
    void showAcceptance();
    void showSummary();
    void showForecast();
    void doerEdited();
    void recheck();
    void recheckDone(const SurveyReport& report);
    void showRecheck();
    bool blocked() const;
    int openWarnings() const; ///< that nobody has accepted
    QString doerName() const;

    CheckReport m_checks;
    std::optional<Recheck> m_lastRecheck;
    QDateTime m_recheckSince;
    SurveyProgress m_progress; ///< what was heard last of a re-check under way

    IconLabel* m_summaryIcon;
    QLabel* m_summary;
    QLabel* m_recheckState;
    QPushButton* m_recheckButton;
    QLabel* m_doerLabel;
    QLineEdit* m_doer;
    QLabel* m_doerHint;
    QTabWidget* m_tabs;
    FindingList* m_findings;
    ForecastPanel* m_forecast;
    QTimer* m_seconds;
    SurveyRunner* m_runner;
};

} // namespace ruw
