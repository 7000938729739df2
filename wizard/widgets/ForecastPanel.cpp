#include "wizard/widgets/ForecastPanel.h"

#include "core/base/Quote.h"
#include "wizard/Theme.h"
#include "wizard/widgets/ForecastPlot.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int notGiven = -1; ///< a spin box at this value leaves the assumption in force
constexpr int formWidth = 248;
constexpr int mostRowsShown = 5; ///< of the table, before it scrolls
constexpr int longMinutes = 3 * 24 * 60;

enum Column { NodeColumn, LowColumn, ExpectedColumn, HighColumn, FreeColumn, FullColumn, columnCount };

void showOptional(QSpinBox* box, const std::optional<int>& value)
{
    const QSignalBlocker quiet(box);
    box->setValue(value.value_or(notGiven));
}

std::optional<int> optionalOf(const QSpinBox* box)
{
    return box->value() == notGiven ? std::nullopt : std::optional(box->value());
}

} // namespace

ForecastPanel::ForecastPanel(QWidget* parent) : QWidget(parent)
{
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"forecastSummary"_s);
    m_summary->setWordWrap(true);
    m_plot = new ForecastPlot(this);
    m_plot->setObjectName(u"forecastPlot"_s);

    m_form = new QWidget(this);
    m_form->setFixedWidth(formWidth);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(4);
    m_formTitle = new QLabel(m_form);
    m_formTitle->setObjectName(u"assumptionsTitle"_s);
    theme::makeStrong(m_formTitle);
    form->addWidget(m_formTitle);
    m_mails = addAssumption(u"mailsPerHour"_s, m_mailsLabel, 10'000'000, 100);
    m_size = addAssumption(u"meanMailKiB"_s, m_sizeLabel, 1'000'000, 10);
    m_kept = addAssumption(u"keptPercent"_s, m_keptLabel, 100, 5);
    form->addStretch(1);

    m_table = new QTableWidget(0, columnCount, this);
    m_table->setObjectName(u"forecastTable"_s);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(3 * theme::grid + 2);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ForecastPanel::showNode);

    m_inUse = new QLabel(this);
    m_inUse->setObjectName(u"assumptionsInUse"_s);
    m_inUse->setWordWrap(true);
    m_inUse->setTextFormat(Qt::PlainText);
    m_inUse->setTextInteractionFlags(Qt::TextSelectableByMouse);
    theme::makeCaption(m_inUse);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addLayout(theme::readableRow(m_summary), 0, 0, 1, 2);
    layout->addWidget(m_plot, 1, 0);
    layout->addWidget(m_form, 1, 1);
    layout->addWidget(m_table, 2, 0, 1, 2);
    layout->addLayout(theme::readableRow(m_inUse), 3, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    layout->setRowStretch(1, 1);
    for (QSpinBox* box : {m_mails, m_size, m_kept})
        connect(box, &QSpinBox::valueChanged, this, &ForecastPanel::edited);
    setTabOrder(m_plot, m_mails);
    setTabOrder(m_mails, m_size);
    setTabOrder(m_size, m_kept);
    setTabOrder(m_kept, m_table);
}

QSpinBox* ForecastPanel::addAssumption(const QString& objectName, QLabel*& label, int most, int step)
{
    label = new QLabel(m_form);
    auto* box = new QSpinBox(m_form);
    box->setObjectName(objectName);
    box->setRange(notGiven, most);
    box->setSingleStep(step);
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false); // the site is saved when a number is complete, not digit by digit
    box->setAlignment(Qt::AlignRight);
    label->setBuddy(box);
    m_form->layout()->addWidget(label);
    m_form->layout()->addWidget(box);
    return box;
}

bool ForecastPanel::diskMayFill(const QueueForecast& forecast)
{
    return std::any_of(forecast.nodes.cbegin(), forecast.nodes.cend(), [&forecast](const auto& node) {
        return node.fullAfterMinutes && *node.fullAfterMinutes <= forecast.minutes;
    });
}

void ForecastPanel::setForecast(const QueueForecast& forecast, const MailLoad& load, Language language)
{
    m_forecast = forecast;
    m_load = load;
    m_language = language;
    retranslate();
}

