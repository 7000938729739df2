#include "wizard/widgets/SituationPanel.h"

#include "core/run/Silence.h"
#include "wizard/LiveTopology.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/AlarmPanel.h"
#include "wizard/widgets/IconLabel.h"
#include "wizard/widgets/LedgerList.h"
#include "wizard/widgets/MailStrip.h"
#include "wizard/widgets/TwoLines.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int mostFacts = 3; ///< lines
constexpr int foldedLedger = 11 * theme::grid; ///< what is longer scrolls: the step below keeps its room

constexpr int factsOfALine = 2;

int urgency(theme::State state)
{
    return state == theme::State::Bad ? 3 : state == theme::State::Warning ? 2 : state == theme::State::Good ? 1 : 0;
}

struct Side {
    QLatin1StringView icon;
    theme::State state;
    QString text;
};

} // namespace

SituationPanel::SituationPanel(QWidget* parent)
    : QWidget(parent), m_mailIcon(new IconLabel(u"mail-flows"_s, theme::State::Good, 2 * theme::grid, this)),
      m_sideIcon(new IconLabel(u"info"_s, theme::State::Info, 2 * theme::grid, this)),
      m_factsIcon(new IconLabel(u"check"_s, theme::State::Good, 2 * theme::grid, this)), m_facts(new TwoLines(this)),
      m_smtp(new TwoLines(this)), m_all(new QToolButton(this)), m_mailText(new QLabel(this)), m_stateText(new QLabel(this)),
      m_ledgerButton(new QPushButton(this)),
      m_testMail(new QPushButton(this)), m_mailStrip(new MailStrip(this)), m_ledger(new LedgerList(false)),
      m_ledgerArea(new QScrollArea(this)), m_mailRow(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_factsRow(new QHBoxLayout)
{
    m_sideIcon->setObjectName("sideIcon"_L1);
    m_facts->setObjectName("factsLine"_L1);
    m_facts->setLines(2, mostFacts); // how things stand is read whole
    m_facts->setAlignment(Qt::AlignLeft | Qt::AlignTop); // its first line stands beside the icon
    m_smtp->setObjectName("smtpLine"_L1);
    theme::makeCaption(m_smtp);
    m_smtp->setLines(1, 2);
    m_all->setObjectName("allFactsButton"_L1);
    m_all->setCheckable(true);
    m_all->setAutoRaise(true);
    m_all->setFocusPolicy(Qt::StrongFocus);
    m_all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_all, &QToolButton::toggled, this, &SituationPanel::refresh);
    m_mailText->setObjectName("mailLine"_L1);
    theme::makeStrong(m_mailText);
    m_stateText->setObjectName("stateText"_L1);
    m_stateText->setWordWrap(true);
    m_stateText->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_stateText->setTextFormat(Qt::RichText);
    m_ledgerButton->setObjectName("ledgerButton"_L1);
    m_ledgerButton->setCheckable(true);
    m_testMail->setObjectName("testMailButton"_L1);
    connect(m_testMail, &QPushButton::clicked, this, &SituationPanel::testMailAsked);
    m_ledgerArea->setWidgetResizable(true);
    m_ledgerArea->setFrameShape(QFrame::NoFrame);
    m_ledgerArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ledgerArea->setWidget(m_ledger);
    connect(m_ledgerButton, &QPushButton::toggled, this, &SituationPanel::refresh);

    auto* mail = new QHBoxLayout;
    mail->setSpacing(theme::grid / 2 + 2);
    mail->addWidget(m_mailIcon);
    mail->addWidget(m_mailText);
    mail->addSpacing(theme::grid);
    mail->addWidget(m_smtp, 1);
    m_mailRow->addLayout(mail);
    m_mailRow->addWidget(m_mailStrip, 1);
    m_mailRow->addWidget(m_testMail);
    m_mailRow->addWidget(m_all);
    m_factsRow->setSpacing(theme::grid / 2 + 2);
    m_factsRow->addWidget(m_factsIcon, 0, Qt::AlignTop);
    m_factsRow->addWidget(m_facts, 1);
    auto* side = new QHBoxLayout;
    side->setSpacing(theme::grid / 2 + 2);
    auto* where = new QHBoxLayout; // the icon beside the first line, both beside the button's middle
    where->setSpacing(theme::grid / 2 + 2);
    where->addWidget(m_sideIcon, 0, Qt::AlignTop);
    where->addWidget(m_stateText, 1);
    where->setAlignment(Qt::AlignVCenter);
    side->addLayout(where, 1);
    side->addSpacing(theme::grid);
    side->addWidget(m_ledgerButton, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme::grid);
    column->addLayout(m_mailRow);
    column->addLayout(m_factsRow);
    column->addLayout(side);
    column->addWidget(m_ledgerArea, 1);
    setTabOrder(m_testMail, m_all);
    setTabOrder(m_all, m_ledgerButton);
    setTabOrder(m_ledgerButton, m_ledgerArea);
    setForm(Form::Lines);
}

