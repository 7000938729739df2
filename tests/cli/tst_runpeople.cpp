#include "TerminalSite.h"

#include "core/run/RunRecords.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace terminal;

/// Who is named in a run in the terminal, who agrees to what, and what is on record of it.
class TestRunPeople : public QObject, private TerminalSite {
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestRunPeople)
#include "tst_runpeople.moc"
