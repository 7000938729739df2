#pragma once

#include "core/run/ConfirmationGate.h"

#include <QDateTime>

namespace ruw {

/// Something that the run noticed and asked about, and what was chosen.
struct Incident {
    QString step;
    QDateTime when;
    Text what;        ///< in one sentence
    QList<Text> seen; ///< what was not as expected
    Remedy remedy = Remedy::Hold;
    bool putRight = false; ///< the simulation mended it for whoever asked: nobody does so on a real site

    static Incident of(const Trouble& trouble, Remedy remedy, const QDateTime& when);
    /// "22:41 The result of the step is not as expected. ... -> Try again"
    Text text() const;
};

} // namespace ruw
