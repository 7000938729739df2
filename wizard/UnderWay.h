#pragma once

#include "wizard/WindowGate.h"

#include <QCoreApplication>

namespace ruw {

/// What is done or waited for while nobody is asked.
struct UnderWay {
    Q_DECLARE_TR_FUNCTIONS(ruw::UnderWay)
public:
    QDateTime since;        ///< of what is done now
    bool byCommand = false; ///< the step's command runs, or ran
    std::optional<WindowGate::WaitingFor> waiting = {};

    /// What, since when, and the limit.
    QString text(const Step& step, StepStatus status, const QDateTime& now, Language language) const;
};

} // namespace ruw
