#include "tests/gui/Scenes.h"

#include "tests/gui/Camera.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/RunWorker.h"
#include "wizard/widgets/ConfirmationBar.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ruw::pictures {

QString takeWork(const QDir& folder, Language language, bool dark, QSize size)
{
    using Press = ConfirmationBar::Ask;
    using Kind = RunQuestion::Kind;
    const QStringList inEveryWindow{u"work-held"_s, u"work-trouble"_s, u"work-trouble-installer"_s,
                                    u"work-undo"_s, u"finish-ssh"_s,   u"finish-ssh-seen"_s};
    const Camera camera(folder, language, dark, size);
    clockOfPictures.passed = 0;
    WorkWindow scene(language, size, true);
    samples::WorkAccess::World& world = scene.world;
    Session& session = scene.session;
    UpgradeWizard& window = *scene.window;
    const WorkPage* work = scene.work;
    session.setSite(samples::workSite());
    session.setSurvey(surveySite(session.site(), session.connections().access(), {}, {}));
    scene.choose(ProcedureKind::StopMailFlow);
    scene.acceptChecks(ProcedureKind::StopMailFlow);
    for (int page = 0; page <= int(PageId::Work); ++page)
        window.goTo(PageId(page));
    if (window.current() != PageId::Work)
        return u"the work page"_s;
    const auto* bar = work->findChild<ConfirmationBar*>();
    const auto press = [&](Press what) { bar->button(what)->click(); };
    const auto take = [&](const char* name) {
        const QString picture = QString::fromLatin1(name);
        return (size != smallest && !inEveryWindow.contains(picture)) || camera.take(picture, window);
    };
    const auto reachStart = [&](StepKind kind, const QString& node) {
        return answerUntil(*work, [&](const RunQuestion& asked) {
            return asked.kind == Kind::Confirm && asked.step.kind == kind && asked.step.node == node;
        });
    };
    scene.begin(u"run.journal.jsonl"_s);
    if (!awaitQuestion(*work) || !take("work-word"))
        return u"a question for a word"_s;
    if (!reachStart(StepKind::BackupConfig, u"mf2"_s) || !take("work-ssh-confirm"))
        return u"a command to confirm"_s;
    world.slow = true;
    press(Press::Run);
    QTest::qWait(100);
    if (!take("work-ssh-running"))
        return u"a running command"_s;
    world.slow = false;
    // Some time later, with mail that did not come through everywhere meanwhile.
    for (const bool answers : {false, true}) {
        if (!reachStart(StepKind::BackupConfig, u"mf1"_s))
            return u"the next command"_s;
        clockOfPictures.passed += 240;
        world.change(u"mf3"_s, [&](auto& node) { node.running = answers; });
        press(Press::Hold);
        if (!waitUntil([&] { return !work->worker().working(); }))
            return u"hold"_s;
        if (!answers && !take("work-held"))
            return u"held"_s;
        press(Press::GoOn);
        QTest::qWait(300);
    }
    clockOfPictures.passed += 120;
    if (!reachStart(StepKind::StopService, u"mf1"_s))
        return u"the stop of a service"_s;
    world.change(u"mf1"_s, [](auto& node) { node.obeys = false; });
    press(Press::Run);
    if (!waitUntil([&] { return work->worker().gate().waitingFor().has_value(); }) ||
        !take("work-ssh-waiting"))
        return u"the wait"_s;
    press(Press::StopWaiting);
    if (!awaitQuestion(*work) || !take("work-trouble"))
        return u"the trouble"_s;
    press(Press::GoBack);
    if (!awaitQuestion(*work) || !take("work-undo"))
        return u"the undo"_s;
    world.change(u"mf1"_s, [](auto& node) { node.obeys = true; });
    press(Press::StayForward);
    const auto retry = [&] {
        return waitUntil([&] {
            const auto& asked = work->worker().gate().question();
            return asked && asked->kind == Kind::Trouble;
        });
    };
    if (!retry())
        return u"forward again"_s;
    press(Press::Retry);
    if (!reachStart(StepKind::RunInstaller, u"mf2"_s))
        return u"the installer"_s;
    clockOfPictures.passed += 60; // the mail nodes are asked again: a second passes in earnest, too
    QTest::qWait(1500);
    if (!take("work-ssh-installer"))
        return u"the installer"_s;
    world.change(u"mf2"_s, [](auto& node) { node.obeys = false; });
    work->findChild<QCheckBox*>(u"checkerAgrees"_s)->setChecked(true);
    press(Press::Run);
    if (!awaitQuestion(*work) || !take("work-trouble-installer"))
        return u"the installer's trouble"_s;
    world.change(u"mf2"_s, [](auto& node) { node.obeys = true; });
    press(Press::Retry);
    if (!answerUntil(*work, [](const RunQuestion&) { return false; }) || !take("work-ssh-done"))
        return u"the end"_s;
    window.goTo(PageId::Finish);
    if (!take("finish-ssh"))
        return u"finish"_s;
    window.page(PageId::Finish)->findChild<QPushButton*>(u"lookButton"_s)->click();
    if (!waitUntil([&] { return !session.runState()->finalChecks().isEmpty(); }) || !take("finish-ssh-seen"))
        return u"the final looks"_s;
    return {};
}

} // namespace ruw::pictures
