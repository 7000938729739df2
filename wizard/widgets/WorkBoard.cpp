#include "wizard/widgets/WorkBoard.h"

#include "wizard/Theme.h"
#include "wizard/widgets/AlarmPanel.h"
#include "wizard/widgets/SituationPanel.h"
#include "wizard/widgets/TopologyView.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int largeFrom = 150 * theme::grid; ///< as wide as three columns need
constexpr int leastList = 28 * theme::grid, narrowList = 36 * theme::grid, wideList = 42 * theme::grid;
constexpr int wideListFrom = 110 * theme::grid;
constexpr int situationWidth = 50 * theme::grid;
constexpr int drawingFrom = 52 * theme::grid; ///< lower than that there is no room for the drawing over the steps
constexpr int legendFrom = 89 * theme::grid; ///< height of the window: in the smallest the line is the step's
constexpr int leastDrawing = 12 * theme::grid, leastSteps = 14 * theme::grid; ///< what does not fit scrolls

/// As high as what it holds, and lower where there is no room for it. Once it has grown it stays so: the list below must
/// not move whenever a node says more or less.
class Drawing final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override
    {
        const int width = viewport()->width();
        if (width != m_width) {
            m_width = width;
            m_tallest = 0;
        }
        m_tallest = std::max(m_tallest, static_cast<const TopologyView*>(widget())->wholeHeight(width));
        return {QScrollArea::sizeHint().width(), m_tallest};
    }
    QSize minimumSizeHint() const override
    {
        return {QScrollArea::minimumSizeHint().width(), std::min(leastDrawing, sizeHint().height())};
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        static_cast<TopologyView*>(widget())->setHeightRoom(event->size().height()); // before it is asked how high it is
        QScrollArea::resizeEvent(event);
        if (event->size().width() != event->oldSize().width())
            updateGeometry();
    }
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (object == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry(); // it shows something else
        return QScrollArea::eventFilter(object, event);
    }

private:
    mutable int m_width = -1, m_tallest = 0;
};

} // namespace

WorkBoard::WorkBoard(QWidget* parent)
    : QWidget(parent), m_alarms(new AlarmPanel(this)), m_situation(new SituationPanel(this)),
      m_topology(new TopologyView), m_drawing(new Drawing(this)), m_left(new QWidget(this)),
      m_right(new QWidget(this))
{
    m_topology->setObjectName("topologyView"_L1);
    m_drawing->setObjectName("topologyArea"_L1);
    m_drawing->setWidgetResizable(true);
    m_drawing->setFrameShape(QFrame::NoFrame);
    m_drawing->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_drawing->setFocusPolicy(Qt::NoFocus);
    m_drawing->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_drawing->setWidget(m_topology);

    const auto column = [](QWidget* of) {
        auto* made = of ? new QVBoxLayout(of) : new QVBoxLayout;
        made->setContentsMargins({});
        made->setSpacing(theme::grid);
        return made;
    };
    m_top = column(nullptr);
    m_top->addWidget(m_alarms);
    m_leftColumn = column(m_left);
    m_rightColumn = column(m_right);
    m_right->setFixedWidth(situationWidth);
    m_left->setMinimumWidth(leastList);
    m_left->setMaximumWidth(narrowList);
    m_body = new QHBoxLayout;
    m_body->setSpacing(2 * theme::grid);
    m_body->addWidget(m_left, 3);
    m_body->addWidget(m_right);
    m_whole = column(this);
    m_whole->addLayout(m_top);
    m_whole->addLayout(m_body, 1);
    connect(m_situation, &SituationPanel::foldedChanged, this, [this](bool folded) {
        m_folded = folded;
        m_alarms->setFolded(folded);
        fit();
        emit foldedChanged(folded);
    });
    arrange(false);
}

void WorkBoard::setWork(QWidget* steps, QWidget* work)
{
    steps->setMinimumHeight(leastSteps);
    m_leftColumn->addWidget(steps, 1);
    m_body->insertWidget(1, work, 4);
}

void WorkBoard::setLow(bool low)
{
    m_low = low;
    m_situation->setFoldable(low);
    fit();
}

void WorkBoard::setTight(bool tight)
{
    for (QLayout* column : {static_cast<QLayout*>(m_top), static_cast<QLayout*>(m_whole), m_alarms->layout(), m_situation->layout()})
        column->setSpacing(tight ? theme::grid / 2 : theme::grid);
}

void WorkBoard::showFacts(const QList<BriefFact>& others)
{
    m_situation->setFacts(m_alarms->facts() + others);
}

void WorkBoard::arrange(bool large)
{
    m_large = large;
    m_top->removeWidget(m_situation);
    m_leftColumn->removeWidget(m_drawing);
    m_rightColumn->removeWidget(m_drawing);
    m_rightColumn->removeWidget(m_situation);
    if (large) {
        m_rightColumn->addWidget(m_drawing);
        m_rightColumn->addWidget(m_situation, 1);
    } else {
        m_leftColumn->insertWidget(0, m_drawing);
        m_top->addWidget(m_situation);
    }
    m_right->setVisible(large);
    m_situation->setForm(large ? SituationPanel::Form::Column : SituationPanel::Form::Lines);
    m_alarms->setRoomy(large);
    fit();
}

void WorkBoard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
    if ((width() >= largeFrom) != m_large)
        arrange(!m_large);
}

/// On a screen at 200 % the steps go before the drawing, and the one that is worked on before the others.
void WorkBoard::fit()
{
    m_left->setMaximumWidth(m_low && !m_large ? leastList : width() >= wideListFrom ? wideList : narrowList);
    m_situation->setLegend(m_large || window()->height() >= legendFrom);
    m_drawing->setVisible(m_large || (!m_folded && height() >= drawingFrom));
}

void WorkBoard::retranslate()
{
    m_topology->setAccessibleName(tr("The nodes and the links between them, as they are now"));
    m_situation->retranslate();
}

} // namespace ruw
