#pragma once

#include "core/base/Result.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ruw {

class Field;
class StateLine;

/// Before the work begins: who does it, who checks, and where the journal goes.
class BeginPanel : public QWidget {
    Q_OBJECT
public:
    /// `rehearsal`: nothing real is begun here; else a rehearsal is offered beside the work.
    explicit BeginPanel(bool rehearsal, QWidget* parent = nullptr);
    /// What is being typed is left alone.
    void setPeople(const QString& doer, const QString& checker);
    void proposeJournal(const QString& path);
    /// `plan`: one line about it; `ready`: there is one.
    void setPlan(const QString& plan, bool ready);
    void setError(const QString& error); ///< empty: none
    void setRemark(const QString& remark); ///< what speaks against the names; empty: nothing
    void focusBegin(); ///< where everything is filled in, Enter begins
    QString doer() const;
    QString checker() const;
    QString journal() const;
    void retranslate();

signals:
    void peopleEntered();
    void beginAsked();
    void rehearseAsked();

private:
    void chooseJournal();
    void begin();

    QLabel *m_plan, *m_explain;
    QLineEdit *m_doer, *m_checker, *m_journal;
    Field *m_doerField, *m_checkerField, *m_journalField;
    QPushButton *m_choose, *m_begin, *m_rehearse;
    bool m_isRehearsal;
    StateLine *m_error, *m_remark;
};

} // namespace ruw
