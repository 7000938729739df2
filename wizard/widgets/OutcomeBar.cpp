#include "wizard/widgets/OutcomeBar.h"

#include "wizard/Theme.h"
#include "wizard/widgets/IconLabel.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ruw {

OutcomeBar::OutcomeBar(QWidget* parent)
    : QFrame(parent), m_icon(new IconLabel(u"check"_s, theme::State::Good, 20, this)),
      m_text(new QLabel(this)), m_openFolder(new QPushButton(this))
{
    setObjectName(u"outcome"_s);
    theme::makeCard(this);
    m_text->setObjectName(u"outcomeText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_openFolder->setObjectName(u"openFolder"_s);
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_said.file).absolutePath())); });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_openFolder);
    hide();
}

void OutcomeBar::say(const PaperOutcome& outcome)
{
    m_said = outcome;
    const bool good = outcome.good;
    m_icon->setIcon(good ? u"check"_s : u"blocker"_s, good ? theme::State::Good : theme::State::Bad);
    show(m_language);
}

void OutcomeBar::retranslate(Language language)
{
    m_openFolder->setText(tr("Open f&older"));
    show(language);
}

void OutcomeBar::show(Language language)
{
    m_language = language;
    m_text->setText(m_said.text.render(language).trimmed());
    setAccessibleName(m_text->text());
    m_openFolder->setAccessibleDescription(m_text->text());
    m_openFolder->setVisible(!m_said.file.isEmpty());
    setVisible(!isEmpty());
}

} // namespace ruw
