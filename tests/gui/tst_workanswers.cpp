#include "core/run/Runner.h"
#include "tests/gui/FileBench.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"

#include <QAccessible>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace ruw;

using Bench = samples::FileBench;
using Press = ConfirmationBar::Ask;

/// What the operator is asked on the Work page, and which answers there are.
class TestWorkAnswers : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void nothingStartsByItselfAfterAStep()
    {
        Bench bench;
        bench.begin();
        bench.doStep();
        bench.await();
        const auto records = Journal::read(bench.journal())->records.size();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(Journal::read(bench.journal())->records.size(), records);
    }
    void aStepThatARuleNeedsOffersNoSkip()
    {
        Bench bench;
        bench.begin();
        bench.doUntilStart([](const Step& step) { return !step.skippable; });
        QVERIFY(!bench.button(Press::Skip)->isVisible());
        QVERIFY(bench.button(Press::Start)->isVisible());
    }
    void aSkipWithoutAReasonIsRefusedAndAsksForIt()
    {
        Bench bench;
        bench.begin();
        bench.reachSkip();
        const QString id = bench.state().current()->id;
        bench.press('k');
        QTRY_VERIFY(bench.child<StateLine>("runError")->isVisible());
        bench.await();
        QVERIFY(bench.state().record(id).status != StepStatus::Skipped);
        QVERIFY(bench.child<StateLine>("runError")->isVisible());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"noteEdit"_s);
    }
    void aCriticalStepWaitsForTheChecker()
    {
        Bench bench;
        bench.begin();
        bench.doUntilStart([](const Step& step) { return step.critical; });
        const QString id = bench.state().current()->id;
        QVERIFY(bench.child<QCheckBox>("checkerAgrees")->isVisible());
        const auto* start = bench.button(Press::Start);
        QVERIFY(!start->isEnabled()); // and says why, to whoever reads and to whoever listens
        QCOMPARE(start->toolTip(), u"First the checker looks at it and ticks the box."_s);
        QCOMPARE(QAccessible::queryAccessibleInterface(bench.button(Press::Start))->text(QAccessible::Description), start->toolTip());
        bench.press('s');
        bench.await();
        QCOMPARE(bench.state().record(id).status, StepStatus::Pending);
        bench.press('a');
        QVERIFY(start->isEnabled() && start->toolTip().isEmpty());
        bench.press('a'); // thought better of it
        QVERIFY(!start->isEnabled());
        bench.press('a');
        bench.press('s');
        QTRY_COMPARE(bench.state().record(id).status, StepStatus::Started);
        QCOMPARE(bench.state().record(id).checker, u"Suzuki"_s);
    }
    void oneAnswerServesAllResultsOfAStep()
    {
        Bench bench;
        bench.begin();
        while (bench.state().current()->kind != StepKind::VerifyMailFlow)
            bench.doStep();
        const QString id = bench.state().current()->id;
        QVERIFY(bench.asked() == RunQuestion::Kind::Word);
        QVERIFY(bench.button(Press::AllYes)->isVisible());
        bench.press('a');
        QTRY_COMPARE(bench.state().record(id).status, StepStatus::Verified);
        QVERIFY(bench.state().record(id).byWord);
    }
    void aStepThatOnlyAsksIsNotSaidToBeCarriedOut()
    {
        Bench bench;
        bench.begin();
        while (bench.asked() && bench.asked() != RunQuestion::Kind::Word)
            bench.doStep();
        const Step& step = *bench.state().current();
        QVERIFY(!changesTheSite(step));
        QCOMPARE(bench.state().record(step.id).status, StepStatus::Executed);
        QVERIFY(bench.child<StateLine>("stepOutcome")->text().contains(u"To be answered"_s));
        // One that changes the site was, and is yet to be judged.
        Step other = step;
        other.kind = StepKind::StopService;
        QVERIFY(stepStatusText(other, StepStatus::Executed) == stepStatusText(StepStatus::Executed));
    }
    void aStepThatOnlyAsksIsHeadedAsAQuestion()
    {
        Bench bench;
        bench.begin();
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerOne(false);
        QCOMPARE(bench.state().end(), RunEnd::Done);
        const auto* instruction = bench.child<QLabel>("stepInstruction"); // of the last one, the final state
        QTRY_VERIFY2(instruction->text().startsWith("Question: "_L1), qPrintable(instruction->text()));
    }
    void theAnswerThatFitsWhatWasSeenLeadsOn()
    {
        ConfirmationBar bar;
        const auto leads = [&bar](Press press) { return bar.button(press)->property("ruwPrimary").toBool(); };
        ConfirmationBar::View view;
        view.mode = ConfirmationBar::Mode::Trouble;
        view.remedies = {Remedy::Look, Remedy::Retry, Remedy::Manual, Remedy::Hold};
        const QList<std::optional<Remedy>> each{std::nullopt, Remedy::Retry, Remedy::Manual, std::nullopt};
        for (const std::optional<Remedy>& advised : each) {
            view.advised = advised;
            bar.setView(view);
            QCOMPARE(leads(Press::Look), !advised);
            QCOMPARE(leads(Press::Retry), advised == Remedy::Retry);
            QCOMPARE(leads(Press::DoneByHand), advised == Remedy::Manual);
        }
    }
    void theTickSaysWhatItServes()
    {
        ConfirmationBar bar;
        const auto* tick = bar.findChild<QCheckBox*>(u"checkerAgrees"_s);
        const auto words = [tick] { return tick->text().remove(u'&'); };
        ConfirmationBar::View view;
        view.mode = ConfirmationBar::Mode::Trouble;
        view.remedies = {Remedy::Look, Remedy::Retry, Remedy::Manual, Remedy::Exclude, Remedy::Hold};
        view.node = u"mf2"_s;
        view.checker = u"Suzuki"_s;
        bar.setView(view);
        QCOMPARE(words(), u"Suzuki (checker) agrees to leave mf2 out"_s);
        view.critical = true; // it serves what was done by hand, too
        bar.setView(view);
        QCOMPARE(words(), u"Suzuki (checker) has looked and agrees"_s);
        view.remedies = {Remedy::Look, Remedy::Exclude, Remedy::Hold};
        bar.setView(view);
        QCOMPARE(words(), u"Suzuki (checker) agrees to leave mf2 out"_s);
        view.node = QString(60, u'n'); // no window is wide enough
        bar.setView(view);
        QCOMPARE(words(), u"Suzuki (checker) has looked and agrees"_s);
        view.mode = ConfirmationBar::Mode::Start;
        bar.setView(view);
        QCOMPARE(words(), u"Suzuki (checker) has looked and agrees"_s);
    }
    void anAnswerThatWaitsForTheCheckerLeadsOnOnlyAfterHisTick()
    {
        ConfirmationBar bar;
        const auto leads = [&bar](Press press) { return bar.button(press)->property("ruwPrimary").toBool(); };
        ConfirmationBar::View view;
        view.mode = ConfirmationBar::Mode::Trouble;
        view.remedies = {Remedy::Look, Remedy::Retry, Remedy::Manual, Remedy::Hold};
        view.advised = Remedy::Manual;
        view.critical = true;
        bar.setView(view);
        QVERIFY(!bar.button(Press::DoneByHand)->isEnabled());
        QVERIFY(leads(Press::Look) && !leads(Press::DoneByHand));
        bar.findChild<QCheckBox*>(u"checkerAgrees"_s)->setChecked(true);
        QVERIFY(bar.button(Press::DoneByHand)->isEnabled());
        QVERIFY(!leads(Press::Look) && leads(Press::DoneByHand));
    }
    void whereANoteIsTakenTheQuestionIsReadWithIt()
    {
        Bench bench;
        bench.begin();
        while (bench.asked() && bench.asked() != RunQuestion::Kind::Word)
            bench.answerOne(false);
        const QString question = bench.child<QLabel>("barQuestion")->text().remove(QChar(0x2060)); // that joins "Ver." to its number
        QVERIFY(!question.isEmpty());
        QCOMPARE(bench.child<QLineEdit>("noteEdit")->accessibleDescription(), question);
    }
};

QTEST_MAIN(TestWorkAnswers)
#include "tst_workanswers.moc"
