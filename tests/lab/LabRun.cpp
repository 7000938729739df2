#include "LabRun.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <future>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;         // ms, for whatever takes a moment
constexpr int runPatience = 20 * 60'000; // ms, for a whole run on a machine that is busy with several

template <typename Condition> bool waitUntil(Condition condition, int limit = patience)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > limit)
            return false;
        QThread::msleep(20);
    }
    return true;
}

/// The journal as it grows.
class Records {
public:
    explicit Records(const QString& path) : m_file(path) {}
    QList<LabRun::Record> fresh()
    {
        QList<LabRun::Record> out;
        if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly))
            return out;
        while (m_file.size() > m_at) {
            m_file.seek(m_at);
            const QByteArray line = m_file.readLine();
            if (!line.endsWith('\n'))
                break; // half of it is written yet
            m_at += line.size();
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            out.append({++m_number, json[u"kind"_s].toString(), json[u"step"_s].toString()});
        }
        return out;
    }

private:
    QFile m_file;
    qint64 m_at = 0;
    int m_number = 0;
};

/// What the product, its installer and the program write by intention: everything else must stay as it was.
bool isExpectedToChange(const QByteArray& path)
{
    static const QRegularExpression expected(
        u"^(upper/usr/local/mfilter\\d/(VERSION|var/|bin/|conf/mf_replica\\.def\\.before-|conf/standin)"
        "|upper/var/lib/replica-upgrade-wizard/|upper/run/|upper/tmp/|upper/var/log/|upper/var/lib/systemd/"
        "|home/installer\\.behaviour$)"_s);
    return expected.match(QString::fromUtf8(path)).hasMatch();
}

} // namespace

LabRun::LabRun(Spec spec) : m_spec(std::move(spec)), m_lab(m_spec.site) {}

LabRun::~LabRun()
{
    const QString keep = qEnvironmentVariable("RUW_LAB_KEEP");
    if (keep.isEmpty())
        return;
    const QDir dir(keep);
    dir.mkpath(u"."_s);
    QFile::copy(journal(), dir.filePath(m_lab.name() + u".jsonl"_s));
    QFile said(dir.filePath(m_lab.name() + u".txt"_s));
    if (said.open(QIODevice::WriteOnly))
        said.write(m_said);
}

QString LabRun::begin()
{
    if (!m_dir.isValid() || !m_lab.up())
        return u"the lab is not up: "_s + m_lab.why();
    if (m_spec.prepare && !m_spec.prepare(m_lab))
        return u"the site can't be made as it shall be"_s;
    for (const QString& node : m_lab.nodes()) {
        if (const QString trouble = layOwnRules(node); !trouble.isEmpty())
            return trouble;
        if (m_spec.installers.contains(node) && !m_lab.setInstaller(node, m_spec.installers.value(node)))
            return u"the installer of %1 can't be told what to do"_s.arg(node);
        m_before.insert(node, footprint(node));
    }
    QJsonObject site = m_lab.site();
    // What makes the forecast small enough for the lab's disks.
    site.insert(u"mailLoad"_s,
                QJsonObject{{u"mailsPerHour"_s, 200}, {u"meanMailKiB"_s, 50}, {u"keptPercent"_s, 50}});
    site.insert(u"rollback"_s, u"Restore the snapshots"_s);
    if (m_spec.change)
        m_spec.change(site);
    if (!m_spec.byHand.isEmpty() && !m_hand.emplace(m_lab, m_spec.byHand).takeOver(site))
        return u"the config of %1 can't be copied"_s.arg(m_spec.byHand);
    m_siteFile = m_lab.writeSite(site, u"run.json"_s);
    m_pour = std::make_unique<MailPour>(m_lab, m_lab.nodes(), 100);
    return m_siteFile.isEmpty() ? u"the site file can't be written"_s : QString();
}

