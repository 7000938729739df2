#include "tests/gui/Scenes.h"

#include "core/report/EvidenceReport.h"
#include "tests/gui/Camera.h"
#include "wizard/Pages.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/rehearsal/RehearsalRoom.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/RunWorker.h"
#include "wizard/Session.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/ConfirmationBar.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ruw::pictures {

QString takeRehearsal(const QDir& folder, Language language, bool dark)
{
    using Press = ConfirmationBar::Ask;
    using Kind = RunQuestion::Kind;
    const Camera camera(folder, language, dark, smallest);
    Session session;
    session.setLanguage(language);
    UpgradeWizard real(session);
    real.resize(smallest);
    real.show();
    real.rehearseSample();
    if (!real.rehearsal())
        return u"the rehearsal"_s;
    UpgradeWizard& window = real.rehearsal()->window();
    Session& played = real.rehearsal()->session();
    RehearsalStage& stage = *played.connections().rehearsal();
    const auto take = [&](const char* name) { return camera.take(QString::fromLatin1(name), window); };
    auto* work = static_cast<WorkPage*>(window.page(PageId::Work));
    if (!take("rehearsal-begin"))
        return u"its beginning"_s;
    for (const PageId page : {PageId::Ports, PageId::Procedure, PageId::Checks, PageId::Runbook}) {
        window.goTo(page);
        QTest::qWait(page == PageId::Runbook ? 1500 : 0);
        if (window.current() != page || !camera.take(u"rehearsal-"_s + pageCode(page), window))
            return u"the pages before"_s;
    }
    window.goTo(PageId::Work);
    work->findChild<QPushButton*>(u"beginButton"_s)->click();
    stage.setSpeed(RehearsalStage::unlimited);
    if (!awaitQuestion(*work) || !take("rehearsal-first"))
        return u"its first step"_s;
    stage.pickFault({FaultKind::InstallerLies, u"run-installer-mf2"_s, 0});
    stage.pickFault({FaultKind::InstallerStarts, u"run-installer-mf3"_s, 0});
    work->findChild<QPushButton*>(u"rehearsalFaults"_s)->click();
    auto* dialog = work->findChild<QDialog*>(u"faultDialog"_s);
    if (!dialog || !camera.take(u"rehearsal-faults"_s, *dialog))
        return u"the faults"_s;
    dialog->accept();
    work->findChild<QCheckBox*>(u"rehearsalItself"_s)->setChecked(true);
    const auto stands = [&] {
        const auto& asked = work->worker().gate().question();
        return !work->worker().working() || (asked && asked->kind == Kind::Trouble);
    };
    if (!waitUntil(stands) || !take("rehearsal-trouble"))
        return u"its trouble"_s;
    work->findChild<QPushButton*>(u"rehearsalPutRight"_s)->click();
    work->findChild<ConfirmationBar*>()->button(Press::Look)->click();
    QTest::qWait(200);
    if (!QTest::qWaitFor(stands, 4 * waitMs) || !take("rehearsal-done"))
        return u"its end"_s;
    window.goTo(PageId::Finish);
    if (window.current() != PageId::Finish || !take("rehearsal-finish"))
        return u"its account"_s;
    if (!dark) {
        const QDateTime dayBefore(QDate(2026, 12, 4), QTime(16, 0), Qt::OffsetFromUTC, 9 * 3600); // what is printed is always the same
        const auto evidence = prepareEvidence(played.run()->journalPath(), dayBefore);
        if (!evidence || !camera.takePaper(u"paper-rehearsal"_s, evidenceDocument(*evidence, language)))
            return u"its paper"_s;
    }
    bool asked = false;
    QTimer box;
    QObject::connect(&box, &QTimer::timeout, &box, [&] {
        auto* shown = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!shown)
            return;
        box.stop();
        asked = camera.take(u"rehearsal-exit"_s, *shown);
        for (QAbstractButton* button : shown->buttons()) {
            if (shown->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
    });
    box.start(50);
    window.close();
    return asked ? QString() : u"the way out"_s;
}

} // namespace ruw::pictures
