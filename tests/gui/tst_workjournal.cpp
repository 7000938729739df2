#include "tests/gui/FileBench.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"

#include <QFile>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace ruw;

using Bench = samples::FileBench;
using Press = ConfirmationBar::Ask;

/// The run and its journal: begun, gone on with, failing, kept from a second one.
class TestWorkJournal : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void whoAcceptedAWarningIsInTheJournal()
    {
        Bench bench;
        bench.session.setPeople(u"Tanaka"_s, {});
        const QList<Finding> findings = bench.session.checksOf(ProcedureKind::StopMailFlow).findings;
        const auto warning = std::find_if(findings.cbegin(), findings.cend(),
                                          [](const Finding& one) { return one.severity == Severity::Warning; });
        QVERIFY(warning != findings.cend());
        bench.session.acknowledge(*warning, true);
        bench.session.setPeople({}, {});
        bench.begin();
        const QList<JournalRecord> records = Journal::read(bench.journal())->records;
        const auto record = std::find_if(records.cbegin(), records.cend(),
                                         [](const JournalRecord& one) { return one.kind == "warnings-accepted"_L1; });
        QVERIFY(record != records.cend());
        const QList<AcceptedWarning> kept = warningsFromJson(record->data.value(u"warnings"_s));
        QCOMPARE(kept.size(), 1); // and no other
        QCOMPARE(kept.first().finding.message, warning->message);
        QCOMPARE(kept.first().by, u"Tanaka"_s); // whoever begins the work
    }
    void namesThatSayTooLittleAreRemarkedBeforeItBegins_data()
    {
        QTest::addColumn<QString>("doer");
        QTest::addColumn<QString>("checker");
        QTest::addColumn<QString>("remark");
        QTest::newRow("two people") << u"Sato"_s << u"Suzuki"_s << QString();
        QTest::newRow("one person twice") << u"Sato"_s << u"sato"_s << u"same person"_s;
        QTest::newRow("nobody checks") << u"Sato"_s << QString() << u"No checker"_s;
        QTest::newRow("nobody yet") << QString() << QString() << QString();
    }
    void namesThatSayTooLittleAreRemarkedBeforeItBegins()
    {
        QFETCH(QString, doer);
        QFETCH(QString, checker);
        QFETCH(QString, remark);
        Bench bench;
        bench.session.setPeople(u"x"_s, u"x"_s);
        const auto* line = bench.child<StateLine>("peopleRemark");
        QVERIFY(line->isVisible());
        const auto* begin = bench.child<QPushButton>("beginButton");
        const QPoint place = begin->pos();
        for (const auto& [edit, name] : {std::pair{"beginDoer", doer}, {"beginChecker", checker}}) {
            auto* entry = bench.child<QLineEdit>(edit);
            entry->setFocus();
            entry->selectAll();
            QTest::keyClick(entry, Qt::Key_Delete);
            QTest::keyClicks(entry, name);
            QTest::keyClick(entry, Qt::Key_Tab);
        }
        QCOMPARE(line->isVisible(), !remark.isEmpty());
        QVERIFY2(line->text().contains(remark), qPrintable(line->text()));
        QCOMPARE(begin->pos(), place); // nothing moves under the mouse
    }
    void aJournalThatExistsIsRefusedOnThePage()
    {
        Bench bench;
        QFile file(bench.journal());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        bench.session.setPeople(u"Sato"_s, u"Suzuki"_s);
        bench.child<QLineEdit>("journalEdit")->setText(bench.journal());
        bench.child<QPushButton>("beginButton")->click();
        QVERIFY(!bench.session.run());
        QVERIFY(bench.child<StateLine>("beginError")->isVisible());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
    }
    void nothingBeginsWithoutADoer()
    {
        Bench bench;
        bench.child<QLineEdit>("journalEdit")->setText(bench.journal());
        bench.child<QPushButton>("beginButton")->click();
        QVERIFY(!bench.session.run());
        QVERIFY(!QFile::exists(bench.journal()));
        QVERIFY(bench.child<StateLine>("beginDoerError")->isVisible());
    }
    void aJournalThatFailsStopsTheRunUntilItIsReadAgain()
    {
        Bench bench;
        bench.begin();
        bench.doStep();
        bench.await();
        const RunState before = bench.state();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        rlimit tight = old;
        tight.rlim_cur = rlim_t(QFileInfo(bench.journal()).size()) + 3;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        bench.press('i');
        QTRY_VERIFY(!bench.page->worker().working());
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        QVERIFY(bench.state() == before);
        QVERIFY(bench.child<StateLine>("runError")->isVisible());
        QVERIFY(!bench.button(Press::Yes)->isVisible());
        bench.press('g');
        bench.await();
        QVERIFY(bench.session.run());
        QCOMPARE(bench.state().current()->id, before.current()->id);
        QVERIFY(!bench.child<StateLine>("runError")->isVisible());
        bench.doStep();
        QCOMPARE(bench.state().record(before.current()->id).status, StepStatus::Verified);
    }
    void anInterruptedRunGoesOnFromItsJournalAlone()
    {
        Bench first(ProcedureKind::BlockSyncPorts);
        first.begin();
        while (first.state().ledger().empty())
            first.doStep();
        first.doUntilStart([](const Step&) { return true; });
        first.child<QCheckBox>("checkerAgrees")->setChecked(true);
        first.press('s'); // killed between start and result
        QVERIFY(first.asked() == RunQuestion::Kind::DoneByHand);
        const QString interrupted = first.state().current()->id;
        const QString journal = first.folder.filePath(u"copy.journal.jsonl"_s);
        QVERIFY(QFile::copy(first.journal(), journal));

        const samples::AnotherMachine machine(first.folder.path());
        Session session;
        session.connections().useAccess(std::make_unique<samples::WorkAccess>(first.world));
        WorkPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        session.setJournalFile(journal);
        page.enter();
        QVERIFY(session.run());
        Bench::awaitQuestion(page);
        QCOMPARE(session.site().name, u"Example site"_s);
        QCOMPARE(session.siteFile(), QString());
        QCOMPARE(session.runState()->current()->id, interrupted);
        QCOMPARE(session.runState()->ledger(), first.state().ledger());
        QCOMPARE(session.doer(), u"Sato"_s);
        QVERIFY(page.findChild<StateLine*>(u"uncertainWarning"_s)->isVisible());
        auto* bar = page.findChild<ConfirmationBar*>();
        QVERIFY2(!bar->button(Press::Start)->isVisible(), "never run again blindly");
        bar->button(Press::Yes)->click();
        QTRY_COMPARE(session.runState()->record(interrupted).status, StepStatus::Verified);
    }
    void aSecondRunOfTheSameSiteIsKeptAway()
    {
        Bench first;
        first.begin();
        const QString journal = first.folder.filePath(u"copy.journal.jsonl"_s);
        QVERIFY(QFile::copy(first.journal(), journal));
        Session session;
        session.connections().useAccess(std::make_unique<samples::WorkAccess>(first.world));
        WorkPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        session.setJournalFile(journal);
        page.enter();
        QVERIFY(!session.run());
        const QString told = page.findChild<StateLine*>(u"beginError"_s)->text();
        QVERIFY2(told.contains(u"Another run that works on"_s) && told.contains(first.journal()), qPrintable(told));
    }
    void aDamagedJournalIsNamedOnThePage()
    {
        Bench first;
        first.begin();
        first.doStep();
        QFile file(first.journal());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes.replace("\"doer\":\"Sato\"", "\"doer\":\"Kato\"");
        Session session;
        WorkPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        const QString copy = first.folder.filePath(u"damaged.jsonl"_s);
        QFile out(copy);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
        out.close();
        page.resumeFrom(copy);
        QVERIFY(!session.run());
        QVERIFY(page.findChild<StateLine*>(u"beginError"_s)->text().contains(u"line 3"_s));
        session.newSite(); // it was no journal of this one
        QCOMPARE(page.findChild<StateLine*>(u"beginError"_s)->text(), QString());
    }
};

QTEST_MAIN(TestWorkJournal)
#include "tst_workjournal.moc"
