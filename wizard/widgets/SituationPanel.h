#pragma once

#include "core/run/MailFlow.h"
#include "core/run/RunState.h"
#include "core/run/Silence.h"
#include "wizard/WindowGate.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace ruw {

class IconLabel;
class LedgerList;
class MailStrip;
class TwoLines;
struct BriefFact;

/// Is mail flowing, on which side of the point of no return do we stand, and what happens if we stop now (what stands).
class SituationPanel : public QWidget {
    Q_OBJECT
public:
    /// Lines above the step, where what stands is counted and shown on request; or a column beside it, with all of it.
    enum class Form { Lines, Column };

    explicit SituationPanel(QWidget* parent = nullptr);
    void setForm(Form form);
    /// Whether the strip may give way to the facts of setFacts(), until all is asked for.
    void setFoldable(bool foldable);
    bool isFolded() const;
    /// Whether there is room to say what the strip's shapes mean.
    void setLegend(bool shown);
    /// What is told elsewhere where there is room, the most urgent first.
    void setFacts(QList<BriefFact> facts);
    /// `seen`: what was seen last where a step has failed. `wayBackKnown`: whether one was entered for the site.
    void showRun(const RunState& state, const QList<SeenRow>& seen, bool wayBackKnown, Language language);
    /// Who answered when, until now, and whose silence is planned as the run stands.
    void showMail(const MailFlow& flow, const MailSilences& silences, const RunState& state, const QDateTime& now,
                  Language language);
    void setCanSendMail(bool can);
    void retranslate();

signals:
    void testMailAsked();
    void foldedChanged(bool folded);

private:
    static QString sentences(const QString& first, const QString& second);
    void refresh();

    Form m_form = Form::Lines;
    bool m_foldable = false, m_wasFolded = false;
    QString m_side, m_inShort, m_inFull; ///< where we stand (as HTML), and what follows from it
    QString m_wayBack;                   ///< what going back takes, past the point of no return; else empty
    IconLabel *m_mailIcon, *m_sideIcon, *m_factsIcon;
    TwoLines *m_facts, *m_smtp;
    QToolButton* m_all;
    QLabel *m_mailText, *m_stateText;
    QPushButton *m_ledgerButton, *m_testMail;
    MailStrip* m_mailStrip;
    LedgerList* m_ledger;
    QScrollArea* m_ledgerArea;
    QBoxLayout *m_mailRow, *m_factsRow;
};

} // namespace ruw
