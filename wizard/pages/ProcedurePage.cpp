#include "wizard/pages/ProcedurePage.h"

#include "core/base/Quote.h"
#include "core/plan/Planner.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/IconLabel.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Below this width of the page the cards stand one below the other.
constexpr int leastWidthForTwoColumns = 760;

/// Minutes from the first step of one kind to the end of the last step of another; 0 where there is none.
int minutesBetween(const Procedure& procedure, const TimeChart& chart, StepKind from, StepKind to)
{
    int begin = -1;
    int end = -1;
    for (const TimeChart::Entry& entry : chart.entries) {
        const Step* step = procedure.step(entry.step);
        if (!step)
            continue;
        if (step->kind == from && begin < 0)
            begin = entry.startMinute;
        if (step->kind == to)
            end = entry.startMinute + entry.minutes;
    }
    return begin >= 0 && end > begin ? end - begin : 0;
}

} // namespace

ProcedurePage::ProcedurePage(Session& session, QWidget* parent) : Page(session, parent)
{
    setObjectName(u"procedurePage"_s);
    m_content = new QWidget;
    m_content->setObjectName(u"procedureContent"_s);

    m_commonBox = new QFrame(m_content);
    m_commonBox->setObjectName(u"commonBlockers"_s);
    theme::makeCard(m_commonBox);
    m_commonText = new QLabel(m_commonBox);
    m_commonText->setObjectName(u"commonBlockersText"_s);
    m_commonText->setTextFormat(Qt::PlainText);
    m_commonText->setWordWrap(true);
    m_commonText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* commonRow = new QHBoxLayout(m_commonBox);
    commonRow->addWidget(new IconLabel(u"blocker"_s, theme::State::Bad, 18, m_commonBox), 0, Qt::AlignTop);
    commonRow->addWidget(m_commonText, 1);

    m_cardGrid = new QGridLayout;
    m_cardGrid->setSpacing(12);
    for (const ProcedureKind kind : allProcedures()) {
        auto* card = new ProcedureCard(m_content);
        card->setObjectName(u"card-"_s + procedureCode(kind));
        connect(card, &QAbstractButton::clicked, this, [this, kind] { m_session.chooseProcedure(kind); });
        m_cards.insert(kind, card);
    }
    m_status = new QLabel(this);
    m_status->setObjectName(u"procedureStatus"_s);
    m_status->setWordWrap(true);

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(12);
    column->addWidget(m_commonBox);
    column->addLayout(m_cardGrid);
    column->addStretch(1);

    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"procedureScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 8, 24, 8);
    outer->addWidget(m_scroll, 1);
    outer->addWidget(m_status);
    arrangeCards();

    connect(&m_session, &Session::factsChanged, this, &ProcedurePage::factsChanged);
    connect(&m_session, &Session::procedureChanged, this, &ProcedurePage::showChoice);
}

QString ProcedurePage::title() const
{
    return tr("Procedure");
}

QString ProcedurePage::intro() const
{
    return tr("Choose how this site is to be upgraded. The figures were worked out for your nodes; "
              "a procedure that the rules forbid can't be chosen, and its card says why.");
}

QString ProcedurePage::nextVerb() const
{
    return tr("Look through the &checks");
}

bool ProcedurePage::isComplete() const
{
    return m_session.procedure() != nullptr;
}

QString ProcedurePage::whyIncomplete() const
{
    if (isComplete())
        return {};
    return allowedCount() == 0 && !m_stale ? tr("No procedure is allowed until the blockers are settled.")
                                           : tr("Choose one of the procedures.");
}

void ProcedurePage::enter()
{
    if (m_stale)
        makeDrafts();
    refresh();
    // A key that is pressed by habit must not choose another one.
    for (ProcedureCard* card : std::as_const(m_cards)) {
        if (card->isChecked())
            card->setFocus(Qt::OtherFocusReason);
    }
}

