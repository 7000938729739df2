#include "wizard/widgets/SyncModeCard.h"

#include "core/base/Quote.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {
constexpr double modePoints = 13;
} // namespace

SyncModeCard::SyncModeCard(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_mode(new QLabel(this)), m_follows(new QLabel(this)),
      m_sources(new QLabel(this))
{
    theme::makeCard(this);
    m_mode->setObjectName("syncModeLabel"_L1);
    QFont large = theme::strongFont();
    large.setPointSizeF(modePoints);
    m_mode->setFont(large);
    m_follows->setObjectName("syncModeFollows"_L1);
    m_sources->setObjectName("syncModeSources"_L1);
    m_sources->setTextFormat(Qt::PlainText);
    theme::makeCaption(m_sources);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(theme::grid / 2);
    for (QLabel* label : {m_mode, m_follows, m_sources}) {
        label->setWordWrap(true);
        if (label == m_follows)
            texts->addLayout(theme::readableRow(label));
        else
            texts->addWidget(label);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme::grid, theme::grid + 4, 2 * theme::grid, theme::grid + 4);
    row->setSpacing(2 * theme::grid);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
}

void SyncModeCard::setFacts(const SiteFacts& facts, Language language)
{
    theme::State state = theme::State::Info;
    switch (facts.dataSync) {
    case SiteDataSync::On:
        m_mode->setText(tr("Data sync: ON"));
        m_follows->setText(withWordsWhole(
            tr("Settings sync must not be disabled, or mail data ends up scattered. To keep mail flowing, the "
               "communication between the nodes is cut: all IP traffic, or the settings port and all data ports. "
               "While it is cut, mail is delivered, but saved and held mail piles up in the slaves' queue directories.")));
        break;
    case SiteDataSync::Off:
        m_mode->setText(tr("Data sync: OFF"));
        m_follows->setText(withWordsWhole(
            tr("Only settings are synced. They may be kept apart by disabling settings sync for the time of "
               "the work, or by blocking the settings port. No mail piles up.")));
        break;
    case SiteDataSync::Unsettled:
        state = theme::State::Warning;
        m_mode->setText(tr("Data sync: not settled - treated as ON"));
        m_follows->setText(withWordsWhole(
            tr("The nodes do not all say the same, or one says nothing. Until that is settled the careful "
               "side counts: settings sync must not be disabled, and all data ports are blocked.")));
        break;
    }
    m_icon->setPixmap(theme::stateIcon(state).pixmap(32, 32));
    QStringList sources;
    for (const NodeFacts& node : facts.nodes) {
        const QString value = !node.dataSync.known() ? tr("unknown")
                              : *node.dataSync.value ? u"ON"_s
                                                     : u"OFF"_s;
        sources.append(
            tr("%1: %2 (%3)").arg(shownSafely(node.node.name), value, node.dataSync.detail.render(language)));
    }
    m_sources->setText(tr("ENABLE_REP_DATA by node") + u'\n' + sources.join(u'\n'));
}

} // namespace ruw
