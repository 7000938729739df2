#include "wizard/widgets/FinalLooks.h"

#include "core/product/ProductVersion.h"
#include "core/run/FinalChecks.h"
#include "wizard/Session.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/Background.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/TickRow.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

FinalLooks::FinalLooks(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_looker(new Background(this)), m_head(new QLabel(this)), m_hint(new QLabel(this)),
      m_look(new QPushButton(this)), m_before(m_look), m_lookLine(new StateLine(this)), m_error(new StateLine(this)), m_checks(new QVBoxLayout)
{
    QVBoxLayout* column = theme::makeCardColumn(this);
    theme::makeStrong(m_head);
    m_head->setWordWrap(true);
    m_hint->setObjectName("looksHint"_L1);
    m_hint->setWordWrap(true);
    m_look->setObjectName("lookButton"_L1);
    m_lookLine->setObjectName("lookLine"_L1);
    m_error->setObjectName("finalCheckError"_L1);
    m_checks->setSpacing(theme::grid / 2);
    connect(m_look, &QPushButton::clicked, this, &FinalLooks::look);
    connect(m_looker, &Background::busyChanged, this, &FinalLooks::changed);
    connect(&session.connections().prompter(), &WindowPrompter::stopAsked, this, &FinalLooks::stopLooking);
    column->addWidget(m_head);
    column->addWidget(m_hint);
    column->addWidget(m_lookLine);
    column->addLayout(m_checks);
    column->addWidget(m_error);
}

FinalLooks::~FinalLooks()
{
    m_looker->disconnect(this); // nobody shows anything any more
    m_looker->stop();
    m_session.connections().prompter().cancel(); // also for a look that was given up before
}

/// A thread that waits for an answer would never end by itself.
void FinalLooks::stopLooking()
{
    if (!m_looker->busy())
        return;
    m_looker->stop();
    m_session.connections().prompter().cancel();
}

void FinalLooks::runChanged()
{
    m_journalError.reset();
    const RunState* state = m_session.runState();
    if (state && state->end() != RunEnd::Running)
        return;
    if (state)
        m_looker->stop(); // the run goes on, and asks by the same prompter
    else
        stopLooking();
    m_seen.clear();
}

void FinalLooks::refresh()
{
    // The boxes are made anew: the keyboard goes back to the one it was on.
    const QWidget* here = window()->focusWidget();
    const QString had = here && isAncestorOf(here) ? here->objectName() : QString();
    m_filled.clear();
    const RunState* run = m_session.runState();
    setVisible(run != nullptr);
    if (!run)
        return m_look->hide();
    const RunState& state = *run;
    const Language language = m_session.language();
    const QList<Node>& nodes = m_session.runFacts().site.nodes;
    const bool bySsh = std::any_of(nodes.cbegin(), nodes.cend(),
                                   [](const Node& node) { return node.access == AccessKind::Ssh; });
    const bool open = state.end() != RunEnd::Running && !m_journalError;
    m_look->setVisible(bySsh);
    m_look->setEnabled(open && !m_looker->busy());
    m_look->setText(m_looker->busy() ? tr("Looking at the nodes\u2026") : tr("Look at the &nodes now"));
    sayWhatIsNext();
    m_lookLine->setState(theme::State::Busy,
                         m_looker->busy() ? tr("The nodes are being looked at\u2026") : QString());
    for (const FinalQuestion& question : finalQuestions(state, m_session.runFacts()))
        addCheck(question, open);
    m_error->setState(theme::State::Bad, m_journalError ? m_journalError->render(language) : QString());
    m_filled.show();
    QWidget* last = m_before; // the boxes are younger than what stands below them
    for (TickRow* row : findChildren<TickRow*>()) {
        setTabOrder(last, row->box());
        last = row->box();
    }
    if (auto* box = had.isEmpty() ? nullptr : findChild<QCheckBox*>(had))
        box->setFocus(Qt::OtherFocusReason);
}

QCheckBox* FinalLooks::firstOpenBox() const
{
    const RunState* state = m_session.runState();
    if (!state)
        return nullptr;
    for (const FinalQuestion& question : unansweredQuestions(*state, m_session.runFacts())) {
        auto* box = findChild<QCheckBox*>(u"finalCheck-"_s + question.id);
        if (box && box->isEnabled())
            return box;
    }
    return nullptr;
}

/// Whether the look settles it, and not a tick.
bool FinalLooks::isSeen(const FinalQuestion& question) const
{
    const Node* node = question.condition ? m_session.runFacts().site.node(question.condition->node) : nullptr;
    return node && node->access == AccessKind::Ssh;
}

/// The look is what to do next as long as something was not seen to hold; what was done is not asked for again.
void FinalLooks::sayWhatIsNext()
{
    const RunState& state = *m_session.runState();
    bool toLook = false, amiss = false, toTick = false, leads = false;
    for (const FinalQuestion& question : finalQuestions(state, m_session.runFacts())) {
        const FinalCheck said = state.finalChecks().value(question.id);
        if (said.holds)
            continue;
        const bool bySight = isSeen(question);
        leads = leads || bySight;
        if (!said.seen.isEmpty())
            amiss = true;
        else if (bySight && !m_seen.contains(question.id))
            toLook = true;
        else
            toTick = true; // also what was looked at and could not be seen
    }
    const bool held = state.end() == RunEnd::Held && !state.isOver(); // what must stand until the end is not amiss yet
    const QString hint = held ? tr("The run is held: these questions are for the end of the work.")
                         : toLook && toTick
                             ? tr("Look at the nodes, then tick what only you can see. Everything is recorded in the journal.")
                         : toLook ? tr("Look at the nodes; every result is recorded in the journal.")
                         : amiss  ? tr("Put right what is not as expected, then look at the nodes again.")
                         : toTick ? tr("Tick what you have seen yourself. Each tick is recorded in the journal.")
                                  : QString();
    m_hint->setText(withWordsWhole(hint));
    m_hint->setVisible(!m_hint->text().isEmpty());
    theme::makePrimary(m_look, state.isOver() && leads);
}

/// A check that was observed is said; one that can't be is ticked; one that will be observed waits for the look.
void FinalLooks::addCheck(const FinalQuestion& question, bool open)
{
    using Verdict = Observation::Verdict;
    const Language language = m_session.language();
    const QString text = question.text.render(language);
    // What was seen before the work stands with what is seen now.
    const QString beforeLine = question.before.isEmpty()
                                   ? QString()
                                   : u'\n' + tr("Before the work: %1").arg(question.before.render(language));
    const FinalCheck before = m_session.runState()->finalChecks().value(question.id);
    const bool observable = isSeen(question);
    const auto seen = m_seen.constFind(question.id);
    const bool looked = seen != m_seen.cend();
    const auto say = [&](theme::State state, const QString& line) {
        auto* made = new StateLine(this);
        made->setObjectName("finalSeen-"_L1 + question.id);
        made->setState(state, withVersionsWhole(line));
        m_checks->addWidget(made);
        m_filled.add(made);
    };
    const auto withBefore = [&](const QString& now) {
        return question.before.isEmpty()
                   ? now
                   : tr("%1 %2", "what is now, in brackets what was before")
                         .arg(now, inOnePiece(tr("(before the work: %1)").arg(question.before.render(language))));
    };
    if (looked && (seen->verdict == Verdict::Holds || seen->verdict == Verdict::Broken)) {
        const bool holds = seen->verdict == Verdict::Holds;
        return say(holds ? theme::State::Good : theme::State::Bad,
                   text + u'\n' +
                       withBefore(tr("%1: %2", "verdict, what was seen")
                                      .arg(verdictText(seen->verdict).render(language),
                                           seen->seen.render(language))));
    }
    if (!looked && !before.seen.isEmpty()) {
        return say(before.holds ? theme::State::Good : theme::State::Bad,
                   text + u'\n' +
                       withBefore(tr("Seen at %1: %2", "time, what was seen")
                                      .arg(Text::timeOfDay(before.when).render(language),
                                           before.seen.render(language))));
    }
    if (observable && !looked)
        return say(theme::State::Todo, text + u'\n' + withBefore(tr("Not looked at yet")));
    auto* row = new TickRow(
        looked && seen->verdict == Verdict::Unknown
            ? tr("%1 Could not be seen: %2", "what must hold, why").arg(text, seen->seen.render(language))
            : text + beforeLine,
        this);
    QCheckBox* box = row->box();
    box->setObjectName("finalCheck-"_L1 + question.id);
    box->setChecked(before.holds);
    box->setEnabled(open);
    m_checks->addWidget(row);
    m_filled.add(row);
    connect(box, &QCheckBox::toggled, this, [this, box, question](bool holds) {
        const Status said = m_session.run()->finalCheck(question.id, question.text, holds);
        m_session.takeRunState();
        sayWhatIsNext();
        if (said)
            return emit recorded();
        m_journalError = said.error();
        m_error->setState(theme::State::Bad, m_journalError->render(m_session.language()));
        const QSignalBlocker quiet(box);
        box->setChecked(!holds); // not recorded, so not said
        for (TickRow* other : findChildren<TickRow*>())
            other->setEnabled(false);
    });
}

void FinalLooks::look()
{
    const RunState* state = m_session.runState();
    if (!state || state->end() == RunEnd::Running || m_looker->busy())
        return;
    QList<Condition> conditions;
    for (const FinalQuestion& question : finalQuestions(*state, m_session.runFacts())) {
        if (question.condition)
            conditions.append(*question.condition);
    }
    QStringList names;
    for (const Node& node : m_session.runFacts().site.nodes)
        names.append(node.name);
    m_session.connections().prompter().begin(names);
    SiteAccess& access = m_session.connections().access();
    m_looker->start<QList<Observation>>(
        [conditions, &access, &clock = m_session.connections().clock(), facts = m_session.runFacts(),
         run = *state](const std::stop_token& stop) {
            return Observer(facts, run, access, clock).look(conditions, stop);
        },
        [this](const QList<Observation>& observations) { takeSeen(observations); });
}

void FinalLooks::takeSeen(const QList<Observation>& observations)
{
    const RunState* state = m_session.runState();
    if (!state || state->end() == RunEnd::Running)
        return;
    m_seen.clear();
    for (const FinalQuestion& question : finalQuestions(*state, m_session.runFacts())) {
        for (const Observation& one : observations) {
            if (question.condition != one.condition)
                continue;
            m_seen.insert(question.id, one);
            const bool settled =
                one.verdict == Observation::Verdict::Holds || one.verdict == Observation::Verdict::Broken;
            if (!settled || m_journalError)
                continue;
            const Status said = m_session.run()->finalCheck(
                question.id, question.text, one.verdict == Observation::Verdict::Holds, one.seen);
            if (!said)
                m_journalError = said.error();
        }
    }
    m_session.takeRunState();
    emit recorded();
    emit changed();
}

void FinalLooks::retranslate()
{
    m_head->setText(tr("Confirmations after the end of the work"));
}

} // namespace ruw
