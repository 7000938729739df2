#include "wizard/rehearsal/FaultDialog.h"

#include "core/base/Quote.h"
#include "core/plan/PlanBuilder.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// At which the run stops and asks: whoever picks the first one shall see that.
constexpr FaultKind proposed = FaultKind::InstallerLies;

/// A later step of the procedure puts it right, or the look at the result shows that nothing is wrong: nobody is asked what to
/// do, at whichever step it happens.
bool isTakenCareOf(FaultKind kind)
{
    static const QList<FaultKind> all{FaultKind::CommandSaysFailed, FaultKind::LostAfter,   FaultKind::LostInOutput,
                                      FaultKind::InstallerStarts,   FaultKind::InstallerNewPort, FaultKind::ClockWrong,
                                      FaultKind::RestartAsked,      FaultKind::RestartTwice};
    return all.contains(kind);
}

} // namespace

FaultDialog::FaultDialog(Session& session, RehearsalStage& stage, QWidget* parent)
    : QDialog(parent), m_session(session), m_stage(stage), m_explain(new QLabel(this)),
      m_kindLabel(new QLabel(this)), m_stepLabel(new QLabel(this)), m_nodeLabel(new QLabel(this)),
      m_listLabel(new QLabel(this)), m_kind(new QComboBox(this)), m_step(new QComboBox(this)), m_node(new QComboBox(this)),
      m_list(new QListWidget(this)),
      m_add(new QPushButton(this)), m_remove(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName("faultDialog"_L1);
    m_kind->setObjectName("faultKind"_L1);
    m_step->setObjectName("faultStep"_L1);
    m_node->setObjectName("faultNode"_L1);
    m_list->setObjectName("faultList"_L1);
    m_add->setObjectName("faultAdd"_L1);
    m_remove->setObjectName("faultRemove"_L1);
    m_close->setObjectName("faultClose"_L1);
    m_explain->setWordWrap(true);
    for (QComboBox* box : {m_kind, m_step, m_node}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(50);
    }
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(14 * theme::grid);
    m_kindLabel->setBuddy(m_kind);
    m_stepLabel->setBuddy(m_step);
    m_nodeLabel->setBuddy(m_node);
    m_listLabel->setBuddy(m_list);
    m_add->setDefault(true);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FaultDialog::fillSteps);
    connect(m_step, &QComboBox::currentIndexChanged, this, &FaultDialog::fillNodes);
    connect(m_add, &QPushButton::clicked, this, &FaultDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &FaultDialog::remove);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&session, &Session::runChanged, this, [this] {
        if (isVisible())
            retranslate();
    });

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    grid->setHorizontalSpacing(theme::grid);
    grid->setVerticalSpacing(theme::grid);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_explain, 0, 0, 1, 3);
    grid->addWidget(m_kindLabel, 1, 0);
    grid->addWidget(m_kind, 1, 1, 1, 2);
    grid->addWidget(m_stepLabel, 2, 0);
    grid->addWidget(m_step, 2, 1, 1, 2);
    grid->addWidget(m_nodeLabel, 3, 0);
    grid->addWidget(m_node, 3, 1);
    grid->addWidget(m_add, 3, 2);
    grid->addWidget(m_listLabel, 4, 0, Qt::AlignTop);
    grid->addWidget(m_list, 4, 1);
    grid->addWidget(m_remove, 4, 2, Qt::AlignTop);
    grid->addWidget(m_close, 5, 2);
    resize(80 * theme::grid, 40 * theme::grid);
}

const Procedure* FaultDialog::procedure() const
{
    const RunState* run = m_session.runState();
    return run ? &run->procedure() : m_session.procedure();
}

QList<const Step*> FaultDialog::placesFor(FaultKind kind) const
{
    QList<const Step*> places;
    const Procedure* plan = procedure();
    if (!plan)
        return places;
    const RunState* run = m_session.runState();
    for (const Step& step : plan->steps) {
        // A step that is under way has had its faults; one that hangs on an answer may never come.
        const bool open = !run || run->record(step.id).status == StepStatus::Pending;
        const bool fits = faultFits(kind, step, *plan, m_session.site()) || !nodesToStrike(kind, *plan, m_session.site()).isEmpty();
        if (open && step.onlyIf.isEmpty() && fits)
            places.append(&step);
    }
    return places;
}

