#include "TerminalPlay.h"

#include "core/run/Journal.h"
#include "core/run/RunRecords.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace terminal;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray config(int own, const QByteArray& network = "192.0.2.")
{
    QByteArray out = "ENABLE_REP_DATA = ON\n";
    for (int i = 1; i <= 3; ++i) {
        if (i != own)
            out += "REPLICA_SERVER_" + QByteArray::number(i) + " = " + network + QByteArray::number(i) + ":14083\n";
    }
    return out + "DATA_REPORT_SYNC_SERVER_PORT = 14042\nDATA_SAVE_SYNC_SERVER_PORT = 24043\n";
}

/// Three nodes that are worked on by hand, and of which nothing can be seen from here: every result is a word.
QJsonObject siteObject()
{
    QJsonArray nodes;
    for (int i = 1; i <= 3; ++i) {
        nodes.append(QJsonObject{{u"name"_s, u"mf%1"_s.arg(i)},
                                 {u"role"_s, i == 1 ? u"master"_s : u"slave"_s},
                                 {u"address"_s, u"192.0.2.%1"_s.arg(i)},
                                 {u"os"_s, u"linux"_s},
                                 {u"access"_s, u"manual"_s},
                                 {u"takesMail"_s, false},
                                 {u"config"_s, u"mf%1.def"_s.arg(i)}});
    }
    return {{u"format"_s, 1},
            {u"kind"_s, u"site"_s},
            {u"name"_s, u"Test"_s},
            {u"sourceVersion"_s, u"5.20R01"_s},
            {u"targetVersion"_s, u"5.60R01"_s},
            {u"nodes"_s, nodes}};
}

/// Greets like a mail node, on every address of this machine.
class MailPort {
public:
    MailPort()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                socket->write("220 mail\r\n");
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                    if (socket->readAll().contains("QUIT")) {
                        socket->write("221 bye\r\n");
                        socket->disconnectFromHost();
                    }
                });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        m_server.listen(QHostAddress::Any);
    }
    int port() const { return m_server.serverPort(); }


private:
    QTcpServer m_server;
};

QList<ruw::JournalRecord> recordsOf(const QString& path)
{
    const auto read = ruw::Journal::read(path);
    return read ? read->records : QList<ruw::JournalRecord>();
}

QList<ruw::JournalRecord> recordsOf(const QString& path, const QString& kind, const QString& step = {})
{
    QList<ruw::JournalRecord> out;
    for (const ruw::JournalRecord& record : recordsOf(path)) {
        if (record.kind == kind && (step.isEmpty() || record.step == step))
            out.append(record);
    }
    return out;
}

constexpr auto stopping = "Stop the service on mf2"_L1;
constexpr auto installing = "Upgrade mf2 to"_L1; // a critical step

} // namespace