/// The site's own firewall, as it was before anybody thought of an upgrade: laid again at each boot.
QString LabRun::layOwnRules(const QString& node) const
{
    static const QMap<Filter, QByteArray> tools = {
        {Filter::Nftables, "rm -f /usr/sbin/iptables* /usr/sbin/ip6tables*"},
        {Filter::Iptables, "rm -f /usr/sbin/nft"},
        {Filter::IptablesLegacy,
         "rm -f /usr/sbin/nft; for t in iptables ip6tables; do for w in '' -save -restore; do "
         "ln -sf /usr/sbin/$t-legacy$w /etc/alternatives/$t$w; done; done"}};
    static const QByteArray byNft =
        "nft -f - <<'END'\n"
        "table inet site {\n set friends { type ipv4_addr; elements = { 10.77.0.254 } }\n"
        " chain in { type filter hook input priority 0; policy accept; ip saddr @friends accept; tcp dport "
        "9999 drop; }\n}\nEND\n";
    static const QByteArray byIptables =
        "for t in iptables ip6tables; do $t -A INPUT -p tcp --dport 9998 -j DROP; $t -N SITE; "
        "$t -A OUTPUT -p udp --dport 9997 -j SITE; done\n";
    const QByteArray rules = m_spec.filter == Filter::Nftables ? byNft : byIptables;
    const LabSite::Ran ran = m_lab.run(
        node, "set -e\n" + tools.value(m_spec.filter) +
                  "\ncat >/usr/local/sbin/site-firewall <<'SCRIPT'\n#!/bin/sh\n" + rules +
                  "SCRIPT\nchmod 755 /usr/local/sbin/site-firewall\n"
                  "cat >/etc/systemd/system/site-firewall.service <<'UNIT'\n[Unit]\nDefaultDependencies=no\n"
                  "After=local-fs.target\nBefore=network-pre.target\nWants=network-pre.target\n[Service]"
                  "\nType=oneshot\n"
                  "RemainAfterExit=yes\nExecStart=/usr/local/sbin/"
                  "site-firewall\n[Install]\nWantedBy=multi-user.target\n"
                  "UNIT\nsystemctl enable --now site-firewall 2>&1");
    return ran.status == 0 ? QString() : node + u": its own rules: "_s + QString::fromUtf8(ran.out + ran.err);
}

LabRun::Footprint LabRun::footprint(const QString& node) const
{
    Footprint out;
    // Counters count: they are not the rules.
    out.filters =
        m_lab
            .runInNetworkOf(node,
                            "nft -s list ruleset; for t in iptables ip6tables; do for v in nft legacy; do "
                            "$t-$v-save 2>/dev/null | grep -v '^#' | sed 's/\\[[0-9:]*\\]//'; done; done")
            .out;
    const QByteArray files =
        m_lab
            .runInFilesOf(node, "find upper home system -type f -print0 | sort -z | xargs -0 sha256sum; find "
                                "upper home system -type l -printf '%l  %p\\n' | sort")
            .out;
    for (const QByteArray& line : files.split('\n')) {
        const qsizetype gap = line.indexOf("  ");
        if (gap > 0 && !isExpectedToChange(line.mid(gap + 2)))
            out.files.insert(line.mid(gap + 2), line.left(gap));
    }
    return out;
}

LabSite::Ran LabRun::wizard(const QStringList& arguments, const QByteArray& input) const
{
    return m_lab.runAsOperator(QStringLiteral(BUILD_DIR "/replica-upgrade-wizard"), arguments, input,
                               runPatience);
}

LabRun::Ended LabRun::run(const Operator& who)
{
    return operate({u"run"_s, u"--site"_s, m_siteFile, u"--procedure"_s, m_spec.procedure}, who);
}

LabRun::Ended LabRun::resume(const Operator& who)
{
    return operate({u"resume"_s}, who);
}

QStringList LabRun::withNames(const QStringList& arguments) const
{
    return arguments + QStringList{u"--journal"_s, journal(),   u"--known-hosts"_s, m_lab.knownHosts(),
                                   u"--lang"_s,    u"en"_s,     u"--doer"_s,        u"Doer"_s,
                                   u"--checker"_s, u"Checker"_s};
}

LabSite::Ran LabRun::yes() const
{
    return m_lab.runAsOperator(
        u"sh"_s,
        QStringList{u"-c"_s, u"yes y | exec \"$0\" \"$@\""_s,
                    QStringLiteral(BUILD_DIR "/replica-upgrade-wizard")} +
            withNames({u"run"_s, u"--site"_s, m_siteFile, u"--procedure"_s, m_spec.procedure}),
        {}, runPatience);
}

