#pragma once

#include "core/base/Time.h"
#include "core/plan/Procedure.h"
#include "core/survey/SiteFacts.h"

/// Small procedures and a clock made by hand, for the tests of a run.
namespace samples {

/// Ten minutes pass at each look.
class TickingClock final : public ruw::Clock {
public:
    QDateTime now() const override
    {
        m_now = m_now.addSecs(600);
        return m_now;
    }

private:
    mutable QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-12-05T22:00:00+09:00"), Qt::ISODate);
};

inline ruw::Step step(const char* id, ruw::StepKind kind, const char* node, ruw::Phase phase)
{
    ruw::Step step;
    step.id = QString::fromLatin1(id);
    step.kind = kind;
    step.node = QString::fromLatin1(node);
    step.phase = phase;
    step.title = ruw::Text::verbatim(QStringLiteral("Title of ") + step.id);
    step.why = ruw::Text::verbatim(QStringLiteral("Because of ") + step.id);
    step.action.command = QStringLiteral("true # ") + step.id;
    step.action.instruction = ruw::Text::verbatim(QStringLiteral("Do ") + step.id);
    step.byWord = true;
    step.minutes = 5;
    return step;
}

inline ruw::Action undo(const char* command)
{
    ruw::Action action;
    action.command = QString::fromLatin1(command);
    return action;
}

/// Confirm (skippable), block, installer (critical, point of no return), version, unblock, restart flag with
/// its restart.
inline ruw::Procedure procedure()
{
    using namespace ruw;
    Procedure p;
    p.kind = ProcedureKind::BlockSyncPorts;
    p.runId = QStringLiteral("0123456789");
    p.blockedPorts = {14042, 14083};

    Step confirm = step("confirm", StepKind::Confirm, "", Phase::Prepare);
    confirm.skippable = true;
    Condition affirms;
    affirms.question = Text::verbatim(QStringLiteral("Is the notice sent?"));
    confirm.expects = {affirms};
    Step block = step("block-mf1", StepKind::Block, "mf1", Phase::Isolate);
    block.opensLedger = QStringLiteral("block:mf1");
    block.rollback = undo("lift the block");
    block.requiredBy = QStringList{QStringLiteral("S1")};
    block.ports = {14042, 14083};
    Condition present;
    present.kind = ConditionKind::BlockPresent;
    present.node = QStringLiteral("mf1");
    present.ports = block.ports;
    block.expects = {present};
    block.checkCommand = QStringLiteral("nft list table inet sample");
    Step prove = step("verify-block-mf1", StepKind::VerifyBlock, "mf1", Phase::Isolate);
    Step install = step("run-installer-mf1", StepKind::RunInstaller, "mf1", Phase::Upgrade);
    install.pointOfNoReturn = true;
    install.critical = true;
    install.guards = {present};
    Step version = step("verify-version-mf1", StepKind::VerifyVersion, "mf1", Phase::Upgrade);
    Step unblock = step("unblock-mf1", StepKind::Unblock, "mf1", Phase::Restore);
    unblock.closesLedger = QStringLiteral("block:mf1");
    Step flag = step("check-restart-flag-mf1", StepKind::CheckRestartFlag, "mf1", Phase::Finish);
    Step restart = step("restart-service-mf1", StepKind::RestartService, "mf1", Phase::Finish);
    restart.onlyIf = flag.id;
    restart.thenBackTo = flag.id;
    p.steps = {confirm, block, prove, install, version, unblock, flag, restart};
    return p;
}

inline ruw::SiteFacts facts()
{
    using namespace ruw;
    Site site;
    site.name = QStringLiteral("Head office");
    site.sourceVersion = {5, 20, 1};
    site.targetVersion = {5, 60, 1};
    for (const bool master : {true, false}) {
        Node node;
        node.name = master ? QStringLiteral("mf1") : QStringLiteral("mf2");
        node.role = master ? Role::Master : Role::Slave;
        node.address = master ? QStringLiteral("192.0.2.1") : QStringLiteral("192.0.2.2");
        node.access = AccessKind::Manual;
        site.nodes.append(node);
    }
    SurveyReport survey;
    survey.takenAt = QDateTime::fromString(QStringLiteral("2026-12-05T21:00:00+09:00"), Qt::ISODate);
    return SiteFacts::from(site, survey);
}

} // namespace samples
