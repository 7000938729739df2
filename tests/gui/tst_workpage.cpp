#include "core/run/RunFile.h"
#include "core/run/Runner.h"
#include "tests/gui/FileBench.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/LedgerList.h"
#include "wizard/widgets/ScheduleClock.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/StepList.h"
#include "wizard/widgets/TopologyView.h"

#include <QAccessible>
#include <QScrollArea>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace ruw;

using Bench = samples::FileBench;
using Press = ConfirmationBar::Ask;

/// The work, step by step.
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
        QVERIFY2(head.startsWith(withNumbersWhole(place)), qPrintable(head));
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
        const int number = bench.state().procedure().number(undone->id);
        const QString line = withNumbersWhole(
            u"One by one, each confirmed; first: step %1."_s.arg(number));
        QCOMPARE(back->toolTip(), line);
        QCOMPARE(back->text(), u"&Undo changes\u2026"_s); // whole: nothing gives way
        QCOMPARE(bench.child<QLabel>("goBackButtonLine")->toolTip(), line);
        // Whoever tabs on from the checker's tick comes to what leads on first.
        const QWidget* next = bench.child<QCheckBox>("checkerAgrees");
        do
            next = next->nextInFocusChain();
        while (!qobject_cast<const QPushButton*>(next) || !next->isVisible());
        QVERIFY(next != back);
        QCOMPARE(QAccessible::queryAccessibleInterface(bench.button(Press::GoBack))->text(QAccessible::Description), line);
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
            // The line beside the title tells of the undo, not of the step.
            const QString head = bench.child<QLabel>("stepHead")->text();
            const QString undo = u"Undo of step %1\u00a0"_s.arg(bench.state().procedure().number(bench.state().nextRollback()->id));
            const auto standing = bench.state().ledger().open().size();
            QVERIFY2(head.startsWith(withNumbersWhole(undo)) && (standing == 0 || head.contains(QString::number(standing))),
                     qPrintable(head));
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
            QCOMPARE(box.version, u"5.20R01, service not seen"_s);
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
    void pastThePointOfNoReturnTimeAloneMakesNothingGood()
    {
        Bench bench(ProcedureKind::BlockSyncPorts);
        bench.begin();
        while (!bench.state().pastPointOfNoReturn())
            bench.doStep();
        const auto reading = [&](const char* now) {
            return ClockReading::at(QDateTime::fromString(QString::fromLatin1(now), Qt::ISODate), bench.session.site().schedule,
                                    bench.state());
        };
        const ClockReading early = reading("2026-12-05T23:00:00+09:00");
        QCOMPARE(early.decideBy.state, theme::State::Info);
        QCOMPARE(early.decideBy.text.render(Language::English), u"Go on or back: decide by 03:00, 4 h 00 min left"_s);
        QCOMPARE(reading("2026-12-06T02:50:00+09:00").decideBy.state, theme::State::Warning);
        QCOMPARE(reading("2026-12-06T03:01:00+09:00").decideBy.state, theme::State::Bad);
    }
    void theCurrentStepIsInSightWhateverTheSizeOfTheList()
    {
        Bench bench(ProcedureKind::BlockSyncPorts);
        bench.begin();
        while (bench.state().currentIndex() < 14)
            bench.doStep();
        StepList list;
        list.resize(400, 4000);
        list.show();
        const TimeChart chart = TimeChart::from(bench.state().procedure(), bench.session.site());
        list.setRun(bench.state(), chart, bench.state().current()->id, Language::English);
        for (const QSize& size : {QSize(250, 112), QSize(400, 300), QSize(180, 112)}) {
            list.resize(size);
            QCoreApplication::processEvents();
            const QRect row = list.visualItemRect(list.currentItem());
            QVERIFY(list.viewport()->rect().contains(row.topLeft() + QPoint(1, 1)) && list.viewport()->rect().intersects(row));
        }
    }
    void plannedAndActualTimesStandInOneOffset()
    {
        Bench bench;
        bench.begin();
        const QString id = bench.state().current()->id;
        bench.doStep();
        const QDateTime started = bench.state().record(id).started;
        QVERIFY(started.isValid());
        TimeChart chart = TimeChart::from(bench.state().procedure(), bench.session.site());
        chart.start = chart.start->toUTC(); // the journal's times have nine hours more
        StepList list;
        list.setRun(bench.state(), chart, id, Language::English);
        const QString told = list.currentItem()->toolTip();
        QVERIFY2(told.contains(u"planned 13:00"_s), qPrintable(told));
        QVERIFY2(told.contains(u"actual "_s + started.toUTC().toString(u"HH:mm"_s)), qPrintable(told));
    }
    /// An offset that no machine has by chance.
    void theWorkGoesByAClockThatTellsTheTimeAsThePlanDoes()
    {
        Bench bench;
        constexpr int offset = (5 * 60 + 45) * 60;
        Site site = bench.session.site();
        site.schedule.start = site.schedule.start->addSecs(60).toOffsetFromUtc(offset); // the same moment would be no change
        bench.session.setSite(site);
        const Waiter& clock = bench.session.connections().clock();
        QVERIFY(clock.now().offsetFromUtc() != offset);
        bench.page->enter();
        QCOMPARE(clock.now().offsetFromUtc(), offset); // the proposed journal's name has a time in it, too
        bench.begin();
        QCOMPARE(clock.now().offsetFromUtc(), offset);
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
    void whatToDoHasItsHeadingWhateverTheRoom()
    {
        Bench bench;
        bench.begin();
        const auto* instruction = bench.child<QLabel>("stepInstruction");
        while (bench.asked() && instruction->isHidden())
            bench.answerOne(false);
        QVERIFY2(instruction->text().startsWith("What to do: "_L1), qPrintable(instruction->text()));
        bench.page->resize(1660, 900);
        QTRY_VERIFY(!instruction->text().startsWith("What to do: "_L1)); // it stands above
        const QList<QLabel*> labels = bench.page->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                            [](const QLabel* label) { return label->isVisible() && label->text() == "What to do"_L1; }));
    }
};

QTEST_MAIN(TestWorkPage)
#include "tst_workpage.moc"
