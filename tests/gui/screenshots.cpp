// Draws every page of the real wizard with the sample site, in both languages and palettes, and every page of the sample
// runbook and evidence report, as PNG files: screenshots DIR [smallest|screen|rehearsal]
// smallest: the smallest window, with every special state, and the paper; screen: every page, and trouble, going back and what
// follows the work, in a window as large as the screen, at whatever scale QT_SCALE_FACTOR sets.

#include "core/access/ssh/SshFault.h"
#include "core/base/Time.h"
#include "core/report/EvidenceReport.h"
#include "core/report/PagePainter.h"
#include "core/report/Runbook.h"
#include "core/survey/OperatorEntries.h"
#include "tests/gui/FakeSite.h"
#include "tests/gui/WorkSite.h"
#include "wizard/Pages.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/rehearsal/RehearsalRoom.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/RunWorker.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/NodeAccessDialog.h"
#include "wizard/widgets/PagePreview.h"
#include "wizard/widgets/QuestionDialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

constexpr int waitMs = 20'000;
constexpr QSize smallest(1024, 700);
constexpr double paperPixelsPerPoint = 100.0 / 72;

/// The same hour in every picture; it goes on only where a picture wants it to.
class PictureClock final : public Waiter {
public:
    QDateTime now() const override
    {
        return QDateTime(QDate(2026, 12, 5), QTime(22, 40), Qt::OffsetFromUTC, 9 * 3600).addSecs(passed);
    }
    void wait(std::chrono::milliseconds, std::stop_token) override { QThread::msleep(20); }
    std::atomic<qint64> passed = 0;
};
PictureClock clockOfPictures;

bool waitUntil(const std::function<bool()>& holds)
{
    return QTest::qWaitFor(holds, waitMs);
}

/// Until the run asks something, or has ended.
bool awaitQuestion(const WorkPage& page)
{
    return waitUntil([&] { return !page.worker().working() || page.worker().gate().question(); });
}

/// Answers everything that the run asks in the good way, until `there` or its end; each answer takes its seconds.
bool answerUntil(const WorkPage& page, const std::function<bool(const RunQuestion&)>& there, qint64 seconds = 0)
{
    using Press = ConfirmationBar::Ask;
    using Kind = RunQuestion::Kind;
    const auto* bar = page.findChild<ConfirmationBar*>();
    for (int guard = 0; guard < 1000 && awaitQuestion(page); ++guard) {
        const auto& asked = page.worker().gate().question();
        if (!asked || there(*asked))
            return true;
        page.findChild<QCheckBox*>(u"checkerAgrees"_s)->setChecked(true);
        const Press press = asked->kind == Kind::Confirm ? (asked->canRun ? Press::Run : Press::Start)
                            : bar->button(Press::Yes)->isVisibleTo(bar) ? Press::Yes
                                                                        : Press::Done;
        clockOfPictures.passed += seconds;
        bar->button(press)->click();
    }
    return false;
}

class Camera {
public:
    Camera(QDir folder, QString language, QString palette, QSize size)
        : m_folder(std::move(folder)), m_language(std::move(language)), m_palette(std::move(palette)),
          m_size(size)
    {
    }

