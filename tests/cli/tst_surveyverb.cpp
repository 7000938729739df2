#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

struct Answer {
    int status = -1;
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// Runs the program as a script on a server does: no display, no terminal.
Answer call(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(u"setsid"_s,
                  QStringList{u"-w"_s, QStringLiteral(BUILD_DIR "/replica-upgrade-wizard")} + arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList ids(const QJsonObject& document)
{
    QStringList out;
    for (const QJsonValue& finding : document[u"findings"_s].toArray())
        out.append(finding[u"id"_s].toString());
    return out;
}

/// A port of this machine on which nobody listens.
class DeafPort {
public:
    DeafPort() : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{AF_INET, 0, {htonl(INADDR_LOOPBACK)}, {}};
        socklen_t size = sizeof address;
        (void)::bind(m_fd, reinterpret_cast<sockaddr*>(&address), size);
        (void)::getsockname(m_fd, reinterpret_cast<sockaddr*>(&address), &size);
        m_number = ntohs(address.sin_port);
    }
    ~DeafPort() { ::close(m_fd); }
    DeafPort(const DeafPort&) = delete;
    DeafPort& operator=(const DeafPort&) = delete;
    int number() const { return m_number; }

private:
    int m_fd;
    int m_number = 0;
};

} // namespace

/// The verb survey, and the options of every verb that may connect.
class TestSurveyVerb : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    DeafPort m_deaf;
    QString m_files, m_mixed;

