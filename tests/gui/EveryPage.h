#pragma once

#include "tests/gui/PageSamples.h"
#include "tests/gui/WorkSite.h"
#include "wizard/Pages.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/rehearsal/RehearsalRoom.h"
#include "wizard/RunWorker.h"
#include "wizard/Session.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/ConfirmationBar.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <utility>

namespace ruw::samples {

using namespace Qt::StringLiterals;

/// Leads the real window over every page with the sample site and shows each state worth a look to `visit`. Gives what
/// could not be reached; empty: all was.
inline QString everyPage(Language language,
                         const std::function<void(UpgradeWizard&, const QString& state)>& look)
{
    constexpr int waitMs = 20'000;
    const auto waitUntil = [](const std::function<bool()>& holds) { return QTest::qWaitFor(holds, waitMs); };
    QTemporaryDir scratch;
    WorkAccess::World world;
    world.smtpByState = false; // the sample's servers are nowhere
    Session session;
    session.connections().useAccess(std::make_unique<WorkAccess>(world));
    session.setLanguage(language);
    UpgradeWizard window(session);
    window.show();
    if (!QTest::qWaitForWindowActive(&window))
        return u"the window"_s;
    const auto visit = [&](UpgradeWizard& shown, const QString& state) {
        untilLaidOut();
        look(shown, state);
    };
    const auto show = [&](PageId id) {
        window.goTo(id);
        QTest::qWait(0);
        return window.current() == id;
    };
    visit(window, u"start"_s);
    session.newSite();
    if (!show(PageId::Site))
        return u"site"_s;
    visit(window, u"site, empty"_s);
    window.openSample();
    visit(window, u"site"_s);
    if (!show(PageId::Survey))
        return u"survey"_s;
    visit(window, u"survey, not taken"_s);
    auto* next = window.findChild<QPushButton*>(u"nextButton"_s);
    next->click();
    if (!waitUntil([&] { return session.surveyed(); }))
        return u"the survey"_s;
    visit(window, u"survey"_s);
    if (!show(PageId::Ports))
        return u"ports"_s;
    visit(window, u"ports"_s);
    if (!show(PageId::Procedure))
        return u"procedure"_s;
    visit(window, u"procedure"_s);
    session.chooseProcedure(ProcedureKind::BlockSyncPorts);
    session.setPeople(u"Sato"_s, u"Suzuki"_s);
    if (!show(PageId::Checks))
        return u"checks"_s;
    auto* tabs = window.page(PageId::Checks)->findChild<QTabWidget*>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTest::qWait(0);
        visit(window, u"checks, tab %1"_s.arg(tab + 1));
    }
    for (const Finding& finding : session.checksOf(ProcedureKind::BlockSyncPorts).findings)
        session.acknowledge(finding, true);
    if (!show(PageId::Runbook) ||
        !waitUntil([&] { return window.findChild<QPushButton*>(u"pdfButton"_s)->isEnabled(); }))
        return u"runbook"_s;
    visit(window, u"runbook"_s);
    if (!show(PageId::Work))
        return u"work"_s;
    visit(window, u"work, not begun"_s);
    auto* work = static_cast<WorkPage*>(window.page(PageId::Work));
    work->findChild<QLineEdit*>(u"journalEdit"_s)->setText(scratch.filePath(u"a.journal.jsonl"_s));
    work->findChild<QPushButton*>(u"beginButton"_s)->click();
    const auto asked = [&] {
        return waitUntil([&] { return !work->worker().working() || work->worker().gate().question(); });
    };
    if (!session.run() || !asked())
        return u"the run"_s;
    QTest::qWait(0);
    visit(window, u"work"_s);
    work->findChild<ConfirmationBar*>()->button(ConfirmationBar::Ask::Hold)->click();
    if (!waitUntil([&] { return !work->worker().working(); }))
        return u"the hold"_s;
    visit(window, u"work, held"_s);
    if (!show(PageId::Finish))
        return u"finish"_s;
    visit(window, u"finish"_s);
    return {};
}

/// The same of the rehearsal on the sample: its own pages, from the ports to the end.
inline QString everyPageOfTheRehearsal(Language language,
                                       const std::function<void(UpgradeWizard&, const QString& state)>& look)
{
    constexpr int waitMs = 20'000;
    Session session;
    session.setLanguage(language);
    UpgradeWizard real(session);
    real.show();
    if (!QTest::qWaitForWindowActive(&real))
        return u"the window"_s;
    real.rehearseSample();
    if (!real.rehearsal())
        return u"the rehearsal"_s;
    UpgradeWizard& window = real.rehearsal()->window();
    auto* work = static_cast<WorkPage*>(window.page(PageId::Work));
    const auto visit = [&](PageId id, const QString& state) {
        window.goTo(id);
        untilLaidOut();
        if (window.current() == id)
            look(window, u"rehearsal, "_s + state);
        return window.current() == id;
    };
    for (const auto& [id, state] : {std::pair{PageId::Ports, u"ports"_s}, {PageId::Procedure, u"procedure"_s},
                                    {PageId::Checks, u"checks"_s}, {PageId::Runbook, u"runbook"_s},
                                    {PageId::Work, u"work, not begun"_s}}) {
        if (!visit(id, state))
            return state;
    }
    work->findChild<QPushButton*>(u"beginButton"_s)->click();
    if (!QTest::qWaitFor([&] { return work->worker().gate().question().has_value(); }, waitMs))
        return u"the run"_s;
    if (!visit(PageId::Work, u"work"_s))
        return u"work"_s;
    work->findChild<ConfirmationBar*>()->button(ConfirmationBar::Ask::Hold)->click();
    if (!QTest::qWaitFor([&] { return !work->worker().working(); }, waitMs) || !visit(PageId::Finish, u"finish"_s))
        return u"finish"_s;
    return {};
}

/// Shows every page, the rehearsal's too, to `look`, which notes what is wrong there; the test fails by whatever was noted.
inline void onEveryPage(Language language, const std::function<void(UpgradeWizard&, QStringList&)>& look)
{
    QStringList wrong;
    const auto visit = [&](UpgradeWizard& window, const QString& state) {
        QStringList here;
        look(window, here);
        for (const QString& each : std::as_const(here))
            wrong.append(u"%1: %2"_s.arg(state, each));
    };
    const QString failed = everyPage(language, visit) + everyPageOfTheRehearsal(language, visit);
    QVERIFY2(failed.isEmpty(), qPrintable(u"not reached: "_s + failed));
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

} // namespace ruw::samples
