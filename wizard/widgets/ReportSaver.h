#pragma once

#include "wizard/PaperOutput.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ruw {

class Background;
class OutcomeBar;
class PaperLanguage;
class Session;
class StateLine;

/// Saves the work report of the session's run, off the window's thread, and says how that ended.
class ReportSaver final : public QFrame {
    Q_OBJECT
public:
    explicit ReportSaver(Session& session, QWidget* parent = nullptr);
    ~ReportSaver() override;
    /// `path`: its ending says the format. Refused in a rehearsal's own folder, which goes away.
    void save(const QString& path);
    bool busy() const;
    /// It was saved or printed, and nothing was recorded since.
    bool done() const { return m_done; }
    void setLeads(bool leads); ///< until then saving it is the next thing to do
    void outdate(); ///< something was answered that is not in what was saved: says so
    void forget();  ///< how the last saving ended, for the run has gone on or is another one
    void refresh();
    void retranslate();
    QList<QPushButton*> buttons() const;
    QWidget* line() const; ///< that says how it ended
    QWidget* lastTool() const; ///< that the keyboard comes to

signals:
    void changed(); ///< it shall be shown anew
    void saved(bool ok);

private:
    PaperOutput::MakeDocument report() const;
    void askWhereToSave(const QString& ending);
    void askForPrinter();
    void ended(const PaperOutcome& outcome);
    void showLine();

    Session& m_session;
    PaperOutput* m_output;
    QLabel *m_head, *m_languageLabel;
    PaperLanguage* m_language;
    Background* m_maker; ///< of what is printed
    QPushButton *m_print, *m_pdf, *m_html, *m_excel;
    StateLine* m_line; ///< while it is written; also that what was saved is not up to date
    OutcomeBar* m_outcome;
    bool m_done = false, m_leads = false;
    bool m_outdated = false;    ///< something was answered while it was written
    bool m_isOld = false;       ///< something was answered since m_saved was written, or the run went on
    QString m_saved, m_savedOf; ///< the file that was written last, and the journal that it tells of
    int m_recorded = 0;         ///< how often something was answered
    std::optional<int> m_begun; ///< how often when what is printed was begun; none: it is saved
};

} // namespace ruw
