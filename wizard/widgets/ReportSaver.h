#pragma once

#include "core/base/Result.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace ruw {

class Background;
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
    void forget(); ///< how the last saving ended
    void refresh();
    void retranslate();
    QList<QPushButton*> buttons() const;
    QWidget* line() const; ///< that says how it ended

signals:
    void changed(); ///< it shall be shown anew
    void saved(bool ok);

private:
    void askWhereToSave(const QString& ending);

    Session& m_session;
    Background* m_writer;
    QLabel *m_head, *m_languageLabel;
    QComboBox* m_language;
    QPushButton *m_pdf, *m_html, *m_excel;
    StateLine* m_line;
    bool m_languageChosen = false;
    QString m_path; ///< where it was saved last
    std::optional<Error> m_error;
};

} // namespace ruw
