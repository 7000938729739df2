#pragma once

#include "core/plan/QueueForecast.h"
#include "core/rehearsal/Rehearsal.h"

namespace ruw {

/// What came out of a rehearsal, in figures: of one that was played by the program or by a person in the window.
struct RehearsalFigures {
    int minutes = 0; ///< of the site's time
    qint64 mailAccepted = 0, mailArchived = 0, mailQueued = 0, mailLost = 0, mailDoubled = 0;
    QMap<QString, qint64> queuePeaks; ///< bytes, by node
    QList<Violation> violations;
    int worldEvents = 0; ///< sync paths that the world opened between different versions
    bool ended = true;   ///< the run is over: what is in the queues by now has had its time

    static RehearsalFigures of(const SimulatedSite& site, const QDateTime& begun);
    static RehearsalFigures of(const RehearsalResult& result);
};

/// A line of the account: what was forecast beside what was played.
struct AccountRow {
    Text name, forecast, played;
    bool good = true;
};
/// `facts`, `procedure`: what the forecast is made of.
QList<AccountRow> accountRows(const RehearsalFigures& figures, const SiteFacts& facts, const Procedure& procedure);
/// What the two times are made of: they are not measured alike.
Text whyTimesDiffer();

/// A fault and what followed from it.
struct FaultStory {
    Fault fault;
    Text title; ///< what happens, at which step
    bool happened = true;
    QList<Text> followed; ///< what was noticed after it, each with its step
    Text outcome() const; ///< in a sentence; empty where `followed` tells it
};
/// `left`: those that have not happened.
QList<FaultStory> faultStories(const FaultPlan& plan, const FaultPlan& left, const Procedure& procedure,
                               const QList<Incident>& incidents);
/// "No. 14 Run the installer".
Text stepPlace(const Procedure& procedure, const QString& step);
/// The same of a fault: its step, and the server where it is not the step's own.
Text faultPlace(const Procedure& procedure, const Fault& fault);

} // namespace ruw
