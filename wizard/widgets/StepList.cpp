#include "wizard/widgets/StepList.h"

#include "core/product/ProductVersion.h"
#include "core/run/Runner.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"

#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>

#include <utility>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

enum Role { IdRole = Qt::UserRole, RowRole, CaptionRole, CurrentRole, ShownRole };
enum class RowKind { Phase, Step, Line };

struct Look {
    QLatin1StringView icon;
    theme::State state;
};

Look lookOf(StepStatus status, bool current)
{
    switch (status) {
    case StepStatus::Pending:
        return current ? Look{"here"_L1, theme::State::Here} : Look{"todo"_L1, theme::State::Todo};
    case StepStatus::Confirmed:
    case StepStatus::Started:
    case StepStatus::Executed:
        return {"busy"_L1, theme::State::Busy};
    case StepStatus::Verified:
        return {"check"_L1, theme::State::Done};
    case StepStatus::Failed:
        return {"blocker"_L1, theme::State::Bad};
    case StepStatus::Skipped:
        return {"next"_L1, theme::State::Warning};
    case StepStatus::RolledBack:
        return {"refresh"_L1, theme::State::Warning};
    case StepStatus::NotNeeded:
        return {"remove"_L1, theme::State::Todo};
    }
    Q_UNREACHABLE();
}

/// A row: icon, title and caption, which may wrap. Phases are small headings; the point of no return is a heavy line.
class Delegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int width = viewWidth(option);
        const RowKind kind = kindOf(index);
        if (kind != RowKind::Step)
            return {width, QFontMetrics(theme::strongFont()).height() +
                               (kind == RowKind::Line ? 2 : 3) * theme::grid / 2};
        const QRect row(0, 0, width, 0);
        const QRect title = titleRect(option, index, row);
        return {width, title.height() + captionRect(index, row, title).height() + theme::grid + 4};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        switch (kindOf(index)) {
        case RowKind::Phase:
            painter->setFont(strongCaption());
            painter->setPen(theme::colors().muted);
            painter->drawText(option.rect.adjusted(theme::grid, 0, -theme::grid, -3),
                              Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
            break;
        case RowKind::Line:
            paintLine(painter, option, index);
            break;
        case RowKind::Step:
            paintStep(painter, option, index);
            break;
        }
        painter->restore();
    }

private:
    static constexpr int iconSize = 2 * theme::grid;
    static constexpr int textLeft = 2 * theme::grid + iconSize;

    static RowKind kindOf(const QModelIndex& index) { return RowKind(index.data(RowRole).toInt()); }
    static QFont strongCaption()
    {
        QFont font = theme::captionFont();
        font.setBold(true);
        return font;
    }
    static int viewWidth(const QStyleOptionViewItem& option)
    {
        const auto* view = qobject_cast<const QListWidget*>(option.widget);
        return view ? view->viewport()->width() : option.rect.width();
    }
    static QFont titleFont(const QModelIndex& index)
    {
        return index.data(CurrentRole).toBool() ? theme::strongFont() : theme::bodyFont();
    }
    static QString titleText(const QModelIndex& index) { return withWordsWhole(withVersionsWhole(index.data().toString())); }
    static QString captionText(const QModelIndex& index) { return withNumbersWhole(index.data(CaptionRole).toString()); }
    static QRect titleRect(const QStyleOptionViewItem&, const QModelIndex& index, const QRect& row)
    {
        const QRect room(row.left() + textLeft, row.top() + theme::grid / 2,
                         row.width() - textLeft - theme::grid, 400);
        return QFontMetrics(titleFont(index))
            .boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, titleText(index));
    }

    static QRect captionRect(const QModelIndex& index, const QRect& row, const QRect& title)
    {
        constexpr int most = 100;
        const QRect room(row.left() + textLeft, title.bottom() + 2, row.width() - textLeft - theme::grid, most);
        return QFontMetrics(theme::captionFont())
            .boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, captionText(index));
    }

    static void paintLine(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
    {
        painter->fillRect(option.rect, theme::colors().badSoft);
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 3),
                          theme::colors().bad);
        const QRect icon(option.rect.left() + theme::grid, option.rect.center().y() - iconSize / 2 + 2,
                         iconSize, iconSize);
        theme::icon(u"warning"_s, theme::colors().bad).paint(painter, icon);
        painter->setFont(strongCaption());
        painter->setPen(theme::colors().bad);
        painter->drawText(option.rect.adjusted(textLeft, 3, -theme::grid, 0),
                          Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    }

    static void paintStep(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
    {
        const QRect& row = option.rect;
        if (index.data(CurrentRole).toBool()) {
            painter->fillRect(row, theme::colors().accentSoft);
            painter->fillRect(QRect(row.left(), row.top(), 4, row.height()), theme::colors().accent);
        }
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(theme::colors().accent, option.state & QStyle::State_HasFocus ? 2 : 1));
            painter->drawRect(row.adjusted(1, 1, -2, -2));
        }
        const QRect title = titleRect(option, index, row);
        const int lineHeight = QFontMetrics(theme::bodyFont()).height();
        const QRect icon(row.left() + theme::grid, title.top() + (lineHeight - iconSize) / 2, iconSize,
                         iconSize);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
        painter->setFont(titleFont(index));
        painter->setPen(theme::colors().text);
        painter->drawText(title, Qt::AlignLeft | Qt::TextWordWrap, titleText(index));
        painter->setFont(theme::captionFont());
        painter->setPen(theme::colors().muted);
        painter->drawText(captionRect(index, row, title), Qt::AlignLeft | Qt::TextWordWrap, captionText(index));
    }
};

} // namespace

