#pragma once

#include "core/run/Observer.h"
#include "wizard/Page.h"
#include "wizard/Session.h"

#include <QPointer>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ruw {

class AccountPanel;
class Background;
class CourseChart;
class LedgerList;
class StateLine;
struct FinalQuestion;

/// After the run: how it ended, what still stands, the final checks, and the work report to save.
class FinishPage final : public Page {
    Q_OBJECT
public:
    explicit FinishPage(Session& session, QWidget* parent = nullptr);
    ~FinishPage() override;
    QString title() const override;
    QString intro() const override;
    QString nextVerb() const override;
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
    void askWhereToSave(const QString& ending);
    void refresh();
    void fill();
    QScrollArea* scrollArea() const;
    void keepFocus();
    void refreshSummary();
    void refreshChecks();
    void addCheck(const FinalQuestion& question, bool open);
    void look();
    void takeSeen(const QList<Observation>& observations);
    void refreshFindings();

    LedgerList* m_ledger;
    AccountPanel* m_account = nullptr; ///< in a rehearsal only
    StateLine *m_end, *m_saved, *m_error;
    QLabel *m_state, *m_summaryHead, *m_checksHead, *m_checksHint, *m_findingsHead, *m_reportHead,
        *m_languageLabel, *m_skippedHead;
    QGridLayout* m_summary;
    CourseChart* m_course;
    QVBoxLayout *m_skipped, *m_checks, *m_findings;
    QList<QWidget*> m_filled; ///< made by refresh(), dropped by the next
    QComboBox* m_language;
    bool m_languageChosen = false;
    QPushButton *m_look, *m_pdf, *m_html, *m_excel;
    Background *m_writer, *m_looker;
    QMap<QString, Observation> m_seen; ///< by the question's id; what was looked at since the run ended
    StateLine* m_lookLine;
    QPointer<QWidget> m_pressed, m_heldBy; ///< the button that was pressed and rests; who has the keyboard meanwhile
    bool m_showSaved = false;              ///< how saving ended is not in sight yet
    QString m_savedPath;
    std::optional<Error> m_saveError, m_journalError;
};

} // namespace ruw
