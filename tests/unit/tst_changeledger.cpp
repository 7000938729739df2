#include "core/run/ChangeLedger.h"
#include "RunSamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

class TestChangeLedger : public QObject {
    Q_OBJECT
    const Procedure m_procedure = samples::procedure();
    const QDateTime m_ten = QDateTime::fromString(u"2026-12-05T22:10:00+09:00"_s, Qt::ISODate);
    const QDateTime m_eleven = m_ten.addSecs(3600);
    const Step& block() const { return *m_procedure.step(u"block-mf1"_s); }
    const Step& unblock() const { return *m_procedure.step(u"unblock-mf1"_s); }

private slots:
    /// While what a step closed is being put back nobody knows whether it stands: it counts as standing (S7).
    void anUndoOfAClosingStepStandsFromItsBeginning()
    {
        const QDateTime when = QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate);
        Step block, unblock;
        block.id = u"block-mf1"_s;
        block.opensLedger = u"block:mf1"_s;
        unblock.id = u"unblock-mf1"_s;
        unblock.closesLedger = u"block:mf1"_s;
        ChangeLedger ledger;
        ledger.stepStarted(block, when);
        ledger.stepDone(block, when);
        ledger.stepDone(unblock, when);
        QVERIFY(ledger.empty());
        const ChangeLedger before = ledger;

        ledger.undoStarted(unblock, when);
        QVERIFY(ledger.entry(u"block:mf1"_s) && !ledger.entry(u"block:mf1"_s)->certain);
        ChangeLedger notDone = ledger;
        notDone.undoNotDone(unblock);
        QVERIFY(notDone == before);
        QCOMPARE(notDone.closed(), before.closed());

        ledger.stepRolledBack(unblock, when);
        QVERIFY(ledger.entry(u"block:mf1"_s) && ledger.entry(u"block:mf1"_s)->certain);
        QCOMPARE(ledger.entry(u"block:mf1"_s)->openedBy, block.id);
        ledger.undoStarted(block, when);
        ledger.stepRolledBack(block, when);
        QVERIFY(ledger.empty());
    }
    void aChangeStandsFromItsStartAndIsCertainOnceSeen()
    {
        ChangeLedger ledger;
        QVERIFY(ledger.empty());
        ledger.stepStarted(block(), m_ten);
        QCOMPARE(ledger.open().size(), 1);
        QVERIFY(!ledger.open().first().certain);
        ledger.stepDone(block(), m_eleven);
        QCOMPARE(ledger.open().size(), 1);
        QVERIFY(ledger.open().first().certain);
        QCOMPARE(ledger.open().first().since, m_ten);
        QCOMPARE(ledger.open().first().undo->command, u"lift the block"_s);
    }
    void theStepThatClosesTakesItOut()
    {
        ChangeLedger ledger;
        ledger.stepDone(block(), m_ten);
        ledger.stepStarted(unblock(), m_eleven);
        QVERIFY2(!ledger.empty(), "a lifting that was only started has lifted nothing yet");
        ledger.stepDone(unblock(), m_eleven);
        QVERIFY(ledger.empty());
    }
    void anExtensionKeepsTheFirstEntry()
    {
        ChangeLedger ledger;
        ledger.stepDone(block(), m_ten);
        Step extend = block();
        extend.id = u"extend-block-mf1"_s;
        extend.rollback.reset();
        ledger.stepDone(extend, m_eleven);
        QCOMPARE(ledger.open().size(), 1);
        QCOMPARE(ledger.open().first().openedBy, u"block-mf1"_s);
        QVERIFY(ledger.open().first().undo);
    }
    void whatIsUndoneNoLongerStands()
    {
        ChangeLedger ledger;
        ledger.stepDone(block(), m_ten);
        ledger.stepRolledBack(block(), m_eleven);
        QVERIFY(ledger.empty());
    }
    void undoingALiftingMakesTheBlockStandAgain()
    {
        ChangeLedger ledger;
        ledger.stepDone(block(), m_ten);
        ledger.stepDone(unblock(), m_eleven);
        ledger.stepRolledBack(unblock(), m_eleven);
        QVERIFY(ledger.entry(u"block:mf1"_s));
        // It is again what the blocking step made, with the way back of that step.
        QCOMPARE(ledger.entry(u"block:mf1"_s)->openedBy, block().id);
        QCOMPARE(ledger.entry(u"block:mf1"_s)->undo, block().rollback);
        QVERIFY(ledger.entry(u"block:mf1"_s)->certain);
    }
    void everyEntryHasWords_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto& id : {u"block:mf1"_s, u"block"_s, u"service:mf1"_s, u"boot-start:mf1"_s,
                               u"drained:mf1"_s, u"settings-sync:mf1"_s, u"settings-sync"_s, u"mail-flow"_s})
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyEntryHasWords()
    {
        QFETCH(QString, id);
        const QString text = ChangeLedger::entryText(id).render(Language::English);
        QVERIFY2(text != id, "shown as the bare id");
        QCOMPARE(text.contains(u"mf1"_s), id.contains(u"mf1"_s));
        QVERIFY(!text.contains(u'%'));
    }
};

QTEST_GUILESS_MAIN(TestChangeLedger)
#include "tst_changeledger.moc"
