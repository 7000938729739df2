#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace ruw {

class RunState;

/// Who works on the run and who checks it, to be named anew while it goes on, and the name of its journal.
class PeopleLine final : public QWidget {
    Q_OBJECT
public:
    explicit PeopleLine(QWidget* parent = nullptr);
    /// `working`: somebody else may be named.
    void showRun(const RunState& state, const QString& journalPath, bool working);
    /// What is being typed counts from now on.
    void commit();
    QString names() const; ///< of both, each with the part it has, as they are recorded; in one piece
    void retranslate();

signals:
    void peopleNamed(const QString& doer, const QString& checker);

private:
    QLineEdit *m_doer, *m_checker;
    QLabel *m_doerLabel, *m_checkerLabel, *m_journal;
    std::pair<QString, QString> m_named; ///< doer and checker of the run, as far as it was told
};

} // namespace ruw