void ForecastPanel::retranslate()
{
    const bool full = diskMayFill(m_forecast);
    m_summary->setText(full ? tr("Sync is to be cut for %1. At the high rate the disk of at least one node "
                                 "is full before that: "
                                 "make room, shorten the time, or choose another procedure.")
                                  .arg(Text::minutes(m_forecast.minutes).render(m_language))
                            : tr("Sync is to be cut for %1. So much saved and held mail may pile up in the "
                                 "queue directories until "
                                 "then.")
                                  .arg(Text::minutes(m_forecast.minutes).render(m_language)));
    m_formTitle->setText(tr("Assumptions"));
    m_mailsLabel->setText(tr("&Mails per hour, all nodes"));
    m_size->setSuffix(u" KiB"_s);
    m_sizeLabel->setText(tr("Mean &size of a mail"));
    m_kept->setSuffix(u" %"_s);
    m_keptLabel->setText(tr("Share sa&ved or held"));
    for (QSpinBox* box : {m_mails, m_size, m_kept}) {
        box->setLocale(QLocale());
        box->setToolTip(tr("Your own figure; turned down to the lowest value, the assumption counts."));
    }
    const auto assumed = [this](int value, const QString& unit) {
        return tr("%1 (assumed)").arg(QLocale().toString(value) + unit);
    };
    m_mails->setSpecialValueText(assumed(QueueForecast::assumedMailsPerHour, {}));
    m_size->setSpecialValueText(assumed(QueueForecast::assumedMeanMailKiB, m_size->suffix()));
    m_kept->setSpecialValueText(assumed(QueueForecast::assumedKeptPercent, m_kept->suffix()));
    m_table->setHorizontalHeaderLabels(
        {tr("Node"), tr("Low"), tr("Expected"), tr("High"), tr("Free disk"), tr("Full after")});
    m_table->setAccessibleName(tr("Pile-up of each node when sync is to be restored"));
    fillAssumptions();
    fillTable();
    m_plot->retranslate();
}

void ForecastPanel::fillAssumptions()
{
    showOptional(m_mails, m_load.mailsPerHour);
    showOptional(m_size, m_load.meanMailKiB);
    showOptional(m_kept, m_load.keptPercent);
    QStringList lines{tr("Reckoned with:")};
    for (const QueueForecast::Assumption& assumption : std::as_const(m_forecast.assumptions)) {
        const QString name = assumption.name.render(m_language);
        const QString value = assumption.value.render(m_language);
        lines.append(tr("- %1: %2").arg(name, value));
    }
    m_inUse->setText(lines.join(u'\n'));
}

void ForecastPanel::fillTable()
{
    const int before = std::max(0, m_table->currentRow());
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(int(m_forecast.nodes.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QueueForecast::NodeForecast& node = m_forecast.nodes[row];
        const auto bytes = [this](qint64 value) { return Text::bytes(value).render(m_language); };
        const bool fillsUp = node.fullAfterMinutes && *node.fullAfterMinutes <= m_forecast.minutes;
        QString full = tr("unknown");
        if (node.fullAfterMinutes) {
            full = *node.fullAfterMinutes > longMinutes
                       ? tr("over 3 days")
                       : Text::minutes(*node.fullAfterMinutes).render(m_language);
            if (fillsUp)
                full = tr("%1: too soon").arg(full);
        }
        const QStringList texts{shownSafely(node.node),
                                bytes(node.bytes.low),
                                bytes(node.bytes.expected),
                                bytes(node.bytes.high),
                                node.freeDiskBytes ? bytes(*node.freeDiskBytes) : tr("unknown"),
                                full};
        for (int column = 0; column < columnCount; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setTextAlignment(column == NodeColumn ? Qt::AlignLeft | Qt::AlignVCenter
                                                        : Qt::AlignRight | Qt::AlignVCenter);
            if (fillsUp && column == FullColumn) {
                item->setForeground(theme::stateColor(theme::State::Bad));
                item->setIcon(theme::stateIcon(theme::State::Bad));
            }
            m_table->setItem(row, column, item);
        }
    }
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            m_table->verticalHeader()->defaultSectionSize() *
                                std::clamp(m_table->rowCount(), 1, mostRowsShown) +
                            2 * m_table->frameWidth());
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(std::min(before, m_table->rowCount() - 1), NodeColumn);
    showNode();
}

void ForecastPanel::showNode()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_forecast.nodes.size())
        m_plot->clear();
    else
        m_plot->setForecast(m_forecast.nodes[row], m_forecast.minutes, m_language);
}

void ForecastPanel::edited()
{
    const MailLoad load{optionalOf(m_mails), optionalOf(m_size), optionalOf(m_kept)};
    if (load != m_load)
        emit mailLoadEdited(load);
}

} // namespace ruw