LabRun::Ended LabRun::operate(const QStringList& arguments, const Operator& who)
{
    const QStringList command =
        m_lab.operatorCommand(QStringLiteral(BUILD_DIR "/replica-upgrade-wizard"), withNames(arguments));
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.first(), command.mid(1));
    Ended ended;
    Records records(journal());
    Question question;
    QByteArray line;
    QString lastStep;
    // Killed where he says so, or where nothing is heard of it for long.
    QElapsedTimer timer;
    timer.start();
    const auto kill = [&] {
        process.kill(); // nsenter has become the program: this is its pid
        process.waitForFinished(patience);
    };
    const auto look = [&] {
        for (const Record& record : records.fresh()) {
            if (!record.step.isEmpty())
                lastStep = record.step;
            if (who.sees && !who.sees(record))
                return false;
        }
        return true;
    };
    static const QRegularExpression asks(u"^(.*) \\[((?:y/n|look)[^\\]]*)\\]$"_s);
    for (;;) {
        if (!look() || timer.elapsed() > runPatience) {
            kill();
            break;
        }
        const bool running = process.state() != QProcess::NotRunning;
        if (running)
            process.waitForReadyRead(3); // short: a moment is a number of records
        const QByteArray all = process.readAll();
        for (const char c : all) {
            if (c != '\n') {
                line += c;
                continue;
            }
            question.said += line + '\n';
            ended.said += line + '\n';
            const auto match = asks.match(QString::fromUtf8(line));
            line.clear();
            if (!match.hasMatch())
                continue;
            if (!look()) { // it was killed before he could answer
                kill();
                m_said += ended.said + "\n==== killed\n";
                return ended;
            }
            question.text = match.captured(1).toUtf8();
            question.choices = match.captured(2).split(u'/');
            question.isMenu = match.captured(2).startsWith(u"look"_s);
            question.step = lastStep;
            if (question.isMenu)
                ended.menus.append(question);
            const QByteArray answer = who.answers ? who.answers(question) : honestly(question);
            ended.said += "<<< " + answer + '\n';
            process.write(answer + '\n');
            process.waitForBytesWritten(patience);
            question = {};
        }
        if (!running && all.isEmpty())
            break;
    }
    m_said += ended.said + "\n==== ended\n";
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit)
        ended.status = process.exitCode();
    return ended;
}

QStringList LabRun::plannedSteps() const
{
    const LabSite::Ran ran = wizard({u"plan"_s, u"--site"_s, m_siteFile, u"--procedure"_s, m_spec.procedure,
                                     u"--known-hosts"_s, m_lab.knownHosts(), u"--json"_s});
    QStringList steps;
    for (const QJsonValue& step : QJsonDocument::fromJson(ran.out).object()[u"steps"_s].toArray())
        steps.append(step[u"id"_s].toString());
    return steps;
}

QByteArray LabRun::adminPage(const QString& node) const
{
    return m_lab.inOperator([&] {
        QTcpSocket socket;
        socket.connectToHost(m_lab.host(node), 15080);
        socket.write("GET / HTTP/1.0\r\n\r\n");
        while (socket.waitForReadyRead(5000) && socket.state() == QTcpSocket::ConnectedState)
            continue;
        return socket.readAll();
    });
}

/// Changes a setting on the master and sees it arrive.
bool LabRun::masterReaches(const QString& node)
{
    const QByteArray number = QByteArray::number(++m_revision);
    const LabSite::Ran set = m_lab.run(
        u"mf1"_s, "d=$(sed -n 's/^ExecStart=.* serve //p' /etc/systemd/system/mfilter.service); echo " +
                      number + " >$d/var/settings-revision");
    return set.status == 0 &&
           waitUntil([&] { return adminPage(node).contains(QByteArray("revision " + number + ',')); });
}

QByteArray LabRun::honestly(const Question& question)
{
    if (question.isMenu)
        return "hold";
    if (m_hand) {
        if (const auto answer = m_hand->answer(question.step, question.text, question.said))
            return *answer;
    }
    const QString node = question.step.section(u"-mf"_s, -1).section(u'-', 0, 0);
    // Asked whether the outside firewall cuts, he sees to it that his word is true: after a kill nobody may have asked him to.
    const bool asksForConsent =
        question.text.startsWith("Begin this step") || question.text.startsWith("Run this");
    if (!asksForConsent && question.step == u"block"_s)
        return m_lab.setWall(true) ? "y" : "n";
    if (!asksForConsent && question.step == u"unblock"_s)
        return m_lab.setWall(false) ? "y" : "n";
    if (question.text.contains("asks for no restart"))
        return adminPage(u"mf"_s + node).contains("No restart required") ? "y" : "n";
    if (question.text.contains("master's settings reach"))
        return masterReaches(u"mf"_s + node) ? "y" : "n";
    return "y";
}