void SituationPanel::setForm(Form form)
{
    m_form = form;
    m_mailRow->setDirection(form == Form::Lines ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_mailRow->setSpacing((form == Form::Lines ? 2 : 1) * theme::grid);
    m_mailRow->setAlignment(m_testMail, form == Form::Lines ? Qt::Alignment() : Qt::AlignLeft);
    refresh();
}

void SituationPanel::setFoldable(bool foldable)
{
    m_foldable = foldable;
    refresh();
}

void SituationPanel::setLegend(bool shown)
{
    m_mailStrip->setLegend(shown);
}

bool SituationPanel::isFolded() const
{
    return m_foldable && m_form == Form::Lines && !m_all->isChecked();
}

void SituationPanel::setFacts(QList<BriefFact> facts)
{
    std::stable_sort(facts.begin(), facts.end(),
                     [](const BriefFact& a, const BriefFact& b) { return urgency(a.state) > urgency(b.state); });
    QList<TwoLines::Piece> pieces; // each in the colour that its own line has where there is room
    for (const BriefFact& fact : facts)
        pieces.append(TwoLines::Piece{fact.text, urgency(fact.state) > 0 ? theme::stateColor(fact.state) : QColor()});
    m_facts->setLines(facts.size() > factsOfALine ? 2 : 1, mostFacts); // room for what may come, and no more
    m_facts->setPieces(pieces, u"\u00a0\u00b7 "_s); // no line begins with the dot
    struct Sign {
        QLatin1StringView icon;
        theme::State state;
    };
    static constexpr std::array signs{Sign{"info"_L1, theme::State::Info}, Sign{"check"_L1, theme::State::Good},
                                      Sign{"warning"_L1, theme::State::Warning}, Sign{"blocker"_L1, theme::State::Bad}};
    const Sign& sign = signs[size_t(facts.isEmpty() ? 0 : urgency(facts.first().state))]; // beside the first
    m_factsIcon->setIcon(sign.icon, sign.state);
}

void SituationPanel::showRun(const RunState& state, const QList<SeenRow>& seen, bool wayBackKnown, Language language)
{
    const bool flows = mailFlows(state);
    m_mailIcon->setIcon(flows ? u"mail-flows"_s : u"mail-stops"_s,
                        flows ? theme::State::Good : theme::State::Warning);
    m_mailText->setText(flows ? tr("Mail: flowing (by plan)") : tr("Mail: stopped (by plan)"));

    const QString where = state.sideText().render(language);
    Side side{"info"_L1, theme::State::Info, where};
    if (state.pastPointOfNoReturn())
        side = {"warning"_L1, theme::State::Warning, where};
    if (state.end() == RunEnd::Done || state.end() == RunEnd::RolledBack)
        side = {"check"_L1, theme::State::Good, runEndText(state.end()).render(language)};
    else if (state.end() == RunEnd::DoneWithExceptions)
        side = {"warning"_L1, theme::State::Warning, runEndText(state.end()).render(language)};
    else if (state.end() == RunEnd::Held)
        side = {"warning"_L1, theme::State::Warning,
                tr("Held. %1", "point of no return: before or past").arg(where)};
    m_sideIcon->setIcon(side.icon, side.state);
    m_side = u"<b style=\"color:%1\">%2</b>"_s.arg(
        theme::stateColor(side.state).name(),
        tr("%1.", "before or past the point of no return; what follows from it comes next")
            .arg(side.text)
            .toHtmlEscaped());
    const QString why = state.whyPastText().render(language);
    if (!why.isEmpty())
        m_side = sentences(m_side, why.toHtmlEscaped());
    m_inShort = state.stopText().render(language);
    m_inFull = state.stateText().render(language);
    m_wayBack =
        !state.isolationMustStand() ? QString()
        : wayBackKnown
            ? tr("The program itself can't take an installed version back: that is done by hand, in the way settled beforehand.")
            : tr("The program itself can't take an installed version back: that is done by hand, and no way back was entered for "
                 "this site.");
    m_stateText->setAccessibleName(side.text + u'\n' + (why.isEmpty() ? why : why + u'\n') + m_inFull +
                                   (m_wayBack.isEmpty() ? m_wayBack : u'\n' + m_wayBack));

    m_ledger->setLedger(state.ledger(), language, seen);
    const auto standing = state.ledger().open().size();
    m_ledgerButton->setIcon(theme::stateIcon(standing > 0 ? theme::State::Warning : theme::State::Good));
    m_ledgerButton->setText(tr("Temporary changes: %1").arg(standing));
    refresh();
}

QString SituationPanel::sentences(const QString& first, const QString& second)
{
    return tr("%1 %2", "two sentences, one after the other").arg(first, second);
}

/// Where there is room everything is in sight.
void SituationPanel::refresh()
{
    const bool lines = m_form == Form::Lines;
    const bool open = !lines || m_ledgerButton->isChecked();
    const QString full = m_wayBack.isEmpty() ? m_inFull : sentences(m_inFull, m_wayBack);
    m_stateText->setText(withWordsWhole(sentences(m_side, (open ? full : m_inShort).toHtmlEscaped())));
    const bool folded = isFolded();
    m_mailStrip->setGivesWay(folded);
    m_factsIcon->setVisible(folded);
    m_facts->setVisible(folded);
    m_smtp->setVisible(folded);
    QBoxLayout* allRow = folded ? m_factsRow : m_mailRow; // beside what it unfolds, and no row for it alone
    if (allRow->indexOf(m_all) < 0) {
        (folded ? m_mailRow : m_factsRow)->removeWidget(m_all);
        allRow->addWidget(m_all);
    }
    m_testMail->setVisible(!folded); // their room
    m_mailRow->setStretch(0, folded ? 1 : 0);
    // Room for the longest even where it is short: the step below stays where it is, whatever is said.
    const int mostLines = lines ? 2 : 0;
    m_stateText->setMinimumHeight(mostLines * m_stateText->fontMetrics().lineSpacing());
    m_all->setVisible(m_foldable && lines);
    m_all->setArrowType(m_all->isChecked() ? Qt::UpArrow : Qt::DownArrow);
    if (folded != std::exchange(m_wasFolded, folded))
        emit foldedChanged(folded);
    m_ledgerButton->setVisible(lines);
    m_ledgerArea->setVisible(open);
    m_ledgerArea->setMinimumHeight(lines ? std::min(foldedLedger, m_ledger->sizeHint().height()) : 0);
    m_ledgerArea->setMaximumHeight(lines ? foldedLedger : QWIDGETSIZE_MAX);
}

void SituationPanel::showMail(const MailFlow& flow, const MailSilences& silences, const RunState& state, const QDateTime& now,
                              Language language)
{
    MailSilences shown = silences;
    const QStringList nodes = flow.nodes();
    for (const QString& node : nodes) {
        // Once all is done a silence is one from before: nobody has looked since.
        if (silentByPlan(state, node) || state.isOver())
            shown.byPlan.insert(node);
    }
    m_mailStrip->setFlow(flow, shown, now, language);
    m_smtp->setWhole(m_mailStrip->inALine());
}

void SituationPanel::setCanSendMail(bool can)
{
    m_testMail->setEnabled(can);
}

void SituationPanel::retranslate()
{
    m_testMail->setText(tr("Test &mail\u2026"));
    m_testMail->setToolTip(tr("Send a mail with an id of its own through each mail node"));
    m_all->setText(tr("All facts"));
    m_all->setToolTip(tr("Names, clock, queues, mail flow and the test mail in full, above the step"));
    m_ledgerArea->setAccessibleName(tr("Temporary changes"));
    m_ledgerButton->setToolTip(tr("Show the temporary changes that stand"));
}

} // namespace ruw
