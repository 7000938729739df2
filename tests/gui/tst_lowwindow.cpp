#include "tests/gui/PageSamples.h"
#include "tests/gui/WorkSite.h"
#include "wizard/NumbersWhole.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/rehearsal/RehearsalRoom.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/RunWorker.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/widgets/MailStrip.h"
#include "wizard/widgets/TwoLines.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::inWindow;

using Kind = RunQuestion::Kind;
using Press = ConfirmationBar::Ask;

namespace {

constexpr QSize low(960, 540); ///< a screen of 1920x1080 at 200 %
constexpr QSize smallest(1024, 700);

/// What of the step and of the answers to it can't be seen without scrolling; of what takes many lines at least the first count.
QString outOfSight(const QWidget& work)
{
    const auto* panel = work.findChild<QScrollArea*>(u"stepPanel"_s);
    const auto* bar = work.findChild<ConfirmationBar*>();
    const QRect seen = inWindow(*panel->viewport());
    QStringList hidden;
    const auto look = [&](const char* name, int lines) {
        const auto* part = work.findChild<QWidget*>(QString::fromLatin1(name));
        const int least = std::min(part->height(), lines * part->fontMetrics().lineSpacing());
        const int missing = inWindow(*part).top() + least - seen.bottom() - 1;
        if (part->isVisible() && missing > 0)
            hidden.append(u"%1 by %2 px"_s.arg(QString::fromLatin1(name)).arg(missing));
    };
    const auto* command = work.findChild<QPlainTextEdit*>(u"stepCommandText"_s);
    const bool isLong = command->isVisible() && command->height() > 7 * command->fontMetrics().lineSpacing();
    look("stepInstruction", 100);
    look("stepCommandText", isLong ? 3 : 100);
    look("stepExpectsHead", 1);
    look("stepExpects", isLong ? 1 : 100);
    if (!QRect(QPoint(), work.window()->size()).contains(inWindow(*bar)))
        hidden.append(u"the bar"_s);
    return hidden.join(u", "_s);
}

/// The good answer, agreed to by the checker.
void clickGood(const QWidget& work, const RunQuestion& question)
{
    work.findChild<QCheckBox*>(u"checkerAgrees"_s)->setChecked(true);
    const auto* bar = work.findChild<ConfirmationBar*>();
    bar->button(question.kind == Kind::Confirm                   ? (question.canRun ? Press::Run : Press::Start)
                : bar->button(Press::Yes)->isVisibleTo(bar) ? Press::Yes
                                                            : Press::Done)
        ->click();
}

/// A rehearsal of that size which has begun on the sample.
struct RehearsalBench {
    RehearsalBench(Language language, QSize size)
    {
        session.setLanguage(language);
        real.show();
        real.rehearseSample();
        QVERIFY(real.rehearsal());
        window = &real.rehearsal()->window();
        window->setMinimumSize(0, 0);
        window->resize(size);
        work = static_cast<WorkPage*>(window->page(PageId::Work));
        window->goTo(PageId::Work);
        work->findChild<QPushButton*>(u"beginButton"_s)->click();
    }
    const std::optional<RunQuestion>& question() const { return work->worker().gate().question(); }
    /// The good answer; the next question is on its way then.
    void answerGood() const
    {
        const quint64 id = question()->id;
        clickGood(*work, *question());
        QTRY_VERIFY(question() && question()->id != id);
    }

    Session session;
    UpgradeWizard real{session};
    UpgradeWizard* window = nullptr;
    WorkPage* work = nullptr;
};

/// The window on a low screen, or of that size, at the work on a made-up site by SSH.
struct Bench {
    explicit Bench(Language language, QSize size = low)
    {
        session.connections().useAccess(std::make_unique<samples::WorkAccess>(world));
        session.setLanguage(language);
        window.setMinimumSize(0, 0);
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        work = static_cast<WorkPage*>(window.page(PageId::Work));
        work->setClock(clock);
        session.setSite(samples::workSite());
        session.setSurvey(surveySite(session.site(), session.connections().access(), {}, {}));
        session.chooseProcedure(ProcedureKind::StopMailFlow);
        session.setPeople(u"Sato"_s, u"Suzuki"_s);
        for (const Finding& finding : session.checksOf(ProcedureKind::StopMailFlow).findings)
            session.acknowledge(finding, true);
        for (int page = 0; page <= int(PageId::Work); ++page)
            window.goTo(PageId(page));
        QCOMPARE(window.current(), PageId::Work);
        child<QLineEdit>("journalEdit")->setText(folder.filePath(u"run.journal.jsonl"_s));
        child<QPushButton>("beginButton")->click();
        QVERIFY(asked());
    }
    template <typename T> T* child(const char* name) const { return work->findChild<T*>(QString::fromLatin1(name)); }
    ConfirmationBar* bar() const { return work->findChild<ConfirmationBar*>(); }
    const RunQuestion* asked() const
    {
        [&] { QTRY_VERIFY(!work->worker().working() || work->worker().gate().question()); }();
        QCoreApplication::processEvents();
        const auto& question = work->worker().gate().question();
        return question ? &*question : nullptr;
    }
    void answerGood(const RunQuestion& question) const { clickGood(*work, question); }
    /// Answers in the good way until that step is to be confirmed.
    void reach(StepKind kind) const
    {
        while (const RunQuestion* question = asked()) {
            if (question->kind == Kind::Confirm && question->step.kind == kind)
                return;
            answerGood(*question);
        }
        QFAIL("not reached");
    }