QByteArray LabRun::stubbornly(const Question& question)
{
    if (!question.isMenu)
        return honestly(question);
    for (const QString& way : QStringList{u"look"_s, u"retry"_s, u"manual"_s}.mid(m_asked[question.step]++)) {
        if (question.choices.contains(way))
            return way.toUtf8();
    }
    return "hold";
}

int LabRun::records() const
{
    QFile file(journal());
    return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
}

qsizetype LabRun::mailsTaken() const
{
    return m_pour->accepted().size();
}

bool LabRun::mailHasArrived(const QString& excused) const
{
    const auto places = m_lab.mails();
    const auto taken = m_pour->takenBy();
    for (const auto& [id, node] : taken.asKeyValueRange()) {
        const QString place = (m_spec.site.dataSync ? u"mf1"_s : node) + u" archive"_s;
        if (places.value(id) != QStringList{place} && node != excused)
            return false;
    }
    return true;
}

void LabRun::stopMail()
{
    m_pour->stop();
}

QStringList LabRun::mailComplaints(const QString& excused) const
{
    QStringList out;
    for (const QByteArray& alarm : m_lab.alarms())
        out += u"ALARM "_s + QString::fromUtf8(alarm);
    const auto taken = m_pour->takenBy();
    if (taken.size() < 20)
        out += u"only %1 mails were taken: that shows nothing"_s.arg(taken.size());
    (void)waitUntil([&] { return mailHasArrived(excused); });
    const auto places = m_lab.mails();
    int lost = 0, doubled = 0, misplaced = 0;
    QStringList examples;
    for (const auto& [id, node] : taken.asKeyValueRange()) {
        const QStringList found = places.value(id);
        const QString place = (m_spec.site.dataSync ? u"mf1"_s : node) + u" archive"_s;
        int& kind = found.isEmpty() ? lost : found.size() > 1 ? doubled : misplaced;
        const bool waits = node == excused && found == QStringList{node + u" queue"_s};
        if (found == QStringList{place} || waits)
            continue;
        kind += 1;
        if (examples.size() < 5)
            examples += u"%1 of %2: [%3]"_s.arg(QString::fromUtf8(id), node, found.join(u", "_s));
    }
    if (lost + doubled + misplaced > 0) {
        out += u"of %1 mails %2 lost, %3 doubled, %4 at a wrong place: %5"_s.arg(taken.size())
                   .arg(lost)
                   .arg(doubled)
                   .arg(misplaced)
                   .arg(examples.join(u"; "_s));
    }
    return out;
}

QStringList LabRun::nodeComplaints(const QString& node, const QString& version) const
{
    QStringList out;
    const Footprint now = footprint(node);
    const Footprint& before = m_before[node];
    if (now.filters != before.filters)
        out += u"%1: the packet filter was\n%2\nand is\n%3"_s.arg(node, QString::fromUtf8(before.filters),
                                                                  QString::fromUtf8(now.filters));
    QMap<QByteArray, QByteArray> all = before.files;
    all.insert(now.files);
    const bool mayRewrite = m_spec.installers.value(node).contains("rewrites-config");
    const bool newDirectory =
        m_spec.site.source.section(u'.', 0, 0) != m_spec.site.target.section(u'.', 0, 0);
    const QByteArray folder = "upper/usr/local/mfilter" + version.section(u'.', 0, 0).toUtf8();
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (before.files.value(it.key()) == now.files.value(it.key()))
            continue;
        // The installer's own doing: the new folder of a new major version and the service that points there, a config.
        if (newDirectory && (it.key().startsWith(folder) || it.key() == "system/mfilter.service"))
            continue;
        if (mayRewrite && it.key().endsWith("/conf/mf_replica.def"))
            continue;
        out += u"%1: the file %2 is not as it was"_s.arg(node, QString::fromUtf8(it.key()));
    }
    if (const QString read = m_lab.version(node); read != version)
        out += u"%1 has the version %2"_s.arg(node, read);
    const QByteArray state =
        m_lab.run(node, "systemctl is-active mfilter; systemctl is-enabled mfilter; settings-sync status")
            .out;
    if (state != "active\nenabled\nenabled\n")
        out += u"%1: service, start at boot, settings sync: %2"_s.arg(node,
                                                                      QString::fromUtf8(state).simplified());
    return out;
}

QStringList LabRun::complaints()
{
    stopMail();
    QStringList out = mailComplaints();
    for (const QString& node : m_lab.nodes())
        out += nodeComplaints(node, m_spec.site.target);
    return out;
}