void ProcedurePage::showEvent(QShowEvent* event)
{
    if (!event->spontaneous()) // a window that comes back leaves the keyboard where it was
        enter();
    Page::showEvent(event);
}

void ProcedurePage::resizeEvent(QResizeEvent* event)
{
    arrangeCards();
    Page::resizeEvent(event);
}

void ProcedurePage::retranslate()
{
    m_commonBox->setAccessibleName(tr("What forbids every procedure"));
    if (!m_stale)
        refresh();
}

void ProcedurePage::arrangeCards()
{
    const int columns = width() >= leastWidthForTwoColumns ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    int place = 0;
    for (const ProcedureKind kind : allProcedures()) {
        m_cardGrid->addWidget(m_cards[kind], place / columns, place % columns);
        ++place;
    }
    m_cardGrid->setColumnStretch(0, 1);
    m_cardGrid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void ProcedurePage::factsChanged()
{
    m_stale = true;
    if (isVisible()) {
        makeDrafts();
        refresh();
    }
    emit completeChanged();
}

void ProcedurePage::makeDrafts()
{
    m_stale = false;
    m_drafts.clear();
    for (const ProcedureKind kind : allProcedures()) {
        Draft draft;
        draft.because = m_session.checks().blockersOf(kind);
        draft.allowed = m_session.checks().allowed(kind);
        if (draft.allowed) {
            Result<Procedure> planned = planProcedure(m_session.facts(), kind);
            if (planned) {
                draft.chart = TimeChart::from(*planned, m_session.site());
                draft.procedure = std::move(planned.value());
            } else {
                draft.allowed = false;
                draft.error = planned.error();
            }
        }
        m_drafts.insert(kind, draft);
    }
    m_common = m_drafts.first().because;
    for (const Draft& draft : std::as_const(m_drafts))
        m_common.removeIf([&draft](const Finding& finding) { return !draft.because.contains(finding); });
}

int ProcedurePage::allowedCount() const
{
    return int(
        std::count_if(m_drafts.cbegin(), m_drafts.cend(), [](const Draft& draft) { return draft.allowed; }));
}

void ProcedurePage::refresh()
{
    for (const ProcedureKind kind : allProcedures())
        m_cards[kind]->setContent(contentOf(kind, m_drafts[kind]));
    QStringList common;
    for (const Finding& finding : std::as_const(m_common))
        common.append(sentencesOf(finding));
    m_commonText->setText(tr("No procedure can be chosen yet:") + u'\n' + common.join(u'\n'));
    m_commonBox->setVisible(!m_common.isEmpty());
    showChoice();
}

void ProcedurePage::showChoice()
{
    const std::optional<ProcedureKind> chosen = m_session.procedureKind();
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it) {
        // An exclusive group never lets its last checked button go: for "none chosen" it is opened for a
        // moment.
        it.value()->setAutoExclusive(false);
        it.value()->setChecked(chosen == it.key() && it.value()->isEnabled());
        if (it.value()->isChecked() && !it.value()->underMouse()) // never a jump under the mouse
            m_scroll->ensureWidgetVisible(it.value(), 0, theme::grid);
    }
    for (ProcedureCard* card : std::as_const(m_cards))
        card->setAutoExclusive(true);
    m_status->setText(statusText());
    m_status->setVisible(!m_status->text().isEmpty());
    emit completeChanged();
}

QString ProcedurePage::statusText() const
{
    if (m_stale)
        return {};
    const int allowed = allowedCount();
    if (allowed == 1)
        return tr("The rules allow only one procedure at this site.");
    if (allowed == 0)
        return tr("Settle what is named above, then come back: on the earlier pages, or in the configs of "
                  "the nodes "
                  "with a new survey.");
    return {};
}

QString ProcedurePage::sentencesOf(const Finding& finding) const
{
    const Language language = m_session.language();
    QString sentences = finding.message.render(language);
    if (!finding.remedy.isEmpty())
        sentences += (language == Language::Japanese ? QString() : u" "_s) + finding.remedy.render(language);
    return finding.node.isEmpty() ? sentences : tr("%1: %2").arg(shownSafely(finding.node), sentences);
}

