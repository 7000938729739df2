#include "tests/gui/Scenes.h"

#include "core/report/EvidenceReport.h"
#include "core/report/Runbook.h"
#include "tests/gui/Camera.h"
#include "wizard/Pages.h"
#include "wizard/widgets/PagePreview.h"

#include <QCheckBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ruw::pictures {

QString takeAll(const QDir& folder, Language language, bool dark, QSize size)
{
    const Camera camera(folder, language, dark, size);
    WorkWindow scene(language, size, false); // the sample's servers are nowhere
    Session& session = scene.session;
    UpgradeWizard& window = *scene.window;
    auto* next = window.findChild<QPushButton*>(u"nextButton"_s);
    const auto reach = [&](PageId id) {
        window.goTo(id);
        return window.current() == id && camera.take(pageCode(id), window);
    };
    if (!reach(PageId::Start))
        return u"start"_s;
    session.newSite();
    if (!reach(PageId::Site) || !camera.take(u"site-empty"_s, window))
        return u"empty site"_s;
    window.openSample();
    if (!reach(PageId::Site) || !reach(PageId::Survey))
        return u"site, survey"_s;
    next->click();
    if (!waitUntil([&] { return session.surveyed(); }) || !camera.take(u"survey-done"_s, window) ||
        !reach(PageId::Ports) || !reach(PageId::Procedure))
        return u"survey, ports, procedure"_s;
    scene.choose(ProcedureKind::BlockSyncPorts);
    if (!camera.take(u"procedure-chosen"_s, window) || !reach(PageId::Checks))
        return u"checks"_s;
    scene.acceptChecks(ProcedureKind::BlockSyncPorts);
    if (!camera.take(u"checks-accepted"_s, window) || !reach(PageId::Runbook))
        return u"runbook"_s;
    const auto* preview = window.page(PageId::Runbook)->findChild<PagePreview*>();
    if (!waitUntil([preview] { return preview && preview->pageCount() > 0; }) || !camera.take(u"runbook"_s, window) ||
        !reach(PageId::Work))
        return u"work"_s;

    const WorkPage* work = scene.work;
    const QString journalPath = scene.begin(u"sample.journal.jsonl"_s);
    const auto never = [](const RunQuestion&) { return false; };
    if (!session.run() || !awaitQuestion(*work) || !camera.take(u"work-begun"_s, window))
        return u"begin the run"_s;
    const auto pastReturn = [&](const RunQuestion&) { return session.runState()->pastPointOfNoReturn(); };
    constexpr qint64 perAnswer = 50; // charts and columns of times have something to show
    if (!answerUntil(*work, pastReturn, perAnswer) || !camera.take(u"work-past-return"_s, window) ||
        !answerUntil(*work, never, perAnswer) || !reach(PageId::Finish))
        return u"the run, finish"_s;

    if (dark || size != smallest)
        return {}; // paper has one palette and one size
    const QDateTime dayBefore(QDate(2026, 12, 4), QTime(15, 0), Qt::OffsetFromUTC, 9 * 3600);
    const auto runbook = prepareRunbook(session.facts(), ProcedureKind::BlockSyncPorts, dayBefore);
    if (!runbook || !camera.takePaper(u"paper-runbook"_s, runbookDocument(*runbook, language)))
        return u"the runbook on paper"_s;
    const QList<QCheckBox*> looks = window.page(PageId::Finish)->findChildren<QCheckBox*>();
    for (qsizetype i = 0; i + 1 < looks.size(); ++i) // one stays open: what the paper says then is to be seen, too
        looks[i]->click();
    const auto evidence = prepareEvidence(journalPath, clockOfPictures.now());
    if (!evidence || !camera.takePaper(u"paper-evidence"_s, evidenceDocument(*evidence, language)))
        return u"the evidence on paper"_s;
    return {};
}

} // namespace ruw::pictures
