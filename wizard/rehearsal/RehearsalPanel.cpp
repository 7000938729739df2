#include "wizard/rehearsal/RehearsalPanel.h"

#include "wizard/rehearsal/FaultDialog.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int tickMs = 100;
constexpr int speeds[] = {1, 10, 60, RehearsalStage::unlimited};

} // namespace

RehearsalPanel::RehearsalPanel(Session& session, RehearsalStage& stage, QWidget* parent)
    : QFrame(parent), m_session(session), m_stage(stage)
{
    setObjectName("rehearsalPanel"_L1);
    theme::makeRehearsal(this);
    m_speedLabel = new QLabel(this);
    m_speed = new QComboBox(this);
    m_speed->setObjectName("rehearsalSpeed"_L1);
    for (const int times : speeds)
        m_speed->addItem({}, times);
    m_speed->setCurrentIndex(m_speed->findData(stage.speed()));
    m_speedLabel->setBuddy(m_speed);
    m_pause = new QPushButton(this);
    m_pause->setObjectName("rehearsalPause"_L1);
    m_pause->setCheckable(true);
    m_itself = new QCheckBox(this);
    m_itself->setObjectName("rehearsalItself"_L1);
    m_faults = new QPushButton(theme::icon(u"warning"_s), {}, this);
    m_faults->setObjectName("rehearsalFaults"_L1);
    m_putRight = new QPushButton(this);
    m_putRight->setObjectName("rehearsalPutRight"_L1);
    m_figures = new QLabel(this);
    m_figures->setObjectName("rehearsalFigures"_L1);
    m_figures->setTextFormat(Qt::PlainText);
    m_hint = new QLabel(this);
    m_hint->setObjectName("rehearsalHint"_L1);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    connect(m_speed, &QComboBox::activated, this,
            [this](int row) { m_stage.setSpeed(m_speed->itemData(row).toInt()); });
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        m_stage.setPaused(paused);
        refresh();
    });
    connect(m_itself, &QCheckBox::toggled, this, [this](bool yes) {
        m_stage.setPlaysItself(yes);
        emit playsItselfChanged(yes);
    });
    connect(m_faults, &QPushButton::clicked, this, &RehearsalPanel::showFaults);
    connect(m_putRight, &QPushButton::clicked, this, &RehearsalPanel::putRight);
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &RehearsalPanel::tick);
    m_since.start();
    m_timer.start();

    auto* tools = new QHBoxLayout;
    tools->setSpacing(theme::grid);
    tools->addWidget(m_speedLabel);
    tools->addWidget(m_speed);
    tools->addWidget(m_pause);
    tools->addWidget(m_itself);
    tools->addStretch(1);
    tools->addWidget(m_putRight);
    tools->addWidget(m_faults);
    auto* words = new QHBoxLayout;
    words->setSpacing(2 * theme::grid);
    words->addWidget(m_figures);
    words->addWidget(m_hint, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::grid, theme::grid / 2, theme::grid, theme::grid / 2);
    column->setSpacing(theme::grid / 2);
    column->addLayout(tools);
    column->addLayout(words);
}

void RehearsalPanel::setUp(const SiteFacts& facts, const Procedure& procedure)
{
    m_stage.setUp(facts, procedure);
}

bool RehearsalPanel::isSo(const Step& step, const Condition& condition) const
{
    return m_stage.isSo(step, condition);
}

void RehearsalPanel::tick()
{
    m_stage.pass(std::chrono::milliseconds(m_since.restart()));
    refresh();
}

void RehearsalPanel::setQuestion(const RunQuestion* question)
{
    m_question = question ? std::optional(*question) : std::nullopt;
    refresh();
}

void RehearsalPanel::refresh()
{
    const RehearsalFigures figures = m_stage.figures();
    const Language language = m_session.language();
    QString line =
        tr("%1  Mails: %2 accepted, %3 in queues (%4), %5 lost. Rules broken: %6", "time of day first")
            .arg(Text::timeOfDay(m_stage.now()).render(language),
                 Text::number(figures.mailAccepted).render(language),
                 Text::number(figures.mailQueued).render(language),
                 Text::bytes(m_stage.queuedBytes()).render(language),
                 Text::number(figures.mailLost).render(language))
            .arg(figures.violations.size());
    if (m_stage.paused())
        line = tr("Paused. %1").arg(line);
    m_figures->setText(line);
    const bool word = m_question && m_question->kind == RunQuestion::Kind::Word;
    const bool trouble = m_question && m_question->kind == RunQuestion::Kind::Trouble;
    QString hint;
    if (word)
        hint = m_stage.isSo(m_question->step, m_question->condition)
                   ? tr("Who looks at the simulated site sees: yes, it is so.")
                   : tr("Who looks at the simulated site sees: no, it is not so.");
    else if (trouble)
        hint = tr("Try what you would do, or have it put right on the simulated servers.");
    m_hint->setText(hint);
    m_putRight->setVisible(trouble);
    const int left = int(m_stage.left().faults.size());
    m_faults->setText(left > 0 ? tr("&Faults (%1 to come)").arg(left) : tr("Pick &faults\u2026"));
}

void RehearsalPanel::putRight()
{
    if (!m_question || m_question->kind != RunQuestion::Kind::Trouble)
        return;
    Trouble trouble = m_question->trouble;
    trouble.step = &m_question->step;
    m_stage.putRight(trouble);
    m_hint->setText(tr("Put right. Now look again."));
    m_putRight->setEnabled(false);
}

void RehearsalPanel::showFaults()
{
    if (!m_dialog)
        m_dialog = new FaultDialog(m_session, m_stage, this);
    m_dialog->retranslate();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void RehearsalPanel::retranslate()
{
    m_speedLabel->setText(tr("Spee&d:"));
    for (int i = 0; i < m_speed->count(); ++i) {
        const int times = m_speed->itemData(i).toInt();
        m_speed->setItemText(i, times == RehearsalStage::unlimited ? tr("as fast as it goes")
                                                                   : tr("%1\u00d7").arg(times));
    }
    m_pause->setText(tr("Pa&use"));
    m_itself->setText(tr("Answer &for me"));
    m_itself->setToolTip(
        tr("Every question is answered with the good answer until something goes wrong: then you decide."));
    m_putRight->setText(tr("Have it put ri&ght"));
    if (m_dialog)
        m_dialog->retranslate();
    refresh();
}

} // namespace ruw
