#include "core/run/RunFile.h"
#include "core/run/Runner.h"
#include "tests/gui/PageSamples.h"
#include "tests/gui/WorkSite.h"
#include "wizard/pages/FinishPage.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/RunWorker.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/CopyButton.h"
#include "wizard/widgets/LedgerList.h"
#include "wizard/widgets/ScheduleClock.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/StepList.h"
#include "wizard/widgets/TopologyView.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <csignal>
#include <functional>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace ruw;

using Press = ConfirmationBar::Ask;

namespace {

/// A site of three nodes, its plan, and the page that works on it, in the smallest window.
struct Bench {
    explicit Bench(ProcedureKind kind = ProcedureKind::StopMailFlow, Language language = Language::English)
        : site("OFF")
    {
        site.site().schedule.start = QDateTime::fromString(u"2026-12-05T22:00+09:00"_s, Qt::ISODate);
        site.site().schedule.decideBy = site.site().schedule.start->addSecs(5 * 3600);
        site.site().schedule.end = site.site().schedule.start->addSecs(9 * 3600);
        session.setLanguage(language);
        site.open(session);
        // Nobody asks the network: what this machine can't see is the operator's word.
        world.smtpByState = false;
        session.connections().useAccess(std::make_unique<samples::WorkAccess>(world));
        session.chooseProcedure(kind);
        page = std::make_unique<WorkPage>(session);
        page->setClock(clock);
        page->retranslate();
        samples::showSmallest(*page);
        page->enter();
    }

    template <typename T> T* child(const char* name) const
    {
        return page->findChild<T*>(QString::fromLatin1(name));
    }
    QPushButton* button(Press ask) const { return page->findChild<ConfirmationBar*>()->button(ask); }
    QString journal() const { return folder.filePath(u"run.journal.jsonl"_s); }
    const RunState& state() const { return *session.runState(); }
    /// Until the run asks something, or has ended.
    void await() const { awaitQuestion(*page); }
    static void awaitQuestion(const WorkPage& page)
    {
        QTRY_VERIFY(!page.worker().working() || page.worker().gate().question());
        QCoreApplication::processEvents();
    }
    std::optional<RunQuestion::Kind> asked() const
    {
        await();
        const auto& question = page->worker().gate().question();
        return question ? std::optional(question->kind) : std::nullopt;
    }
    /// A mnemonic: the button goes down, and up by itself a moment later.
    void press(char key) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, Qt::AltModifier);
        QTRY_VERIFY(std::ranges::none_of(page->findChildren<QAbstractButton*>(), &QAbstractButton::isDown));
    }
    void type(const QString& text) const { QTest::keyClicks(QApplication::focusWidget(), text); }

    /// By keyboard: names, journal, and the beginning.
    void begin()
    {
        auto* doer = child<QLineEdit>("beginDoer");
        doer->setFocus();
        type(u"Sato"_s);
        QTest::keyClick(doer, Qt::Key_Tab);
        type(u"Suzuki"_s);
        auto* file = child<QLineEdit>("journalEdit");
        file->setFocus();
        file->selectAll();
        type(journal());
        press('b');
        QVERIFY(session.run());
    }
    /// What the run asks next is answered with its good answer; by keyboard, or by the mouse.
    void answerOne(bool byKeyboard) const
    {
        const auto kind = asked();
        QVERIFY(kind);
        if (kind == RunQuestion::Kind::Confirm) {
            if (byKeyboard && child<QCheckBox>("checkerAgrees")->isVisible())
                press('a');
            child<QCheckBox>("checkerAgrees")->setChecked(true);
            byKeyboard ? press('s') : button(Press::Start)->click();
            return;
        }
        QVERIFY(kind == RunQuestion::Kind::Word || kind == RunQuestion::Kind::DoneByHand);
        const bool word = button(Press::Yes)->isVisible(); // the restart flag has an answer of its own
        if (byKeyboard) {
            QCOMPARE(QApplication::focusWidget()->objectName(), u"noteEdit"_s);
            type(u"seen"_s);
            press(word ? 'i' : 'd');
        } else {
            button(word ? Press::Yes : Press::Done)->click();
        }
    }
    /// The current step, to its good end.
    void doStep(bool byKeyboard = false) const
    {
        await();
        const Step* step = state().current();
        const QString id = step ? step->id : QString();
        for (int guard = 0; guard < 20 && state().current() && state().current()->id == id; ++guard) {
            answerOne(byKeyboard);
            await();
        }
    }
    void doStepByKeyboard() const { doStep(true); }
    /// Until a step can be skipped: before its start, or after its question was answered with no.
    void reachSkip() const
    {
        while (asked() && !button(Press::Skip)->isVisible()) {
            if (asked() == RunQuestion::Kind::Word && state().current()->skippable)
                press('n');
            else
                doStep();
        }
        QVERIFY(button(Press::Skip)->isVisible());
    }
    /// Until the current step waits for its start.
    void doUntilStart(const std::function<bool(const Step&)>& wanted) const
    {
        while (asked() != RunQuestion::Kind::Confirm || !wanted(*state().current()))
            doStep();
    }

    samples::FileSite site;
    QTemporaryDir folder;
    samples::TickingClock clock;
    samples::WorkAccess::World world;
    Session session;
    std::unique_ptr<WorkPage> page;
};

} // namespace

class TestWorkPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void aWholeRunByKeyboardEndsAsDoneWithAnEmptyLedger_data()
    {
        QTest::addColumn<ProcedureKind>("kind");
        QTest::newRow("stop mail flow") << ProcedureKind::StopMailFlow;
        QTest::newRow("block the sync ports") << ProcedureKind::BlockSyncPorts;
    }
    void aWholeRunByKeyboardEndsAsDoneWithAnEmptyLedger()
    {
        QFETCH(ProcedureKind, kind);
        Bench bench(kind);
        QVERIFY(!bench.page->isComplete());
        bench.begin();
        bool ledgerWasUsed = false;
        const qsizetype steps = bench.state().procedure().steps.size();
        for (qsizetype i = 0; i < steps && bench.state().current(); ++i) {
            const QString id = bench.state().current()->id;
            bench.doStepByKeyboard();
            QVERIFY2(bench.state().record(id).status == StepStatus::Verified, qPrintable(id));
            QCOMPARE(bench.state().record(id).note, Text::verbatim(u"seen"_s));
            ledgerWasUsed = ledgerWasUsed || !bench.state().ledger().empty();
        }
        QVERIFY(ledgerWasUsed);
        QCOMPARE(bench.state().end(), RunEnd::Done);
        QVERIFY(bench.state().ledger().empty());
        QVERIFY(bench.page->isComplete());
        QVERIFY(!bench.page->findChild<ConfirmationBar*>()->isVisible());
        const auto stored = readRun(bench.journal());
        QVERIFY(stored);
        QCOMPARE(stored->state().end(), RunEnd::Done);
        QCOMPARE(stored->state().doer(), u"Sato"_s);
    }
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
    void aRunWithASkippedStepEndsWithExceptions()
    {
        Bench bench;
        bench.begin();
        bench.reachSkip();
        bench.press('o');
        bench.type(u"settled by phone"_s);
        bench.press('k');
        while (bench.asked())
            bench.doStep();
        QCOMPARE(bench.state().stepsWith(StepStatus::Skipped).size(), 1);
        QCOMPARE(bench.state().end(), RunEnd::DoneWithExceptions);
        QCOMPARE(bench.state().record(bench.state().stepsWith(StepStatus::Skipped).value(0)).note,
                 Text::verbatim(u"settled by phone"_s));
    }
    void theExactCommandIsShownAndCopied()
    {
        Bench bench(ProcedureKind::BlockSyncPorts);
        bench.begin();
        while (bench.state().current() && bench.state().current()->action.command.isEmpty())
            bench.doStep();
        bench.await();
        QVERIFY(bench.state().current());
        const QString command = bench.state().current()->action.command;
        bench.press('y');
        QCOMPARE(QApplication::clipboard()->text(), command);
    }
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
        bench.press('s');
        QTRY_VERIFY(bench.child<StateLine>("runError")->isVisible());
        bench.await();
        QCOMPARE(bench.state().record(id).status, StepStatus::Pending);
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
    void anotherStepIsShownButNotDone()
    {
        Bench bench;
        bench.begin();
        bench.doUntilStart([](const Step&) { return true; });
        auto* list = bench.child<StepList>("stepList");
        list->setCurrentRow(list->count() - 1);
        QVERIFY(!bench.button(Press::Start)->isVisible());
        QVERIFY(bench.button(Press::ShowCurrent)->isVisible());
        bench.press('w');
        QVERIFY(bench.button(Press::Start)->isVisible());
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
    void everyStepCarriesTheNumberOfTheRunbook_data() { samples::bothLanguages(); }
    void everyStepCarriesTheNumberOfTheRunbook()
    {
        QFETCH(Language, language);
        Bench bench(ProcedureKind::BlockSyncPorts, language);
        bench.begin();
        const QList<Step>& steps = bench.state().procedure().steps;
        const auto* list = bench.child<QListWidget>("stepList");
        QStringList titles;
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->flags() & Qt::ItemIsSelectable)
                titles.append(list->item(row)->text());
        }
        QCOMPARE(titles.size(), steps.size());
        for (qsizetype i = 0; i < steps.size(); ++i)
            QCOMPARE(titles[i], u"%1. "_s.arg(i + 1) + steps[i].title.render(language));
        bench.doStep();
        const Step& second = *bench.state().current();
        const QString place = bench.state().procedure().placeOf(second.id).render(language);
        QVERIFY(place.contains(u"2"_s) && place.contains(QString::number(steps.size())));
        const QString head = bench.child<QLabel>("stepHead")->text();
        QVERIFY2(head.startsWith(place), qPrintable(head));
    }
    void aHeldRunMayBeReportedAndGoesOn()
    {
        Bench bench;
        bench.begin();
        bench.doStep();
        bench.press('h');
        QTRY_VERIFY(bench.page->isComplete());
        QCOMPARE(bench.state().end(), RunEnd::Held);
        bench.press('g');
        bench.await();
        QCOMPARE(bench.state().end(), RunEnd::Running);
        QVERIFY(!bench.page->isComplete());
    }
    void beforeThePointOfNoReturnTheRunGoesBackStepByStep()
    {
        Bench bench(ProcedureKind::BlockSyncPorts);
        bench.begin();
        while (bench.state().ledger().empty())
            bench.doStep();
        bench.doUntilStart([](const Step&) { return true; });
        const auto* back = bench.button(Press::GoBack);
        QVERIFY(back->isVisible());
        const Step* undone = bench.state().nextRollback();
        const QString which = u"Undo last change: No. %1 %2"_s.arg(bench.state().procedure().number(undone->id))
                                  .arg(undone->title.render(Language::English));
        QCOMPARE(back->toolTip(), which);
        // Whoever tabs on from the checker's tick comes to what leads on first.
        const QWidget* next = bench.child<QCheckBox>("checkerAgrees");
        do
            next = next->nextInFocusChain();
        while (!qobject_cast<const QPushButton*>(next) || !next->isVisible());
        QVERIFY(next != back);
        QCOMPARE(QAccessible::queryAccessibleInterface(bench.button(Press::GoBack))->text(QAccessible::Name), which);
        QVERIFY(bench.page->width() <= 772); // however long its title is
        bench.press('u');
        const auto begun = [&] {
            const Result<JournalRead> read = Journal::read(bench.journal());
            return !read ? -1 : int(std::count_if(read->records.cbegin(), read->records.cend(),
                                                  [](const JournalRecord& record) { return record.kind == "undo-started"_L1; }));
        };
        for (int turn = 0; turn < 20 && bench.asked() == RunQuestion::Kind::Undo; ++turn) {
            // Nothing begins by hand without a word, nor is said to be done before.
            QVERIFY(bench.button(Press::BeginUndo)->isVisible() && !bench.button(Press::Undone)->isVisible());
            QCOMPARE(begun(), turn);
            bench.press('s');
            QCOMPARE(bench.asked(), RunQuestion::Kind::Undo);
            QVERIFY(bench.button(Press::Undone)->isVisible() && !bench.button(Press::BeginUndo)->isVisible());
            QCOMPARE(begun(), turn + 1);
            bench.press('d');
        }
        QCOMPARE(bench.state().end(), RunEnd::RolledBack);
        QVERIFY(bench.state().ledger().empty());
    }
    void theSituationStandsAboveTheStepOrBesideItAsTheWindowHasRoom()
    {
        Bench bench(ProcedureKind::BlockSyncPorts);
        bench.begin();
        while (bench.state().ledger().empty())
            bench.doStep();
        const auto* list = bench.child<LedgerList>("ledgerList");
        auto* button = bench.child<QPushButton>("ledgerButton");
        const auto* text = bench.child<QLabel>("stateText");
        QTRY_VERIFY(button->isVisible() && !list->isVisible());
        QVERIFY2(button->text().contains(u'1'), qPrintable(button->text()));
        QVERIFY(text->text().contains(bench.state().stopText().render(Language::English)));
        // Its sign stands beside the first line, however high the button beside it is.
        QTRY_COMPARE(text->height(), text->heightForWidth(text->width()));
        const auto* sign = bench.child<QWidget>("sideIcon");
        QVERIFY(std::abs(sign->geometry().center().y() - (text->y() + text->fontMetrics().height() / 2)) <= 2);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(list->isVisible());
        QVERIFY(text->text().contains(bench.state().stateText().render(Language::English)));
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(!list->isVisible());
        bench.page->resize(1660, 900);
        QTRY_VERIFY(list->isVisible() && !button->isVisible());
        const auto* drawing = bench.child<QScrollArea>("topologyArea");
        const auto* steps = bench.child<StepList>("stepList");
        QVERIFY(drawing->mapTo(bench.page.get(), QPoint()).x() >
                steps->mapTo(bench.page.get(), QPoint()).x() + steps->width());
        QTRY_COMPARE(drawing->verticalScrollBar()->maximum(), 0);
        bench.page->resize(772, 560);
        QTRY_VERIFY(button->isVisible() && !list->isVisible());
        QTRY_COMPARE(drawing->mapTo(bench.page.get(), QPoint()).x(),
                     steps->mapTo(bench.page.get(), QPoint()).x());
    }
    void theTopologyFollowsTheRun()
    {
        Bench bench(ProcedureKind::BlockSyncPorts);
        bench.begin();
        const auto* view = bench.child<TopologyView>("topologyView");
        QVERIFY(!view->model().edges.isEmpty());
        // Its nodes are known from files: nobody has looked whether they run, nor who reaches whom.
        QCOMPARE(view->model().edges.first().state, TopologyModel::Link::Unknown);
        QCOMPARE(view->model().edges.first().stateText, u"not probed"_s);
        for (const auto& box : view->model().nodes) {
            QCOMPARE(box.version, u"5.20R01, service not looked at"_s);
            QVERIFY(!box.stopped);
        }
        while (bench.state().ledger().empty())
            bench.doStep();
        QCOMPARE(view->model().edges.first().state, TopologyModel::Link::Blocked);
        while (bench.state().current()) {
            const bool installs = bench.state().current()->kind == StepKind::RunInstaller;
            const QString node = bench.state().current()->node;
            bench.doStep();
            if (installs) {
                for (const auto& box : view->model().nodes)
                    QVERIFY(box.name != node || box.version == u"version not confirmed, stopped"_s);
                break;
            }
        }
        while (bench.state().current())
            bench.doStep();
        for (const auto& box : view->model().nodes)
            QCOMPARE(box.version, u"5.60R01, runs"_s);
        QCOMPARE(view->model().edges.first().state, TopologyModel::Link::Open);
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
    void theClockRisesAnAlarmBeforeEachLimit_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<theme::State>("decideBy");
        QTest::addColumn<theme::State>("end");
        QTest::newRow("early") << u"2026-12-05T22:00:00+09:00"_s << theme::State::Good << theme::State::Good;
        QTest::newRow("31 minutes before")
            << u"2026-12-06T02:29:00+09:00"_s << theme::State::Good << theme::State::Good;
        QTest::newRow("30 minutes before")
            << u"2026-12-06T02:30:00+09:00"_s << theme::State::Warning << theme::State::Good;
        QTest::newRow("passed") << u"2026-12-06T03:01:00+09:00"_s << theme::State::Bad << theme::State::Good;
        QTest::newRow("too late by plan")
            << u"2026-12-06T06:50:00+09:00"_s << theme::State::Bad << theme::State::Warning;
        QTest::newRow("end passed") << u"2026-12-06T07:01:00+09:00"_s << theme::State::Bad
                                    << theme::State::Bad;
    }
    void theClockRisesAnAlarmBeforeEachLimit()
    {
        QFETCH(QString, now);
        Bench bench;
        bench.begin();
        const auto reading = ClockReading::at(QDateTime::fromString(now, Qt::ISODate),
                                              bench.session.site().schedule, bench.state());
        QTEST(reading.decideBy.state, "decideBy");
        QTEST(reading.end.state, "end");
        QVERIFY(reading.decideBy.text.render(Language::English).contains(u"03:00"_s));
    }
    void theLastMinuteIsNotCalledNone()
    {
        Bench bench;
        bench.begin();
        const QDateTime now = QDateTime::fromString(u"2026-12-06T02:59:20+09:00"_s, Qt::ISODate);
        const auto reading = ClockReading::at(now, bench.session.site().schedule, bench.state());
        QCOMPARE(reading.decideBy.text.render(Language::English), u"Time to decide 03:00: soon, under a minute left"_s);
    }
    void noTextIsCutOffInEitherLanguage_data() { samples::bothLanguages(); }
    void noTextIsCutOffInEitherLanguage()
    {
        QFETCH(Language, language);
        Bench bench(ProcedureKind::BlockSyncPorts, language);
        QCOMPARE(samples::cutOffTexts(*bench.page), QStringList());
        bench.begin();
        bench.session.setPeople(u"佐藤"_s, u"鈴木"_s);
        bench.page->setFocus();
        for (int i = 0; bench.asked(); ++i) {
            if (i % 8 == 0)
                QTRY_VERIFY2(samples::cutOffTexts(*bench.page).isEmpty(),
                             qPrintable(samples::cutOffTexts(*bench.page).join(u'|')));
            bench.answerOne(false);
        }
        QCOMPARE(bench.state().end(), RunEnd::Done);
    }
    void theFinishPageTellsTheEndAndRecordsWhatIsAffirmed()
    {
        Bench bench;
        bench.begin();
        while (bench.state().current())
            bench.doStep();
        // In the wizard's own frame: what does not fit the smallest window is scrolled to, never squeezed.
        UpgradeWizard window(bench.session);
        window.setMinimumSize(1024, 500);
        window.resize(1024, 500); // lower than the sample needs
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.goTo(PageId::Work);
        for (int i = 0; i < 3; ++i) { // the page is filled again and again while another one is shown
            bench.session.noteRunChanged();
            QTest::qWait(1);
        }
        window.goTo(PageId::Finish);
        QCOMPARE(window.current(), PageId::Finish);
        QWidget& finish = *window.page(PageId::Finish);
        QTRY_VERIFY(finish.findChildren<QCheckBox*>().size() >= 4); // the rows are shown one turn of the event loop later
        QTRY_COMPARE(samples::cutOffTexts(finish), QStringList());
        QVERIFY(finish.width() <= finish.parentWidget()->width());
        QVERIFY(window.page(PageId::Finish)->isComplete());
        QCOMPARE(finish.findChild<StateLine*>(u"runEnd"_s)->text(), u"Done"_s);
        // The planned end is that of the time chart beside it; by when it has to be is told apart.
        const TimeChart chart = TimeChart::from(bench.state().procedure(), bench.session.site());
        QStringList texts;
        for (const QLabel* label : finish.findChildren<QLabel*>())
            texts.append(label->text());
        const qsizetype ended = texts.indexOf(u"Ended"_s), limit = texts.indexOf(u"End of the work"_s);
        QVERIFY(ended >= 0 && limit >= 0);
        QCOMPARE(texts[ended + 1], Text::timeOfDay(*chart.plannedEnd()).render(Language::English));
        QCOMPARE(texts[limit + 1], Text::timeOfDay(*bench.session.site().schedule.end).render(Language::English));
        QVERIFY(texts[ended + 1] != texts[limit + 1]);
        const auto boxes = finish.findChildren<QCheckBox*>();
        QVERIFY(boxes.size() >= 4);
        // What is still to be ticked is said, and closing is not what comes next.
        const auto* close = window.findChild<QPushButton*>(u"nextButton"_s);
        const auto* open = finish.findChild<StateLine*>(u"openLooks"_s);
        const auto leads = [&] { return close->property("ruwPrimary").toBool(); };
        QVERIFY(open->isVisible() && open->text().startsWith(QString::number(boxes.size())) && !leads());
        // By the Tab key they come one after the other.
        const QWidget* each = boxes.first();
        for (qsizetype i = 1; i < boxes.size(); ++i) {
            do
                each = each->nextInFocusChain();
            while (!(each->focusPolicy() & Qt::TabFocus) || !each->isVisible());
            QCOMPARE(each, boxes[i]);
        }
        boxes.first()->setFocus();
        QTest::keyClick(boxes.first(), Qt::Key_Space);
        const auto stored = readRun(bench.journal());
        QVERIFY(stored);
        QCOMPARE(stored->state().finalChecks().size(), 1);
        QVERIFY(stored->state().finalChecks().first().holds);
        QCOMPARE(stored->state().end(), RunEnd::Done);
        QVERIFY(open->text().startsWith(QString::number(boxes.size() - 1)) && !leads());
        for (QCheckBox* box : boxes)
            box->setChecked(true);
        QVERIFY(!open->isVisible() && leads());
    }
    void theWorkReportIsSavedInBothLanguages_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("word");
        QTest::newRow("English") << Language::English << u"Work report"_s;
        QTest::newRow("Japanese") << Language::Japanese << u"作業報告書"_s;
    }
    void theWorkReportIsSavedInBothLanguages()
    {
        QFETCH(Language, language);
        QFETCH(QString, word);
        Bench bench(ProcedureKind::StopMailFlow, language);
        bench.begin();
        while (bench.state().current())
            bench.doStep();
        FinishPage finish(bench.session);
        finish.retranslate();
        for (const auto& ending : {u"html"_s, u"pdf"_s, u"xlsx"_s}) {
            const QString path = bench.folder.filePath(u"report."_s + ending);
            QSignalSpy saved(&finish, &FinishPage::reportSaved);
            finish.saveReport(path);
            QVERIFY(saved.wait(60'000));
            QVERIFY2(saved.first().first().toBool(),
                     qPrintable(finish.findChild<QLabel*>(u"outcomeText"_s)->text()));
            QVERIFY(QFileInfo(path).size() > 1000);
        }
        QFile html(bench.folder.filePath(u"report.html"_s));
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(html.readAll());
        QVERIFY(text.contains(word));
        QVERIFY(text.contains(u"Sato"_s));
        QVERIFY(text.contains(Journal::read(bench.journal())->lastHash));
    }
    void aReportIsNotCalledSavedAfterWhatCameLater()
    {
        Bench bench;
        bench.begin();
        while (bench.state().current())
            bench.doStep();
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        QSignalSpy saved(&finish, &FinishPage::reportSaved);
        finish.saveReport(bench.folder.filePath(u"report.html"_s));
        QVERIFY(saved.wait(60'000));
        const auto isSaid = [&] { return finish.findChild<QWidget*>(u"reportSaved"_s)->isVisible(); };
        QVERIFY(isSaid());
        finish.findChildren<QCheckBox*>().first()->click();
        QCOMPARE(bench.state().finalChecks().size(), 1);
        QVERIFY(!isSaid());
        // The same while it is being written.
        finish.saveReport(bench.folder.filePath(u"again.html"_s));
        finish.findChildren<QCheckBox*>().last()->click();
        QVERIFY(saved.count() == 1);
        QVERIFY(saved.wait(60'000));
        const QString said = finish.findChild<QLabel*>(u"outcomeText"_s)->text();
        QVERIFY2(isSaid() && said.contains("Save it once more"_L1), qPrintable(said));
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

QTEST_MAIN(TestWorkPage)
#include "tst_workpage.moc"
