#include "core/rehearsal/Rehearsal.h"
#include "core/report/EvidenceReport.h"
#include "core/report/HtmlWriter.h"
#include "core/run/MailFlow.h"
#include "core/run/RunFile.h"
#include "tests/gui/PageSamples.h"
#include "wizard/pages/FinishPage.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/rehearsal/RehearsalExit.h"
#include "wizard/rehearsal/RehearsalRoom.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/RunWorker.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/StateLine.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;
using namespace ruw;

using Press = ConfirmationBar::Ask;
using Kind = RunQuestion::Kind;

namespace {

/// The real window, and the rehearsal that was opened from it by keyboard.
struct Bench {
    explicit Bench(Language language = Language::English)
    {
        real.setLanguage(language);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    ~Bench()
    {
        if (room()) // nobody answers a question at the end of a test
            room()->window().findChild<WorkPage*>()->disconnect();
    }
    static void space(QWidget* button)
    {
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    /// From the start page: one key opens the rehearsal, one begins it.
    void open()
    {
        auto* card = window.findChild<QPushButton*>(u"rehearseCard"_s);
        QTRY_COMPARE(QApplication::focusWidget(), card); // the first choice
        QTest::keyClick(card, Qt::Key_Return);
        QVERIFY(room());
        QVERIFY(QTest::qWaitForWindowActive(&room()->window()));
        QCOMPARE(room()->window().current(), PageId::Work);
    }
    void begin()
    {
        auto* first = child<QPushButton>("beginButton");
        QTRY_COMPARE(QApplication::focusWidget(), first); // everything is filled in
        QTest::keyClick(first, Qt::Key_Return);
        QVERIFY(room()->session().run());
        auto* speed = child<QComboBox>("rehearsalSpeed");
        speed->setCurrentIndex(speed->findData(RehearsalStage::unlimited));
        emit speed->activated(speed->currentIndex());
    }
    RehearsalRoom* room() const { return window.rehearsal(); }
    template <typename T> T* child(const char* name) const
    {
        T* found = room()->window().findChild<T*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no part named %s", name);
        return found;
    }
    /// A part of the last page: other pages have some of the same name.
    template <typename T> T* finish(const char* name) const
    {
        T* found = room()->window().page(PageId::Finish)->findChild<T*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no part named %s", name);
        return found;
    }
    WorkPage* work() const { return static_cast<WorkPage*>(room()->window().page(PageId::Work)); }
    const RunState& state() const { return *room()->session().runState(); }
    const RunQuestion* question() const
    {
        const auto& asked = work()->worker().gate().question();
        return asked ? &*asked : nullptr;
    }
    /// Until something is asked, or the run has ended.
    std::optional<Kind> asked() const
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!work()->worker().working() || question(), 30'000); }();
        QCoreApplication::processEvents();
        return question() ? std::optional(question()->kind) : std::nullopt;
    }
    QPushButton* button(Press press) const { return work()->findChild<ConfirmationBar*>()->button(press); }
    void answerGood() const
    {
        const quint64 id = question()->id;
        switch (*asked()) {
        case Kind::Confirm:
            if (child<QCheckBox>("checkerAgrees")->isVisible())
                child<QCheckBox>("checkerAgrees")->setChecked(true);
            space(button(question()->canRun ? Press::Run : Press::Start));
            break;
        case Kind::DoneByHand:
            space(button(Press::Done));
            break;
        case Kind::Word:
            space(button(button(Press::Yes)->isVisible() ? Press::Yes : Press::Done));
            break;
        case Kind::Trouble:
        case Kind::Undo:
            QFAIL("nothing was to go wrong");
        }
        QTRY_VERIFY(!question() || question()->id != id);
    }
    /// The rehearsal answers until it needs the person, or has ended.
    std::optional<Kind> playByItself() const
    {
        auto* itself = child<QCheckBox>("rehearsalItself");
        if (!itself->isChecked())
            space(itself);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(
                !work()->worker().working() || (question() && question()->kind == Kind::Trouble), 60'000);
        }();
        return question() ? std::optional(question()->kind) : std::nullopt;
    }
    void pick(FaultKind kind, const QString& step) const
    {
        space(child<QPushButton>("rehearsalFaults"));
        auto* dialog = child<QDialog>("faultDialog");
        QVERIFY(dialog->isVisible());
        auto* kinds = child<QComboBox>("faultKind");
        auto* steps = child<QComboBox>("faultStep");
        kinds->setCurrentIndex(kinds->findData(int(kind)));
        QVERIFY(kinds->currentText().startsWith(faultText(kind).render(room()->session().language())));
        steps->setCurrentIndex(steps->findData(step));
        QVERIFY2(steps->currentIndex() >= 0, qPrintable(step));
        const int before = child<QListWidget>("faultList")->count();
        space(child<QPushButton>("faultAdd"));
        QCOMPARE(child<QListWidget>("faultList")->count(), before + 1);
        space(child<QPushButton>("faultClose"));
        QVERIFY(!dialog->isVisible());
    }

    Session real;
    UpgradeWizard window{real};
};

/// Presses the button of that role when the box of that name is asked.
struct BoxAnswer {
    BoxAnswer(const QString& name, QMessageBox::ButtonRole role)
    {
        QObject::connect(&timer, &QTimer::timeout, &timer, [this, name, role] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box || box->objectName() != name)
                return;
            timer.stop();
            asked = true;
            for (QAbstractButton* button : box->buttons()) {
                words.append(button->text().remove(u'&'));
                if (box->buttonRole(button) == role)
                    button->click();
            }
        });
        timer.start(10);
    }
    QTimer timer;
    bool asked = false;
    QStringList words;
};