    QString writeFile(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    QString writeSite(const QString& name, bool withSsh) const
    {
        QJsonArray nodes;
        for (int i = 1; i <= 2; ++i) {
            QJsonObject node{{u"name"_s, u"mf%1"_s.arg(i)},
                             {u"role"_s, i == 1 ? u"master"_s : u"slave"_s},
                             {u"address"_s, u"192.0.2.%1"_s.arg(i)},
                             {u"os"_s, u"linux"_s},
                             {u"access"_s, u"files"_s},
                             {u"config"_s, u"mf.def"_s}};
            if (withSsh && i == 2) {
                node[u"access"_s] = u"ssh"_s;
                node[u"address"_s] = u"127.0.0.1"_s;
                node[u"takesMail"_s] = false;
                node[u"ssh"_s] = QJsonObject{
                    {u"port"_s, m_deaf.number()}, {u"user"_s, u"root"_s}, {u"auth"_s, u"password"_s}};
            }
            nodes.append(node);
        }
        return writeFile(name, QJsonDocument(QJsonObject{{u"format"_s, 1},
                                                         {u"kind"_s, u"site"_s},
                                                         {u"name"_s, u"Test"_s},
                                                         {u"sourceVersion"_s, u"5.20R01"_s},
                                                         {u"targetVersion"_s, u"5.60R01"_s},
                                                         {u"nodes"_s, nodes}})
                                   .toJson());
    }

private slots:
    void initTestCase()
    {
        QVERIFY(
            !writeFile(u"mf.def"_s, "ENABLE_REP_DATA = ON\nREPLICA_SERVER_1 = 192.0.2.2:14083\n").isEmpty());
        m_files = writeSite(u"files.json"_s, false);
        m_mixed = writeSite(u"mixed.json"_s, true);
    }

    void aSiteOfFilesNeedsNoNetworkAndIsStatus0()
    {
        const Answer answer = call({u"survey"_s, u"--site"_s, m_files, u"--json"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json()[u"kind"_s].toString(), u"survey"_s);
        QCOMPARE(answer.json()[u"format"_s].toInt(), 1);
        QCOMPARE(answer.json()[u"nodes"_s].toArray().size(), 2);
        QVERIFY(answer.json()[u"nodes"_s][0][u"reachable"_s].toBool());
        QCOMPARE(answer.json()[u"links"_s].toArray().size(), 2 * 7);
    }
    void aNodeThatCantBeReachedIsStatus1AndTheOthersAreStillPrinted()
    {
        const Answer answer = call({u"survey"_s, u"--site"_s, m_mixed, u"--json"_s});
        QCOMPARE(answer.status, 1);
        QVERIFY(ids(answer.json()).contains(u"survey-unreachable"_s));
        QVERIFY(answer.json()[u"nodes"_s][0][u"reachable"_s].toBool());
        QVERIFY(!answer.json()[u"nodes"_s][1][u"reachable"_s].toBool());
    }
    void theTextTellsWhatWasFoundInTheLanguageAskedFor()
    {
        const Answer english = call({u"survey"_s, u"--site"_s, m_mixed, u"--lang"_s, u"en"_s});
        QCOMPARE(english.status, 1);
        QVERIFY2(english.out.contains("mf1 - read\n") && english.out.contains("mf2 - not read\n"),
                 english.out);
        QVERIFY(english.out.contains("survey-unreachable"));
        QVERIFY(english.out.contains("mf1 -> mf2 ipv4: unknown 14042-14047, 14083"));
        QVERIFY(call({u"survey"_s, u"--site"_s, m_mixed, u"--lang"_s, u"ja"_s}).out != english.out);
    }
    void aSiteFileThatCantBeReadIsStatus2()
    {
        const Answer answer = call({u"survey"_s, u"--site"_s, m_dir.filePath(u"none.json"_s), u"--json"_s});
        QCOMPARE(answer.status, 2);
        QCOMPARE(answer.json()[u"kind"_s].toString(), u"survey"_s);
        QVERIFY(!ids(answer.json()).isEmpty());
        QCOMPARE(call({u"survey"_s}).status, 2);
    }
    void everyVerbThatMayConnectTakesTheSameOptions_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char* verb : {"survey", "check", "plan", "runbook"})
            QTest::newRow(verb) << QString::fromLatin1(verb);
    }
    void everyVerbThatMayConnectTakesTheSameOptions()
    {
        QFETCH(QString, verb);
        const Answer answer = call({verb, u"--help"_s, u"--lang"_s, u"en"_s});
        QCOMPARE(answer.status, 0);
        for (const char* option : {"--password-fd", "--known-hosts", "--accept-new-host-keys"})
            QVERIFY2(answer.out.contains(option), option);
    }
    void secretsThatCantBeReadAreStatus2AndNeverShown_data()
    {
        QTest::addColumn<QString>("descriptor");
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("no number") << u"three"_s << QByteArray();
        QTest::newRow("not open") << u"77"_s << QByteArray();
        QTest::newRow("no tabs") << u"0"_s << QByteArray("mf1\tssh\tgood-word\nverysecret\n");
        QTest::newRow("unknown kind") << u"0"_s << QByteArray("mf1\tpin\tverysecret\n");
        QTest::newRow("no node") << u"0"_s << QByteArray("\tssh\tverysecret\n");
        QTest::newRow("too much") << u"0"_s << QByteArray(100'000, 'v');
    }
    void secretsThatCantBeReadAreStatus2AndNeverShown()
    {
        QFETCH(QString, descriptor);
        QFETCH(QByteArray, input);
        const Answer answer =
            call({u"survey"_s, u"--site"_s, m_mixed, u"--json"_s, u"--password-fd"_s, descriptor}, input);
        QCOMPARE(answer.status, 2);
        QCOMPARE(ids(answer.json()), QStringList{u"usage-password-fd"_s});
        for (const QByteArray& text : {answer.out, answer.err})
            QVERIFY(!text.contains("verysecret") && !text.contains("good-word") && !text.contains("vvvv"));
    }
    void checksConnectUnlessASurveyIsHandedToThem()
    {
        const Answer connecting = call({u"check"_s, u"--site"_s, m_mixed, u"--json"_s});
        QCOMPARE(connecting.status, 3);
        QVERIFY(ids(connecting.json()).contains(u"survey-unreachable"_s));
        const QString saved =
            writeFile(u"survey.json"_s, call({u"survey"_s, u"--site"_s, m_files, u"--json"_s}).out);
        const Answer handed = call({u"check"_s, u"--site"_s, m_mixed, u"--survey"_s, saved, u"--json"_s});
        QVERIFY(!ids(handed.json()).contains(u"survey-unreachable"_s));
    }
};

QTEST_GUILESS_MAIN(TestSurveyVerb)
#include "tst_surveyverb.moc"
