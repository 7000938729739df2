#pragma once

#include "core/plan/TimeChart.h"
#include "core/report/Document.h"
#include "core/site/SiteKind.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// What the people who run the site's firewalls are asked for: which ports between which servers, blocked during the work
/// or let through after it, from when until when. Without a procedure it says what each of them may need.
struct FirewallRequest {
    enum class Action { Block, Allow };
    /// One thing that is asked for: these ports between these servers, from when until when.
    struct Line {
        Action action = Action::Block;
        QStringList sources;      ///< "10.0.0.1 (mf1)"
        QStringList destinations; ///< empty: the sources among each other
        QList<int> ports;         ///< sorted; empty: all IP traffic
        std::optional<QDateTime> from, until;
        Text fromNote, untilNote; ///< said below the time, or below the blank where the time isn't known
        bool forGood = false;     ///< has no end; else it ends when that is asked for, not by the clock: `until` is the plan
    };
    /// What is asked for at one time, under a title of its own.
    struct Part {
        Text title;
        Text why; ///< why it is asked for, or why nothing is
        QList<Line> lines;
        QList<Line> bySlave; ///< the same as `lines`, a line for each slave with its own time; empty: one time for all
        QList<Text> notes;

        /// What stands in a table, a line a row.
        const QList<Line>& rows() const { return bySlave.isEmpty() ? lines : bySlave; }
    };
    Part during, after;

    /// `procedure`: the one that was chosen, with its chart; null where none is.
    static FirewallRequest from(const SiteFacts& facts, const Procedure* procedure, const TimeChart& chart);
    QList<Part> parts() const { return {during, after}; }
    bool isEmpty() const { return during.lines.isEmpty() && after.lines.isEmpty(); }
};

Text actionText(FirewallRequest::Action action);
/// "14042-14047, 14083", or that all of it is meant.
Text requestedPorts(const FirewallRequest::Line& line);
Text requestedProtocol(const FirewallRequest::Line& line); ///< where it is TCP, that is an assumption

/// A part as it stands in a document, without its heading. `titled`: the table says the part's title itself.
QList<DocumentBlock> requestBlocks(const FirewallRequest::Part& part, Language language, bool titled = true);
/// As a table to paste into a form or a sheet: a head, then a line each; cells parted by tabs.
QString requestAsTabbedText(const FirewallRequest& request, Language language);
/// The request as a document of its own: who asks, what for, who did it. Of a simulated site it says so on every page.
Document requestDocument(const FirewallRequest& request, const SiteFacts& facts, const QDateTime& madeAt,
                         Language language, SiteKind kind = SiteKind::Real);

} // namespace ruw
