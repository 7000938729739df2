#include "wizard/widgets/SideRail.h"

#include "wizard/widgets/RailDelegate.h"
#include "wizard/widgets/TwoLines.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int railWidth = 26 * theme::grid;

} // namespace

SideRail::SideRail(int pages, QWidget* parent)
    : QFrame(parent), m_siteName(new TwoLines(this)), m_languageLabel(new QLabel(this)), m_list(new QListWidget(this)),
      m_guide(new QPushButton(this)), m_language(new QComboBox(this))
{
    setObjectName("rail"_L1);
    setFixedWidth(railWidth);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_siteName->setObjectName("railSiteName"_L1);
    m_siteName->setContentsMargins(2 * theme::grid, 2 * theme::grid, theme::grid, theme::grid);
    theme::makeStrong(m_siteName);

    m_list->setObjectName("railList"_L1);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RailDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setResizeMode(QListView::Adjust); // the rows are lower in a low window
    for (int i = 0; i < pages; ++i)
        m_list->addItem(new QListWidgetItem);
    const auto chosen = [this](QListWidgetItem* item) { emit pageChosen(m_list->row(item)); };
    connect(m_list, &QListWidget::itemClicked, this, chosen);
    connect(m_list, &QListWidget::itemActivated, this, chosen);

    m_guide->setObjectName("guideButton"_L1);
    m_guide->setIcon(theme::icon(u"info"_s));
    connect(m_guide, &QPushButton::clicked, this, &SideRail::guideAsked);
    // The words of the languages are never translated: whoever can't read the rest finds his own.
    theme::makeCaption(m_languageLabel);
    m_languageLabel->setText(u"言語 / Language"_s);
    m_language->setObjectName("languageBox"_L1);
    m_language->setAccessibleName(m_languageLabel->text());
    m_language->addItem(u"日本語"_s, int(Language::Japanese));
    m_language->addItem(u"English"_s, int(Language::English));
    m_languageLabel->setBuddy(m_language);
    connect(m_language, &QComboBox::activated, this,
            [this](int row) { emit languageChosen(Language(m_language->itemData(row).toInt())); });

    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(2 * theme::grid, theme::grid, 2 * theme::grid, 2 * theme::grid);
    foot->setSpacing(theme::grid / 2);
    foot->addWidget(m_guide);
    foot->addSpacing(theme::grid / 2);
    foot->addWidget(m_languageLabel);
    foot->addWidget(m_language);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_siteName);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
}

void SideRail::setSiteName(const QString& name)
{
    m_siteName->setWhole(name.isEmpty() ? tr("(no site yet)") : name);
}

void SideRail::setRow(int page, const QString& title, theme::State state, const QString& word)
{
    QListWidgetItem* item = m_list->item(page);
    item->setText(title);
    item->setData(RailDelegate::StateRole, int(state));
    item->setData(RailDelegate::WordRole, word);
    item->setData(Qt::AccessibleTextRole, QString(title + u", "_s + word));
    item->setFlags(state == theme::State::Blocked ? Qt::ItemFlags(Qt::ItemIsSelectable)
                                                  : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
}

void SideRail::setCurrent(int page)
{
    m_list->setCurrentRow(page);
}

void SideRail::retranslate(Language language)
{
    m_language->setCurrentIndex(m_language->findData(int(language)));
    m_guide->setText(tr("Guide (F1)"));
    m_list->setAccessibleName(tr("Pages"));
}

} // namespace ruw
