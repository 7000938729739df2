#include "core/plan/Planner.h"
#include "tests/gui/PageSamples.h"
#include "wizard/pages/ProcedurePage.h"

#include <QScrollArea>
#include <QtTest/qtestspontaneevent.h>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ruw;

class TestProcedurePage : public QObject {
    Q_OBJECT

    static ProcedureCard* card(const ProcedurePage& page, const QString& code)
    {
        return page.findChild<ProcedureCard*>(u"card-"_s + code);
    }

private slots:
    void withDataSyncOnDisablingSettingsSyncIsVisibleButDisabledAndSaysWhy_data()
    {
        samples::bothLanguages();
    }
    void withDataSyncOnDisablingSettingsSyncIsVisibleButDisabledAndSaysWhy()
    {
        QFETCH(Language, language);
        const samples::FileSite site("ON");
        Session session;
        session.setLanguage(language);
        site.open(session);
        ProcedurePage page(session);
        page.retranslate();
        samples::showSmallest(page);

        const ProcedureCard* forbidden = card(page, u"disable-settings-sync"_s);
        QVERIFY(forbidden->isVisible());
        QVERIFY(!forbidden->isEnabled());
        const QList<Finding> because = session.checks().blockersOf(ProcedureKind::DisableSettingsSync);
        QVERIFY(!because.isEmpty());
        const auto* reason = forbidden->findChild<QLabel*>(u"cardForbidden"_s);
        QVERIFY(reason->isVisible());
        QVERIFY2(reason->text().contains(because.first().message.render(language)),
                 qPrintable(reason->text()));
        QVERIFY(forbidden->accessibleDescription().contains(because.first().message.render(language)));
        for (const auto& code : {u"stop-mail-flow"_s, u"block-sync-ports"_s, u"block-peer-traffic"_s})
            QVERIFY2(card(page, code)->isEnabled(), qPrintable(code));
    }

    void withDataSyncOffEveryProcedureCanBeChosen()
    {
        const samples::FileSite site("OFF");
        Session session;
        site.open(session);
        ProcedurePage page(session);
        page.retranslate();
        samples::showSmallest(page);
        for (const ProcedureKind kind : allProcedures()) {
            QVERIFY2(card(page, procedureCode(kind))->isEnabled(), qPrintable(procedureCode(kind)));
            QVERIFY(!card(page, procedureCode(kind))->content().risks.isEmpty());
        }
    }

    void nothingIsChosenForTheOperator()
    {
        const samples::FileSite site("OFF");
        Session session;
        site.open(session);
        ProcedurePage page(session);
        page.retranslate();
        samples::showSmallest(page);
        for (const ProcedureKind kind : allProcedures())
            QVERIFY(!card(page, procedureCode(kind))->isChecked());
        QVERIFY(!page.isComplete());
        QVERIFY(!page.whyIncomplete().isEmpty());
        QVERIFY(!session.procedureKind());
    }

