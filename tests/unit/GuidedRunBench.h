#pragma once

#include "RunSamples.h"

#include "core/run/GuidedRun.h"

#include <QDebug>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace samples {

using namespace Qt::StringLiterals;

/// What the operator of a guided run does, deed by deed.
namespace deeds {

/// One thing that the operator does.
using Deed = std::function<ruw::Status(ruw::GuidedRun&)>;

inline const Deed people = [](ruw::GuidedRun& run) { return run.setPeople(u"Sato"_s, u"Suzuki"_s); };
inline const Deed start = [](ruw::GuidedRun& run) { return run.start(true); };
inline const Deed done = [](ruw::GuidedRun& run) { return run.finish(true, u"seen"_s); };
inline const Deed doneNo = [](ruw::GuidedRun& run) { return run.finish(false, {}); };
inline const Deed failed = [](ruw::GuidedRun& run) { return run.fail(ruw::Text::verbatim(u"not so"_s)); };
inline const Deed retried = [](ruw::GuidedRun& run) { return run.retry(); };
inline const Deed skipped = [](ruw::GuidedRun& run) { return run.skip(u"told by phone"_s); };
inline const Deed held = [](ruw::GuidedRun& run) { return run.hold(ruw::Text::verbatim(u"night is over"_s)); };
inline const Deed goneOn = [](ruw::GuidedRun& run) { return run.goOn(); };
inline const Deed undone = [](ruw::GuidedRun& run) {
    const ruw::Step* next = run.state().nextRollback();
    return run.rolledBack(next ? next->id : QString(), u"lifted"_s);
};

/// A whole run with everything that can happen in it: a failure, a restart that is asked for once, a hold.
inline const QList<Deed> eventful = {people, start,  done,                         // confirm
                                     start,  failed, retried, start, done,         // block
                                     start,  done,                                 // prove
                                     start,  done,                                 // installer
                                     held,   goneOn,                               //
                                     start,  done,   start,   done,                // version, unblock
                                     start,  doneNo, start,   done,  start, done}; // flag: no, restart, flag: yes

} // namespace deeds

/// For tests of a run that is guided: a clock, and a folder for the journals that goes with the test.
class GuidedRunBench {
protected:
    using Run = std::shared_ptr<ruw::GuidedRun>;

    /// Where there is no journal yet.
    QString newPath() { return m_dir.filePath(u"run-%1.jsonl"_s.arg(++m_number)); }
    /// Begins a run whose journal is this file.
    Run begin(const QString& path, const ruw::Procedure& procedure = samples::procedure())
    {
        auto journal = ruw::Journal::create(path, m_clock);
        auto run = ruw::GuidedRun::begin(procedure, samples::facts(), *journal);
        return *run;
    }
    /// A run in which all this was done.
    Run begunWith(const QList<deeds::Deed>& all)
    {
        Run run = begin(newPath());
        for (const deeds::Deed& deed : all) {
            const ruw::Status status = deed(*run);
            if (!status)
                qWarning() << status.error().code;
        }
        return run;
    }
    static ruw::StepStatus statusOf(const Run& run, const char* id)
    {
        return run->state().record(QString::fromLatin1(id)).status;
    }

    QTemporaryDir m_dir;
    TickingClock m_clock;
    int m_number = 0;
};

} // namespace samples