QStringList ProcedurePage::reasonsOf(const Draft& draft) const
{
    QStringList reasons;
    for (const Finding& finding : draft.because) {
        if (!m_common.contains(finding))
            reasons.append(sentencesOf(finding));
    }
    if (draft.because.isEmpty())
        reasons.append(draft.error.render(m_session.language()));
    else if (reasons.isEmpty())
        reasons.append(tr("By what is named at the top of this page."));
    return reasons;
}

QList<ProcedureCard::Figure> ProcedurePage::figuresOf(const Draft& draft) const
{
    if (!draft.procedure)
        return {};
    const Language language = m_session.language();
    const Procedure& procedure = *draft.procedure;
    QList<ProcedureCard::Figure> figures{
        {tr("Time"), Text::minutes(draft.chart.totalMinutes).render(language)},
        {tr("Steps"), locale().toString(procedure.steps.size())},
    };
    if (procedure.kind == ProcedureKind::StopMailFlow) {
        const int stopped =
            minutesBetween(procedure, draft.chart, StepKind::StopMailFlow, StepKind::ResumeMailFlow);
        figures.append({tr("No mail"), Text::minutes(stopped).render(language)});
    } else {
        figures.append({tr("No sync"), Text::minutes(draft.chart.blockStandsMinutes).render(language)});
    }
    if (const std::optional<int> slack = draft.chart.slackMinutes(m_session.site())) {
        figures.append(
            *slack >= 0 ? ProcedureCard::Figure{tr("To spare"), Text::minutes(*slack).render(language)}
                        : ProcedureCard::Figure{tr("Too long by"), Text::minutes(-*slack).render(language)});
    }
    return figures;
}

QStringList ProcedurePage::risksOf(ProcedureKind kind) const
{
    const QString pilingUp =
        tr("Saved and held mail piles up on the slaves: it can't be viewed or handled and delayed "
           "mail can't be sent. The disk must have room; when sync is back, traffic rises.");
    const bool dataSync = m_session.facts().countsAsDataSyncOn();
    QStringList risks;
    switch (kind) {
    case ProcedureKind::StopMailFlow:
        risks.append(tr("Every delay lengthens the time without mail."));
        risks.append(
            tr("An installer may start the service by itself: it must be stopped before the next node is "
               "touched."));
        return risks;
    case ProcedureKind::DisableSettingsSync:
        risks.append(tr("Done by hand by the vendor's FAQ 4105. If sync is not enabled again on every node, "
                        "settings drift apart unnoticed."));
        return risks;
    case ProcedureKind::BlockSyncPorts:
        risks.append(
            tr("A port left out of the block, or a block lost by a reboot, lets different versions sync."));
        break;
    case ProcedureKind::BlockPeerTraffic:
        risks.append(
            tr("The firewall administrator must take part. Everything else between the nodes is "
               "cut too: heartbeat of a virtual IP, relay, SSH."));
        break;
    }
    if (dataSync)
        risks.append(pilingUp);
    return risks;
}

ProcedureCard::Content ProcedurePage::contentOf(ProcedureKind kind, const Draft& draft) const
{
    const Language language = m_session.language();
    ProcedureCard::Content content;
    content.name = procedureText(kind).render(language);
    content.mailFlows = keepsMailFlowing(kind);
    content.mailWord = content.mailFlows ? tr("Mail keeps flowing") : tr("Mail flow stops");
    content.meaning = procedureMeaning(kind).render(language);
    content.figures = figuresOf(draft);
    content.risksTitle = tr("What may go wrong");
    content.risks = risksOf(kind);
    content.forbiddenTitle = tr("Can't be chosen");
    if (!draft.allowed)
        content.forbidden = reasonsOf(draft);
    return content;
}

} // namespace ruw
