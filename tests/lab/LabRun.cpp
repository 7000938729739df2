#include "LabRun.h"

#include "WaitUntil.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace {

constexpr int runPatience = 20 * 60'000; // ms, for a whole run on a machine that is busy with several

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
           waitUntil([&] { return adminPage(node).contains(QByteArray("revision " + number + ',')); }, patience);
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

void LabRun::stopMail()
{
    m_pour->stop();
}
