// Times what people wait for, several runs of each, and prints the least, the median and the most: bench [--json FILE]
// The surveys run on the lab (root); where it can't be made they are skipped, with the reason.

#include "core/plan/Planner.h"
#include "core/report/PdfWriter.h"
#include "core/report/Runbook.h"
#include "core/site/SiteFile.h"
#include "core/survey/OperatorEntries.h"
#include "core/survey/Surveyor.h"
#include "tests/lab/LabSite.h"
#include "tests/lab/OtherWork.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// One run: how long it took, and what else there is to say; nullopt: it failed.
struct Run {
    double ms = 0;
    qint64 serverCpuMs = 0; ///< of all nodes of a survey
};

class Bench {
public:
    /// Calls `once` that many times and notes the times.
    template <typename Once> void time(const QString& name, int runs, Once once)
    {
        std::vector<double> times;
        const OtherWork otherWork;
        qint64 servers = 0, allServers = 0;
        for (int i = 0; i < runs; ++i) {
            const std::optional<Run> run = once();
            if (!run) {
                fail(name);
                return;
            }
            times.push_back(run->ms);
            allServers += run->serverCpuMs;
            servers = i == 0 ? run->serverCpuMs : std::min(servers, run->serverCpuMs);
        }
        const double others = otherWork.share(allServers);
        std::sort(times.begin(), times.end());
        const double median = times[times.size() / 2];
        QJsonObject result{{u"name"_s, name},       {u"runs"_s, runs},          {u"minMs"_s, times.front()},
                           {u"medianMs"_s, median}, {u"maxMs"_s, times.back()}, {u"otherWork"_s, others}};
        QString more =
            others > 0.1 ? u"   others had %1 % of the processors"_s.arg(qRound(100 * others)) : QString();
        if (servers > 0) {
            result[u"serverCpuMs"_s] = servers;
            more = u"   %1 ms of CPU on the nodes"_s.arg(servers) + more;
        }
        std::printf("%-34s %9.1f %9.1f %9.1f   %4d%s\n", qPrintable(name), times.front(), median,
                    times.back(), runs, qPrintable(more));
        std::fflush(stdout);
        m_results.append(result);
    }
    void skip(const QString& name, const QString& why)
    {
        std::printf("%-34s skipped: %s\n", qPrintable(name), qPrintable(why));
        m_skipped.append(QJsonObject{{u"name"_s, name}, {u"why"_s, why}});
    }
    void fail(const QString& name)
    {
        std::printf("%-34s FAILED\n", qPrintable(name));
        m_failed.append(name);
    }
    bool ok() const { return m_failed.isEmpty(); }
    QByteArray json() const
    {
        return QJsonDocument(QJsonObject{{u"format"_s, 1},
                                         {u"kind"_s, u"bench"_s},
                                         {u"processors"_s, QThread::idealThreadCount()},
                                         {u"results"_s, m_results},
                                         {u"skipped"_s, m_skipped},
                                         {u"failed"_s, m_failed}})
            .toJson();
    }

private:
    QJsonArray m_results, m_skipped, m_failed;
};

