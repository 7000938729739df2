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
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int tickMs = 100;
constexpr Qt::Key speedKey = Qt::Key_F5;
constexpr Qt::Key pauseKey = Qt::Key_F6;
constexpr Qt::Key itselfKey = Qt::Key_F7;
constexpr Qt::Key putRightKey = Qt::Key_F8;
constexpr Qt::Key faultsKey = Qt::Key_F9;

QString withKey(const QString& text, Qt::Key key)
{
    return u"%1 (%2)"_s.arg(text, QKeySequence(key).toString(QKeySequence::NativeText));
}

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
    m_speed->setSizeAdjustPolicy(QComboBox::AdjustToContents);
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
    m_hint = new QLabel(this);
    m_hint->setObjectName("rehearsalHint"_L1);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setFont(theme::strongFont());
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_speed, &QComboBox::activated, this,
            [this](int row) { m_stage.setSpeed(m_speed->itemData(row).toInt()); });
    connect(m_pause, &QPushButton::toggled, this, &RehearsalPanel::pauseOrGoOn);
    connect(m_itself, &QCheckBox::toggled, this, [this](bool yes) {
        m_stage.setPlaysItself(yes);
        emit playsItselfChanged(yes);
    });
    connect(m_faults, &QPushButton::clicked, this, &RehearsalPanel::showFaults);
    connect(m_putRight, &QPushButton::clicked, this, &RehearsalPanel::putRight);
    takeKeys();
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &RehearsalPanel::tick);
    m_since.start();
    m_timer.start();

    auto* tools = new QHBoxLayout(this);
    tools->setContentsMargins(theme::grid, 3, theme::grid, 3);
    tools->setSpacing(theme::grid);
    tools->addWidget(m_speedLabel);
    tools->addWidget(m_speed);
    tools->addWidget(m_pause);
    tools->addWidget(m_itself);
    tools->addWidget(m_hint, 1);
    tools->addWidget(m_putRight);
    tools->addWidget(m_faults);
}

/// Function keys: the letters belong to the work, which goes by the same keys in the rehearsal as in earnest.
void RehearsalPanel::takeKeys()
{
    connect(new QShortcut(speedKey, this), &QShortcut::activated, this, [this] {
        if (!m_speed->isEnabled())
            return;
        m_speed->setFocus(Qt::ShortcutFocusReason);
        m_speed->showPopup();
    });
    for (const auto& [key, button] : {std::pair<Qt::Key, QAbstractButton*>{pauseKey, m_pause},
                                      {itselfKey, m_itself},
                                      {putRightKey, m_putRight},
                                      {faultsKey, m_faults}}) {
        connect(new QShortcut(key, this), &QShortcut::activated, button, [button = button] {
            if (button->isVisible())
                button->click(); // nothing, where it is disabled
        });
    }
}

bool RehearsalPanel::isSo(const Step& step, const Condition& condition) const
{
    return m_stage.isSo(step, condition);
}

void RehearsalPanel::givesAnswer()
{
    m_stage.givesAnswer();
}

bool RehearsalPanel::playsItself() const
{
    return m_itself->isChecked();
}

void RehearsalPanel::tick()
{
    m_stage.pass(std::chrono::milliseconds(m_since.restart()));
    refresh();
}

void RehearsalPanel::setQuestion(const RunQuestion* question)
{
    if (!question || !m_question || question->id != m_question->id)
        m_mended = false;
    m_question = question ? std::optional(*question) : std::nullopt;
    refresh();
}

void RehearsalPanel::refresh()
{
    const bool word = m_question && m_question->kind == RunQuestion::Kind::Word;
    const bool trouble = m_question && m_question->kind == RunQuestion::Kind::Trouble;
    QString hint;
    if (word)
        hint = m_stage.isSo(m_question->step, m_question->condition) ? tr("Right answer: yes")
                                                                     : tr("Right answer: no");
    if (trouble && m_mended)
        hint = tr("Now look again.");
    const RunState* run = m_session.runState();
    const bool over = run && run->isOver();
    if (over) // its key does nothing then
        hint = tr("The run is over: no more faults.");
    m_faults->setVisible(!over);
    if (over)
        m_pause->setChecked(false); // the last looks take their time
    for (QWidget* tool : std::initializer_list<QWidget*>{m_speedLabel, m_speed, m_pause, m_itself})
        tool->setEnabled(!over);
    m_hint->setText(hint);
    m_putRight->setVisible(trouble && !m_mended); // a word in its place, not a button that can't be pressed
    m_putRight->setText(withKey(tr("Put it right"), putRightKey));
    m_faults->setText(withKey(faultsText(), faultsKey));
}

/// Nobody shall wonder whether what he picked was played. In few words: the bar is full in the smallest window.
QString RehearsalPanel::faultsText() const
{
    const auto picked = m_stage.picked().faults.size();
    const auto played = picked - m_stage.left().faults.size();
    if (picked == 0)
        return tr("Pick faults\u2026");
    return played > 0 ? tr("Played: %1 of %2\u2026", "faults").arg(played).arg(picked) : tr("Faults: %1\u2026").arg(picked);
}

void RehearsalPanel::putRight()
{
    if (!m_question || m_question->kind != RunQuestion::Kind::Trouble)
        return;
    m_stage.putRightForHim(m_question->troubleOfStep());
    m_mended = true;
    refresh();
}

void RehearsalPanel::showFaults()
{
    if (!m_dialog) {
        m_dialog = new FaultDialog(m_session, m_stage, this);
        connect(m_dialog, &QDialog::finished, this, &RehearsalPanel::pauseOrGoOn);
    }
    m_dialog->retranslate();
    m_dialog->show();
    pauseOrGoOn();
    m_dialog->raise();
    m_dialog->activateWindow();
}

/// Nobody shall miss the step at which something is to go wrong while he picks it.
void RehearsalPanel::pauseOrGoOn()
{
    m_stage.setPaused(m_pause->isChecked() || (m_dialog && m_dialog->isVisible()));
    refresh();
}

void RehearsalPanel::retranslate()
{
    m_speedLabel->setText(withKey(tr("Speed"), speedKey));
    for (int i = 0; i < m_speed->count(); ++i) {
        const int times = m_speed->itemData(i).toInt();
        m_speed->setItemText(i,
                             times == RehearsalStage::unlimited ? tr("fastest") : tr("%1\u00d7").arg(times));
    }
    m_speed->setToolTip(
        tr("At the fastest speed time passes only by what is done: each “Look again” lets %1 pass.")
            .arg(Text::minutes(int(RehearsalStage::beforeAnotherLook.count())).render(m_session.language())));
    m_speed->setFixedWidth(m_speed->sizeHint().width()); // in this language; the hint beside it wraps into nothing else
    m_pause->setText(withKey(tr("Pause"), pauseKey));
    m_itself->setText(withKey(tr("Answer for me"), itselfKey));
    m_itself->setToolTip(
        tr("Every question is answered with the good answer until something goes wrong: then you decide."));
    const QString help = tr("As if somebody else had put the servers right: the clock goes on by the time that takes, and you still "
                            "choose the answer, “Look again”. The account counts it as a help that no real site has. “Done by "
                            "hand: judge it” plays what you would do on the server yourself, which takes the same time, and "
                            "judges the result: it needs no F8 before.");
    m_putRight->setToolTip(help);
    m_putRight->setWhatsThis(help);
    m_putRight->setAccessibleDescription(help);
    m_faults->setToolTip(tr("What shall go wrong is picked here; how many of these faults have happened stands on the button."));
    if (m_dialog)
        m_dialog->retranslate();
    refresh();
}

} // namespace ruw