StepList::StepList(QWidget* parent) : QListWidget(parent)
{
    setObjectName("stepList"_L1);
    setItemDelegate(new Delegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setResizeMode(Adjust);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item && !m_filling)
            emit stepChosen(item->data(IdRole).toString());
    });
}

void StepList::setRun(const RunState& state, const TimeChart& chart, const QString& shown, Language language)
{
    m_filling = true;
    m_language = language;
    QList<QString> ids;
    for (const Step& step : state.procedure().steps)
        ids.append(step.id);
    if (ids != m_ids) {
        m_ids = ids;
        clear();
        std::optional<Phase> phase;
        const auto addRow = [this](RowKind kind) {
            auto* item = new QListWidgetItem(this);
            item->setData(RowRole, int(kind));
            item->setFlags(kind == RowKind::Step ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                                 : Qt::ItemIsEnabled);
            return item;
        };
        for (const Step& step : state.procedure().steps) {
            if (phase != step.phase)
                addRow(RowKind::Phase)->setData(IdRole, phaseCode(step.phase));
            phase = step.phase;
            if (step.pointOfNoReturn)
                addRow(RowKind::Line);
            addRow(RowKind::Step)->setData(IdRole, step.id);
        }
    }
    QListWidgetItem* currentStep = nullptr;
    bool changed = false;
    for (int row = 0; row < count(); ++row) {
        QListWidgetItem* rowItem = item(row);
        const QString id = rowItem->data(IdRole).toString();
        switch (RowKind(rowItem->data(RowRole).toInt())) {
        case RowKind::Phase:
            rowItem->setText(phaseText(*phaseFromCode(id)).render(language));
            break;
        case RowKind::Line:
            rowItem->setText(tr("Point of no return"));
            break;
        case RowKind::Step:
            changed = refresh(rowItem, *state.procedure().step(id), state, chart) || changed;
            if (id == shown)
                currentStep = rowItem;
            break;
        }
    }
    if (currentStep) {
        const bool moved = currentItem() != currentStep;
        setCurrentItem(currentStep);
        if (changed)
            doItemsLayout(); // texts may have changed their heights
        scrollToItem(currentStep, moved ? PositionAtCenter : EnsureVisible);
    }
    m_filling = false;
}

/// What was scrolled to for the size before may be out of sight now.
void StepList::resizeEvent(QResizeEvent* event)
{
    QListWidget::resizeEvent(event);
    QListWidgetItem* shown = currentItem();
    if (!shown || event->size() == event->oldSize() || std::exchange(m_fitting, true))
        return;
    doItemsLayout(); // Qt's own comes later
    scrollToItem(shown, PositionAtCenter);
    m_fitting = false;
}

bool StepList::refresh(QListWidgetItem* item, const Step& step, const RunState& state, const TimeChart& chart)
{
    const StepRecord record = state.record(step.id);
    const bool current = state.current() && state.current()->id == step.id;
    const Look look = lookOf(record.status, current);
    const QString title = tr("%1. %2", "No as on paper, title of a step")
                              .arg(state.procedure().number(step.id))
                              .arg(step.title.render(m_language));
    QStringList caption;
    const QString word = current && record.status == StepStatus::Pending
                             ? tr("Now")
                             : stepStatusText(step, record.status).render(m_language);
    caption.append(word);
    if (!step.node.isEmpty() && !title.contains(step.node))
        caption.append(step.node);
    const auto planned = chart.startOf(step.id);
    if (planned)
        caption.append(tr("planned %1", "time").arg(Text::timeOfDay(*planned).render(m_language)));
    if (record.started.isValid()) {
        // A journal of an earlier version may tell its times in the offset of the machine that wrote it.
        const auto told = [&](const QDateTime& when) {
            return Text::timeOfDay(planned ? when.toOffsetFromUtc(planned->offsetFromUtc()) : when).render(m_language);
        };
        const QString from = told(record.started);
        const QString to = record.ended.isValid() ? told(record.ended) : QString();
        const QString both = tr("%1\u2013%2", "time from, time to").arg(from, to);
        caption.append(tr("actual %1", "time, or from and to").arg(from == to ? from : both));
    }
    // A run tells of every record: only a row that says something else is laid out anew.
    const QColor color = theme::stateColor(look.state);
    const QStringList shown{title, caption.join(u'\n'), QString(look.icon), color.name(),
                            QString::number(current)};
    if (item->data(ShownRole).toStringList() == shown)
        return false;
    item->setData(ShownRole, shown);
    item->setText(title);
    item->setIcon(theme::icon(look.icon, color));
    item->setData(CurrentRole, current);
    item->setData(CaptionRole, caption.join(u"\u00a0\u00b7 "_s)); // no line begins with the dot
    item->setData(Qt::AccessibleTextRole, QString(title + u", "_s + caption.join(u", "_s)));
    item->setToolTip(caption.join(u" \u00b7 "_s));
    return true;
}

} // namespace ruw