double elapsedMs(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

std::optional<Run> surveyOnce(const LabSite& lab, const Site& site)
{
    const qint64 before = lab.cpuTime();
    Run run;
    const bool read = lab.inOperator([&] {
        AccessContext context;
        context.knownHostsPath = lab.knownHosts();
        RealSiteAccess access(context);
        QElapsedTimer timer;
        timer.start();
        const SurveyReport report = surveySite(site, access, {false, {}}, {});
        run.ms = elapsedMs(timer);
        return std::all_of(report.nodes.cbegin(), report.nodes.cend(),
                           [](const NodeSurvey& node) { return node.config && node.hostname.known(); });
    });
    run.serverCpuMs = lab.cpuTime() - before;
    return read ? std::optional(run) : std::nullopt;
}

void timeSurveys(Bench& bench)
{
    const QString skipped = u"survey"_s;
    if (const QString why = LabSite::whyNot(); !why.isEmpty()) {
        bench.skip(skipped, why);
        return;
    }
    LabSite lab({.nodes = 16, .delay = 200}); // the longest first: to be seen early
    if (!lab.up()) {
        bench.skip(skipped, lab.why());
        return;
    }
    const auto read = SiteFile::read(lab.siteFile());
    if (!read.ok()) {
        bench.fail(skipped);
        return;
    }
    Site one = read->site;
    one.nodes = {read->site.nodes[1]};
    for (const int delay : {200, 50, 0}) {
        if (!lab.setDelay(u"operator"_s, delay)) {
            bench.fail(skipped);
            return;
        }
        const auto name = [&](int nodes) {
            return (nodes == 1 ? u"survey, 1 node, %1 ms away"_s : u"survey, 16 nodes, %1 ms away"_s)
                .arg(delay);
        };
        bench.time(name(1), 5, [&] { return surveyOnce(lab, one); });
        bench.time(name(16), 5, [&] { return surveyOnce(lab, read->site); });
    }
}

/// A site of three nodes whose configs lie beside it.
std::optional<SiteFacts> sampleFacts()
{
    const auto read = SiteFile::read(QStringLiteral(TESTS_DIR "/data/sites/three-nodes/site.json"));
    if (!read.ok())
        return std::nullopt;
    RealSiteAccess access{AccessContext()};
    return SiteFacts::from(read->site, surveySite(read->site, access, {false, {}}, {}));
}

void timePaper(Bench& bench)
{
    const std::optional<SiteFacts> facts = sampleFacts();
    if (!facts) {
        bench.fail(u"plan"_s);
        return;
    }
    for (const ProcedureKind kind : allProcedures()) {
        const QString code = procedureCode(kind);
        if (!planProcedure(*facts, kind)) {
            bench.skip(u"plan, "_s + code, u"refused for the sample site"_s);
            continue;
        }
        bench.time(u"plan, "_s + code, 50, [&]() -> std::optional<Run> {
            QElapsedTimer timer;
            timer.start();
            const bool planned = planProcedure(*facts, kind).ok();
            const double ms = elapsedMs(timer);
            return planned ? std::optional(Run{ms}) : std::nullopt;
        });
    }
    const QDateTime madeAt(QDate(2026, 12, 5), QTime(12, 0), Qt::UTC);
    for (const Language language : {Language::English, Language::Japanese}) {
        bench.time(u"runbook as PDF, "_s + (language == Language::English ? u"en"_s : u"ja"_s), 5,
                   [&]() -> std::optional<Run> {
                       QElapsedTimer timer;
                       timer.start();
                       const Result<RunbookInput> input =
                           prepareRunbook(*facts, ProcedureKind::BlockSyncPorts, madeAt);
                       if (!input)
                           return std::nullopt;
                       const QByteArray pdf = pdfBytes(runbookDocument(*input, language));
                       const double ms = elapsedMs(timer);
                       return pdf.startsWith("%PDF") ? std::optional(Run{ms}) : std::nullopt;
                   });
    }
}

/// A process of its own: from its start until the window has been painted and it has ended.
void timeWindow(Bench& bench)
{
    constexpr int limit = 60'000;
    bench.time(u"window, from start to painted"_s, 7, []() -> std::optional<Run> {
        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"--window"_s});
        const bool ended = process.waitForFinished(limit);
        const double ms = elapsedMs(timer);
        return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0
                   ? std::optional(Run{ms})
                   : std::nullopt;
    });
}

/// The window as the program opens it; ends when it has been painted.
int paintWindow()
{
    theme::apply(*static_cast<QApplication*>(QCoreApplication::instance()), theme::Mode::FollowSystem);
    Session session;
    UpgradeWizard wizard(session);
    wizard.show();
    // Painting is of higher priority than a timer of no time: when it fires, everything has been painted.
    QTimer::singleShot(0, [] { QCoreApplication::quit(); });
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"replica-upgrade-wizard-bench"_s); // nobody's preferences
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--window")
        return paintWindow();
    QString file;
    if (arguments.size() == 3 && arguments[1] == u"--json") {
        file = arguments[2];
    } else if (arguments.size() != 1) {
        std::fprintf(stderr, "usage: bench [--json FILE]\n");
        return 2;
    }
    Bench bench;
    std::printf("%-34s %9s %9s %9s   %4s\n", "in ms", "least", "median", "most", "runs");
    timeWindow(bench);
    timePaper(bench);
    timeSurveys(bench);
    if (!file.isEmpty()) {
        QFile json(file);
        const QByteArray bytes = bench.json();
        if (!json.open(QIODevice::WriteOnly) || json.write(bytes) != bytes.size()) {
            std::fprintf(stderr, "%s can't be written: %s\n", qPrintable(file),
                         qPrintable(json.errorString()));
            return 1;
        }
    }
    return bench.ok() ? 0 : 1;
}