/// Chooses the file when a file dialog asks for one.
struct FileAnswer {
    explicit FileAnswer(const QString& path)
    {
        QObject::connect(&timer, &QTimer::timeout, &timer, [this, path] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            timer.stop();
            dialog->findChild<QLineEdit*>()->setText(path);
            QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
        });
        timer.start(10);
    }
    QTimer timer;
};

QString wordOf(Language language)
{
    return language == Language::Japanese ? u"リハーサル"_s : u"REHEARSAL"_s;
}

} // namespace

/// The rehearsal in the window: opened by keyboard from the start page, played to its end, with faults.
class TestRehearsalWindow : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        theme::apply(*qApp, theme::Mode::Light);
    }

    void twoKeysLeadFromTheStartToTheFirstStep_data() { samples::bothLanguages(); }
    void twoKeysLeadFromTheStartToTheFirstStep()
    {
        QFETCH(Language, language);
        Bench bench(language);
        bench.open();
        QVERIFY(!bench.window.isVisible()); // nobody works in the wrong window
        QVERIFY(!bench.child<QLineEdit>("beginDoer")->text().isEmpty());
        QVERIFY(!bench.child<QLineEdit>("beginChecker")->text().isEmpty());
        bench.begin();
        QVERIFY(bench.asked());
        QCOMPARE(bench.state().siteKind(), SiteKind::Simulated);
        // Nothing on the page is cut off in the smallest window.
        bench.room()->window().resize(1024, 700);
        QCoreApplication::processEvents();
        const QStringList cut = samples::cutOffTexts(*bench.work());
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        QVERIFY(bench.room()->window().width() <= 1024);
    }

    void theWholeTroubleIsReadInTheSmallestWindow_data() { samples::bothLanguages(); }
    void theWholeTroubleIsReadInTheSmallestWindow()
    {
        QFETCH(Language, language);
        Bench bench(language);
        bench.open();
        bench.begin();
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
        QVERIFY(bench.child<QLabel>("stateText")->toolTip().contains(byHand));
        QVERIFY(bench.child<QLabel>("mailLine")->isVisible());
    }

    void everyPageSaysThatItIsARehearsal_data() { samples::bothLanguages(); }
    void everyPageSaysThatItIsARehearsal()
    {
        QFETCH(Language, language);
        Bench bench(language);
        bench.open();
        const auto* banner = bench.child<QFrame>("rehearsalBanner");
        int shown = 0;
        for (int page = 0; page < pageCount; ++page) {
            bench.room()->window().goTo(PageId(page));
            if (int(bench.room()->window().current()) != page)
                continue;
            ++shown;
            QVERIFY(banner->isVisible());
            QVERIFY(bench.child<QFrame>("rehearsalBorder")->isVisible());
            QVERIFY(bench.room()->window().windowTitle().contains(wordOf(language)));
        }
        QVERIFY(shown >= 5); // ports, procedure, checks, runbook, work
        for (const Language other : {Language::Japanese, Language::English}) {
            bench.room()->session().setLanguage(other);
            QVERIFY(bench.room()->window().windowTitle().contains(wordOf(other)));
        }
        // And the real window says nothing of the kind.
        QVERIFY(!bench.window.findChild<QWidget*>(u"rehearsalBanner"_s));
        QVERIFY(!bench.window.findChild<QWidget*>(u"rehearsalPanel"_s));
        QVERIFY(!bench.window.windowTitle().contains(wordOf(bench.real.language())));
    }

    void aWholeRehearsalIsWalkedByKeyboardToItsEnd()
    {
        Bench bench(Language::Japanese);
        bench.open();
        bench.begin();
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        QCOMPARE(bench.state().end(), RunEnd::Done);
        const QString journal = bench.room()->session().run()->journalPath();
        QCOMPARE(readRun(journal)->siteKind, SiteKind::Simulated);
        bench.room()->window().goTo(PageId::Finish);
        QCOMPARE(bench.room()->window().current(), PageId::Finish);
        QVERIFY(bench.child<QFrame>("rehearsalAccount")->isVisible());
        const RehearsalFigures figures = bench.room()->session().connections().rehearsal()->figures();
        QVERIFY(figures.mailAccepted > 1000);
        QCOMPARE(figures.mailLost, 0);
        QCOMPARE(figures.mailDoubled, 0);
        QVERIFY(figures.violations.isEmpty());
        QVERIFY(figures.minutes > 30);
    }

    void theFaultThatIsProposedMakesTheRunStop()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        bench.space(bench.child<QPushButton>("rehearsalFaults"));
        bench.space(bench.child<QPushButton>("faultAdd")); // nothing chosen
        bench.space(bench.child<QPushButton>("faultClose"));
        QCOMPARE(bench.playByItself(), std::optional(Kind::Trouble));
    }
    /// Wherever it can be put, by whichever procedure.
    void whatIsSaidToBeTakenCareOfMakesNoStop()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
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
        bench.open();
        bench.begin();
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
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        bench.pick(FaultKind::InstallerLies, u"run-installer-mf2"_s);
        QCOMPARE(bench.playByItself(), std::optional(Kind::Trouble));
        QCOMPARE(bench.question()->step.id, u"verify-version-mf2"_s);
        QVERIFY(bench.child<QPushButton>("rehearsalPutRight")->isVisible());
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

    /// At the fastest speed a person's time counts nothing: what comes back by itself still does.
    void anotherLookAtTheFastestSpeedLetsTimePass()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
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
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
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
        bench.open();
        bench.begin();
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

    void itCanBePausedAndMadeFasterWhileItRuns()
    {
        Bench bench;
        bench.open();
        bench.begin();
        RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        stage.setSpeed(60);
        QDateTime before = stage.now();
        QTRY_VERIFY(stage.now() > before.addSecs(30)); // mail flows while the person thinks
        QVERIFY(stage.figures().mailAccepted > 0);
        Bench::space(bench.child<QPushButton>("rehearsalPause"));
        before = stage.now();
        stage.pass(std::chrono::minutes(10));
        QCOMPARE(stage.now(), before);
        Bench::space(bench.child<QPushButton>("rehearsalPause"));
        stage.pass(std::chrono::seconds(1));
        QVERIFY(stage.now() >= before.addSecs(60));
    }

    void itsToolsHaveFunctionKeys()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        UpgradeWizard& window = bench.room()->window();
        const RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(stage.paused());
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(!stage.paused());
        QTest::keyClick(&window, Qt::Key_F9);
        auto* dialog = bench.child<QDialog>("faultDialog");
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!stage.paused());
        QTest::keyClick(&window, Qt::Key_F5);
        auto* speed = bench.child<QComboBox>("rehearsalSpeed");
        QVERIFY(speed->view()->isVisible());
        speed->hidePopup();
        bench.pick(FaultKind::InstallerLies, u"run-installer-mf2"_s);
        window.activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &window);
        QTest::keyClick(&window, Qt::Key_F7);
        QVERIFY(bench.child<QCheckBox>("rehearsalItself")->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(bench.question() && bench.question()->kind == Kind::Trouble, 60'000);
        QTRY_VERIFY(bench.child<QPushButton>("rehearsalPutRight")->isVisible());
        QVERIFY(bench.child<QPushButton>("rehearsalPutRight")->isEnabled());
        window.activateWindow(); // off screen a dialog that was hidden may still be made the active window late
        QTRY_COMPARE(QApplication::activeWindow(), &window);
        QTest::keyClick(&window, Qt::Key_F8);
        QVERIFY(!bench.child<QPushButton>("rehearsalPutRight")->isVisible());
    }

    void whatIsWaitedForIsNotCalledWrong()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        stage.setSpeed(60);
        QTimer hurry;
        connect(&hurry, &QTimer::timeout, &hurry, [&] { stage.pass(std::chrono::seconds(1)); });
        hurry.start(1);
        Bench::space(bench.child<QCheckBox>("rehearsalItself"));
        const auto waits = [&] {
            const Step* step = bench.state().current();
            return step && step->kind == StepKind::RunInstaller && bench.work()->worker().gate().waitingFor();
        };
        QTRY_VERIFY_WITH_TIMEOUT(waits(), 30'000);
        hurry.stop();
        bench.child<QPushButton>("rehearsalPause")->setChecked(true);
        int awaited = 0;
        for (const auto* line : bench.work()->findChildren<StateLine*>(u"seenLine"_s)) {
            QVERIFY2(line->state() != theme::State::Bad, qPrintable(line->text()));
            awaited += line->state() == theme::State::Busy && line->text().startsWith("Waiting"_L1) ? 1 : 0;
        }
        QVERIFY(awaited > 0);
        const auto* underWay = bench.child<StateLine>("underWayLine");
        QVERIFY2(underWay->text().endsWith("at most 45 min."_L1), qPrintable(underWay->text()));
        bench.child<QPushButton>("rehearsalPause")->setChecked(false);
    }
    void whileFaultsArePickedAndAfterTheEndItsClockStands()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
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
    void leavingItBringsTheSiteBackAsItWas()
    {
        samples::FileSite files;
        Bench bench;
        files.open(bench.real);
        bench.real.chooseProcedure(ProcedureKind::BlockSyncPorts);
        bench.real.setPeople(u"Sato"_s, u"Suzuki"_s);
        const Site site = bench.real.site();
        bench.window.goTo(PageId::Start);
        auto* card = bench.window.findChild<QPushButton*>(u"rehearseSiteCard"_s);
        QVERIFY(card->isVisible());
        Bench::space(card);
        QVERIFY(bench.room());
        // Real names, addresses, ports, and the procedure that was chosen.
        const Session& played = bench.room()->session();
        QCOMPARE(played.site().nodes, site.nodes);
        QCOMPARE(played.procedureKind(), std::optional(ProcedureKind::BlockSyncPorts));
        QCOMPARE(played.facts().portsToBlock(), bench.real.facts().portsToBlock());
        QVERIFY(played.facts().portsToBlock().contains(24043));
        bench.begin();
        QVERIFY(bench.asked());
        QCOMPARE(bench.playByItself(), std::nullopt);
        QCOMPARE(bench.state().end(), RunEnd::Done);
        const QString journal = played.run()->journalPath();
        const BoxAnswer leave(u"rehearsalExitBox"_s, QMessageBox::DestructiveRole);
        bench.room()->window().close();
        QVERIFY(leave.asked);
        QVERIFY(bench.window.isVisible());
        QVERIFY(!bench.room());
        QCOMPARE(bench.real.site(), site);
        QVERIFY(bench.real.surveyed() && !bench.real.run() && !bench.real.isRehearsal());
        QCOMPARE(bench.real.doer(), u"Sato"_s);
        QTRY_VERIFY(!QFile::exists(journal)); // thrown away with the rehearsal
    }

    void whoeverLeavesAFinishedRehearsalIsAskedWhatBecomesOfItsJournal_data()
    {
        QTest::addColumn<QMessageBox::ButtonRole>("answer");
        QTest::addColumn<bool>("left");
        QTest::addColumn<bool>("kept");
        QTest::newRow("stay") << QMessageBox::RejectRole << false << false;
        QTest::newRow("leave") << QMessageBox::DestructiveRole << true << false;
        QTest::newRow("save") << QMessageBox::AcceptRole << true << true;
    }
    void whoeverLeavesAFinishedRehearsalIsAskedWhatBecomesOfItsJournal()
    {
        QFETCH(QMessageBox::ButtonRole, answer);
        QFETCH(bool, left);
        QFETCH(bool, kept);
        const QString path = m_folder.filePath(u"saved.journal.jsonl"_s);
        QFile::remove(path);
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        Bench::space(bench.button(Press::Hold));
        QTRY_VERIFY(!bench.work()->worker().working());
        bench.room()->window().goTo(PageId::Finish);
        QCOMPARE(bench.room()->window().current(), PageId::Finish);
        const BoxAnswer box(u"rehearsalExitBox"_s, answer);
        const FileAnswer file(path);
        Bench::space(bench.child<QPushButton>("nextButton")); // "Leave the rehearsal"
        QVERIFY(box.asked);
        QVERIFY(!box.words.join(u' ').contains("anyway"_L1));
        QCOMPARE(bench.room() == nullptr, left);
        QCOMPARE(QFile::exists(path), kept);
        if (kept)
            QCOMPARE(readRun(path)->siteKind, SiteKind::Simulated);
    }
    void aJournalThatWasSavedIsNotAskedAboutAgain()
    {
        Bench bench;
        bench.open();
        RehearsalExit exit(bench.room()->session());
        QVERIFY(!exit.losesJournal()); // nothing was played
        bench.begin();
        QVERIFY(bench.asked());
        QVERIFY(exit.losesJournal());
        QVERIFY(exit.saveJournal(m_folder.filePath(u"once.journal.jsonl"_s)));
        QVERIFY(!exit.losesJournal());
        Bench::space(bench.button(Press::Hold)); // a record more
        QTRY_VERIFY(!bench.work()->worker().working());
        QVERIFY(exit.losesJournal());
        const Status failed = exit.saveJournal(m_folder.filePath(u"no/such/folder.jsonl"_s));
        QCOMPARE(failed.error().code, u"file-unwritable"_s);
        QVERIFY(exit.losesJournal());
    }
    void nothingIsSavedInTheFolderThatGoesWithTheRehearsal()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        Bench::space(bench.button(Press::Hold));
        QTRY_VERIFY(!bench.work()->worker().working());
        const QString journal = bench.room()->session().run()->journalPath();
        const QDir passing = QFileInfo(journal).absoluteDir();
        QVERIFY(passing.mkdir(u"below"_s));
        bench.room()->window().goTo(PageId::Finish);
        auto* page = static_cast<FinishPage*>(bench.room()->window().page(PageId::Finish));
        const auto* line = bench.finish<QLabel>("outcomeText");
        for (const auto& name : {u"report.html"_s, u"below/report.pdf"_s}) {
            const QString path = passing.filePath(name);
            page->saveReport(path);
            QVERIFY2(line->text().contains("deleted when the rehearsal is left"_L1), qPrintable(line->text()));
            QVERIFY(!QFile::exists(path));
        }
        // What the dialog proposes stays: the journal lies in the folder that does not.
        QString proposed;
        QTimer look;
        connect(&look, &QTimer::timeout, &look, [&] {
            if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
                proposed = dialog->directory().absolutePath();
                dialog->reject();
            }
        });
        look.start(10);
        Bench::space(bench.finish<QPushButton>("savePdf"));
        QTRY_VERIFY(!proposed.isEmpty());
        QVERIFY(proposed != passing.absolutePath());
        RehearsalExit exit(bench.room()->session());
        QCOMPARE(exit.saveJournal(passing.filePath(u"again.jsonl"_s)).error().code, u"save-in-passing-folder"_s);
        QVERIFY(exit.losesJournal());
    }
    void theReportNamesTheFaultsThatWerePicked()
    {
        Bench bench;
        bench.open();
        bench.room()->session().connections().rehearsal()->pickFault({FaultKind::InstallerStarts, u"run-installer-mf2"_s});
        bench.begin();
        QVERIFY(bench.asked());
        QTemporaryDir kept;
        const QString path = kept.filePath(u"report.html"_s);
        bench.room()->window().goTo(PageId::Finish);
        static_cast<FinishPage*>(bench.room()->window().page(PageId::Finish))->saveReport(path);
        const auto report = [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY(report().contains("</html>"));
        QVERIFY(report().contains(QByteArray("The installer starts the service by itself")));
        QVERIFY(report().contains("Not met: the run did not come to it."));
    }
    void whileItIsHeldTheAccountDoesNotGrowAndTheReportTellsHowLongItWas()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        const auto hold = [&] {
            QVERIFY(bench.asked());
            Bench::space(bench.button(Press::Hold));
            QTRY_VERIFY(!bench.work()->worker().working());
        };
        hold();
        const int minutes = stage.account().minutes;
        stage.setSpeed(60);
        stage.pass(std::chrono::minutes(2)); // two hours there
        QVERIFY(stage.figures().minutes >= minutes + 120);
        QCOMPARE(stage.account().minutes, minutes);
        stage.setSpeed(RehearsalStage::unlimited);
        Bench::space(bench.button(Press::GoOn));
        QVERIFY(bench.asked());
        QVERIFY(stage.account().minutes >= minutes + 120);
        QTRY_VERIFY(!mailSpells(Journal::read(bench.room()->session().run()->journalPath())->records).isEmpty());
        hold();
        const auto input = prepareEvidence(bench.room()->session().run()->journalPath(), stage.now());
        QVERIFY(input);
        QString html = QString::fromUtf8(htmlBytes(evidenceDocument(*input, Language::English)));
        QVERIFY2(html.contains("(held for 2 h"_L1), qPrintable(html.left(4000)));
    }
    void whenAllIsDoneTheQueuesStandAsTheyWereSeen()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        QCOMPARE(bench.playByItself(), std::nullopt);
        QCOMPARE(bench.state().end(), RunEnd::Done);
        bench.room()->session().connections().rehearsal()->setSpeed(60);
        bench.room()->session().connections().rehearsal()->pass(std::chrono::seconds(20)); // long after
        bench.room()->session().noteRunChanged();
        QCoreApplication::processEvents();
        const QString said = bench.child<StateLine>("queueLine")->toolTip();
        const QString drawn = bench.child<QWidget>("topologyView")->accessibleDescription();
        for (const auto& node : {u"mf2"_s, u"mf3"_s})
            QVERIFY2(said.contains(u"Queue on %1: there is room. Seen last at "_s.arg(node)), qPrintable(said));
        QVERIFY2(!drawn.contains("not seen"_L1) && drawn.count("queue drained"_L1) == 2, qPrintable(drawn));
    }
    void howeverFastItPassesEachNodeIsAskedAllTheTime_data()
    {
        QTest::addColumn<int>("speed");
        QTest::newRow("fastest") << RehearsalStage::unlimited;
        QTest::newRow("60 times, in big steps") << 60;
    }
    void howeverFastItPassesEachNodeIsAskedAllTheTime()
    {
        QFETCH(int, speed);
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        stage.setSpeed(speed);
        QTimer hurry;
        connect(&hurry, &QTimer::timeout, &hurry, [&] { stage.pass(std::chrono::seconds(5)); });
        hurry.start(1);
        QCOMPARE(bench.playByItself(), std::nullopt);
        hurry.stop();
        QCOMPARE(bench.state().end(), RunEnd::Done);
        const QString journal = bench.room()->session().run()->journalPath();
        const QMap<QString, QList<MailSpell>> flow = mailSpells(Journal::read(journal)->records);
        for (const auto& node : {u"mf1"_s, u"mf2"_s, u"mf3"_s}) {
            const QDateTime stopped = bench.state().record(u"stop-service-"_s + node).ended;
            const QDateTime started = bench.state().record(u"start-service-"_s + node).started;
            QVERIFY(stopped.secsTo(started) > 600);
            const auto silent = [&](const QList<MailSpell>& spells) {
                qint64 seconds = 0;
                for (const MailSpell& spell : spells)
                    seconds += spell.answer == MailAnswer::Silent ? spell.from.secsTo(spell.to) : 0;
                return seconds;
            };
            const qint64 told = silent(flow.value(node));
            QVERIFY2(told >= stopped.secsTo(started) - 20, qPrintable(u"%1: %2 of %3 s"_s.arg(node).arg(told).arg(stopped.secsTo(started))));
        }
        const auto input = prepareEvidence(journal, stage.now());
        QVERIFY(input);
        const QString html = QString::fromUtf8(htmlBytes(evidenceDocument(*input, Language::English)));
        QVERIFY(!html.contains(">not seen<"_L1)); // the queues
    }
    void whatIsToBeDoneOnTheLastPageIsInSightInTheSmallestWindow_data() { samples::bothLanguages(); }
    void whatIsToBeDoneOnTheLastPageIsInSightInTheSmallestWindow()
    {
        QFETCH(Language, language);
        Bench bench(language);
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        QCOMPARE(bench.playByItself(), std::nullopt);
        bench.room()->window().resize(1024, 700);
        bench.room()->window().goTo(PageId::Finish);
        QTest::qWait(50); // laid out
        const auto* page = bench.room()->window().page(PageId::Finish);
        const auto* view = page->parentWidget();
        for (const char* name : {"lookButton", "savePdf", "saveHtml", "saveExcel"}) {
            const auto* button = bench.finish<QPushButton>(name);
            QVERIFY2(button->isVisible() && view->rect().contains(QRect(button->mapTo(view, QPoint()), button->size())), name);
        }
    }
    void theLastPageStaysWhereOneReadsIt()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        QCOMPARE(bench.playByItself(), std::nullopt);
        bench.room()->window().resize(1024, 700);
        bench.room()->window().goTo(PageId::Finish);
        QCoreApplication::processEvents();
        auto* page = static_cast<FinishPage*>(bench.room()->window().page(PageId::Finish));
        auto* area = static_cast<QScrollArea*>(page->parentWidget()->parentWidget());
        auto* look = bench.finish<QPushButton>("lookButton");
        area->verticalScrollBar()->setValue(look->mapTo(page, QPoint()).y() - 20);
        QCoreApplication::processEvents();
        look->setFocus();
        const int at = area->verticalScrollBar()->value();
        QVERIFY(at > 0);
        QTest::keyClick(look, Qt::Key_Space);
        QTRY_VERIFY(look->isEnabled());
        QCoreApplication::processEvents();
        QCOMPARE(area->verticalScrollBar()->value(), at);
        QCOMPARE(QApplication::focusWidget(), look);
        const auto* saved = bench.finish<QWidget>("reportSaved");
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        page->saveReport(m_folder.filePath(u"report.html"_s));
        QTRY_VERIFY(saved->isVisible());
        QVERIFY(saved->findChild<QLabel*>(u"outcomeText"_s)->text().contains(u"report.html"_s));
        QVERIFY(saved->findChild<QPushButton*>(u"openFolder"_s)->isVisible());
        QTRY_COMPARE(saved->visibleRegion().boundingRect().size(), saved->size());
        // Saved through the dialog the same: the keyboard comes back to where it was.
        auto* pdf = bench.finish<QPushButton>("savePdf");
        pdf->setFocus();
        QTest::keyClick(pdf, Qt::Key_Space);
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = bench.room()->window().findChild<QFileDialog*>(u"saveDialog"_s)) && dialog->isVisible());
        emit dialog->fileSelected(m_folder.filePath(u"report.pdf"_s)); // as Qt does: before the dialog closes
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(saved->isVisible() && saved->findChild<QLabel*>(u"outcomeText"_s)->text().contains(u"report.pdf"_s), 60'000);
        QTRY_COMPARE(bench.room()->window().focusWidget(), pdf);
    }
    void whoeverLeavesInTheMiddleIsAskedOnceAndNothingIsCalledOpen()
    {
        Bench bench;
        bench.open();
        bench.begin();
        QVERIFY(bench.asked());
        const BoxAnswer box(u"rehearsalExitBox"_s, QMessageBox::DestructiveRole);
        bench.room()->window().close();
        QVERIFY(box.asked);
        QVERIFY2(box.words.contains(u"Leave without saving"_s), qPrintable(box.words.join(u' ')));
        QVERIFY(!bench.room());
    }

    void aRehearsalsJournalIsRefusedByTheRealWindow()
    {
        Bench bench;
        bench.open();
        const QString kept = m_folder.filePath(u"kept.journal.jsonl"_s);
        bench.child<QLineEdit>("journalEdit")->setText(kept);
        bench.begin();
        QVERIFY(bench.asked());
        bench.work()->findChild<QPushButton*>(u"beginButton"_s);
        Bench::space(bench.button(Press::Hold));
        QTRY_VERIFY(!bench.work()->worker().working());
        QVERIFY(bench.room()->session().connections().rehearsal()->figures().violations.isEmpty());
        bench.room()->window().close();
        QVERIFY(QFile::exists(kept));
        QVERIFY(!bench.window.continueRun(kept));
        QVERIFY(!bench.real.run());
        const auto* notice = bench.window.findChild<QLabel*>(u"noticeText"_s);
        QVERIFY(notice->isVisible() && notice->text().contains(u"rehearsal"_s));
    }
};

QTEST_MAIN(TestRehearsalWindow)
#include "tst_rehearsalwindow.moc"
