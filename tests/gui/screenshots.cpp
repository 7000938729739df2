// Draws every page of the real wizard with the sample site, in both languages and palettes, and every page of the sample
// runbook and evidence report, as PNG files: screenshots DIR

#include "core/base/Time.h"
#include "core/report/EvidenceReport.h"
#include "core/report/PagePainter.h"
#include "core/report/Runbook.h"
#include "core/run/GuidedRun.h"
#include "wizard/Pages.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

constexpr int waitMs = 20'000;
constexpr QSize smallest(1024, 700), large(1440, 900);
constexpr double paperPixelsPerPoint = 100.0 / 72;

/// The same hour in every picture.
class FixedClock final : public Clock {
public:
    QDateTime now() const override
    {
        return {QDate(2026, 12, 5), QTime(22, 40), Qt::OffsetFromUTC, 9 * 3600};
    }
};
const FixedClock clockOfPictures;

bool waitUntil(const std::function<bool()>& holds)
{
    return QTest::qWaitFor(holds, waitMs);
}

/// Says each step of the run is done, until `index`.
bool runUntil(Session& session, int index)
{
    GuidedRun* run = session.run();
    const int all = int(run->procedure().steps.size());
    for (int guard = 0; guard < 4 * all && run->state().current() && run->state().currentIndex() < index;
         ++guard) {
        if (!run->start(true) || !run->finish(true, {}))
            return false;
    }
    session.noteRunChanged();
    return true;
}

class Camera {
public:
    Camera(QDir folder, QString language, QString palette, QSize size)
        : m_folder(std::move(folder)), m_language(std::move(language)), m_palette(std::move(palette)),
          m_size(size)
    {
    }

    bool take(const QString& name, UpgradeWizard& window) const
    {
        QTest::qWait(50); // what is drawn late: layouts, previews that are asked for
        return save(name, window.grab().toImage(), u"%1x%2"_s.arg(m_size.width()).arg(m_size.height()));
    }

    bool takePaper(const QString& name, const Document& document) const
    {
        const PagePainter pages(document);
        for (int page = 0; page < pages.pageCount(); ++page) {
            QSizeF points(595, 842);
            if (pages.landscape(page))
                points.transpose();
            QImage image((points * paperPixelsPerPoint).toSize(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.scale(paperPixelsPerPoint, paperPixelsPerPoint);
            pages.paint(painter, page);
            painter.end();
            if (!save(u"%1-page%2"_s.arg(name).arg(page + 1, 2, 10, QChar(u'0')), image, u"A4"_s))
                return false;
        }
        return true;
    }

private:
    bool save(const QString& name, const QImage& image, const QString& size) const
    {
        const QString file = u"%1-%2-%3-%4.png"_s.arg(name, m_language, m_palette, size);
        return image.save(m_folder.filePath(file));
    }

    QDir m_folder;
    QString m_language, m_palette;
    QSize m_size;
};

/// Takes every page in its order, as a person would reach it. Gives what went wrong; empty: nothing.
QString takeAll(const QDir& folder, Language language, bool dark, QSize size)
{
    const Camera camera(folder, languageCode(language), dark ? u"dark"_s : u"light"_s, size);
    QTemporaryDir scratch;
    Session session;
    session.setLanguage(language);
    UpgradeWizard window(session);
    window.resize(size);
    window.show();
    static_cast<WorkPage*>(window.page(PageId::Work))->setClock(clockOfPictures);
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
    session.chooseProcedure(ProcedureKind::BlockSyncPorts);
    session.setPeople(u"佐藤"_s, u"鈴木"_s);
    if (!camera.take(u"procedure-chosen"_s, window) || !reach(PageId::Checks))
        return u"checks"_s;
    for (const Finding& finding : session.checksOf(ProcedureKind::BlockSyncPorts).findings)
        session.acknowledge(finding, true);
    if (!camera.take(u"checks-accepted"_s, window) || !reach(PageId::Runbook))
        return u"runbook"_s;
    QTest::qWait(500);
    if (!camera.take(u"runbook"_s, window) || !reach(PageId::Work))
        return u"work"_s;

    const QString journalPath = scratch.filePath(u"sample.journal.jsonl"_s);
    const auto journal = Journal::create(journalPath, clockOfPictures);
    const auto run = journal ? GuidedRun::begin(*session.procedure(), session.facts(), journal.value())
                             : Result<std::shared_ptr<GuidedRun>>(journal.error());
    if (!run || !(*run)->setPeople(session.doer(), session.checker()))
        return u"begin the run"_s;
    next->setFocus(); // no entry is being typed in while the run is taken over
    session.setRun(*run);
    const int steps = int(session.procedure()->steps.size());
    if (!camera.take(u"work-begun"_s, window) ||
        !runUntil(session, session.procedure()->pointOfNoReturn() + 1) ||
        !camera.take(u"work-past-return"_s, window) || !runUntil(session, steps) || !reach(PageId::Finish))
        return u"the run, finish"_s;

    if (dark || size != smallest)
        return {}; // paper has one palette and one size
    const auto runbook =
        prepareRunbook(session.facts(), ProcedureKind::BlockSyncPorts, clockOfPictures.now());
    if (!runbook || !camera.takePaper(u"paper-runbook"_s, runbookDocument(*runbook, language)))
        return u"the runbook on paper"_s;
    const auto evidence = prepareEvidence(journalPath, clockOfPictures.now());
    if (!evidence || !camera.takePaper(u"paper-evidence"_s, evidenceDocument(*evidence, language)))
        return u"the evidence on paper"_s;
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: screenshots DIR\n", stderr);
        return 2;
    }
    QTemporaryDir settings; // not the user's own recent sites
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(u"."_s)) {
        std::fputs("screenshots: the folder can't be made\n", stderr);
        return 1;
    }
    int failed = 0;
    for (const bool dark : {false, true}) {
        theme::apply(application, dark ? theme::Mode::Dark : theme::Mode::Light);
        for (const Language language : {Language::Japanese, Language::English}) {
            for (const QSize size : {smallest, large}) {
                if (dark && size == large)
                    continue;
                const QString wrong = takeAll(folder, language, dark, size);
                if (!wrong.isEmpty()) {
                    std::fprintf(stderr, "screenshots: failed at: %s\n", qPrintable(wrong));
                    ++failed;
                }
            }
        }
    }
    return failed == 0 ? 0 : 1;
}
