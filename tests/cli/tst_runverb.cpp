#include "TerminalPlay.h"

#include "core/run/Journal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace terminal;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray config(int own)
{
    QByteArray out = "ENABLE_REP_DATA = ON\n";
    for (int i = 1; i <= 3; ++i) {
        if (i != own)
            out += "REPLICA_SERVER_" + QByteArray::number(i) + " = 192.0.2." + QByteArray::number(i) + ":14083\n";
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
        QStringList all{u"run"_s,     u"--site"_s, path(u"site.json"_s), u"--procedure"_s, u"stop-mail-flow"_s,
                        u"--journal"_s, journal};
        if (!more.contains(u"--lang"_s))
            all += {u"--lang"_s, u"en"_s};
        return all + more;
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
        for (int i = 1; i <= 3; ++i)
            write(path(u"mf%1.def"_s.arg(i)), config(i));
        write(path(u"site.json"_s), QJsonDocument(siteObject()).toJson());
    }

    // ---- who agreed ----

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
        QTest::newRow("at the menu") << QList<QByteArray>{"manual", "y", "y", "y"} << true;
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
    void yesToEverythingIsStillTheGoodCaseWithAChecker()
    {
        const QString journal = newJournal();
        QCOMPARE(play(runInto(journal, people()), yes()).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestRunVerb)
#include "tst_runverb.moc"
