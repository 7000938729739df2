#include "SshLab.h"

#include "core/survey/AskNode.h"
#include "core/survey/Surveyor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <mutex>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ruw;

namespace {

constexpr char password[] = "pa\xC3\x9F 'w\"o$rd`%n\\";
const QByteArray configBytes = "# \x83\x7D\x83\x58\x83\x5E\x81\x5B\x83\x5C\r\nENABLE_REP_DATA = ON\r\n"
                               "REPLICA_SERVER_1 = 127.0.0.1:14083\r\n\n\n\n";

/// Knows the password of every node.
class Person final : public SshPrompter {
public:
    bool acceptHostKey(const QString&, const QString&, const QString&, const QString&) override
    {
        return false;
    }
    std::optional<Secret> secret(const QString&, SecretKind, const Text&) override
    {
        return Secret(password);
    }
};

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

/// Everything below a folder: names, kinds, sizes, owners, permissions, times of change, contents.
QStringList snapshot(const QString& folder)
{
    QStringList out;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        const QFileInfo info = it.fileInfo();
        QFile file(info.filePath());
        const QByteArray content =
            info.isFile() && file.open(QIODevice::ReadOnly)
                ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Md5).toHex()
                : QByteArray();
        out.append(u"%1 %2 %3 %4 %5 %6"_s.arg(info.filePath())
                       .arg(info.size())
                       .arg(info.ownerId())
                       .arg(int(info.permissions()))
                       .arg(info.metadataChangeTime().toMSecsSinceEpoch())
                       .arg(QString::fromLatin1(content)));
    }
    out.sort();
    return out;
}

bool hasFinding(const SurveyReport& report, const char* id, const QString& node)
{
    return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
        return finding.id == QLatin1StringView(id) && finding.node == node;
    });
}

QString allFindings(const SurveyReport& report)
{
    QStringList out;
    for (const Finding& finding : report.findings)
        out.append(finding.node + u' ' + finding.id + u": "_s + finding.message.render(Language::English));
    return out.join(u'\n');
}

} // namespace

/// Surveys over real SSH servers on this machine.
class TestSurveySsh : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<SshLab> m_lab;
    QString m_key, m_tree, m_hosts;
    Person m_person;

    static QByteArray labConfig() { return "MaxStartups 100\nMaxSessions 100\n"; }

    Node node(const SshLab& lab, const QString& name, const QString& user) const
    {
        Node out;
        out.name = name;
        out.address = lab.address();
        out.access = AccessKind::Ssh;
        out.takesMail = false;
        out.ssh = SshSettings{lab.port(), user, SshAuth::Key, m_key, false, {}};
        return out;
    }
    Node fullNode(const QString& name, const QString& user) const
    {
        Node out = node(*m_lab, name, user);
        out.installDir = m_tree;
        out.queueDir = m_tree + u"/queue"_s;
        out.installer = m_tree + u"/installer.bin"_s;
        out.versionCommand = u"cat '%1/VERSION'"_s.arg(QString(m_tree).replace(u'\'', u"'\\''"_s));
        out.service.status = u"exit 0"_s;
        out.service.bootStatus = u"echo disabled; exit 1"_s;
        return out;
    }
    static Site siteOf(const QList<Node>& nodes)
    {
        Site site;
        site.name = u"lab"_s;
        site.sourceVersion = {5, 20, 1};
        site.targetVersion = {5, 60, 1};
        site.nodes = nodes;
        return site;
    }
    SurveyReport survey(const Site& site, const QString& knownHosts, const SurveyOptions& options = {})
    {
        AccessContext context;
        context.prompter = &m_person;
        context.knownHostsPath = knownHosts;
        RealSiteAccess access(context);
        return surveySite(site, access, options, {});
    }

