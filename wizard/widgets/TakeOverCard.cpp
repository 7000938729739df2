#include "wizard/widgets/TakeOverCard.h"

#include "core/base/Quote.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <map>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int mostFoundLines = 3;

} // namespace

TakeOverCard::TakeOverCard(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_found{{}, {}}, m_text(new StateLine(this)), m_button(new QPushButton(this))
{
    setObjectName("takeOverCard"_L1);
    theme::makeCard(this);
    m_text->setObjectName("takeOverText"_L1);
    m_button->setObjectName("takeOverButton"_L1);
    connect(m_button, &QPushButton::clicked, this, [this] { m_session.fillIn(m_found.site); });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme::grid, theme::grid, theme::grid, theme::grid);
    row->setSpacing(2 * theme::grid);
    row->addWidget(m_text, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
}

void TakeOverCard::offer(const FoundEntries& found)
{
    m_found = found;
    // What was found alike on many nodes is said once.
    std::map<std::pair<QString, QString>, QStringList> nodesOf;
    for (const FoundEntry& entry : m_found.entries)
        nodesOf[{entry.name.render(m_session.language()), shownSafely(entry.value)}].append(
            shownSafely(entry.node));
    QStringList lines;
    for (const auto& [what, nodes] : nodesOf) {
        const bool ofSite = nodes.contains(QString());
        lines.append(
            ofSite
                ? tr("%1: %2", "entry, value").arg(what.first, what.second)
                : tr("%1: %2 (%3)", "entry, value, nodes").arg(what.first, what.second, nodes.join(u", "_s)));
    }
    setToolTip(lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s));
    if (const int more = int(lines.size()) - mostFoundLines; more > 0) {
        lines.resize(mostFoundLines);
        lines.append(tr("and %n more", nullptr, more));
    }
    if (!lines.isEmpty())
        lines.prepend(
            tr("The survey found what the site has no entry for. Use these values to plan with them and to keep them in the "
               "site file."));
    m_text->setState(theme::State::Info, lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

void TakeOverCard::retranslate()
{
    m_button->setText(tr("&Use these values"));
}

} // namespace ruw
