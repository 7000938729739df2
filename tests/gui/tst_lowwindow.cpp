#include "tests/gui/PageSamples.h"
#include "tests/gui/WorkSite.h"
#include "wizard/NumbersWhole.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/rehearsal/RehearsalRoom.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/RunWorker.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/CommandView.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/widgets/MailStrip.h"
#include "wizard/widgets/TopologyView.h"
#include "wizard/widgets/TwoLines.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ruw;

using Kind = RunQuestion::Kind;
using Press = ConfirmationBar::Ask;

namespace {

constexpr QSize low(960, 540); ///< a screen of 1920x1080 at 200 %
constexpr QSize smallest(1024, 700);

QRect inWindow(const QWidget& widget)
{
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

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
    void aDrawingThatIsAFewPixelsTooHighIsDrawnSmaller()
    {
        TopologyModel model;
        model.nodes.resize(2);
        model.nodes[0].name = u"mf1"_s;
        model.nodes[0].master = true;
        model.nodes[1].name = u"mf2"_s;
        TopologyView view;
        view.setModel(model);
        constexpr int width = 250;
        const int whole = view.wholeHeight(width);
        QCOMPARE(view.heightForWidth(width), whole);
        view.setHeightRoom(whole - 3);
        QCOMPARE(view.heightForWidth(width), whole - 3);
        view.setHeightRoom(whole / 2); // too small to be read: it is scrolled
        QCOMPARE(view.heightForWidth(width), whole);
        view.setHeightRoom(2 * whole);
        QCOMPARE(view.heightForWidth(width), whole);
    }
    void aLongCommandIsShownWhole()
    {
        CommandView view(u"command"_s);
        view.resize(400, 100);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QStringList lines;
        for (int i = 0; i < 30; ++i)
            lines.append(u"echo line %1 of a script whose lines are long enough to be wrapped in a narrow panel"_s.arg(i));
        view.setCommand(lines.join(u'\n'));
        const auto* text = view.findChild<QPlainTextEdit*>();
        QTRY_COMPARE(text->verticalScrollBar()->maximum(), 0);
        QVERIFY(text->height() >= 60 * text->fontMetrics().lineSpacing());
    }
    void aLongCommandIsBrokenBetweenItsWords()
    {
        CommandView view(u"command"_s);
        view.resize(300, 100);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setCommand(u"iptables -w -I INPUT -p tcp -m multiport --dports 14042,14043,14083 -m comment --comment replica-upgrade-wizard "
                        "-j DROP && cp -p /opt/example/conf/mf_replica.def /var/lib/replica-upgrade-wizard/mf_replica.def"_s);
        const QTextBlock block = view.findChild<QPlainTextEdit*>()->document()->firstBlock();
        const QTextLayout& layout = *block.layout();
        QVERIFY(layout.lineCount() > 3);
        for (int i = 0; i + 1 < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const QString shown = block.text().mid(line.textStart(), line.textLength());
            QVERIFY2(shown.endsWith(u' ') || shown.endsWith(u'/') || shown.endsWith(u'-') || shown.endsWith(u','), qPrintable(shown));
        }
    }
    void whereThereIsRoomTheMailStripSaysWhatItsShapesMean()
    {
        const QDateTime begin = QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate);
        MailFlow flow;
        flow.add(u"mf1"_s, MailAnswer::Silent, begin); // it never answered: nothing of its own bar is full
        MailStrip strip;
        strip.resize(400, 40);
        strip.setFlow(flow, {}, begin.addSecs(60), Language::English);
        const auto fullPixels = [&strip] {
            const QImage image = strip.grab().toImage();
            const QRgb good = theme::stateColor(theme::State::Good).rgb();
            int full = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    full += image.pixel(x, y) == good ? 1 : 0;
            }
            return full;
        };
        const int without = strip.heightForWidth(400);
        QCOMPARE(fullPixels(), 0);
        strip.setLegend(true);
        QVERIFY(strip.heightForWidth(400) > without);
        QCOMPARE(strip.height(), strip.heightForWidth(400));
        QVERIFY(fullPixels() > 100);
        QVERIFY(strip.heightForWidth(150) > strip.heightForWidth(400)); // in more lines, and whole
        strip.setLegend(false);
        QCOMPARE(strip.heightForWidth(400), without);
    }
    void aPlannedSilenceHasAShapeOfItsOwn()
    {
        const QDateTime begin = QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate);
        MailFlow flow;
        flow.add(u"mf1"_s, MailAnswer::Answers, begin);
        const QDateTime now = begin.addSecs(30);
        flow.add(u"mf1"_s, MailAnswer::Silent, now);
        const auto bar = [&](bool planned) {
            MailStrip strip;
            strip.resize(400, 40);
            MailSilences silences;
            silences.ofSpells[u"mf1"_s].insert(now, planned);
            strip.setFlow(flow, silences, now, Language::English);
            constexpr int barHeight = 8;
            const QImage image = strip.grab().toImage();
            return image.copy(0, image.height() - barHeight, image.width(), barHeight); // without the words
        };
        QVERIFY(bar(false) == bar(false));
        QVERIFY(bar(false) != bar(true));
    }
    void theMailStripSaysHowEachNodeIsNow()
    {
        const QDateTime begin = QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate);
        MailFlow flow;
        for (const QString& node : {u"mf1"_s, u"mf2"_s, u"mf3"_s})
            flow.add(node, MailAnswer::Answers, begin);
        const QDateTime now = begin.addSecs(600); // nobody asked in between
        flow.add(u"mf1"_s, MailAnswer::Answers, now);
        flow.add(u"mf2"_s, MailAnswer::Silent, now);
        MailStrip strip;
        strip.resize(600, 40);
        strip.setFlow(flow, {}, now, Language::English);
        const QString said = strip.accessibleDescription();
        for (const char* line : {"mf1: answering\n", "mf2: no answer\n", "mf3: heard 22:00\n"})
            QVERIFY2(said.contains(QLatin1StringView(line)), qPrintable(said));
        // What nobody asked about is not drawn as if it had answered all the while.
        const QImage drawn = strip.grab().toImage();
        const QRgb good = theme::stateColor(theme::State::Good).rgb();
        const int y = drawn.height() - 3;
        int green = 0;
        for (int x = drawn.width() * 2 / 3; x < drawn.width(); ++x) // mf3
            green += drawn.pixel(x, y) == good ? 1 : 0;
        QVERIFY2(green < drawn.width() / 30, qPrintable(QString::number(green)));
        // Told apart by a word, too.
        const auto redOf = [&] {
            const QImage image = strip.grab().toImage();
            const QRgb bad = theme::stateColor(theme::State::Bad).rgb();
            int red = 0;
            for (int row = 0; row < strip.fontMetrics().height(); ++row) {
                for (int x = 0; x < image.width(); ++x)
                    red += image.pixel(x, row) == bad ? 1 : 0;
            }
            return red;
        };
        QVERIFY(redOf() > 0);
        const MailSilences ofTheOther{{u"mf2"_s}, {}};
        strip.setFlow(flow, ofTheOther, now, Language::English);
        QVERIFY2(strip.accessibleDescription().contains("mf2: off (planned)\n"_L1), qPrintable(strip.accessibleDescription()));
        QCOMPARE(redOf(), 0);
        // The run is held or over: what was heard last stays, with its time. What never answered may be out of reach.
        flow.add(u"mf4"_s, MailAnswer::Silent, now);
        flow.pause();
        strip.setFlow(flow, {}, now.addSecs(3600), Language::English);
        const QString after = strip.accessibleDescription();
        for (const char* line : {"mf1: heard 22:10\n", "mf2: silent 22:10\n", "mf3: heard 22:00\n", "mf4: not seen\n"})
            QVERIFY2(after.contains(QLatin1StringView(line)), qPrintable(after));
        // A silence that was planned is not the last word: the node may answer again by now.
        strip.setFlow(flow, ofTheOther, now.addSecs(3600), Language::English);
        QVERIFY2(strip.accessibleDescription().contains("mf2: not asked\n"_L1), qPrintable(strip.accessibleDescription()));
        QVERIFY(strip.accessibleName().contains("SMTP"_L1));
    }
};

QTEST_MAIN(TestLowWindow)
#include "tst_lowwindow.moc"
