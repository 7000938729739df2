#pragma once

#include "core/plan/Condition.h"

#include <QStringList>

namespace ruw {

/// The sentences of conditions as paper says them: those that differ in one node only, or hold between the same
/// nodes both ways, as one. So a site of sixteen nodes stays readable.
QStringList conditionTexts(const QList<Condition>& conditions, Language language);
/// A question of the doer with the answer that is expected, as paper says it.
Text answeredYesText(const Text& question);
/// It is seen by asking SMTP from this machine; where that does not reach a server, the doer's word stands.
bool askedOnSmtp(ConditionKind kind);
/// Whose look or word counts for a result, where it isn't the program's look at the node; empty: it is. `byWord`: somebody's word
/// counts for at least one of what is expected.
Text howJudged(bool byWord, const QList<Condition>& expected);

} // namespace ruw
