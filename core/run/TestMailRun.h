#pragma once

#include "core/access/SiteAccess.h"
#include "core/base/Time.h"
#include "core/run/RunState.h"

namespace ruw {

/// When in a run something was done: before its first change, amid the work, or when nothing stands any more.
enum class RunMoment { Before, During, After };
RunMoment momentOf(const RunState& state);
Text momentText(RunMoment moment);

/// A test mail that was sent through one mail node on request.
struct TestMailResult {
    QString node;
    RunMoment moment = RunMoment::Before;
    TestMail mail;
    bool accepted = false;
    QString said; ///< the node's last words, or why it could not be asked
    /// "mf1 took the test mail ID: 250 ok", or how far it came.
    Text text() const;
    /// What the journal keeps ("test-mail"), and back; nullopt: unreadable.
    QJsonObject toJson() const;
    static std::optional<TestMailResult> fromJson(const QJsonObject& json);
    friend bool operator==(const TestMailResult&, const TestMailResult&) = default;
};

/// One through each mail node that takes part, all at once, each with an id of its own. From this machine.
QList<TestMailResult> sendTestMails(const Site& site, const TestMailPeople& people, const RunState& state,
                                    SiteAccess& access, const Clock& clock, const std::stop_token& stop);

} // namespace ruw
