#include "wizard/rehearsal/AccountPanel.h"

#include "core/rehearsal/RehearsalSite.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

AccountPanel::AccountPanel(Session& session, const RehearsalStage& stage, QWidget* parent)
    : QFrame(parent), m_session(session), m_stage(stage), m_head(new QLabel(this)),
      m_faultsHead(new QLabel(this)), m_table(new QGridLayout), m_rules(new QVBoxLayout),
      m_faults(new QVBoxLayout)
{
    setObjectName("rehearsalAccount"_L1);
    QVBoxLayout* column = theme::makeCardColumn(this);
    m_head->setObjectName("accountHead"_L1);
    m_head->setWordWrap(true);
    theme::makeStrong(m_head);
    theme::makeStrong(m_faultsHead);
    m_table->setHorizontalSpacing(2 * theme::grid);
    m_table->setColumnStretch(0, 1);
    column->addWidget(m_head);
    column->addLayout(m_table);
    column->addLayout(m_rules);
    column->addWidget(m_faultsHead);
    column->addLayout(m_faults);
}

/// With the moment that its figures are of: on the banner, whoever looks at the nodes afterwards sees more mail.
QString AccountPanel::headOf(const RunState& run) const
{
    if (run.end() == RunEnd::Running)
        return tr("What the rehearsal showed");
    const QString at = Text::timeOfDay(run.endedAt()).render(m_session.language());
    return run.isOver() ? tr("What the rehearsal showed (as of the end of the run, %1)").arg(at)
                        : tr("What the rehearsal showed (as of %1, when the run was held)").arg(at);
}

void AccountPanel::refresh()
{
    m_filled.clear();
    m_faultsHead->setText(tr("What the faults led to"));
    const RunState* run = m_session.runState();
    setVisible(run != nullptr);
    if (!run)
        return;
    m_head->setText(headOf(*run));
    const Language language = m_session.language();
    const Procedure& procedure = run->procedure();
    const RehearsalFigures figures = m_stage.account();
    int row = 0;
    const auto cell = [&](int column, const QString& text, bool caption) {
        auto* made = new QLabel(text, this);
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(column == 0);
        if (caption)
            theme::makeCaption(made);
        m_table->addWidget(made, row, column, column > 0 ? Qt::AlignRight : Qt::Alignment());
        m_filled.add(made);
    };
    cell(1, tr("Forecast"), true);
    cell(2, tr("Rehearsed"), true);
    ++row;
    for (const AccountRow& line : accountRows(figures, m_session.runFacts(), procedure)) {
        cell(0, line.name.render(language), false);
        cell(1, line.forecast.render(language), false);
        const QString played = line.played.render(language);
        cell(2, line.good ? played : tr("%1 (!)", "a figure that is not good").arg(played), false);
        ++row;
    }
    // What was not his own doing: on the night nobody does it for him.
    const auto helped = [&](const QString& name, int times) {
        if (times == 0)
            return;
        cell(0, name, false);
        cell(2, locale().toString(times), false);
        ++row;
    };
    helped(tr("Questions answered for you (“Answer for me”)"), m_stage.answersGiven());
    helped(tr("Troubles that the simulation put right for you (“Put it right”)"), m_stage.timesPutRight());
    const auto say = [&](QVBoxLayout* into, theme::State state, const QString& text) {
        auto* made = new StateLine(this);
        made->setObjectName("accountLine"_L1);
        made->setState(state, text);
        into->addWidget(made);
        m_filled.add(made);
    };
    say(m_rules, theme::State::Info, whyTimesDiffer().render(language));
    if (figures.violations.isEmpty())
        say(m_rules, theme::State::Good, tr("No safety rule was broken."));
    for (const Violation& violation : figures.violations)
        say(m_rules, theme::State::Bad,
            tr("Rule %1: %2", "number, what").arg(violation.rule, violation.what.render(language)));
    QStringList assumed;
    for (const Text& one : rehearsalAssumptions(m_session.runFacts()))
        assumed.append(one.render(language));
    if (!assumed.isEmpty())
        say(m_rules, theme::State::Info, tr("Assumed, because it was not looked at:") + u'\n' + assumed.join(u'\n'));
    const QList<FaultStory> stories =
        faultStories(m_stage.picked(), m_stage.left(), procedure, m_stage.incidents());
    m_faultsHead->setVisible(!stories.isEmpty());
    for (const FaultStory& story : stories) {
        QStringList lines{story.title.render(language)};
        if (const Text outcome = story.outcome(); !outcome.isEmpty())
            lines.append(outcome.render(language));
        for (const Text& text : story.followed)
            lines.append(text.render(language));
        say(m_faults, story.happened ? theme::State::Info : theme::State::Todo, lines.join(u'\n'));
    }
    m_filled.show();
}

} // namespace ruw
