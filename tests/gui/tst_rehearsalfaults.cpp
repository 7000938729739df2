#include "core/plan/Planner.h"
#include "core/rehearsal/Rehearsal.h"
#include "core/report/EvidenceReport.h"
#include "core/report/HtmlWriter.h"
#include "tests/gui/RehearsalBench.h"
#include "wizard/NumbersWhole.h"

#include <QAccessible>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextEdit>

using namespace Qt::StringLiterals;
using namespace ruw;

using Bench = samples::RehearsalBench;
using Press = ConfirmationBar::Ask;
using Kind = RunQuestion::Kind;

/// What goes wrong in a rehearsal: picked, noticed, got over, and told at the end.
class TestRehearsalFaults : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

private slots:
    void initTestCase() { samples::prepareWindows(m_folder); }
    void theWholeTroubleIsReadInTheSmallestWindow_data() { samples::bothLanguages(); }
    void theWholeTroubleIsReadInTheSmallestWindow()
    {
        QFETCH(Language, language);
        Bench bench(language);
        bench.start();
        bench.pick(FaultKind::InstallerLies, u"run-installer-mf2"_s);
        QVERIFY(bench.playByItself() == Kind::Trouble);
        bench.room()->window().resize(1024, 700);
        const auto* panel = bench.child<QScrollArea>("stepPanel");
        const auto* trouble = bench.child<QFrame>("troublePanel");
        const auto room = [&] {
            const int bottom = trouble->mapTo(panel->widget(), QPoint(0, trouble->height())).y();
            return panel->viewport()->height() - bottom;
        };
        QTRY_VERIFY2(trouble->isVisible() && room() >= 0, qPrintable(QString::number(room())));
        QVERIFY(bench.child<QLabel>("stateText")->isVisible()); // and where we stand, beside it
        // Past the point of no return going back is spoken of, and what it takes.
        QVERIFY(bench.state().pastPointOfNoReturn());
        const QString byHand = language == Language::Japanese ? u"手作業"_s : u"by hand"_s;
        QVERIFY(bench.child<QLabel>("troubleStateHead")->text().contains(byHand));
        QVERIFY(bench.child<QLabel>("mailLine")->isVisible());
        // It says how the installer is run again, and nothing is wider than the window.
        const QString advice = language == Language::Japanese ? u"インストーラーのログ"_s : u"the installer's own log"_s;
        const QString remedy = bench.child<QLabel>("troubleRemedy")->text();
        QVERIFY2(remedy.contains(withWordsWhole(advice)), qPrintable(remedy));
        for (const auto* area : bench.room()->window().findChildren<QScrollArea*>())
            QVERIFY2(!area->horizontalScrollBar()->isVisible(), qPrintable(area->objectName()));
    }
    void theFaultThatIsProposedMakesTheRunStop()
    {
        Bench bench;
        bench.start();
        bench.space(bench.child<QPushButton>("rehearsalFaults"));
        bench.space(bench.child<QPushButton>("faultAdd")); // nothing chosen
        bench.space(bench.child<QPushButton>("faultClose"));
        QCOMPARE(bench.playByItself(), std::optional(Kind::Trouble));
    }
    /// Wherever it can be put, by whichever procedure.
    void whatIsSaidToBeTakenCareOfMakesNoStop()
    {
        Bench bench;
        bench.start();
        bench.space(bench.child<QPushButton>("rehearsalFaults"));
        const auto* kinds = bench.child<QComboBox>("faultKind");
        QList<FaultKind> takenCareOf;
        for (int row = 0; row < kinds->count(); ++row) {
            if (kinds->itemText(row).contains(u"no stop"_s))
                takenCareOf.append(FaultKind(kinds->itemData(row).toInt()));
        }
        QVERIFY(takenCareOf.size() > 3);
        const SiteFacts& facts = bench.room()->session().facts();
        QStringList stops;
        for (const ProcedureKind by : allProcedures()) {
            const Result<Procedure> procedure = planProcedure(facts, by);
            if (!procedure)
                continue; // forbidden on this site
            const Rehearsal rehearsal(facts, *procedure);
            for (const FaultKind kind : std::as_const(takenCareOf)) {
                for (const Step& step : procedure->steps) {
                    const FaultPlan plan{{{kind, step.id, 0}}};
                    if (checkFaults(plan, *procedure, facts.site) && rehearsal.play({1, plan}).troubles > 0)
                        stops.append(plan.toString());
                }
            }
        }
        QVERIFY2(stops.isEmpty(), qPrintable(stops.join(u'\n')));
    }
    void whereAFaultStrikesIsAlwaysSaid()
    {
        Bench bench;
        bench.start();
        bench.space(bench.child<QPushButton>("rehearsalFaults"));
        auto* kinds = bench.child<QComboBox>("faultKind");
        auto* steps = bench.child<QComboBox>("faultStep");
        const auto* node = bench.child<QComboBox>("faultNode");
        for (int kind = 0; kind < kinds->count(); ++kind) {
            kinds->setCurrentIndex(kind);
            for (int step = 0; step < steps->count(); ++step) {
                steps->setCurrentIndex(step);
                QVERIFY2(!node->currentText().isEmpty(), qPrintable(kinds->currentText() + u'@' + steps->currentText()));
                QVERIFY(node->isEnabled() || node->currentData().isNull()); // shown, not picked
            }
        }
    }
    void aFaultThatWasPickedHappensIsNoticedAndGotOver_data() { samples::bothLanguages(); }
    void aFaultThatWasPickedHappensIsNoticedAndGotOver()
    {
        QFETCH(Language, language);
        Bench bench(language);
        bench.start();
        bench.pick(FaultKind::InstallerLies, u"run-installer-mf2"_s);
        QCOMPARE(bench.playByItself(), std::optional(Kind::Trouble));
        QCOMPARE(bench.question()->step.id, u"verify-version-mf2"_s);
        QVERIFY(bench.child<QPushButton>("rehearsalPutRight")->isVisible());
        // The answer that the advice names leads on.
        QVERIFY(bench.button(Press::DoneByHand)->property("ruwPrimary").toBool());
        QVERIFY(!bench.button(Press::Look)->property("ruwPrimary").toBool());
        // Another one while it plays, at a step that is still to come.
        bench.pick(FaultKind::InstallerStarts, u"run-installer-mf3"_s);
        const quint64 asked = bench.question()->id;
        Bench::space(bench.child<QPushButton>("rehearsalPutRight"));
        Bench::space(bench.button(Press::Look));
        QTRY_VERIFY(!bench.question() || bench.question()->id != asked);
        QCOMPARE(bench.playByItself(), std::nullopt);
        QCOMPARE(bench.state().end(), RunEnd::Done);
        const RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        QVERIFY(stage.left().faults.isEmpty());
        QCOMPARE(stage.picked().faults.size(), 2);
        QVERIFY(!stage.incidents().isEmpty());
        bench.room()->window().goTo(PageId::Finish);
        QStringList lines;
        for (const QWidget* line :
             bench.child<QFrame>("rehearsalAccount")->findChildren<QWidget*>(u"accountLine"_s))
            lines.append(
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(line))->text(QAccessible::Name));
        const QString all = lines.join(u'\n');
        QVERIFY2(all.contains(faultText(FaultKind::InstallerLies).render(language)), qPrintable(all));
        QCOMPARE(stage.timesPutRight(), 1);
        QVERIFY2(all.contains(Text::tr("The simulation put it right for you.").render(language)), qPrintable(all));
        QVERIFY2(all.contains(whyTimesDiffer().render(language)), qPrintable(all));
        QVERIFY(stage.answersGiven() > 50);
        QStringList cells;
        for (const QLabel* cell : bench.child<QFrame>("rehearsalAccount")->findChildren<QLabel*>())
            cells.append(cell->text());
        QVERIFY(cells.contains(bench.child<QFrame>("rehearsalAccount")->locale().toString(stage.answersGiven())));
        QVERIFY2(all.contains(u"5.20R01"_s), qPrintable(all)); // what the installer left, as it was read
    }
    void whatTheRehearsalDoesForWhoeverPlaysIsSaid()
    {
        Bench bench;
        bench.start();
        const auto* faults = bench.child<QPushButton>("rehearsalFaults");
        QTRY_VERIFY2(faults->text().startsWith(u"Pick faults"_s), qPrintable(faults->text()));
        bench.pick(FaultKind::InstallerLies, u"run-installer-mf2"_s);
        QTRY_VERIFY2(faults->text().startsWith(u"Faults: 1\u2026"_s), qPrintable(faults->text()));
        QCOMPARE(bench.playByItself(), std::optional(Kind::Trouble));
        QTRY_VERIFY2(faults->text().startsWith(u"Played: 1 of 1\u2026"_s), qPrintable(faults->text()));
        bench.pick(FaultKind::InstallerStarts, u"run-installer-mf3"_s);
        QTRY_VERIFY2(faults->text().startsWith(u"Played: 1 of 2\u2026"_s), qPrintable(faults->text()));
        // What is put right by whom.
        const QString help = bench.child<QPushButton>("rehearsalPutRight")->toolTip();
        QVERIFY2(help.contains(u"As if somebody else"_s) && help.contains(u"needs no F8"_s), qPrintable(help));
        QCOMPARE(bench.child<QPushButton>("rehearsalPutRight")->whatsThis(), help);
        QCOMPARE(bench.child<QLabel>("doneByHandButtonLine")->text(), u"the rehearsal does it for you"_s);
        QVERIFY(bench.button(Press::DoneByHand)->toolTip().startsWith(u"in the rehearsal: does what you would do by hand"_s));
        // And so it is: nothing else is needed, and it is no help.
        const RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        const quint64 asked = bench.question()->id;
        Bench::space(bench.button(Press::DoneByHand));
        QTRY_VERIFY(!bench.question() || bench.question()->id != asked);
        (void)bench.playByItself();
        QCOMPARE(bench.state().record(u"verify-version-mf2"_s).status, StepStatus::Verified);
        QCOMPARE(stage.timesPutRight(), 0);
    }
    /// At the fastest speed a person's time counts nothing: what comes back by itself still does.
    void anotherLookAtTheFastestSpeedLetsTimePass()
    {
        Bench bench;
        bench.start();
        bench.pick(FaultKind::InstallerLies, u"run-installer-mf2"_s);
        QCOMPARE(bench.playByItself(), std::optional(Kind::Trouble));
        const RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        QVERIFY(bench.child<QComboBox>("rehearsalSpeed")->toolTip().contains(u"2 min"_s));
        const QDateTime before = stage.now();
        const quint64 asked = bench.question()->id;
        Bench::space(bench.button(Press::Look));
        QTRY_VERIFY(bench.question() && bench.question()->id != asked);
        QVERIFY(before.secsTo(stage.now()) >= 120);
        QCOMPARE(stage.timesPutRight(), 0);
    }
    /// What a command prints may hold what it was told in confidence: neither the window nor any file shows it (S10).
    void aCommandThatPrintsThePasswordShowsItNowhere()
    {
        Bench bench;
        bench.start();
        bench.pick(FaultKind::CommandSaysFailed, u"backup-config-mf2"_s);
        bench.pick(FaultKind::CommandFails, u"stop-service-mf2"_s);
        QCOMPARE(bench.playByItself(), std::optional(Kind::Trouble));
        QCOMPARE(bench.question()->step.id, u"stop-service-mf2"_s);
        QCoreApplication::processEvents();
        QStringList shown;
        for (const auto* label : bench.room()->window().findChildren<QLabel*>())
            shown.append(label->text());
        for (const auto* text : bench.room()->window().findChildren<QPlainTextEdit*>())
            shown.append(text->toPlainText());
        for (const auto* text : bench.room()->window().findChildren<QTextEdit*>())
            shown.append(text->toPlainText());
        const QString secret = QString::fromLatin1(SafetyWatch::secret());
        QVERIFY(!shown.join(u'\n').contains(secret));
        QFile journal(bench.room()->session().run()->journalPath());
        QVERIFY(journal.open(QIODevice::ReadOnly));
        const QByteArray bytes = journal.readAll();
        QCOMPARE(bytes.count("password was ***"), 2);
        QVERIFY(!bytes.contains(SafetyWatch::secret()));
        // On paper neither.
        const Result<EvidenceInput> input = prepareEvidence(journal.fileName(), bench.room()->session().connections().rehearsal()->now());
        QVERIFY(input);
        const QByteArray paper = htmlBytes(evidenceDocument(*input, Language::English));
        QVERIFY(paper.contains("password was ***"));
        QVERIFY(!paper.contains(SafetyWatch::secret()));
        QVERIFY(bench.room()->session().connections().rehearsal()->figures().violations.isEmpty());
    }
    /// The window's rehearsal is judged like the terminal's: by the journal, at each action, and at the end.
    void aRuleThatIsBrokenIsToldAtTheEnd()
    {
        Bench bench;
        bench.start();
        RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        while (bench.asked() && bench.question()->step.id != "confirm-final-state"_L1 && !QTest::currentTestFailed())
            bench.answerGood();
        QVERIFY(bench.question());
        QVERIFY(stage.figures().violations.isEmpty());
        const Site site = bench.room()->session().site();
        const Node& node = *site.node(u"mf2"_s);
        NodeCommand unannounced;
        unannounced.script = node.service.start.toUtf8();
        const auto way = stage.node(node, site);
        QVERIFY(way && (*way)->run(unannounced, {}));
        stage.recorded("{\"kind\":\"noticed\",\"note\":\"" + SafetyWatch::secret() + "\"}\n");
        Condition leftOff;
        leftOff.kind = ConditionKind::BootStartOff;
        leftOff.node = node.name;
        stage.with([&](SimulatedSite& simulated) { simulated.repair(leftOff); });
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        QCOMPARE(bench.state().end(), RunEnd::Done);
        QStringList rules;
        for (const Violation& violation : stage.figures().violations)
            rules.append(violation.rule);
        QCOMPARE(rules, (QStringList{u"S6"_s, u"S10"_s, u"S7"_s}));
        bench.room()->window().goTo(PageId::Finish);
        QStringList lines;
        for (const QWidget* line :
             bench.child<QFrame>("rehearsalAccount")->findChildren<QWidget*>(u"accountLine"_s))
            lines.append(QAccessible::queryAccessibleInterface(const_cast<QWidget*>(line))->text(QAccessible::Name));
        const QString all = lines.join(u'\n');
        for (const QString& rule : std::as_const(rules))
            QVERIFY2(all.contains(u"Rule %1:"_s.arg(rule)), qPrintable(all));
        QVERIFY2(!all.contains("No safety rule was broken"_L1), qPrintable(all));
        QVERIFY2(all.contains("they reach each other on every sync port"_L1), qPrintable(all)); // nobody looked
    }
    void whileFaultsArePickedAndAfterTheEndItsClockStands()
    {
        Bench bench;
        bench.start();
        RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        const auto passes = [&stage] {
            const QDateTime before = stage.now();
            const int speed = stage.speed();
            stage.setSpeed(60);
            stage.pass(std::chrono::minutes(1));
            stage.setSpeed(speed);
            return stage.now() > before;
        };
        QVERIFY(passes());
        Bench::space(bench.child<QPushButton>("rehearsalFaults"));
        auto* dialog = bench.child<QDialog>("faultDialog");
        QVERIFY(dialog->isVisible());
        QVERIFY(!passes());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(passes());
        bench.child<QPushButton>("rehearsalPause")->setChecked(true);
        Bench::space(bench.child<QPushButton>("rehearsalFaults"));
        dialog->accept();
        QVERIFY(!passes()); // the person's own pause outlasts the dialog
        bench.child<QPushButton>("rehearsalPause")->setChecked(false);
        QCOMPARE(bench.playByItself(), std::nullopt);
        QCOMPARE(bench.state().end(), RunEnd::Done);
        QVERIFY(!passes());
        // The key for the faults leads nowhere then, and it is said why.
        QTRY_VERIFY(!bench.child<QPushButton>("rehearsalFaults")->isVisible());
        QTest::keyClick(&bench.room()->window(), Qt::Key_F9);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(bench.child<QLabel>("rehearsalHint")->text(), u"The run is over: no more faults."_s);
        const qint64 accepted = stage.figures().mailAccepted;
        stage.setSpeed(60); // the nodes can still be looked at
        bench.room()->window().goTo(PageId::Finish);
        Bench::space(bench.finish<QPushButton>("lookButton"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.finish<QPushButton>("lookButton")->isEnabled(), 20'000);
        QVERIFY(stage.figures().mailAccepted - accepted < 200);
    }
};

QTEST_MAIN(TestRehearsalFaults)
#include "tst_rehearsalfaults.moc"
