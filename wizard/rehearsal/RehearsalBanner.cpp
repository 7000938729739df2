#include "wizard/rehearsal/RehearsalBanner.h"

#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ruw {

RehearsalBanner::RehearsalBanner(Session& session, const RehearsalStage& stage, QWidget* parent)
    : QFrame(parent), m_session(session), m_stage(stage), m_word(new QLabel(this)), m_text(new QLabel(this)),
      m_leave(new QPushButton(this))
{
    setObjectName("rehearsalBanner"_L1);
    theme::makeRehearsalBanner(this);
    m_word->setObjectName("rehearsalWord"_L1);
    m_word->setFont(theme::strongFont());
    m_text->setObjectName("rehearsalText"_L1);
    m_leave->setObjectName("leaveRehearsal"_L1);
    connect(m_leave, &QPushButton::clicked, this, &RehearsalBanner::leaveAsked);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme::grid, 2, theme::grid, 2);
    row->setSpacing(2 * theme::grid);
    row->addWidget(m_word);
    row->addWidget(m_text, 1);
    row->addWidget(m_leave);
    constexpr int refreshMs = 250;
    auto* timer = new QTimer(this);
    timer->setInterval(refreshMs);
    connect(timer, &QTimer::timeout, this, [this] {
        refresh();
        emit ticked();
    });
    timer->start();
}

void RehearsalBanner::retranslate()
{
    // In both languages: whoever passes by reads his own.
    m_word->setText(u"\u25c6 リハーサル / REHEARSAL \u25c6"_s);
    m_leave->setText(tr("Leave the rehearsal"));
    setAccessibleName(m_word->text());
    refresh();
}

void RehearsalBanner::refresh()
{
    if (!m_stage.isSetUp())
        return m_text->setText(tr("Played on a simulated site. No server is touched."));
    const RehearsalFigures figures = m_stage.figures();
    const Language language = m_session.language();
    const QString line = tr("%1  Mails: %2, queued: %3 (%4), lost: %5. Safety rules broken: %6", "time of day first")
                             .arg(Text::timeOfDay(m_stage.now()).render(language),
                                  Text::number(figures.mailAccepted).render(language),
                                  Text::number(figures.mailQueued).render(language),
                                  Text::bytes(m_stage.queuedBytes()).render(language),
                                  Text::number(figures.mailLost).render(language))
                             .arg(figures.violations.size());
    m_text->setText(m_stage.paused() ? tr("Paused. %1").arg(line) : line);
}

} // namespace ruw
