#pragma once

#include "core/base/Result.h"
#include "core/plan/Procedure.h"
#include "core/plan/TimeChart.h"
#include "wizard/Page.h"
#include "wizard/widgets/ProcedureCard.h"

#include <QMap>

class QFrame;
class QGridLayout;
class QLabel;
class QScrollArea;

namespace ruw {

/// The four procedures as cards, drawn up for this very site: what each means for mail flow, how long it
/// takes, what may go wrong, and which are forbidden by which finding. None is recommended: the choice is the
/// operator's.
class ProcedurePage final : public Page {
    Q_OBJECT
public:
    explicit ProcedurePage(Session& session, QWidget* parent = nullptr);

    QString title() const override;
    QString intro() const override;
    QString nextVerb() const override;
    bool isComplete() const override;
    QString whyIncomplete() const override;
    void enter() override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A plan made only to show its figures.
    struct Draft {
        bool allowed = false;
        std::optional<Procedure> procedure;
        TimeChart chart;
        QList<Finding> because; ///< forbidden: by these
        Error error;            ///< forbidden without a finding: the planner's word
    };

    void factsChanged();
    void makeDrafts();
    void refresh();
    void showChoice();
    void arrangeCards();
    ProcedureCard::Content contentOf(ProcedureKind kind, const Draft& draft) const;
    QList<ProcedureCard::Figure> figuresOf(const Draft& draft) const;
    QStringList risksOf(ProcedureKind kind) const;
    QStringList reasonsOf(const Draft& draft) const;
    QString sentencesOf(const Finding& finding) const;
    int allowedCount() const;
    QString statusText() const;

    QMap<ProcedureKind, Draft> m_drafts;
    QList<Finding> m_common; ///< findings that forbid every procedure: said once
    bool m_stale = true;
    int m_columns = 0;

    QScrollArea* m_scroll;
    QWidget* m_content;
    QGridLayout* m_cardGrid;
    QFrame* m_commonBox;
    QLabel* m_commonText;
    QLabel* m_status;
    QMap<ProcedureKind, ProcedureCard*> m_cards;
};

} // namespace ruw