QStringList LabRun::untruths(const Ended& ended) const
{
    struct Row {
        const char* words;
        const char* looked; ///< how the same reads where it was looked at
        const char* script; ///< prints "yes" where it stands
    };
    static constexpr std::array rows = {
        Row{"Sync communication is blocked on %1", "The block on %1 stands",
            "{ nft list table inet replica_upgrade || iptables -S RUW_IN; } >/dev/null 2>&1 && echo yes"},
        Row{"The service on %1 is stopped", "The service on %1 is stopped",
            "systemctl is-active -q mfilter || echo yes"},
        Row{"Start at boot is off on %1", "On %1, start at boot is off",
            "systemctl is-enabled -q mfilter || echo yes"},
        Row{"Settings sync is disabled on %1", "Settings sync is disabled on %1",
            "settings-sync status >/dev/null 2>&1; [ $? != 3 ] || echo yes"}};
    QStringList out;
    const QByteArray said = ended.said.mid(ended.said.lastIndexOf("\nHeld"));
    const QByteArray stop = ended.menus.isEmpty() ? QByteArray() : ended.menus.last().said;
    for (const QString& node : m_lab.nodes()) {
        for (const Row& row : rows) {
            const QByteArray words = QString::fromLatin1(row.words).arg(node).toUtf8();
            const QByteArray looked = QString::fromLatin1(row.looked).arg(node).toUtf8();
            // What stands is what the run has put in place, but for what it has just said it no longer sees.
            const bool missed = stop.contains(QByteArray("Not as expected: " + looked)) ||
                                stop.contains(QByteArray("Could not be seen: " + looked));
            const QList<QByteArray> lines = said.split('\n');
            const auto line = std::find_if(lines.cbegin(), lines.cend(), [&](const QByteArray& each) {
                return each.startsWith("  - ") && each.contains(words);
            });
            if (line != lines.cend() && line->endsWith("(not certain)"))
                continue; // that nobody knows is true
            const bool told = line != lines.cend() && !missed;
            const bool stands = m_lab.run(node, row.script).out == "yes\n";
            if (told != stands)
                out += u"\"%1\" is %2 and is %3"_s.arg(QString::fromUtf8(words),
                                                       told ? u"told"_s : u"not told"_s,
                                                       stands ? u"true"_s : u"not true"_s);
        }
    }
    return out;
}

struct SideBySide::Job {
    QByteArray function, row;
    std::function<Outcome()> work;
    std::promise<Outcome> promise;
};

SideBySide::SideBySide(int atOnce) : m_atOnce(atOnce) {}

SideBySide::~SideBySide()
{
    const std::lock_guard guard(m_mutex);
    m_next = m_jobs.size(); // what has not begun does not begin any more
}

void SideBySide::add(const QByteArray& function, const QByteArray& row, std::function<Outcome()> work)
{
    // Whoever names tests on the command line wants those alone.
    const QStringList words = QCoreApplication::arguments().mid(1);
    const QString whole = QString::fromUtf8(function), one = whole + u':' + QString::fromUtf8(row);
    const auto named = [](const QString& word) { return !word.startsWith(u'-'); };
    if (std::any_of(words.begin(), words.end(), named) && !words.contains(whole) && !words.contains(one))
        return;
    m_jobs.push_back(std::make_shared<Job>(Job{function, row, std::move(work), {}}));
}

void SideBySide::makeRows(const QByteArray& function) const
{
    QTest::addColumn<bool>("sideBySide");
    for (const auto& job : m_jobs) {
        if (job->function == function)
            QTest::newRow(job->row.constData()) << true;
    }
}

namespace {
thread_local QByteArray rowOfThread;
}

const char* SideBySide::row()
{
    return rowOfThread.constData();
}

void SideBySide::work()
{
    for (;;) {
        std::shared_ptr<Job> job;
        {
            const std::lock_guard guard(m_mutex);
            if (m_next >= m_jobs.size())
                return;
            job = m_jobs[m_next++];
        }
        rowOfThread = job->row;
        job->promise.set_value(job->work());
    }
}

SideBySide::Outcome SideBySide::take(const QByteArray& function, const QByteArray& row)
{
    for (int i = int(m_threads.size()); i < m_atOnce; ++i)
        m_threads.emplace_back([this] { work(); });
    for (const auto& job : m_jobs) {
        if (job->function == function && job->row == row)
            return job->promise.get_future().get();
    }
    return {u"there is no such row"_s};
}