private slots:
    void initTestCase()
    {
        if (const QString reason = SshLab::whyNot(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        LabUser worker{u"worker"_s, password, "worker ALL=(ALL:ALL) ALL", "echo noise from .bashrc\n"};
        m_lab = std::make_unique<SshLab>(SshLab::Options{labConfig(), {worker}, {u"ed25519"_s}, false});
        QVERIFY(m_lab->start());
        m_key = m_lab->makeKey(u"key"_s, {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s}, {u"root"_s, u"worker"_s});
        m_hosts = m_lab->knownHosts();
        m_tree = m_lab->path(u"in 'st $(touch pwned)"_s);
        QVERIFY(write(m_tree + u"/conf/mf_replica.def"_s, configBytes));
        QVERIFY(QFile::setPermissions(m_tree + u"/conf"_s,
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(write(m_tree + u"/VERSION"_s, "m-FILTER Ver.5.20R01\n"));
        QVERIFY(write(m_tree + u"/queue/a"_s, QByteArray(100, 'a')));
        QVERIFY(write(m_tree + u"/queue/-b\n7 7"_s, QByteArray(23, 'b')));
        QVERIFY(write(m_tree + u"/installer.bin"_s, "installer"));
    }

    void everyFactIsTrueAndTheNodeIsUnchanged_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("sudo");
        QTest::newRow("root") << u"root"_s << false;
        QTest::newRow("sudo with a password") << u"worker"_s << true;
    }
    void everyFactIsTrueAndTheNodeIsUnchanged()
    {
        QFETCH(QString, user);
        QFETCH(bool, sudo);
        Node one = fullNode(u"mf1"_s, user);
        one.ssh->sudo = sudo;
        const QStringList before = snapshot(m_lab->path(QString()));
        const SurveyReport report = survey(siteOf({one}), m_hosts);
        QCOMPARE(snapshot(m_lab->path(QString())), before);
        QVERIFY2(!hasBlocker(report.findings), qPrintable(allFindings(report)));
        const NodeSurvey& found = report.nodes.first();
        QVERIFY(found.reachable);
        QCOMPARE(found.configBytes, configBytes);
        QCOMPARE(found.hostname.value, QSysInfo::machineHostName());
        QCOMPARE(found.installDir.value, m_tree);
        QCOMPARE(found.version.value, u"5.20R01"_s);
        QVERIFY(found.version.source == FactSource::Detected);
        QVERIFY(found.serviceState.value == ServiceState::Running);
        QVERIFY(found.bootStart.value == BootStart::Off);
        QVERIFY(found.listeningPorts.value.value_or(QList<int>()).contains(m_lab->port()));
        QCOMPARE(found.queueFiles.value, 2);
        QCOMPARE(found.queueBytes.value, 123);
        QVERIFY(found.freeDiskBytes.value.value_or(0) > 0);
        QCOMPARE(found.clockSkewSeconds.value, 0);
        QVERIFY(found.blockPresent.known());
        QCOMPARE(found.systemd.value, false); // the lab's /run is its own
        QCOMPARE(
            found.installerSha256.value,
            QString::fromLatin1(QCryptographicHash::hash("installer", QCryptographicHash::Sha256).toHex()));
    }
    void whatAUserMayNotSeeIsUnknownWithItsReason()
    {
        const SurveyReport report = survey(siteOf({fullNode(u"mf1"_s, u"worker"_s)}), m_hosts);
        const NodeSurvey& found = report.nodes.first();
        QVERIFY(found.reachable);
        QVERIFY(!found.config);
        QVERIFY2(hasFinding(report, "survey-config-unreadable", u"mf1"_s), qPrintable(allFindings(report)));
        QVERIFY2(hasFinding(report, "survey-not-root", u"mf1"_s), qPrintable(allFindings(report)));
        QVERIFY(!found.blockPresent.known());
        QCOMPARE(found.version.value, u"5.20R01"_s); // the others go on
        QCOMPARE(found.queueFiles.value, 2);
    }
    void aBlockThatStandsIsRecognised()
    {
        SshLab lab({{}, {}, {u"ed25519"_s}, true});
        if (!lab.start())
            QSKIP("No network namespaces here.");
        const QString key = lab.makeKey(u"key"_s, {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s}, {u"root"_s});
        Node one = node(lab, u"mf1"_s, u"root"_s);
        one.ssh->keyFile = key;
        AccessContext context;
        context.knownHostsPath = lab.knownHosts();
        RealSiteAccess access(context);
        const Site site = siteOf({one});
        const SurveyReport before = surveySite(site, access, {}, {});
        if (!before.nodes[0].firewall.value.value_or(QStringList()).contains(u"nftables"_s))
            QSKIP("nft does not work here.");
        QCOMPARE(before.nodes[0].blockPresent.value, QStringList());
        NodeCommand block;
        block.script =
            "nft -f - <<E\ntable inet replica_upgrade {\nchain input { type filter hook input priority -10;\n"
            "tcp dport { 14083 } counter drop comment \"replica-upgrade-wizard run 0123abcd\"\n}\n}\nE\n";
        const auto applied = (*access.node(one, site))->run(block, {});
        QVERIFY(applied.ok() && applied->status == 0);
        const SurveyReport after = surveySite(site, access, {}, {});
        QCOMPARE(after.nodes[0].blockPresent.value, QStringList{u"0123abcd"_s});
        QVERIFY(hasFinding(after, "survey-block-present", u"mf1"_s));
    }
    void sixteenNodesAreSurveyedTogether_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::newRow("freely") << labConfig();
        QTest::newRow("by a server that drops logins") << QByteArray("MaxStartups 2:70:8\n");
    }
    void sixteenNodesAreSurveyedTogether()
    {
        QFETCH(QByteArray, config);
        SshLab lab({config, {}, {u"ed25519"_s}, false});
        QVERIFY(lab.start());
        const QString key = lab.makeKey(u"key"_s, {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s}, {u"root"_s});
        QList<Node> nodes;
        for (int i = 1; i <= 16; ++i) {
            nodes.append(node(lab, u"mf%1"_s.arg(i), u"root"_s));
            nodes.last().ssh->keyFile = key;
        }
        QElapsedTimer timer;
        timer.start();
        const SurveyReport report = survey(siteOf(nodes), lab.knownHosts(), {false, {}});
        qInfo("16 nodes in %lld ms", timer.elapsed());
        for (const NodeSurvey& found : report.nodes)
            QVERIFY2(found.reachable && found.hostname.known(), qPrintable(allFindings(report)));
    }
    void aPeerThatDiesInMidAnswerIsAFindingAndTheOthersGoOn()
    {
        SshLab other({{}, {}, {u"ed25519"_s}, false});
        QVERIFY(other.start());
        const QString key = other.makeKey(u"key"_s, {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s}, {u"root"_s});
        const QString mark = other.path(u"asked"_s);
        Node dying = node(other, u"mf1"_s, u"root"_s);
        dying.ssh->keyFile = key;
        dying.versionCommand = u": >'%1'; sleep 9"_s.arg(mark);
        const QString hosts = m_lab->path(u"both_known_hosts"_s);
        QVERIFY(runTool(u"sh"_s, {u"-c"_s, u"cat '%1' '%2' >'%3'"_s.arg(m_lab->knownHosts(),
                                                                        other.knownHosts(), hosts)}));
        AccessContext context;
        context.knownHostsPath = hosts;
        RealSiteAccess access(context);
        const Site site = siteOf({dying, fullNode(u"mf2"_s, u"root"_s)});
        SurveyReport report;
        std::thread worker([&] { report = surveySite(site, access, {}, {}); });
        const bool asked = QTest::qWaitFor([&] { return QFile::exists(mark); }, 10'000);
        other.killSessions();
        worker.join();
        QVERIFY(asked);
        QVERIFY2(hasFinding(report, "survey-unreachable", u"mf1"_s), qPrintable(allFindings(report)));
        QVERIFY(!report.node(u"mf1"_s)->reachable);
        QVERIFY(report.node(u"mf2"_s)->reachable);
        QCOMPARE(report.node(u"mf2"_s)->configBytes, configBytes);
        // It is back: one node is read again.
        Site mended = site;
        mended.nodes[0].versionCommand = u"echo 5.20R01"_s;
        const SurveyReport again = surveyAgain(report, {u"mf1"_s}, mended, access, {}, {});
        QVERIFY2(again.node(u"mf1"_s)->reachable, qPrintable(allFindings(again)));
        QCOMPARE(again.node(u"mf1"_s)->version.value, u"5.20R01"_s);
    }
    void linksSayWhatAnswersAndWhatDoesNot()
    {
        // Both nodes are this machine: the SSH server's port stands for a sync port that answers.
        const QString open = m_lab->path(u"linked"_s);
        QVERIFY(
            write(open + u"/conf/mf_replica.def"_s, "ENABLE_REP_DATA = OFF\nREPLICA_SERVER_1 = 127.0.0.1:" +
                                                        QByteArray::number(m_lab->port()) + '\n'));
        Node one = node(*m_lab, u"mf1"_s, u"root"_s);
        one.installDir = open;
        Node two = one;
        two.name = u"mf2"_s;
        const SurveyReport report = survey(siteOf({one, two}), m_hosts);
        QCOMPARE(portStateCode(report.link(u"mf1"_s, u"mf2"_s, m_lab->port(), IpFamily::Ipv4)), u"open"_s);
        QCOMPARE(portStateCode(report.link(u"mf2"_s, u"mf1"_s, 14042, IpFamily::Ipv4)), u"refused"_s);
        QVERIFY2(hasFinding(report, "survey-hostname-duplicate", {}), qPrintable(allFindings(report)));
    }

    // --- The program itself

    void theVerbReadsSecretsAndHostKeysAsItIsTold()
    {
        const QString path = m_lab->path(u"site.json"_s);
        const QJsonObject entry{{u"name"_s, u"mf1"_s},
                                {u"role"_s, u"master"_s},
                                {u"address"_s, u"127.0.0.1"_s},
                                {u"os"_s, u"linux"_s},
                                {u"access"_s, u"ssh"_s},
                                {u"takesMail"_s, false},
                                {u"installDir"_s, m_tree},
                                {u"ssh"_s, QJsonObject{{u"port"_s, m_lab->port()},
                                                       {u"user"_s, u"worker"_s},
                                                       {u"auth"_s, u"password"_s},
                                                       {u"sudo"_s, true}}}};
        const QJsonObject site{{u"format"_s, 1},
                               {u"kind"_s, u"site"_s},
                               {u"name"_s, u"lab"_s},
                               {u"sourceVersion"_s, u"5.20R01"_s},
                               {u"targetVersion"_s, u"5.60R01"_s},
                               {u"nodes"_s, QJsonArray{entry}}};
        QVERIFY(write(path, QJsonDocument(site).toJson()));
        const QString hosts = m_lab->path(u"verb_known_hosts"_s);
        struct Answer {
            int status;
            QByteArray out, err;
        };
        const auto call = [&](const QByteArray& secrets, const QStringList& more) {
            QProcess process;
            // Without a terminal of its own: nobody can be asked.
            process.start(u"setsid"_s,
                          QStringList{u"-w"_s, QStringLiteral(BUILD_DIR "/replica-upgrade-wizard"),
                                      u"survey"_s, u"--site"_s, path, u"--json"_s, u"--password-fd"_s, u"0"_s,
                                      u"--known-hosts"_s, hosts, u"--lang"_s, u"en"_s} +
                              more);
            process.write(secrets);
            process.closeWriteChannel();
            process.waitForFinished(60'000);
            return Answer{process.exitCode(), process.readAllStandardOutput(),
                          process.readAllStandardError()};
        };
        const QByteArray right = QByteArray("*\tssh\t") + password + "\nmf1\tsudo\t" + password + '\n';
        const Answer unknownKey = call(right, {});
        QCOMPARE(unknownKey.status, 1);
        QVERIFY(unknownKey.out.contains("survey-unreachable"));
        const Answer wrong = call("mf1\tssh\tmistaken-word\n", {u"--accept-new-host-keys"_s});
        QCOMPARE(wrong.status, 1);
        const Answer good = call(right, {}); // the key was stored
        QVERIFY2(good.status == 0, QByteArray(good.out + good.err));
        const QJsonObject found = QJsonDocument::fromJson(good.out).object()[u"nodes"_s][0].toObject();
        QCOMPARE(found[u"reachable"_s].toBool(), true);
        QCOMPARE(QByteArray::fromBase64(found[u"config"_s][u"base64"_s].toString().toLatin1()), configBytes);
        for (const Answer& answer : {unknownKey, wrong, good}) {
            QVERIFY(!answer.out.contains(password) && !answer.err.contains(password));
            QVERIFY(!answer.out.contains("mistaken-word") && !answer.err.contains("mistaken-word"));
        }
    }
    void atATerminalTheOperatorIsAskedAndSecretsAreNotShown()
    {
        const QByteArray path = m_lab->path(u"site.json"_s).toUtf8(); // of the test before
        if (!QFile::exists(QString::fromUtf8(path)))
            QSKIP("needs the site of the test before");
        const QByteArray hosts = m_lab->path(u"terminal_known_hosts"_s).toUtf8();
        int terminal = -1;
        const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
        QVERIFY(child >= 0);
        if (child == 0) {
            ::execl(BUILD_DIR "/replica-upgrade-wizard", "replica-upgrade-wizard", "survey", "--site",
                    path.constData(), "--known-hosts", hosts.constData(), "--lang", "en", nullptr);
            ::_exit(127);
        }
        QByteArray seen;
        const auto waitFor = [&](const QByteArray& words) {
            QElapsedTimer timer;
            for (timer.start(); !seen.contains(words) && timer.elapsed() < 20'000;) {
                pollfd ready{terminal, POLLIN, 0};
                if (::poll(&ready, 1, 200) <= 0)
                    continue;
                char buffer[4096];
                const ssize_t got = ::read(terminal, buffer, sizeof buffer);
                if (got <= 0)
                    return seen.contains(words);
                seen.append(buffer, got);
            }
            return seen.contains(words);
        };
        const auto type = [&](const QByteArray& text) {
            return ::write(terminal, text.constData(), size_t(text.size())) == text.size();
        };
        bool ok = waitFor("SHA256:") && waitFor("(y/n)") && type("y\n");
        ok = ok && waitFor("Password of worker@127.0.0.1") &&
             type("wrong\x7F\x7F\x15" + QByteArray(password) + '\n');
        ok = ok && waitFor("sudo password") && type(QByteArray(password) + '\n');
        ok = ok && waitFor("Runs systemd");
        int status = -1;
        if (!ok)
            (void)::kill(child, SIGKILL);
        (void)waitFor("to the end");
        (void)::waitpid(child, &status, 0);
        ::close(terminal);
        QVERIFY2(ok, seen);
        QVERIFY2(!seen.contains(password), seen);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
};

QTEST_GUILESS_MAIN(TestSurveySsh)
#include "tst_surveyssh.moc"