    samples::WorkAccess::World world;
    samples::TickingClock clock;
    QTemporaryDir folder;
    Session session;
    UpgradeWizard window{session};
    WorkPage* work = nullptr;
};

} // namespace

/// A screen of 1920x1080 at 200 %: what is done now is in sight without scrolling.
class TestLowWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void instructionCommandAndAnswersAreInSight_data() { samples::bothLanguages(); }
    void instructionCommandAndAnswersAreInSight()
    {
        QFETCH(Language, language);
        Bench bench(language);
        for (const StepKind kind : {StepKind::BackupConfig, StepKind::StopService, StepKind::RunInstaller}) {
            bench.reach(kind);
            samples::untilLaidOut();
            const auto* panel = bench.child<QScrollArea>("stepPanel");
            const QRect seen = inWindow(*panel->viewport());
            const auto* instruction = bench.child<QLabel>("stepInstruction");
            const auto* command = bench.child<QPlainTextEdit>("stepCommandText");
            QVERIFY(instruction->isVisible() && command->isVisible());
            QVERIFY2(inWindow(*instruction).bottom() <= seen.bottom(), qPrintable(stepKindText(kind).render(language)));
            // A long one is longer than any screen: its first lines.
            const int first = std::min(command->height(), 3 * command->fontMetrics().lineSpacing());
            const int missing = inWindow(*command).top() + first - seen.bottom() - 1;
            QVERIFY2(missing <= 0, qPrintable(u"%1: %2 px"_s.arg(stepKindText(kind).render(language)).arg(missing)));
            QVERIFY(QRect(QPoint(), low).contains(inWindow(*bench.bar())));
            QVERIFY(bench.bar()->button(Press::Run)->isVisible() && bench.bar()->button(Press::Hold)->isVisible());
            QVERIFY2(samples::cutOffTexts(*bench.work).isEmpty(), qPrintable(samples::cutOffTexts(*bench.work).join(u'\n')));
        }
        QCOMPARE(bench.window.size(), low);
    }
    /// Of a command of many lines at least the first.
    void inTheSmallestWindowWhatIsExpectedIsInSightToo_data() { samples::bothLanguages(); }
    void inTheSmallestWindowWhatIsExpectedIsInSightToo()
    {
        QFETCH(Language, language);
        Bench bench(language, smallest);
        QSet<StepKind> known;
        const int top = inWindow(*bench.child<QScrollArea>("stepPanel")).top();
        while (const RunQuestion* question = bench.asked()) {
            if (question->kind == Kind::Confirm && !known.contains(question->step.kind)) {
                known.insert(question->step.kind);
                samples::untilLaidOut();
                const QString hidden = outOfSight(*bench.work);
                QVERIFY2(hidden.isEmpty(), qPrintable(stepKindText(question->step.kind).render(language) + u": "_s + hidden));
                if (!bench.child<QWidget>("noticeLine")->isVisible()) // an alarm comes with a line of its own
                    QCOMPARE(inWindow(*bench.child<QScrollArea>("stepPanel")).top(), top);
            }
            bench.answerGood(*question);
        }
        QVERIFY(known.contains(StepKind::RunInstaller));
        QCOMPARE(bench.window.size(), smallest);
    }
    void soItIsInARehearsalInTheSmallestWindow_data() { samples::bothLanguages(); }
    void soItIsInARehearsalInTheSmallestWindow()
    {
        QFETCH(Language, language);
        const RehearsalBench bench(language, smallest);
        auto* speed = bench.work->findChild<QComboBox*>(u"rehearsalSpeed"_s);
        emit speed->activated(speed->findData(RehearsalStage::unlimited));
        QSet<StepKind> known;
        while (!known.contains(StepKind::RunInstaller) && !QTest::currentTestFailed()) {
            QTRY_VERIFY(bench.question());
            const Step step = bench.question()->step;
            if (bench.question()->kind == Kind::Confirm && !known.contains(step.kind)) {
                known.insert(step.kind);
                samples::untilLaidOut();
                const QString hidden = outOfSight(*bench.work);
                QVERIFY2(hidden.isEmpty(), qPrintable(stepKindText(step.kind).render(language) + u": "_s + hidden));
            }
            bench.answerGood();
        }
        QVERIFY(known.contains(StepKind::Block));
        QCOMPARE(bench.window->size(), smallest);
    }
    void theRehearsalsOwnToolsLeaveThatRoomToo_data() { samples::bothLanguages(); }
    void theRehearsalsOwnToolsLeaveThatRoomToo()
    {
        QFETCH(Language, language);
        const RehearsalBench bench(language, low);
        const auto* bar = bench.work->findChild<ConfirmationBar*>();
        const auto* panel = bench.work->findChild<QScrollArea*>(u"stepPanel"_s);
        const auto* instruction = bench.work->findChild<QLabel*>(u"stepInstruction"_s);
        const auto isCritical = [&] {
            return bench.question() && bench.question()->kind == Kind::Confirm && bench.question()->step.critical;
        };
        for (int guard = 0; guard < 100 && !isCritical(); ++guard) {
            QTRY_VERIFY(bench.question());
            if (!isCritical())
                bench.answerGood();
        }
        QVERIFY(isCritical());
        samples::untilLaidOut();
        QVERIFY(instruction->isVisible() && bar->button(Press::Hold)->isVisible());
        QVERIFY(inWindow(*instruction).bottom() <= inWindow(*panel->viewport()).bottom());
        QVERIFY(QRect(QPoint(), low).contains(inWindow(*bar)));
        QCOMPARE(bench.window->size(), low);
    }
    void inTroubleTheCommandComesFirstAndWhereGoingBackBeginsIsInSight()
    {
        Bench bench(Language::English);
        bench.reach(StepKind::StopService);
        bench.world.change(bench.asked()->step.node, [](auto& node) { node.obeys = false; });
        bench.bar()->button(Press::Run)->click();
        const auto asks = [&](Kind kind) { return bench.asked() && bench.asked()->kind == kind; };
        QTRY_VERIFY(asks(Kind::Trouble));
        samples::untilLaidOut();
        const int command = inWindow(*bench.child<QPlainTextEdit>("stepCommandText")).top();
        QVERIFY(command > inWindow(*bench.child<QWidget>("troublePanel")).bottom());
        QVERIFY(command < inWindow(*bench.child<QLabel>("stepTitle")).top());
        const auto* first = bench.child<QLabel>("goBackButtonLine");
        QVERIFY(first->isVisible());
        QVERIFY2(first->text().startsWith("First: step"_L1), qPrintable(first->text()));
        QVERIFY2(first->toolTip().startsWith("One by one"_L1), qPrintable(first->toolTip()));
        QVERIFY(QRect(QPoint(), low).contains(inWindow(*bench.bar())));
        bench.bar()->button(Press::GoBack)->click();
        QTRY_VERIFY(asks(Kind::Undo));
        samples::untilLaidOut();
        const auto* help = bench.child<QLabel>("answerHelp"); // what stopping it does
        QVERIFY(help->isVisible());
        QVERIFY2(help->toolTip().endsWith("leads back to the current step"_L1), qPrintable(help->toolTip()));
        QVERIFY(inWindow(*bench.child<QLabel>("stepTitle")).top() < inWindow(*bench.child<QPlainTextEdit>("stepCommandText")).top());
        QCOMPARE(bench.window.size(), low);
    }
    void whatGaveWayIsTwoLinesAndComesBack()
    {
        Bench bench(Language::English);
        const auto* facts = bench.child<QLabel>("factsLine");
        const auto* doer = bench.child<QLineEdit>("doerEdit");
        const auto* strip = bench.child<MailStrip>("mailStrip");
        auto* all = bench.child<QToolButton>("allFactsButton");
        QTRY_VERIFY(facts->isVisible() && !doer->isVisible() && !strip->isVisible());
        QVERIFY2(facts->toolTip().endsWith(inOnePiece(u"Doer Sato, checker Suzuki"_s)), qPrintable(facts->toolTip()));
        QVERIFY2(facts->text().contains(inOnePiece(u"Doer Sato, checker Suzuki"_s)), qPrintable(facts->text())); // nor the names
        QTRY_VERIFY(bench.child<QLabel>("smtpLine")->text().startsWith(u"SMTP:"_s));
        QVERIFY(bench.child<QLabel>("stepHead")->y() < bench.child<QLabel>("stepTitle")->y());
        QVERIFY2(facts->text().contains(u"expected"_s), qPrintable(facts->text())); // the clock is read whole
        QVERIFY2(facts->text().contains(theme::stateColor(theme::State::Good).name()), qPrintable(facts->text())); // and in its colour
        TwoLines one; // as high as a line that may hold Japanese, too
        one.setFont(facts->font());
        one.setLines(1, 1);
        QCOMPARE(facts->height(), one.height()); // two facts, one line
        const QRect panel = inWindow(*bench.child<QScrollArea>("stepPanel"));
        bench.reach(StepKind::BackupConfig); // other texts, the same places
        samples::untilLaidOut();
        QCOMPARE(inWindow(*bench.child<QScrollArea>("stepPanel")).top(), panel.top());
        all->setFocus();
        QTest::keyClick(all, Qt::Key_Space);
        QTRY_VERIFY(!facts->isVisible() && doer->isVisible() && strip->isVisible());
        QTest::keyClick(all, Qt::Key_Space);
        QTRY_VERIFY(facts->isVisible() && !doer->isVisible());
        bench.window.resize(1024, 700);
        QTRY_VERIFY(!facts->isVisible() && !all->isVisible() && doer->isVisible() && strip->isVisible());
    }
};

QTEST_MAIN(TestLowWindow)
#include "tst_lowwindow.moc"