    void spaceChoosesAndArrowKeysPassOverTheForbiddenCard()
    {
        const samples::FileSite site("ON");
        Session session;
        site.open(session);
        ProcedurePage page(session);
        page.retranslate();
        samples::showSmallest(page);
        QSignalSpy changed(&page, &Page::completeChanged);

        card(page, u"stop-mail-flow"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(session.procedureKind(), ProcedureKind::StopMailFlow);
        QVERIFY(page.isComplete());
        QVERIFY(changed.count() > 0);

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(session.procedureKind(), ProcedureKind::BlockSyncPorts);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(session.procedureKind(), ProcedureKind::BlockPeerTraffic);
        QVERIFY(card(page, u"block-peer-traffic"_s)->isChecked());
        QVERIFY(!card(page, u"stop-mail-flow"_s)->isChecked());
    }

    void aWindowThatComesBackLeavesTheKeyboardWhereItWas()
    {
        const samples::FileSite site("OFF");
        Session session;
        site.open(session);
        session.chooseProcedure(ProcedureKind::StopMailFlow);
        ProcedurePage page(session);
        page.retranslate();
        samples::showSmallest(page);
        ProcedureCard* other = card(page, u"block-peer-traffic"_s);
        other->setFocus();
        QShowEvent fromTheDesktop;
        QSpontaneKeyEvent::setSpontaneous(&fromTheDesktop);
        qApp->notify(&page, &fromTheDesktop);
        QCOMPARE(QApplication::focusWidget(), other);
    }

    void theFiguresAreThoseOfThePlan_data() { samples::bothLanguages(); }
    void theFiguresAreThoseOfThePlan()
    {
        QFETCH(Language, language);
        const samples::FileSite site("ON");
        Session session;
        session.setLanguage(language);
        site.open(session);
        ProcedurePage page(session);
        page.retranslate();
        samples::showSmallest(page);
        const Result<Procedure> plan = planProcedure(session.facts(), ProcedureKind::BlockSyncPorts);
        QVERIFY(plan.ok());
        const TimeChart chart = TimeChart::from(*plan, session.site());
        QStringList values;
        for (const ProcedureCard::Figure& figure : card(page, u"block-sync-ports"_s)->content().figures)
            values.append(figure.value);
        QVERIFY(values.contains(Text::minutes(chart.totalMinutes).render(language)));
        QVERIFY(values.contains(QString::number(plan->steps.size())));
        QVERIFY(values.contains(Text::minutes(chart.blockStandsMinutes).render(language)));
    }

    void whatForbidsEveryProcedureIsSaidOnceAtTheTop()
    {
        samples::FileSite site("OFF");
        site.site().nodes[0].role = Role::Slave; // nobody is the master
        Session session;
        site.open(session);
        ProcedurePage page(session);
        page.retranslate();
        samples::showSmallest(page);
        QVERIFY(page.findChild<QFrame*>(u"commonBlockers"_s)->isVisible());
        const Finding noMaster = session.checks().blockersOf(ProcedureKind::StopMailFlow).first();
        const QString message = noMaster.message.render(Language::English);
        QVERIFY(page.findChild<QLabel*>(u"commonBlockersText"_s)->text().contains(message));
        for (const ProcedureKind kind : allProcedures()) {
            QVERIFY(!card(page, procedureCode(kind))->isEnabled());
            QVERIFY(!card(page, procedureCode(kind))->content().forbidden.join(u' ').contains(message));
        }
        QVERIFY(!page.isComplete());
    }

    void aSingleAllowedProcedureIsSaidToBeTheOnlyOne()
    {
        samples::FileSite site("ON");
        for (int i = 1; i < 3; ++i)
            site.site().nodes[i].takesMail = false; // mail can't keep flowing over another node
        Session session;
        site.open(session);
        ProcedurePage page(session);
        page.retranslate();
        samples::showSmallest(page);
        QVERIFY(card(page, u"stop-mail-flow"_s)->isEnabled());
        QVERIFY(!card(page, u"block-sync-ports"_s)->isEnabled());
        QVERIFY(page.findChild<QLabel*>(u"procedureStatus"_s)->isVisible());
        QVERIFY(!session.procedureKind());
    }

    void aChoiceThatTheFactsForbidLaterIsNoLongerShownAsChosen()
    {
        samples::FileSite site("OFF");
        Session session;
        site.open(session);
        ProcedurePage page(session);
        page.retranslate();
        samples::showSmallest(page);
        session.chooseProcedure(ProcedureKind::DisableSettingsSync);
        QVERIFY(card(page, u"disable-settings-sync"_s)->isChecked());
        for (int node = 1; node <= 3; ++node)
            site.writeConfig(node, "ON");
        session.setSurvey(samples::surveyOf(site.site()));
        QVERIFY(!card(page, u"disable-settings-sync"_s)->isEnabled());
        QVERIFY(!card(page, u"disable-settings-sync"_s)->isChecked());
        QVERIFY(!page.isComplete());
    }

    void nothingIsCutOffInTheSmallestWindow_data() { samples::bothLanguages(); }
    void nothingIsCutOffInTheSmallestWindow()
    {
        QFETCH(Language, language);
        const samples::FileSite site("ON");
        Session session;
        session.setLanguage(language);
        site.open(session);
        ProcedurePage page(session);
        page.retranslate();
        samples::showSmallest(page);
        QCoreApplication::processEvents();
        QCOMPARE(samples::cutOffTexts(page), QStringList());
        for (const auto* area : page.findChildren<QScrollArea*>())
            QVERIFY(area->widget()->width() <= area->viewport()->width());
    }
};

QTEST_MAIN(TestProcedurePage)
#include "tst_procedurepage.moc"
