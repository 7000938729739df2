#include "core/product/ProductVersion.h"
#include "core/run/RunFile.h"
#include "tests/gui/FakeSite.h"
#include "tests/gui/SshBench.h"
#include "wizard/NumbersWhole.h"
#include "wizard/pages/FinishPage.h"
#include "wizard/Theme.h"
#include "wizard/widgets/RunSummary.h"

#include <QDateTime>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace ruw;

using Bench = samples::SshBench;

/// The Finish page after work on nodes by SSH: the program looks at them itself.
class TestFinishSsh : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void aWholeRunEndsAsDoneAndTheFinalChecksAreSeen()
    {
        Bench bench;
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        QCOMPARE(bench.state().end(), RunEnd::Done);
        QVERIFY(bench.page->isComplete());
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        auto* look = finish.findChild<QPushButton*>(u"lookButton"_s);
        QVERIFY(look->isVisible());
        QVERIFY(!finish.findChild<QCheckBox*>(u"finalCheck-version-is:mf1"_s)); // seen, not said
        const auto* hint = finish.findChild<QLabel*>(u"looksHint"_s);
        const auto* open = finish.findChild<StateLine*>(u"openLooks"_s);
        QVERIFY(hint->text().startsWith(u"Look at the nodes"_s));
        QVERIFY(open->text().endsWith(u"to be made after the work."_s));
        look->click();
        QTRY_VERIFY(bench.state().finalChecks().value(u"version-is:mf1"_s).holds);
        // What was done is not asked for any more.
        QTRY_VERIFY(hint->isHidden());
        QVERIFY2(finish.intro().startsWith(u"Everything is confirmed"_s), qPrintable(finish.intro()));
        QVERIFY(open->isHidden());
        QVERIFY(!bench.state().finalChecks().value(u"version-is:mf1"_s).seen.isEmpty());
        auto* line = finish.findChild<StateLine*>(u"finalSeen-service-running:mf2"_s);
        QVERIFY(line);
        QCOMPARE(line->state(), theme::State::Good);
        QVERIFY2(line->text().endsWith(inOnePiece(u"(before the work: running)"_s)), qPrintable(line->text()));
        QVERIFY(finish.findChild<StateLine*>(u"finalSeen-version-is:mf1"_s)
                    ->text()
                    .endsWith(withVersionsWhole(inOnePiece(u"(before the work: Ver.5.20R01)"_s))));
        // What was before is told in the words of what is now.
        const QString boot = finish.findChild<StateLine*>(u"finalSeen-boot-start-on:mf2"_s)->text();
        QVERIFY2(boot.contains("start at boot on"_L1) && boot.endsWith(inOnePiece(u"(before the work: on)"_s)), qPrintable(boot));
        // The world changes: the next look says so.
        bench.world.change(u"mf2"_s, [](auto& node) { node.running = false; });
        look->click();
        QTRY_VERIFY(!bench.state().finalChecks().value(u"service-running:mf2"_s).holds);
        QCOMPARE(finish.findChild<StateLine*>(u"finalSeen-service-running:mf2"_s)->state(),
                 theme::State::Bad);
        // What is not as expected is counted apart from what nobody has looked at.
        QTRY_VERIFY(open->text().endsWith(u"are not as expected."_s) || open->text().endsWith(u"is not as expected."_s));
        QCOMPARE(open->text().count(u'\n'), 0);
        QCOMPARE(open->state(), theme::State::Bad);
        QVERIFY(hint->text().startsWith(u"Put right"_s));
        const auto stored = readRun(bench.journal());
        QVERIFY(stored);
        QVERIFY(!stored->state().finalChecks().value(u"service-running:mf2"_s).holds);
    }
    void whileTheRunIsHeldNothingThatMustStandIsToBePutRight()
    {
        Bench bench;
        bench.reach(StepKind::StopService, u"mf1"_s); // start at boot is off by plan
        bench.press('h');
        QTRY_VERIFY(bench.page->isComplete());
        QCOMPARE(bench.state().end(), RunEnd::Held);
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        const auto* hint = finish.findChild<QLabel*>(u"looksHint"_s);
        const QString held = u"The run is held: these questions are for the end of the work."_s;
        QCOMPARE(hint->text(), held);
        auto* look = finish.findChild<QPushButton*>(u"lookButton"_s);
        look->click();
        QTRY_VERIFY(bench.state().finalChecks().contains(u"boot-start-on:mf2"_s));
        QVERIFY(!bench.state().finalChecks().value(u"boot-start-on:mf2"_s).holds);
        QTRY_VERIFY(look->isEnabled());
        QCOMPARE(hint->text(), held);
    }
    void theFinishPageJudgesTheSiteOfTheRunWhateverIsEditedLater()
    {
        Bench bench;
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        auto* look = finish.findChild<QPushButton*>(u"lookButton"_s);
        QVERIFY(look->isVisible());
        const auto rows = [&] {
            QStringList texts;
            for (const QLabel* label : finish.findChild<RunSummary*>()->findChildren<QLabel*>())
                texts.append(label->text());
            return texts;
        };
        const auto findings = [&] {
            QStringList texts;
            for (const StateLine* line : finish.findChildren<StateLine*>())
                texts.append(line->text());
            return texts;
        };
        const QStringList before = rows(), foundBefore = findings();
        Site edited = bench.session.site();
        for (Node& node : edited.nodes)
            node.access = AccessKind::Manual;
        edited.nodes[1].name = u"other"_s;
        edited.schedule.start = QDateTime::fromString(u"2027-01-01T22:00+09:00"_s, Qt::ISODate);
        bench.session.setSite(edited);
        finish.enter();
        QVERIFY(look->isVisible());
        QCOMPARE(rows(), before);
        QCOMPARE(findings(), foundBefore);
        look->click();
        QTRY_VERIFY(bench.state().finalChecks().value(u"version-is:mf2"_s).holds);
    }
    void theKeyboardStaysOnABoxThroughALook()
    {
        Bench bench;
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        QVERIFY(QTest::qWaitForWindowActive(&finish));
        auto* look = finish.findChild<QPushButton*>(u"lookButton"_s);
        bench.world.change(u"mf2"_s, [](auto& node) { node.answers = false; }); // what can't be seen is a person's to tick
        look->click();
        QTRY_VERIFY(look->isEnabled());
        const QList<QCheckBox*> boxes = finish.findChildren<QCheckBox*>();
        QVERIFY(!boxes.isEmpty());
        const QString name = boxes.last()->objectName();
        boxes.last()->setFocus();
        look->click();
        QVERIFY(!look->isEnabled());
        QTRY_VERIFY(look->isEnabled());
        QVERIFY(finish.focusWidget());
        QCOMPARE(finish.focusWidget()->objectName(), name);
    }
    void aLookIsStoppedFromTheQuestionOfANode()
    {
        Bench bench;
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        WindowPrompter& prompter = bench.session.connections().prompter();
        bench.session.connections().useAccess(std::make_unique<samples::FakeSiteAccess>(
            [&](const Node& node, const std::stop_token&) -> Result<QByteArray> {
                (void)prompter.secret(node.name, SecretKind::Ssh, Text::verbatim(u"Password"_s));
                return samples::fakeError(u"No password."_s);
            }));
        auto finish = std::make_unique<FinishPage>(bench.session);
        finish->retranslate();
        finish->show();
        auto* look = finish->findChild<QPushButton*>(u"lookButton"_s);
        look->click();
        QTRY_VERIFY(prompter.current());
        QVERIFY(!look->isEnabled());
        prompter.askToStop();
        QTRY_VERIFY(!prompter.current());
        QVERIFY(look->isEnabled());
        look->click();
        QTRY_VERIFY(prompter.current());
        finish.reset(); // nobody waits for an answer that never comes
        QVERIFY(!prompter.current());
    }
};

QTEST_MAIN(TestFinishSsh)
#include "tst_finishssh.moc"
