#include "core/run/FinalChecks.h"

#include "core/base/Quote.h"
#include "core/product/ProductVersion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// What the survey saw of it.
Text seenBefore(const Condition& condition, const NodeSurvey& survey)
{
    const auto known = [](const auto& fact, const auto& text) {
        return fact.value ? text(*fact.value) : Text();
    };
    const auto inAWord = [](bool on) { return on ? Text::tr("on") : Text::tr("off"); }; // as what is seen now is told
    switch (condition.kind) {
    case ConditionKind::VersionIs:
        return known(survey.version, [](const QString& version) { return Text::verbatim(shownVersion(version)); });
    case ConditionKind::ServiceRunning:
        return known(survey.serviceState, [](ServiceState state) { return serviceStateText(state); });
    case ConditionKind::BootStartOn:
        return known(survey.bootStart, [&](BootStart state) {
            return state == BootStart::Unknown ? bootStartText(state) : inAWord(state == BootStart::On);
        });
    case ConditionKind::SettingsSyncOn:
        return known(survey.settingsSync, inAWord);
    case ConditionKind::BlockAbsent:
        return known(survey.blockPresent, [](const QStringList& runs) {
            return runs.isEmpty() ? Text::tr("no block")
                                  : Text::tr("the block of run %1").arg(Text::list(runs));
        });
    case ConditionKind::SmtpAnswers:
        return known(survey.smtp, [](PortState state) {
            return state == PortState::Open ? Text::tr("answered on SMTP")
                                            : Text::tr("did not answer on SMTP");
        });
    default:
        return {};
    }
}

} // namespace

QList<FinalQuestion> finalQuestions(const RunState& state, const SiteFacts& facts)
{
    const Procedure& procedure = state.procedure();
    const bool wentBack = state.wentBack();
    QList<FinalQuestion> questions;
    const auto has = [&](StepKind kind, const QString& node) {
        return std::any_of(procedure.steps.cbegin(), procedure.steps.cend(),
                           [&](const Step& step) { return step.kind == kind && step.node == node; });
    };
    const auto add = [&](const Condition& condition) {
        const NodeFacts* node = facts.node(condition.node);
        questions.append({conditionCode(condition.kind) + u':' + condition.node, condition.text(), condition,
                          node ? seenBefore(condition, node->survey) : Text()});
    };
    for (const Node& node : facts.site.nodes) {
        if (state.isExcluded(node.name))
            continue;
        Condition condition;
        condition.node = node.name;
        condition.kind = ConditionKind::VersionIs;
        condition.value = (wentBack ? facts.site.sourceVersion : facts.site.targetVersion).toString();
        add(condition);
        condition.value.clear();
        condition.kind = ConditionKind::ServiceRunning;
        add(condition);
        if (has(StepKind::BootStartOff, node.name)) {
            condition.kind = ConditionKind::BootStartOn;
            add(condition);
        }
        if (has(StepKind::Block, node.name)) {
            condition.kind = ConditionKind::BlockAbsent;
            add(condition);
        }
        if (has(StepKind::DisableSettingsSync, node.name)) {
            condition.kind = ConditionKind::SettingsSyncOn;
            add(condition);
        }
        if (node.takesMail) {
            condition.kind = ConditionKind::SmtpAnswers;
            condition.ports = {node.effectiveSmtpPort()};
            add(condition);
        }
        if (!wentBack || node.isMaster())
            continue;
        const NodeFacts* before = facts.node(node.name);
        if (!before || before->takesSettings()) {
            questions.append({u"settings-reach:"_s + node.name,
                              Text::tr("The master's settings reach %1 again.").arg(shownSafely(node.name)), std::nullopt});
        }
        if (facts.countsAsDataSyncOn() && keepsMailFlowing(procedure.kind) &&
            state.liftedAt(node.name).isValid()) { // nothing piled up behind what was never blocked
            condition.ports.clear();
            condition.kind = ConditionKind::QueueDrained;
            add(condition);
        }
    }
    const QList<int> newPorts = facts.portsNewInTarget();
    if (!wentBack && facts.countsAsDataSyncOn() && !newPorts.isEmpty()) {
        QStringList numbers;
        for (const int port : newPorts)
            numbers.append(QString::number(port));
        questions.append({u"new-ports"_s,
                          Text::tr("New ports %1 pass the firewalls.").arg(Text::list(numbers)),
                          std::nullopt});
    }
    return questions;
}

bool isTakenBack(const FinalCheck& check)
{
    return !check.holds && check.seen.isEmpty(); // by word there is a tick, and no "no"
}

OpenQuestions openFinalQuestions(const RunState& state, const SiteFacts& facts)
{
    OpenQuestions open;
    open.unanswered = int(unansweredQuestions(state, facts).size());
    for (const FinalCheck& check : state.finalChecks())
        open.denied += (check.holds || isTakenBack(check)) ? 0 : 1;
    return open;
}

QList<FinalQuestion> unansweredQuestions(const RunState& state, const SiteFacts& facts)
{
    QList<FinalQuestion> open;
    QMap<QString, FinalCheck> others = state.finalChecks();
    for (const FinalQuestion& question : finalQuestions(state, facts)) {
        const auto said = state.finalChecks().constFind(question.id);
        if (said == state.finalChecks().cend() || isTakenBack(*said))
            open.append(question);
        others.remove(question.id);
    }
    for (auto other = others.cbegin(); other != others.cend(); ++other) {
        if (isTakenBack(*other))
            open.append({other.key(), other->text, std::nullopt});
    }
    return open;
}

} // namespace ruw