void FaultDialog::fillKinds()
{
    const QVariant chosen = m_kind->currentData();
    const QSignalBlocker quiet(m_kind);
    m_kind->clear();
    for (const FaultKind kind : allFaults()) {
        if (!comesFromOutside(kind) || placesFor(kind).isEmpty())
            continue;
        const QString what = faultText(kind).render(m_session.language());
        m_kind->addItem(isTakenCareOf(kind) ? tr("%1 (no stop: the procedure takes care of it)", "fault").arg(what) : what, int(kind));
    }
    const int first = m_kind->findData(int(proposed));
    const int before = chosen.isValid() ? m_kind->findData(chosen) : first;
    m_kind->setCurrentIndex(before >= 0 ? before : (m_kind->count() > 0 ? 0 : -1));
}

void FaultDialog::fillSteps()
{
    const QVariant chosen = m_step->currentData();
    const QSignalBlocker quiet(m_step);
    m_step->clear();
    if (m_kind->currentIndex() >= 0) {
        for (const Step* step : placesFor(FaultKind(m_kind->currentData().toInt())))
            m_step->addItem(stepPlace(*procedure(), step->id).render(m_session.language()), step->id);
    }
    const int before = m_step->findData(chosen);
    if (before >= 0)
        m_step->setCurrentIndex(before);
    m_add->setEnabled(m_step->count() > 0);
    fillNodes();
}

/// Only what happens to a server as such has a choice; at first it is the one that the step is about.
void FaultDialog::fillNodes()
{
    const Procedure* plan = procedure();
    const Step* step = plan ? plan->step(m_step->currentData().toString()) : nullptr;
    m_node->clear();
    const QStringList nodes = step ? nodesToStrike(FaultKind(m_kind->currentData().toInt()), *plan, m_session.site()) : QStringList();
    for (const QString& node : nodes)
        m_node->addItem(shownSafely(node), node);
    if (step && nodes.isEmpty()) // no choice, but a place
        m_node->addItem(step->node.isEmpty() ? tr("(whole site)") : shownSafely(step->node));
    else if (step)
        m_node->setCurrentIndex(std::max(0, m_node->findData(step->node)));
    m_node->setEnabled(!nodes.isEmpty());
    m_nodeLabel->setEnabled(!nodes.isEmpty());
}

void FaultDialog::fillList()
{
    const int row = m_list->currentRow();
    m_list->clear();
    const FaultPlan left = m_stage.left();
    const Procedure* plan = procedure();
    for (const Fault& fault : m_stage.picked().faults) {
        const Language language = m_session.language();
        const bool happened = !left.faults.contains(fault);
        const QString what = tr("%1 \u2014 %2", "fault, step")
                                 .arg(faultText(fault.kind).render(language),
                                      plan ? faultPlace(*plan, fault).render(language) : fault.step);
        auto* item = new QListWidgetItem(
            theme::stateIcon(happened ? theme::State::Done : theme::State::Todo),
            happened ? tr("Happened: %1").arg(what) : tr("Planned: %1").arg(what), m_list);
        item->setData(Qt::UserRole, FaultPlan{{fault}}.toString());
    }
    m_list->setCurrentRow(row);
    m_remove->setEnabled(m_list->count() > 0);
}

void FaultDialog::add()
{
    if (m_step->currentIndex() < 0)
        return;
    Fault fault{FaultKind(m_kind->currentData().toInt()), m_step->currentData().toString(), 0};
    const QString node = m_node->currentData().toString();
    const Step* step = procedure()->step(fault.step);
    if (step && !node.isEmpty() && node != step->node)
        fault.node = nodeInIds(m_session.site(), node);
    m_stage.pickFault(fault);
    fillList();
}

void FaultDialog::remove()
{
    const QListWidgetItem* item =
        m_list->currentItem() ? m_list->currentItem() : m_list->item(m_list->count() - 1);
    if (!item)
        return;
    const Result<FaultPlan> plan = FaultPlan::parse(item->data(Qt::UserRole).toString());
    if (plan && !plan->faults.isEmpty())
        (void)m_stage.dropFault(plan->faults.first()); // one that has happened stays in the list
    fillList();
}

void FaultDialog::retranslate()
{
    setWindowTitle(tr("Rehearsal: what shall go wrong?"));
    m_kindLabel->setText(tr("&What:"));
    m_stepLabel->setText(tr("At s&tep:"));
    m_nodeLabel->setText(tr("&On node:"));
    m_listLabel->setText(tr("&Picked:"));
    m_add->setText(tr("&Add"));
    m_remove->setText(tr("&Remove"));
    m_close->setText(tr("&Close"));
    m_list->setAccessibleName(tr("Picked faults"));
    fillKinds();
    fillSteps();
    fillList();
    m_explain->setText(m_kind->count() > 0 ? tr("Pick what shall happen and at which step. You will then see what the program "
                                                "notices, what it tells you, and how you get out of it.")
                                           : tr("No step is left at which something could go wrong."));
}

} // namespace ruw