    bool take(const QString& name, QWidget& window) const
    {
        QTest::qWait(200); // what is drawn late: layouts, previews that are asked for
        const qreal scale = window.devicePixelRatio();
        const QSize pixels = m_size * scale;
        const QString size = u"%1x%2"_s.arg(pixels.width()).arg(pixels.height());
        return save(name, window.grab().toImage(),
                    qFuzzyCompare(scale, 1) ? size : u"%1at%2"_s.arg(size).arg(qRound(scale * 100)));
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
    samples::WorkAccess::World world;
    world.smtpByState = false; // the sample's servers are nowhere
    Session session;
    session.connections().useAccess(std::make_unique<samples::WorkAccess>(world));
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
    const auto* preview = window.page(PageId::Runbook)->findChild<PagePreview*>();
    if (!waitUntil([preview] { return preview && preview->pageCount() > 0; }) || !camera.take(u"runbook"_s, window) || !reach(PageId::Work))
        return u"work"_s;

    const QString journalPath = scratch.filePath(u"sample.journal.jsonl"_s);
    auto* work = static_cast<WorkPage*>(window.page(PageId::Work));
    work->findChild<QLineEdit*>(u"journalEdit"_s)->setText(journalPath);
    work->findChild<QPushButton*>(u"beginButton"_s)->click();
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

/// A made-up site of many nodes by SSH; what its nodes do is up to `reading`.
Site sshSite(int nodes)
{
    Site site;
    site.name = u"サンプルサイト (架空) / Sample site"_s;
    site.sourceVersion = {5, 20, 1};
    site.targetVersion = {5, 60, 1};
    for (int i = 1; i <= nodes; ++i) {
        Node node;
        node.name = u"mf%1"_s.arg(i);
        node.role = i == 1 ? Role::Master : Role::Slave;
        node.address = u"192.0.2.%1"_s.arg(10 + i);
        node.access = AccessKind::Ssh;
        node.ssh = SshSettings{};
        node.ssh->user = u"root"_s;
        site.nodes.append(node);
    }
    return site;
}

/// What a survey of that site might have found; why mf3 could not be read.
SurveyReport foundOn(const Site& site, SshFault fault)
{
    SurveyReport report;
    report.takenAt = clockOfPictures.now();
    for (const Node& node : site.nodes) {
        NodeSurvey found = unknownSurvey(node.name, Text::verbatim(u"-"_s));
        if (node.name == u"mf3"_s) {
            report.nodes.append(found);
            report.findings.append(
                asFinding(sshError(fault, node.name, node.address + u":22"_s,
                                   Text::verbatim(u"SHA256:0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"_s)),
                          Severity::Blocker, node.name, {}));
            continue;
        }
        found.reachable = true;
        found.configPath = u"/opt/example/conf/mf_replica.def"_s;
        found.configBytes = "REPLICA_SERVER_1 = 192.0.2.12:14083\nENABLE_REP_DATA = ON\n";
        found.config = ReplicaConfig::parse(found.configBytes).value();
        const Text by = Text::verbatim(u"/opt/example/bin/version"_s);
        found.version = {node.name == u"mf2"_s ? u"5.31R01"_s : u"5.20R01"_s, FactSource::Detected, by, {}};
        found.installDir = {u"/opt/example"_s, FactSource::Detected, Text::verbatim(u"/opt"_s), {}};
        found.serviceState = {
            ServiceState::Running, FactSource::Detected, Text::verbatim(u"systemctl is-active"_s), {}};
        found.hostname = {
            node.name + u".example.jp"_s, FactSource::Detected, Text::verbatim(u"uname -n"_s), {}};
        found.addresses = {QStringList{node.address, u"10.77.0.1"_s},
                           FactSource::Detected,
                           Text::verbatim(u"ip -o addr"_s),
                           {}};
        found.listeningPorts = {
            QList<int>{22, 25, 14042, 14043, 14083}, FactSource::Detected, Text::verbatim(u"ss -ltn"_s), {}};
        found.freeDiskBytes = {42'000'000'000, FactSource::Detected, Text::verbatim(u"df"_s), {}};
        report.nodes.append(found);
    }
    for (const Node& from : site.nodes) {
        for (const Node& to : site.nodes) {
            if (from.name == to.name || from.name == u"mf3"_s)
                continue;
            for (const int port : {14042, 14043, 14044, 14083}) {
                const PortState state = to.name == u"mf3"_s                      ? PortState::Filtered
                                        : from.name == u"mf2"_s && port == 14044 ? PortState::Refused
                                                                                 : PortState::Open;
                report.links.append({from.name, to.name, IpFamily::Ipv4, port, state});
                report.links.append({from.name, to.name, IpFamily::Ipv6, port, PortState::Refused});
            }
        }
    }
    return report;
}

/// The survey of a site by SSH: live, with its questions, done, and the baseline.
QString takeSurvey(const QDir& folder, Language language, bool dark)
{
    const Camera camera(folder, languageCode(language), dark ? u"dark"_s : u"light"_s, smallest);
    Session session;
    session.setLanguage(language);
    UpgradeWizard window(session);
    window.resize(smallest);
    window.show();
    session.setSite(sshSite(4));
    WindowPrompter& prompter = session.connections().prompter();
    std::atomic<bool> keySettled = false;
    auto fake = std::make_unique<samples::FakeSiteAccess>([&](const Node& node, const std::stop_token& stop) {
        if (node.name == u"mf1"_s) {
            (void)prompter.acceptHostKey(node.name, node.address, u"ssh-ed25519"_s,
                                         u"SHA256:0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"_s);
            keySettled = true;
        }
        while (!keySettled && !stop.stop_requested()) // the host key's question comes first in every picture
            QThread::msleep(5);
        (void)prompter.secret(node.name, SecretKind::Ssh,
                              Text::tr("Password of %1").arg(u"root@"_s + node.address + u":22"_s));
        while (!stop.stop_requested())
            QThread::msleep(5);
        return Result<QByteArray>(QByteArray());
    });
    session.connections().useAccess(std::move(fake));
    window.goTo(PageId::Survey);
    if (window.current() != PageId::Survey)
        return u"the survey page"_s;
    window.findChild<QPushButton*>(u"nextButton"_s)->click();
    const auto shown = [&]<typename Dialog>(Dialog*& dialog) {
        return waitUntil([&] {
            dialog = nullptr;
            for (Dialog* one : window.findChildren<Dialog*>())
                dialog = one->isVisible() ? one : dialog;
            return dialog != nullptr;
        });
    };
    HostKeyDialog* key = nullptr;
    SecretDialog* secret = nullptr;
    if (!shown(key) || !camera.take(u"survey-host-key"_s, *key))
        return u"the host key"_s;
    key->accept();
    prompter.answerHostKey(key->questionId(), true);
    if (!shown(secret) || !camera.take(u"survey-password"_s, *secret))
        return u"the password"_s;
    prompter.answerSecret(secret->questionId(), Secret(QByteArrayView("-")), false);
    QTest::qWait(2200);
    if (!camera.take(u"survey-live"_s, window))
        return u"the live rows"_s;
    window.findChild<QPushButton*>(u"cancelSurveyButton"_s)->click();
    if (!waitUntil([&] { return window.page(PageId::Survey)->canGoOn(); }))
        return u"the stop"_s;
    session.setSurvey(foundOn(session.site(), SshFault::HostKeyChanged));
    auto* table = window.findChild<QTableWidget*>(u"surveyTable"_s);
    table->selectRow(1);
    if (!camera.take(u"survey-facts"_s, window))
        return u"the facts"_s;
    table->selectRow(2);
    if (!camera.take(u"survey-failed"_s, window))
        return u"the failed node"_s;
    window.findChild<QPushButton*>(u"editNodeButton"_s)->click();
    NodeAccessDialog* editor = nullptr;
    if (!shown(editor) || !camera.take(u"survey-edit"_s, *editor))
        return u"the entries"_s;
    editor->reject();
    for (const int nodes : {4, 16}) {
        session.setSite(sshSite(nodes));
        session.setSurvey(foundOn(session.site(), SshFault::Refused));
        if (nodes == 16) {
            window.goTo(PageId::Survey);
            if (!camera.take(u"survey-16"_s, window))
                return u"16 nodes"_s;
        }
        window.goTo(PageId::Ports);
        auto* matrix = window.findChild<QTableWidget*>(u"linksTable"_s);
        QScrollArea* area = nullptr;
        for (QWidget* up = matrix->parentWidget(); up && !area; up = up->parentWidget())
            area = qobject_cast<QScrollArea*>(up);
        QTest::qWait(200); // what stands above it is laid out late
        area->verticalScrollBar()->setValue(matrix->mapTo(area->widget(), QPoint()).y() - 80);
        if (!camera.take(u"ports-matrix-%1"_s.arg(nodes), window))
            return u"the matrix"_s;
    }
    return {};
}

/// The work on nodes by SSH: every kind of question, what is waited for, trouble, going back, the final looks. In another than the
/// smallest window only what has most to say.
QString takeWork(const QDir& folder, Language language, bool dark, QSize size)
{
    using Press = ConfirmationBar::Ask;
    using Kind = RunQuestion::Kind;
    const QStringList inEveryWindow{u"work-held"_s, u"work-trouble"_s, u"work-trouble-installer"_s,
                                    u"work-undo"_s, u"finish-ssh"_s,   u"finish-ssh-seen"_s};
    const Camera camera(folder, languageCode(language), dark ? u"dark"_s : u"light"_s, size);
    QTemporaryDir scratch;
    clockOfPictures.passed = 0;
    samples::WorkAccess::World world;
    Session session;
    session.connections().useAccess(std::make_unique<samples::WorkAccess>(world));
    session.setLanguage(language);
    UpgradeWizard window(session);
    window.resize(size);
    window.show();
    auto* work = static_cast<WorkPage*>(window.page(PageId::Work));
    work->setClock(clockOfPictures);
    session.setSite(samples::workSite());
    session.setSurvey(surveySite(session.site(), session.connections().access(), {}, {}));
    session.chooseProcedure(ProcedureKind::StopMailFlow);
    session.setPeople(u"佐藤"_s, u"鈴木"_s);
    for (const Finding& finding : session.checksOf(ProcedureKind::StopMailFlow).findings)
        session.acknowledge(finding, true);
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
    work->findChild<QLineEdit*>(u"journalEdit"_s)->setText(scratch.filePath(u"run.journal.jsonl"_s));
    work->findChild<QPushButton*>(u"beginButton"_s)->click();
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

/// The rehearsal: opened from the start page, its faults, trouble, its end, and its papers.
QString takeRehearsal(const QDir& folder, Language language, bool dark)
{
    using Press = ConfirmationBar::Ask;
    using Kind = RunQuestion::Kind;
    const Camera camera(folder, languageCode(language), dark ? u"dark"_s : u"light"_s, smallest);
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
        const auto evidence = prepareEvidence(played.run()->journalPath(), stage.now());
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

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc < 2 || argc > 3) {
        std::fputs("usage: screenshots DIR [smallest|screen]\n", stderr);
        return 2;
    }
    QTemporaryDir settings; // not the user's own recent sites
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(u"."_s)) {
        std::fputs("screenshots: the folder can't be made\n", stderr);
        return 1;
    }
    const bool onScreen = application.arguments().value(2) == "screen"_L1;
    const bool onlyRehearsal = application.arguments().value(2) == "rehearsal"_L1;
    const QSize size = onScreen ? application.primaryScreen()->availableSize() : smallest;
    int failed = 0;
    const auto note = [&failed](const QString& wrong) {
        if (wrong.isEmpty())
            return;
        std::fprintf(stderr, "screenshots: failed at: %s\n", qPrintable(wrong));
        ++failed;
    };
    for (const bool dark : {false, true}) {
        theme::apply(application, dark ? theme::Mode::Dark : theme::Mode::Light);
        for (const Language language : {Language::Japanese, Language::English}) {
            clockOfPictures.passed = 0;
            if (!onlyRehearsal)
                note(takeAll(folder, language, dark, size));
            clockOfPictures.passed = 0;
            if (onScreen) {
                if (!dark) // the colours are the smallest window's
                    note(takeWork(folder, language, dark, size));
                continue;
            }
            note(takeRehearsal(folder, language, dark));
            if (onlyRehearsal)
                continue;
            note(takeSurvey(folder, language, dark));
            note(takeWork(folder, language, dark, size));
        }
    }
    return failed == 0 ? 0 : 1;
}
