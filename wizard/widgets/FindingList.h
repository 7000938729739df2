#pragma once

#include "core/base/Finding.h"

#include <QFrame>

#include <functional>

class QCheckBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ruw {

/// One finding: sign, word and colour of its severity, where it is, what is the matter, what to do. A warning
/// has a box to tick by which a person takes it over.
class FindingRow : public QFrame {
    Q_OBJECT
public:
    FindingRow(const Finding& finding, Language language, QWidget* parent = nullptr);
    const Finding& finding() const { return m_finding; }
    /// `by`: who accepted it; empty where nobody did. `mayAccept`: somebody is there to accept it.
    void setAcknowledged(bool yes, const QString& by, bool mayAccept);
    QCheckBox* acceptBox() const { return m_accept; } ///< null: nothing to accept

signals:
    void acceptToggled(bool yes);

private:
    /// The line with its remedy; empty where there is none.
    static QString whatToDo(const Finding& finding, Language language);

    Finding m_finding;
    QCheckBox* m_accept = nullptr;
};

/// Findings by severity, with a heading and the number of each. Informations are folded away while there is
/// something graver to read.
class FindingList : public QWidget {
    Q_OBJECT
public:
    /// How a warning stands: accepted or not, and by whom.
    struct Acceptance {
        bool accepted = false;
        QString by;
    };
    using AcceptanceOf = std::function<Acceptance(const Finding&)>;

    explicit FindingList(AcceptanceOf acceptanceOf, QWidget* parent = nullptr);
    /// Then refreshAcceptance() is due.
    void setFindings(const QList<Finding>& findings, Language language);
    /// Looks again at who accepted what; the rows stay (and with them the keyboard's place).
    void refreshAcceptance(bool mayAccept);
    const QList<FindingRow*>& rows() const { return m_rows; }

signals:
    void accepted(const ruw::Finding& finding, bool yes);

private:
    void addHeading(Severity severity, int count);
    void addFold(int count, bool open);

    AcceptanceOf m_acceptanceOf;
    QVBoxLayout* m_column;
    QList<FindingRow*> m_rows;
    bool m_filled = false;
    QList<Finding> m_shown;
    Language m_language = Language::English;
    QToolButton* m_fold = nullptr;
    QLabel* m_warningsHead = nullptr; ///< says how many are still to be accepted
};

} // namespace ruw
