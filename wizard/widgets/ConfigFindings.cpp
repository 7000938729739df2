#include "wizard/widgets/ConfigFindings.h"

#include "core/base/Quote.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"

#include <QFileInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

ConfigFindings::ConfigFindings(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::grid);
}

void ConfigFindings::setFindings(const QList<Finding>& all, Language language)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<Finding> findings = sortedBySeverity(all);
    const auto shapeOf = [](Severity severity) {
        return severity == Severity::Blocker   ? theme::State::Bad
               : severity == Severity::Warning ? theme::State::Warning
                                               : theme::State::Info;
    };
    const auto wordOf = [this](Severity severity) {
        return severity == Severity::Blocker   ? tr("Blocker")
               : severity == Severity::Warning ? tr("Warning")
                                               : tr("Info");
    };
    for (const Finding& finding : findings) {
        QString place = shownSafely(finding.node);
        if (!finding.path.isEmpty() && finding.line > 0)
            place = tr("%1, %2, line %3")
                        .arg(place, shownSafely(QFileInfo(finding.path).fileName()))
                        .arg(finding.line);
        else if (!finding.path.isEmpty())
            place = tr("%1, %2").arg(place, shownSafely(QFileInfo(finding.path).fileName()));
        auto* line = new StateLine(this);
        line->setObjectName("configFinding"_L1);
        line->setState(shapeOf(finding.severity),
                       u"%1 (%2)\n%3\n%4"_s
                           .arg(wordOf(finding.severity), place, finding.message.render(language),
                                finding.remedy.render(language))
                           .trimmed());
        m_column->addWidget(line);
    }
    if (findings.isEmpty()) {
        auto* line = new StateLine(this);
        line->setState(theme::State::Good, tr("No problem was found in the configs."));
        m_column->addWidget(line);
    }
}

} // namespace ruw