/// A run in the terminal, asked and answered line by line, on a site without any server.
class TestRunVerb : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_number = 0;

    QString path(const QString& name) const { return m_dir.filePath(name); }
    QString newJournal() { return path(u"run-%1.jsonl"_s.arg(++m_number)); }
    QStringList runInto(const QString& journal, const QStringList& more = {}) const
    {
        QStringList all{u"run"_s, u"--procedure"_s, u"stop-mail-flow"_s, u"--journal"_s, journal};
        if (!more.contains(u"--site"_s))
            all += {u"--site"_s, path(u"site.json"_s)};
        if (!more.contains(u"--lang"_s))
            all += {u"--lang"_s, u"en"_s};
        return all + more;
    }
    /// The same site, but all three take mail, on this machine.
    QString siteWithMail(int port)
    {
        QJsonObject site = siteObject();
        QJsonArray nodes = site[u"nodes"_s].toArray();
        for (int i = 1; i <= 3; ++i) {
            const QString file = u"local%1.def"_s.arg(i);
            write(path(file), config(i, "127.0.0."));
            QJsonObject node = nodes[i - 1].toObject();
            node.insert(u"address"_s, u"127.0.0.%1"_s.arg(i));
            node.insert(u"config"_s, file);
            node.insert(u"takesMail"_s, true);
            node.insert(u"smtpPort"_s, port);
            nodes[i - 1] = node;
        }
        site.insert(u"nodes"_s, nodes);
        site.insert(u"testMail"_s, QJsonObject{{u"from"_s, u"a@example.com"_s}, {u"to"_s, u"b@example.com"_s}});
        write(path(u"mail.json"_s), QJsonDocument(site).toJson());
        return path(u"mail.json"_s);
    }
    static QStringList resumeFrom(const QString& journal, const QStringList& more = {})
    {
        return QStringList{u"resume"_s, u"--journal"_s, journal, u"--lang"_s, u"en"_s} + more;
    }
    static QStringList people() { return {u"--doer"_s, u"Tanaka"_s, u"--checker"_s, u"Suzuki"_s}; }
    /// y, but this step fails; what is said at its menu and after it is the test's.
    static Answers whereItFails(QLatin1StringView title, const QList<QByteArray>& then)
    {
        return [title, left = std::make_shared<QList<QByteArray>>(then),
                failed = false](const Question& question) mutable -> std::optional<QByteArray> {
            const bool judged = question.step.contains(title) && question.text.startsWith("Is this so"_L1);
            if (!failed) {
                failed = judged;
                return judged ? "n" : "y";
            }
            return left->isEmpty() ? std::nullopt : std::optional(left->takeFirst());
        };
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_dir.path())); // where the locks lie
        for (int i = 1; i <= 3; ++i)
            write(path(u"mf%1.def"_s.arg(i)), config(i));
        write(path(u"site.json"_s), QJsonDocument(siteObject()).toJson());
    }

    // ---- who agreed ----

    /// Each is asked where the answer is: on the node that looks, about the one that it looks at.
    void whetherPortsAnswerIsCheckedByACommandForTheNodeThatLooks()
    {
        const MailPort mail;
        const QString journal = newJournal();
        const QStringList site{u"--site"_s, siteWithMail(mail.port()), u"--procedure"_s, u"block-sync-ports"_s};
        const Played played = play(
            runInto(journal, people() + site),
            [](const Question& question) -> std::optional<QByteArray> {
                if (question.text.contains("From mf3, none of the ports"_L1) && question.text.contains("on mf1 answers"_L1))
                    return std::nullopt;
                return question.text.contains("test mail"_L1) ? "n" : "y"; // nobody here takes one
            });
        static const QRegularExpression asked(
            u"Check on (?<on>\\S+) with:\n(?<with>(?:  \\| .*\n)+)"
            "Is this so: From (?<from>\\S+), none of the ports \\S.* on (?<to>\\S+) answers"_s);
        QStringList ways;
        for (auto each = asked.globalMatch(played.said); each.hasNext();) {
            const auto match = each.next();
            const QString command = match.captured(u"with");
            ways.append(match.captured(u"from") + u' ' + match.captured(u"to"));
            QCOMPARE(match.captured(u"on"), match.captured(u"from"));
            for (int i = 1; i <= 3; ++i) {
                const bool named = command.contains(u"'127.0.0.%1'"_s.arg(i));
                QVERIFY2(named == (match.captured(u"to") == u"mf%1"_s.arg(i)), qPrintable(ways.last() + u'\n' + command));
            }
        }
        // The first step that proves asks about both ways between its node and each other one.
        QVERIFY2(ways.contains(u"mf1 mf2"_s) && ways.contains(u"mf2 mf1"_s) && ways.contains(u"mf3 mf2"_s),
                 qPrintable(played.said.right(4000)));
    }

    void leavingANodeOutAsksTheChecker_data()
    {
        QTest::addColumn<QByteArray>("agrees");
        QTest::newRow("he agrees") << QByteArray("y");
        QTest::newRow("he does not") << QByteArray("n");
        QTest::newRow("nobody answers") << QByteArray();
    }
    void leavingANodeOutAsksTheChecker()
    {
        QFETCH(QByteArray, agrees);
        const QString journal = newJournal();
        QList<QByteArray> then{"exclude its disk is broken"};
        if (!agrees.isEmpty())
            then.append(agrees);
        if (agrees == "y")
            then += {"y", "y"}; // it is stopped, and does not start at boot
        const Played played = play(runInto(journal, people()), whereItFails(stopping, then));
        QVERIFY2(played.said.contains("Does the checker Suzuki agree that mf2 is left out? [y/n/hold]"_L1),
                 qPrintable(played.said));
        const auto excluded = recordsOf(journal, u"node-excluded"_s);
        QCOMPARE(excluded.size(), agrees == "y" ? 1 : 0);
        if (agrees == "y")
            QCOMPARE(excluded.first().data.value(u"checker"_s).toString(), u"Suzuki"_s);
        else // the step that failed stands as it was
            QCOMPARE(played.status, 1);
    }
    void withoutACheckerNobodyIsLeftOut()
    {
        const QString journal = newJournal();
        const Played played =
            play(runInto(journal, {u"--doer"_s, u"Tanaka"_s}), whereItFails(stopping, {"exclude broken", "hold"}));
        QVERIFY2(played.said.contains("no checker is named"_L1), qPrintable(played.said));
        QVERIFY(played.said.contains("--checker NAME"_L1));
        QCOMPARE(recordsOf(journal, u"node-excluded"_s).size(), 0);
        QCOMPARE(played.status, 1);
        // As the message says: with a checker the same node can be left out.
        const Played again = play(resumeFrom(journal, {u"--checker"_s, u"Suzuki"_s}),
                                  inOrder({"exclude broken", "y", "y", "y"}));
        QVERIFY2(recordsOf(journal, u"node-excluded"_s).size() == 1, qPrintable(again.said));
    }
    void aCriticalStepByHandAsksTheChecker_data()
    {
        QTest::addColumn<QList<QByteArray>>("then");
        QTest::addColumn<bool>("agreed");
        // He agrees; what the step rests on and nobody else can see is asked; then it is done.
        QTest::newRow("at the menu") << QList<QByteArray>{"manual"} + QList<QByteArray>(12, "y") << true;
        QTest::newRow("at the menu, he does not") << QList<QByteArray>{"manual", "n"} << false;
        QTest::newRow("at the question") << QList<QByteArray>{"retry", "manual", "y", "y", "y"} << true;
        QTest::newRow("at the question, he does not") << QList<QByteArray>{"retry", "manual", "n"} << false;
    }
    void aCriticalStepByHandAsksTheChecker()
    {
        QFETCH(QList<QByteArray>, then);
        QFETCH(bool, agreed);
        const QString journal = newJournal();
        const Played played = play(runInto(journal, people()), whereItFails(installing, then));
        QVERIFY2(played.said.contains("Does the checker Suzuki agree that this step is done by hand?"_L1),
                 qPrintable(played.said));
        const auto confirmed = recordsOf(journal, u"step-confirmed"_s, u"run-installer-mf2"_s);
        QCOMPARE(confirmed.size(), agreed ? 2 : 1);
        QCOMPARE(confirmed.last().data.value(u"checkerAgrees"_s).toBool(), true); // the first: by its own question
        QCOMPARE(recordsOf(journal, u"step-verified"_s, u"run-installer-mf2"_s).size(), agreed ? 1 : 0);
    }
    void aStepThatIsNotCriticalClaimsNoAgreementOfTheChecker()
    {
        const QString journal = newJournal();
        bool failed = false;
        play(runInto(journal, people()), [&](const Question& question) -> std::optional<QByteArray> {
            if (question.isMenu())
                return "manual";
            if (!failed && question.step.contains(u"Copy mf_replica.def on mf2"_s) &&
                question.text.startsWith("Is this so"_L1)) {
                failed = true;
                return "n";
            }
            return question.step.contains(u"on mf3"_s) ? std::nullopt : std::optional<QByteArray>("y");
        });
        const auto confirmed = recordsOf(journal, u"step-confirmed"_s, u"backup-config-mf2"_s);
        QCOMPARE(confirmed.size(), 2);
        for (const auto& record : confirmed)
            QVERIFY(!record.data.value(u"checkerAgrees"_s).toBool());
    }
    void withoutACheckerScriptsGoOnAndTheReportSaysSo()
    {
        const QString journal = newJournal(), report = path(u"report.html"_s);
        const Played played = play(runInto(journal), yes());
        QCOMPARE(played.status, 0);
        QVERIFY(!played.said.contains("Critical:"_L1));
        const auto confirmed = recordsOf(journal, u"step-confirmed"_s, u"run-installer-mf2"_s);
        QCOMPARE(confirmed.size(), 1);
        QCOMPARE(confirmed.first().data.value(u"checkerAgrees"_s), QJsonValue(false));
        QCOMPARE(confirmed.first().data.value(u"checkerNamed"_s), QJsonValue(false));
        for (const auto& [language, words] : {std::pair{u"en"_s, u"(not named)"_s}, {u"ja"_s, u"（未記入）"_s}}) {
            play({u"evidence"_s, u"--journal"_s, journal, u"-o"_s, report, u"--lang"_s, language}, yes());
            QFile file(report);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(QString::fromUtf8(file.readAll()).contains(words), qPrintable(language));
        }
    }
    void theWarningsThatWereShownAreInTheJournal()
    {
        const QString journal = newJournal();
        const Played played = play(runInto(journal), inOrder({"y"}));
        const auto records = recordsOf(journal, u"warnings-accepted"_s);
        QCOMPARE(records.size(), 1);
        const QList<ruw::AcceptedWarning> warnings = ruw::warningsFromJson(records.first().data.value(u"warnings"_s));
        QCOMPARE(warnings.size(), played.said.count(u"[warning] "_s, Qt::CaseInsensitive));
        for (const ruw::AcceptedWarning& warning : warnings) {
            QVERIFY(warning.by.isEmpty()); // nobody is asked one by one
            QVERIFY2(played.said.contains(warning.finding.message.render(ruw::Language::English)), qPrintable(played.said));
        }
    }
    // ---- who is named ----

    void missingAndEqualNamesAreToldAndRecorded_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("told");
        const QString noDoer = u"No doer is named"_s, noChecker = u"No checker is named"_s, same = u"the same person, Tanaka"_s;
        QTest::newRow("nobody") << QStringList() << QStringList{noDoer, noChecker};
        QTest::newRow("no checker") << QStringList{u"--doer"_s, u"Tanaka"_s} << QStringList{noChecker};
        QTest::newRow("one person") << QStringList{u"--doer"_s, u"Tanaka"_s, u"--checker"_s, u" tanaka "_s} << QStringList{same};
        QTest::newRow("two people") << people() << QStringList();
    }
    void missingAndEqualNamesAreToldAndRecorded()
    {
        QFETCH(QStringList, names);
        QFETCH(QStringList, told);
        const QString journal = newJournal();
        const Played played = play(runInto(journal, names), inOrder({"y", "y"}));
        QCOMPARE(played.status, 4); // held by the end of the input: nothing else came of it
        QCOMPARE(played.said.count(u"\nWARNING: "_s), told.size());
        for (const QString& one : told)
            QCOMPARE(played.said.count(one), 1);
        QCOMPARE(played.said.contains("Name them with --doer"_L1), !told.isEmpty());
        const auto noted = recordsOf(journal, u"noticed"_s);
        QCOMPARE(noted.size(), told.isEmpty() ? 0 : 1);
        for (const QString& one : told)
            QVERIFY(noted.first().note().render(ruw::Language::English).contains(one));
        // Whoever goes on under the same names is told again, and the journal knows it already.
        const Played again = play(resumeFrom(journal), inOrder({"y"}));
        for (const QString& one : told)
            QVERIFY2(again.said.contains(one), qPrintable(again.said));
        QCOMPARE(recordsOf(journal, u"noticed"_s).size(), told.isEmpty() ? 0 : 1);
    }

    // ---- what is asked, in which words ----

    void everyStepCarriesTheNumberOfTheRunbook()
    {
        const QByteArray saved = [&] {
            QProcess plan;
            plan.start(program(), {u"plan"_s, u"--site"_s, path(u"site.json"_s), u"--procedure"_s, u"stop-mail-flow"_s,
                                   u"--json"_s, u"--lang"_s, u"en"_s});
            plan.waitForFinished();
            return plan.readAllStandardOutput();
        }();
        const QJsonArray steps = QJsonDocument::fromJson(saved)[u"steps"_s].toArray();
        QVERIFY(steps.size() > 20);
        const Played played = play(runInto(newJournal(), people()), yes());
        QCOMPARE(played.status, 0);
        static const QRegularExpression head(u"^Step (\\d+) of (\\d+): (.*)$"_s);
        QSet<int> numbers;
        for (const QString& line : played.said.split(u'\n')) {
            const auto match = head.match(line);
            if (!match.hasMatch())
                continue;
            const int number = match.captured(1).toInt();
            QCOMPARE(match.captured(2).toInt(), int(steps.size()));
            QCOMPARE(match.captured(3), steps[number - 1][u"title"_s].toString());
            numbers.insert(number);
        }
        for (const Question& question : played.questions)
            QVERIFY2(!question.step.isEmpty(), qPrintable(question.text)); // the checks and confirmations, too
        for (int number = 1; number <= steps.size(); ++number) {
            const bool onlyWhereAsked = steps[number - 1][u"kind"_s].toString() == "restart-service"_L1;
            QVERIFY2(numbers.contains(number) || onlyWhereAsked, qPrintable(steps[number - 1][u"title"_s].toString()));
        }
    }
    void whereTheRunStopsTheStepHasItsNumber()
    {
        const Played played = play(runInto(newJournal(), people()), whereItFails(stopping, {}));
        static const QRegularExpression head(u"STOPPED at: Step \\d+ of \\d+: Stop the service on mf2"_s);
        QVERIFY2(head.match(played.said).hasMatch(), qPrintable(played.said));
    }
    void theWordsOfAnAnswerAreExplainedOnceAndWhenAsked_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("yes");
        QTest::newRow("English") << u"en"_s << u"  y          Yes: the step begins now"_s;
        QTest::newRow("Japanese") << u"ja"_s << u"  y          はい"_s;
    }
    void theWordsOfAnAnswerAreExplainedOnceAndWhenAsked()
    {
        QFETCH(QString, language);
        QFETCH(QString, yes);
        const Played whole = play(runInto(newJournal(), people() + QStringList{u"--lang"_s, language}), terminal::yes());
        QCOMPARE(whole.status, 0);
        QCOMPARE(whole.said.count(yes), 1);
        for (const auto* word : {u"n", u"manual", u"rollback", u"hold"}) {
            static const QString line = u"\n  %1  "_s;
            const QString shown = line.arg(QString::fromUtf16(word), -9);
            QCOMPARE(whole.said.count(shown), 1);
            const auto first = std::find_if(whole.questions.cbegin(), whole.questions.cend(),
                                            [](const Question& question) { return question.choices.contains(u"rollback"_s); });
            QVERIFY(first != whole.questions.cend());
            QVERIFY(whole.said.indexOf(shown) < whole.said.indexOf(first->text));
        }
        // Asked by a question mark, and by a word that is none of them.
        for (const QByteArray& unknown : {QByteArray("?"), QByteArray("what")}) {
            bool asked = false;
            const Played played = play(runInto(newJournal(), people() + QStringList{u"--lang"_s, language}),
                                       [&](const Question& question) -> std::optional<QByteArray> {
                                           if (!question.choices.contains(u"rollback"_s))
                                               return "y";
                                           return std::exchange(asked, true) ? std::nullopt : std::optional(unknown);
                                       });
            QCOMPARE(played.said.count(yes), 2);
        }
    }

    // ---- what is no answer, and what holds ----

    void holdAtTheQuestionOfTheTestMailHoldsTheRun_data()
    {
        QTest::addColumn<QList<QByteArray>>("then");
        QTest::newRow("hold") << QList<QByteArray>{"hold", "y", "y", "y", "y", "y", "y"};
        QTest::newRow("no answer three times") << QList<QByteArray>{"x", "x", "x", "y", "y", "y", "y"};
        QTest::newRow("end of input") << QList<QByteArray>{};
    }
    void holdAtTheQuestionOfTheTestMailHoldsTheRun()
    {
        QFETCH(QList<QByteArray>, then);
        MailPort mail;
        const QString journal = newJournal();
        bool asked = false;
        const Played played = play(runInto(journal, {u"--site"_s, siteWithMail(mail.port())}),
                                   [&](const Question& question) -> std::optional<QByteArray> {
                                       asked = asked || question.text.startsWith("Send a test mail"_L1);
                                       if (!asked)
                                           return "y";
                                       return then.isEmpty() ? std::nullopt : std::optional(then.takeFirst());
                                   });
        QVERIFY2(asked, qPrintable(played.said));
        QCOMPARE(played.status, 4);
        QCOMPARE(recordsOf(journal).last().kind, u"run-held"_s);
        // Nothing was begun after it: the last step is the look at the mail flow.
        const auto started = recordsOf(journal, u"step-started"_s);
        QCOMPARE(started.last().step, recordsOf(journal, u"step-verified"_s).last().step);
        QVERIFY2(started.last().step.contains("mail-flow"_L1), qPrintable(started.last().step));
    }
    void aMailNodeThatFallsSilentIsToldWhileAQuestionWaits()
    {
        // Looked at every ten seconds: the question waits until it was told.
        auto mail = std::make_unique<MailPort>();
        const QString journal = newJournal();
        QEventLoop told;
        bool silent = false;
        const Played played = play(
            runInto(journal, {u"--site"_s, siteWithMail(mail->port())}),
            [&](const Question& question) -> std::optional<QByteArray> {
                if (!question.text.startsWith("Send a test mail"_L1))
                    return "y";
                mail.reset();
                QTimer::singleShot(40'000, &told, &QEventLoop::quit);
                told.exec();
                return std::nullopt;
            },
            [&](const QString& line) {
                silent = silent || line.contains("mf3 does not answer on SMTP any more"_L1);
                if (silent && told.isRunning())
                    told.quit();
            });
        QVERIFY2(silent, qPrintable(played.said));
        QCOMPARE(played.said.count("mf3 does not answer"_L1), 1);
        QCOMPARE(played.status, 4);
    }
    void whatIsNotOfferedIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        for (const char* answer : {"skip because", "skip", "exclude mf2", "retry", "look", "yes", ""})
            QTest::newRow(answer) << QByteArray(answer);
    }
    void whatIsNotOfferedIsNoAnswer()
    {
        // At the question of a step that later ones rest on; as `yes 'skip x'` would say it, again and again.
        QFETCH(QByteArray, answer);
        const QString journal = newJournal();
        int said = 0;
        const Played played = play(runInto(journal), [&](const Question& question) -> std::optional<QByteArray> {
            if (!question.step.contains(stopping))
                return "y";
            return ++said > 10 ? std::nullopt : std::optional(answer);
        });
        QCOMPARE(said, 3);
        QCOMPARE(played.status, 4);
        QVERIFY2(played.said.contains("No answer could be read three times"_L1), qPrintable(played.said));
        QCOMPARE(recordsOf(journal).last().kind, u"run-held"_s);
        QCOMPARE(recordsOf(journal, u"step-started"_s, u"stop-service-mf2"_s).size(), 0);
    }
    void aRemedyThatIsNotOfferedIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        for (const char* answer : {"skip because", "rollback-all", "y", "n"})
            QTest::newRow(answer) << QByteArray(answer);
    }
    void aRemedyThatIsNotOfferedIsNoAnswer()
    {
        QFETCH(QByteArray, answer);
        const QString journal = newJournal();
        const Played played =
            play(runInto(journal), whereItFails(stopping, QList<QByteArray>(10, answer)));
        QCOMPARE(played.status, 1); // a step failed, and the run was held by it
        QCOMPARE(std::count_if(played.questions.cbegin(), played.questions.cend(),
                               [](const Question& question) { return question.isMenu(); }),
                 3);
        QCOMPARE(recordsOf(journal).last().kind, u"run-held"_s);
    }
    void aStepThatMayBeSkippedWantsAReason_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("skipped");
        QTest::newRow("none") << QByteArray("skip") << 0;
        QTest::newRow("blank") << QByteArray("skip   ") << 0;
        QTest::newRow("a reason") << QByteArray("skip the vendor told us by telephone") << 1;
    }
    void aStepThatMayBeSkippedWantsAReason()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, skipped);
        const QString journal = newJournal();
        int said = 0;
        const Played played = play(runInto(journal), [&](const Question& question) -> std::optional<QByteArray> {
            if (!question.isMenu())
                return said > 0 ? std::nullopt : std::optional<QByteArray>("n"); // the release notes were not read
            return ++said > 10 ? std::nullopt : std::optional(answer);
        });
        QVERIFY2(said == (skipped > 0 ? 1 : 3), qPrintable(played.said));
        QCOMPARE(recordsOf(journal, u"step-skipped"_s).size(), skipped);
        QCOMPARE(played.said.contains("only skipped with a reason"_L1), skipped == 0);
        QCOMPARE(played.status, skipped > 0 ? 4 : 1);
    }
    void theEndOfTheInputHoldsAtEveryQuestion()
    {
        // What questions there are is found by answering them all; the same ones for another node are one.
        const Played whole = play(runInto(newJournal()), yes());
        QCOMPARE(whole.status, 0);
        QSet<QString> seen;
        static const QRegularExpression number(u"\\d"_s);
        for (qsizetype i = 0; i < whole.questions.size(); ++i) {
            const QString kind = QString(whole.questions[i].step + whole.questions[i].text).remove(number);
            if (seen.contains(kind))
                continue;
            seen.insert(kind);
            const QString journal = newJournal();
            const Played played = play(runInto(journal), inOrder(QList<QByteArray>(i, "y")));
            const QByteArray where = QByteArray::number(i) + ' ' + whole.questions[i].text.toUtf8();
            QVERIFY2(played.status == 4, where.constData());
            QVERIFY2(recordsOf(journal).last().kind == "run-held"_L1, where.constData());
            QVERIFY2(played.said.contains("The input has ended"_L1), where.constData());
            QVERIFY2(played.said.contains("resume --journal"_L1), where.constData());
        }
        QVERIFY(seen.size() > 20);
    }
    void threeWrongAnswersHoldAtEveryKindOfQuestion_data()
    {
        QTest::addColumn<QString>("begins");
        QTest::newRow("a fact") << u"Have the vendor's release notes"_s;
        QTest::newRow("consent") << u"Begin this step"_s;
        QTest::newRow("done by hand") << u"Do it now"_s;
        QTest::newRow("the result") << u"Is this so"_s;
    }
    void threeWrongAnswersHoldAtEveryKindOfQuestion()
    {
        QFETCH(QString, begins);
        const QString journal = newJournal();
        int wrong = 0;
        const Played played = play(runInto(journal), [&](const Question& question) -> std::optional<QByteArray> {
            if (!question.text.startsWith(begins))
                return wrong > 0 ? std::nullopt : std::optional<QByteArray>("y");
            ++wrong;
            return "maybe";
        });
        QCOMPARE(wrong, 3);
        QCOMPARE(played.status, 4);
        QCOMPARE(recordsOf(journal).last().kind, u"run-held"_s);
    }
    void whoHeldTheRunIsTheExitStatus_data()
    {
        QTest::addColumn<QList<QByteArray>>("then");
        QTest::addColumn<int>("status");
        QTest::newRow("a step failed and holds it") << QList<QByteArray>{"hold"} << 1;
        QTest::newRow("a step failed and nobody says what to do") << QList<QByteArray>{} << 1;
        QTest::newRow("tried again, then held by the operator") << QList<QByteArray>{"retry", "hold"} << 4;
        QTest::newRow("going back, then held by the operator") << QList<QByteArray>{"rollback", "n"} << 4;
    }
    void whoHeldTheRunIsTheExitStatus()
    {
        QFETCH(QList<QByteArray>, then);
        QFETCH(int, status);
        const Played played = play(runInto(newJournal()), whereItFails(stopping, then));
        QVERIFY2(played.status == status, qPrintable(played.said));
    }
    void inJapaneseItAsksInJapaneseAndTakesTheSameAnswers()
    {
        const QString journal = newJournal();
        const Played played = play(runInto(journal, {u"--lang"_s, u"ja"_s}), yes());
        QCOMPARE(played.status, 0);
        static const QRegularExpression japanese(u"[\u3040-\u30ff]"_s);
        for (const Question& question : played.questions)
            QVERIFY2(question.text.contains(japanese), qPrintable(question.text));
        const Played held = play(runInto(newJournal(), {u"--lang"_s, u"ja"_s}), inOrder({"y", "n"}));
        QVERIFY2(held.status == 1 || held.status == 4, qPrintable(held.said));
    }
    void aHeldRunGoesOnAtTheSameQuestion_data()
    {
        QTest::addColumn<QString>("begins");
        QTest::newRow("before a step") << u"Begin this step"_s;
        QTest::newRow("while it is done by hand") << u"Do it now"_s;
        QTest::newRow("before it is judged") << u"Is this so"_s;
    }
    void aHeldRunGoesOnAtTheSameQuestion()
    {
        QFETCH(QString, begins);
        const QString journal = newJournal();
        QString heldAt;
        play(runInto(journal), [&](const Question& question) -> std::optional<QByteArray> {
            if (!question.step.contains(stopping) || !question.text.startsWith(begins))
                return "y";
            heldAt = question.step;
            return "hold";
        });
        QVERIFY(heldAt.contains(stopping));
        const auto before = recordsOf(journal);
        const Played again = play(resumeFrom(journal), inOrder({}));
        QVERIFY2(!again.questions.isEmpty(), qPrintable(again.said));
        // Who was interrupted while he worked is asked whether it is so, not to do it again.
        const QString asked = begins == "Begin this step"_L1 ? begins : u"Is this so"_s;
        QVERIFY2(again.questions.first().text.startsWith(asked), qPrintable(again.said));
        QCOMPARE(recordsOf(journal).mid(0, before.size()), before);
        QVERIFY2(play(resumeFrom(journal), yes()).status == 0, "it can be brought to its end");
    }
    // ---- what is certain ----

    void whatIsNotCertainIsMarkedAtTheEndAndWhenTheRunGoesOn()
    {
        const QString journal = newJournal();
        const Played held = play(runInto(journal), [&](const Question& question) -> std::optional<QByteArray> {
            return question.step.contains(stopping) && question.text.startsWith("Do it now"_L1) ? "hold" : "y";
        });
        QVERIFY2(held.said.contains("  - The service on mf2 is stopped (not certain)\n"_L1), qPrintable(held.said));
        QVERIFY2(held.said.contains("  - Start at boot is off on mf2\n"_L1), qPrintable(held.said));
        const Played again = play(resumeFrom(journal), inOrder({}));
        const QString before = again.said.section(u"[y/n"_s, 0, 0);
        for (const char* part : {"steps are through", "What stands now", "Start at boot is off on mf2\n",
                                 "The service on mf2 is stopped (not certain)\n", "Stop the service on mf2\n",
                                 "The run was interrupted here: it is not known whether this took effect.",
                                 "The work can still be given up"})
            QVERIFY2(before.contains(QString::fromLatin1(part)), qPrintable(again.said));
    }
    void aRunThatWasHeldBetweenTwoStepsIsCertain()
    {
        const QString journal = newJournal();
        play(runInto(journal), inOrder({"y"}));
        const Played again = play(resumeFrom(journal), inOrder({}));
        QVERIFY2(again.said.contains("No temporary change stands."_L1), qPrintable(again.said));
        QVERIFY(!again.said.contains("not certain"_L1));
    }
    // ---- the journal as output and as input ----

    void aJournalThatCantBeWrittenIsAFailedOutput_data()
    {
        QTest::addColumn<QString>("file");
        write(path(u"there.jsonl"_s), "precious");
        QTest::newRow("no such folder") << path(u"no/such/folder/run.jsonl"_s);
        QTest::newRow("its folder is a file") << path(u"site.json/run.jsonl"_s);
        QTest::newRow("it exists") << path(u"there.jsonl"_s);
    }
    void aJournalThatCantBeWrittenIsAFailedOutput()
    {
        QFETCH(QString, file);
        const Played played = play(runInto(file), yes());
        QVERIFY2(played.status == 1, qPrintable(played.said));
        QVERIFY(played.questions.isEmpty());
        // The rehearsal writes its journal likewise.
        QCOMPARE(play({u"rehearse"_s, u"--journal"_s, file, u"--lang"_s, u"en"_s}, yes()).status, 1);
        QFile there(path(u"there.jsonl"_s));
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), QByteArray("precious"));
    }
    void aJournalThatCantBeReadIsUnreadableInput_data()
    {
        QTest::addColumn<QString>("file");
        write(path(u"letter.jsonl"_s), "Dear Sir or Madam\n");
        QTest::newRow("it is missing") << path(u"missing.jsonl"_s);
        QTest::newRow("it is none") << path(u"letter.jsonl"_s);
    }
    void aJournalThatCantBeReadIsUnreadableInput()
    {
        QFETCH(QString, file);
        QCOMPARE(play(resumeFrom(file), yes()).status, 2);
    }
    void aSecondRunOfTheSameSiteIsKeptAwayAndOneThatWasKilledHindersNobody()
    {
        const QString first = newJournal(), second = newJournal();
        QProcess process;
        process.setReadChannel(QProcess::StandardError);
        process.start(program(), runInto(first));
        QVERIFY(process.waitForStarted());
        QByteArray said;
        while (!said.contains("[y/n") && process.waitForReadyRead(60'000))
            said += process.readAllStandardError();
        const Played refused = play(runInto(second), yes());
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.questions.isEmpty());
        for (const QString& part : {u"Another run that works on"_s, QString::number(process.processId()), first})
            QVERIFY2(refused.said.contains(part), qPrintable(refused.said));
        QVERIFY(!QFile::exists(second));
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(play(runInto(second), inOrder({})).status, 4);
        QCOMPARE(play(resumeFrom(first), inOrder({})).status, 4);
    }
    void yesToEverythingIsStillTheGoodCaseWithAChecker()
    {
        const QString journal = newJournal();
        QCOMPARE(play(runInto(journal, people()), yes()).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestRunVerb)
#include "tst_runverb.moc"
