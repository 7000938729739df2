#pragma once

#include "StateGraph.h"

#include <QJsonObject>

namespace explore {

struct Wish {
    bool quick = false;  ///< one border, small sites; random runs on a few large ones as well
    bool digest = false; ///< whole runs only; every journal's bytes are hashed: two builds with the same digest run the same
    bool progress = false; ///< a line for each site that is through, on the error channel
    bool whole = false;  ///< whole single-fault and crash runs, from their beginning to their end
    int seconds = 0;     ///< 0: until it is through
    int jobs = 2;
    int random = 0;      ///< how many random runs
    quint64 seed = 1;    ///< of the first of them
    QString part, only;
    QString findings; ///< a folder for the sites of what is found; empty: a new one
    ruw::FaultPlan faults;
};
const QStringList& knownParts();

struct Report {
    Tally tally;
    int scenes = 0;
    qint64 refused = 0; ///< sites on which a procedure is refused
    double seconds = 0;
    quint64 digest = 0;
    bool complete = true; ///< false: the time was over before
    bool whole = true;    ///< false: for so many seconds only

    QString text() const;
    QJsonObject toJson() const;
};

Report explore(const Wish& wish);

} // namespace explore
