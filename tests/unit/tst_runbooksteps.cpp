#include "RunbookSamples.h"

#include "core/report/ConditionTexts.h"
#include "core/report/StepSheets.h"

#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::pagesOf;
using samples::prepared;
using samples::rollbackRows;
using samples::rowOf;
using samples::stepRow;
using samples::stepTable;

/// The runbook's table of work steps: what a row tells whoever works by the paper alone.
class TestRunbookSteps : public QObject {
    Q_OBJECT
private slots:
    void noStepIsLostOnPaper_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("slaves");
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<int>("language");
        for (const ProcedureKind kind : allProcedures()) {
            const QByteArray sync = kind == ProcedureKind::DisableSettingsSync ? "OFF" : "ON";
            for (const Language language : {Language::English, Language::Japanese}) {
                QTest::addRow("%s %s", qPrintable(procedureCode(kind)), qPrintable(languageCode(language)))
                    << int(kind) << 2 << sync << int(language);
            }
        }
        QTest::newRow("fifteen slaves")
            << int(ProcedureKind::BlockSyncPorts) << 15 << QByteArray("ON") << int(Language::English);
    }
    void noStepIsLostOnPaper()
    {
        QFETCH(int, kind);
        QFETCH(int, slaves);
        QFETCH(QByteArray, dataSync);
        QFETCH(int, language);
        samples::SiteShape shape;
        shape.slaves = slaves;
        shape.dataSync = dataSync;
        shape.mixed = slaves < 15;
        const RunbookInput input = prepared(samples::facts(shape), ProcedureKind(kind));
        const QString paper =
            sample::withoutWhitespace(pagesOf(runbookDocument(input, Language(language))).join(QString()));
        for (const Step& step : input.procedure.steps) {
            const QString title = sample::withoutWhitespace(step.title.render(Language(language)));
            QVERIFY2(paper.contains(title), qPrintable(title));
            // Line by line: a script longer than a page goes on behind the next page's head.
            for (const QString& line : step.action.command.split(u'\n')) {
                QVERIFY2(paper.contains(sample::withoutWhitespace(line)),
                         qPrintable(step.id + u": "_s + line));
            }
            for (const Condition& condition : step.expects) {
                if (condition.kind == ConditionKind::OperatorAffirms ||
                    condition.kind == ConditionKind::VersionIs) {
                    const QString text = sample::withoutWhitespace(conditionTexts({condition}, Language(language)).first());
                    QVERIFY2(paper.contains(text), qPrintable(text));
                }
            }
        }
    }
    void aLongCommandStandsOnASheetOfItsOwnThatTheStepNames()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const Table* table = stepTable(document);
        QVERIFY(table);
        QStringList commands;
        for (const DocumentBlock& block : document.body) {
            if (const auto* command = std::get_if<CommandBlock>(&block))
                commands.append(command->text);
        }
        int named = 0;
        for (const Row& row : table->rows) {
            for (const Cell& cell : row.cells) {
                QVERIFY2(cell.command.count(u'\n') < 6, qPrintable(cell.command));
                named += cell.text.contains("Command sheet "_L1);
            }
        }
        QVERIFY(named > 0);
        for (const Step& step : input.procedure.steps) {
            if (step.action.command.count(u'\n') >= 6)
                QCOMPARE(commands.count(step.action.command), 1);
        }
    }
    void thePointOfNoReturnIsAMarkedRowBeforeItsStep()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const Table* table = stepTable(document);
        QVERIFY(table);
        int marks = 0;
        for (qsizetype i = 0; i < table->rows.size(); ++i) {
            if (!table->rows[i].emphasized)
                continue;
            ++marks;
            QCOMPARE(table->rows[i + 1].cells.first().text,
                     QString::number(input.procedure.pointOfNoReturn() + 1));
        }
        QCOMPARE(marks, 1);
    }
    void whatHoldsBothWaysIsSaidOnce()
    {
        for (const ProcedureKind kind : {ProcedureKind::BlockSyncPorts, ProcedureKind::BlockPeerTraffic}) {
            const RunbookInput input = prepared(samples::facts(), kind);
            const Document document = runbookDocument(input, Language::English);
            for (const QString& step : {u"verify-block-mf2"_s, u"verify-block-mf2-after-start"_s}) {
                const QString told = stepRow(document, input.procedure.number(step)).cells[5].text;
                QVERIFY2(told.contains(u"Between mf2 and mf1, mf3 "_s) || told.contains(u"Between mf2 and mf3, mf1 "_s),
                         qPrintable(told));
                QVERIFY2(!told.contains(u"From mf"_s), qPrintable(told));
            }
        }
    }
    void whatAnsweredBeforeTheWorkHasRoomToBeWrittenDown()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const QList<WriteLine> lines = stepRow(document, input.procedure.number(u"record-baseline-mf2"_s)).toWrite;
        QVERIFY(!lines.isEmpty());
        QVERIFY2(lines.first().lead.contains(u"Version of mf2"_s), qPrintable(lines.first().lead));
        QVERIFY(lines.first().lead.contains(u"unless Ver.5.20R01: section 7"_s));
        QStringList leads, fields;
        for (const WriteLine& line : lines.sliced(1)) {
            leads.append(line.lead.section(u' ', 0, 0));
            fields += line.fields;
        }
        leads.removeAll(QString());
        leads.sort();
        QCOMPARE(leads, (QStringList{u"mf1"_s, u"mf3"_s}));
        for (const int port : input.procedure.blockedPorts)
            QCOMPARE(fields.count(QString::number(port)), 2);
        QVERIFY(stepRow(document, input.procedure.number(u"verify-block-mf2"_s)).toWrite.isEmpty());
        QVERIFY(sample::withoutWhitespace(pagesOf(document).join(QString())).contains(u"Versionofmf2now"_s));
    }
    /// Whoever works by the paper alone must know with which command he looks.
    void whatMustHoldBeforeAStepNamesTheStepThatShowsIt()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const auto told = [&](const QString& step) { return stepRow(document, input.procedure.number(step)).cells[3].note; };
        const auto as = [&](const QString& step) { return u"(as in No. %1"_s.arg(input.procedure.number(step)); };
        const QString start = told(u"start-service-mf2"_s);
        QVERIFY2(start.startsWith(u"Before: "_s), qPrintable(start));
        for (const QString& step : {u"verify-version-mf2"_s, u"reread-config-mf2"_s, u"block-mf2"_s})
            QVERIFY2(start.contains(as(step)), qPrintable(start));
        // The copy's step changes something, but its last line only compares.
        const QString install = told(u"run-installer-mf2"_s);
        const QString compares = u"(by the last line of the command of No. %1)"_s.arg(input.procedure.number(u"backup-config-mf2"_s));
        QVERIFY2(install.contains(compares), qPrintable(install));
        const QString lift = told(u"unblock-mf1"_s);
        QVERIFY2(lift.contains(as(u"verify-version-mf2"_s)), qPrintable(lift));
        for (const Step& step : input.procedure.steps)
            QVERIFY2(!told(step.id).contains(u"(as in No. %1)"_s.arg(input.procedure.number(step.id))), qPrintable(step.id));
    }
    void whereItIsSentToOneFindsSomethingToLookWith_data()
    {
        QTest::addColumn<ProcedureKind>("kind");
        QTest::addColumn<AccessKind>("access");
        for (const ProcedureKind kind : allProcedures()) {
            QTest::addRow("%s, by word", qPrintable(procedureCode(kind))) << kind << AccessKind::Files;
            QTest::addRow("%s, by SSH", qPrintable(procedureCode(kind))) << kind << AccessKind::Ssh;
        }
    }
    /// What changes something is never run again: where a later step sends the reader back, a check stands or the step only looks.
    void whereItIsSentToOneFindsSomethingToLookWith()
    {
        QFETCH(ProcedureKind, kind);
        QFETCH(AccessKind, access);
        samples::SiteShape shape;
        shape.access = access;
        if (kind == ProcedureKind::DisableSettingsSync)
            shape.dataSync = "OFF";
        const RunbookInput input = prepared(samples::facts(shape), kind);
        const Document document = runbookDocument(input, Language::English);
        static const QRegularExpression sends(u"\\(as in No\\. ([\\d, ]+)\\)"_s);
        int sent = 0;
        for (const Step& step : input.procedure.steps) {
            const QString note = stepRow(document, input.procedure.number(step.id)).cells[3].note;
            for (auto each = sends.globalMatch(note); each.hasNext();) {
                for (const QString& place : each.next().captured(1).split(u", "_s)) {
                    const int number = place.toInt();
                    QVERIFY2(number >= 1 && number <= input.procedure.steps.size(), qPrintable(note));
                    const Cell& shown = stepRow(document, number).cells[5];
                    const bool checks = !shown.command.isEmpty() || shown.text.contains(u"Command sheet "_s);
                    QVERIFY2(checks || onlyLooks(input.procedure.steps[number - 1].kind), qPrintable(step.id + u": "_s + note));
                    ++sent;
                }
            }
        }
        QVERIFY(sent > 0);
    }
    /// The program looks itself, but whoever works by the paper alone has only what is printed.
    void aStepOverSshHasItsCheckInPrint()
    {
        samples::SiteShape shape;
        shape.access = AccessKind::Ssh;
        const RunbookInput input = prepared(samples::facts(shape), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const auto checkOf = [&](const QString& step) { return stepRow(document, input.procedure.number(step)).cells[5].command; };
        QCOMPARE(checkOf(u"stop-service-mf2"_s), u"svc status"_s);
        QCOMPARE(checkOf(u"boot-start-off-mf2"_s), u"svc bootstatus"_s);
        for (const QString& step : {u"block-mf2"_s, u"verify-block-mf2"_s}) { // where the instruction speaks of it
            QVERIFY(!input.procedure.step(step)->checkCommand.isEmpty());
            QCOMPARE(checkOf(step), input.procedure.step(step)->checkCommand);
        }
    }
    /// A cell has no room for a hand: when a block was lifted the next step and the way back go by.
    void whatIsWrittenByHandHasARuleBelowItsRow()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const auto lineOf = [&](const QString& step) {
            const QList<WriteLine> lines = stepRow(document, input.procedure.number(step)).toWrite;
            return lines.isEmpty() ? QString() : lines.first().lead + u" | "_s + lines.first().fields.join(u", "_s);
        };
        QCOMPARE(lineOf(u"unblock-mf2"_s), u"Lifted at (hour:minute by the clock of mf2) | "_s);
        QCOMPARE(lineOf(u"extend-block-mf2"_s), u"Ports added | "_s);
        QCOMPARE(lineOf(u"run-installer-mf2"_s), u"What the installer reports | "_s);
        QCOMPARE(lineOf(u"verify-version-mf2"_s), u"Version read | "_s);
        const QString queues = lineOf(u"watch-queue-after-1"_s);
        QVERIFY2(queues.startsWith(u"mf2 (high figure: "_s), qPrintable(queues));
        QVERIFY2(queues.endsWith(u"size of the queue (MiB = KiB shown / 1024), free disk (MiB)"_s), qPrintable(queues));
        const Row lifted = rowOf(rollbackRows(document), input.procedure.number(u"block-mf2"_s));
        QCOMPARE(lifted.toWrite.size(), 1);
        QVERIFY(lifted.toWrite.first().lead.contains(u"by the clock of mf2"_s));
    }
    /// What is written there is held against it, however many slaves there are.
    void theQueueOfEachSlaveStandsBesideItsHighFigure_data()
    {
        QTest::addColumn<int>("slaves");
        QTest::newRow("a line for each") << 7;
        QTest::newRow("two on a line") << 9;
    }
    void theQueueOfEachSlaveStandsBesideItsHighFigure()
    {
        QFETCH(int, slaves);
        samples::SiteShape shape;
        shape.slaves = slaves;
        const RunbookInput input = prepared(samples::facts(shape), ProcedureKind::BlockSyncPorts);
        QCOMPARE(input.forecast.nodes.size(), slaves);
        const Document document = runbookDocument(input, Language::English);
        const QList<WriteLine> lines = stepRow(document, input.procedure.number(u"watch-queue-after-1"_s)).toWrite;
        QStringList said;
        for (const WriteLine& line : lines)
            said += line.fields + QStringList{line.lead};
        for (const QueueForecast::NodeForecast& estimate : input.forecast.nodes) {
            const QString high = Text::bytes(estimate.bytes.high).render(Language::English);
            const QString beside = u"%1 (high figure: %2)"_s.arg(estimate.node, high);
            QVERIFY2(said.contains(beside), qPrintable(said.join(u" | "_s)));
        }
        QVERIFY(lines.size() <= 7); // of more the step would not find room on a page
    }
    void whatOurOwnCommandsPrintIsExpected_data()
    {
        QTest::addColumn<bool>("windows");
        QTest::newRow("Linux") << false;
        QTest::newRow("Windows") << true; // its commands print nothing of the kind
    }
    /// Only a command of the program's own prints what is known.
    void whatOurOwnCommandsPrintIsExpected()
    {
        QFETCH(bool, windows);
        samples::SiteShape shape;
        shape.os = windows ? Os::Windows : Os::Linux;
        const RunbookInput input = prepared(samples::facts(shape), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const QMap<StepKind, QString> prints{{StepKind::BackupConfig, u"The copy is the same."_s},
                                             {StepKind::RereadConfig, u"Nothing changed."_s}};
        int found = 0;
        for (const Step& step : input.procedure.steps) {
            const QString line = prints.value(step.kind);
            if (line.isEmpty())
                continue;
            ++found;
            const QString expected = stepRow(document, input.procedure.number(step.id)).cells[5].text;
            QCOMPARE(step.action.command.contains(u"echo '%1'"_s.arg(line)), !windows);
            QCOMPARE(expected.contains(line), !windows);
        }
        QCOMPARE(found, 6); // both on each of three nodes
        const QString block = stepRow(document, input.procedure.number(u"block-mf2"_s)).cells[5].text;
        QVERIFY2(block.contains(windows ? u"Check on mf2 (must list the rules, each with \"True\" under \"Enabled\"):"_s
                                        : u"Check on mf2 (must list the rules and then print \"enabled\"):"_s),
                 qPrintable(block));
    }
    /// SMTP is asked from the work machine; what is read on a node is read there.
    void aCheckSaysWhereItIsRunAndWhoseWordCounts()
    {
        samples::SiteShape shape;
        shape.access = AccessKind::Files;
        const RunbookInput input = prepared(samples::facts(shape), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const auto expectedOf = [&](const QString& step) { return stepRow(document, input.procedure.number(step)).cells[5]; };
        const Cell greets = expectedOf(u"verify-mail-flow-mf2"_s);
        QVERIFY2(greets.note.startsWith(u"SMTP: from the work machine. Where that does not reach: connect to the SMTP port"_s),
                 qPrintable(greets.note));
        QVERIFY2(greets.text.endsWith(u"Check from the work machine:"_s), qPrintable(greets.text));
        const Cell stopped = expectedOf(u"stop-service-mf2"_s);
        QCOMPARE(stopped.note, u"By word"_s);
        QVERIFY2(stopped.text.endsWith(u"Check on mf2 (expected answer: exit status 1 / 3):"_s), qPrintable(stopped.text));
        const Cell drained = expectedOf(u"drain-node-mf2"_s);
        QVERIFY2(drained.note.startsWith(u"By word. SMTP"_s), qPrintable(drained.note));
        QVERIFY2(drained.text.contains(u"Check from the work machine:"_s), qPrintable(drained.text));
    }
    void aCheckSaysWhatTheSitesOwnCommandsMustAnswer()
    {
        Node node;
        node.name = u"mf2"_s;
        node.service.status = u"systemctl is-active mfilter"_s;
        node.service.bootStatus = u"svc bootstatus"_s;
        const QString check = node.service.status + u'\n' + node.service.bootStatus;
        const QList<Condition> expected{{ConditionKind::BootStartOff, u"mf2"_s, {}, {}, {}, {}},
                                        {ConditionKind::ServiceStopped, u"mf2"_s, {}, {}, {}, {}}};
        QCOMPARE(answersOfCheck(check, expected, &node).render(Language::English), u"inactive, exit status 1 / 3"_s);
        QVERIFY(answersOfCheck(node.installCommand, expected, &node).isEmpty());
    }
    /// By the paper alone: going round for what the step can't mend would have no end.
    void theBlockIsExtendedOnlyForAPortThatIsNotBlocked()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const int asked = input.procedure.number(u"reread-config-mf2"_s);
        const Row& read = stepRow(document, asked);
        QVERIFY(read.cells[5].text.contains(u"and those that were added to the block of mf2"_s));
        const Row& extend = stepRow(document, asked + 1);
        QVERIFY(extend.cells[3].text.startsWith(
            u"Only if No. %1 showed a sync port that is not blocked. "
            "If any other expected result of No. %1 is not met, stop (section 7)."_s
                .arg(asked)));
        QVERIFY(extend.cells[3].text.contains(u"commands that probe mf2"_s));
        QVERIFY(extend.cells[5].text.contains(u"added ports"_s));
    }
    /// The request stands in a section of its own: at the step nobody would think of it.
    void theLiftingOfASlavesBlockNamesTheRequestForTheNewPorts()
    {
        const SiteFacts facts = samples::facts();
        QVERIFY(!facts.portsNewInTarget().isEmpty());
        const RunbookInput input = prepared(facts, ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const QString asked = u"the new ports of the section \"Firewall request sheet\" are allowed there for "_s;
        QVERIFY(stepRow(document, input.procedure.number(u"unblock-mf2"_s)).cells[3].text.contains(asked + u"mf2."_s));
        QVERIFY(stepRow(document, input.procedure.number(u"unblock-mf3"_s)).cells[3].text.contains(asked + u"mf3."_s));
        QVERIFY(!stepRow(document, input.procedure.number(u"unblock-mf1"_s)).cells[3].text.contains(asked));
    }
    /// Not seen is not asked for: a restart on suspicion would take a node out for nothing.
    void aRestartHangsOnItsBeingAskedFor()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const Step* check = input.procedure.first(StepKind::CheckRestartFlag, u"mf2"_s);
        const Step* restart = input.procedure.first(StepKind::RestartService, u"mf2"_s);
        QVERIFY(check && restart);
        const int asked = input.procedure.number(check->id);
        QVERIFY(stepRow(document, asked).cells[3].text.contains(u"can't be seen, stop (section 7)."_s));
        const Row& row = stepRow(document, input.procedure.number(restart->id));
        QVERIFY(row.cells[3].text.startsWith(u"Only if No. %1 showed that a restart is asked for."_s.arg(asked)));
    }
    /// A node's own command tries the ways out of it alone.
    void theWaysIntoANodeAreTriedFromTheOthers()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        for (const QString& step : {u"verify-block-mf2"_s, u"verify-block-mf2-after-start"_s}) {
            const Row& proof = stepRow(document, input.procedure.number(step));
            QVERIFY(proof.cells[3].text.contains(u"10.77.0.2 (mf2)"_s));
            for (const char* other : {"mf1: Command sheet ", "mf3: Command sheet "})
                QVERIFY2(proof.cells[4].text.contains(QString::fromLatin1(other)), qPrintable(proof.cells[4].text));
        }
        const Row& sync = stepRow(document, input.procedure.number(u"verify-sync-mf2"_s));
        QVERIFY(sync.cells[4].text.contains(u"mf1: Command sheet "_s) && !sync.cells[4].text.contains(u"mf3"_s));
    }
    void aStepPointsToWhatItSpeaksOf()
    {
        const RunbookInput input = prepared(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const auto& plan = input.procedure;
        QVERIFY(stepRow(document, plan.number(u"stop-autostarted-service-mf2"_s))
                    .cells[3].text.contains(u"as in No. %1."_s.arg(plan.number(u"boot-start-off-mf2"_s))));
        QVERIFY(stepRow(document, plan.number(u"watch-queue-mf2"_s))
                    .cells[3].text.contains(u"with the lifting of No. %1:"_s.arg(plan.number(u"unblock-mf2"_s))));
        QVERIFY(stepRow(document, plan.number(u"confirm-new-ports"_s))
                    .cells[3].text.contains(u"The commands are those of No. %1, %2."_s.arg(plan.number(u"verify-sync-mf2"_s))
                                                .arg(plan.number(u"verify-sync-mf3"_s))));
    }
    void theInstallersPathIsBrokenAsVisiblyAsACommand()
    {
        samples::SiteShape shape;
        shape.installersByHand = true;
        Site site = samples::site(shape);
        site.nodes[1].installer = u"/srv/"_s + QString(120, u'x') + u"/setup.bin"_s;
        const RunbookInput input = prepared(SiteFacts::from(site, samples::facts(shape).survey), ProcedureKind::BlockSyncPorts);
        const Document document = runbookDocument(input, Language::English);
        const Row& install = stepRow(document, input.procedure.number(u"run-installer-mf2"_s));
        QCOMPARE(install.cells[4].command, site.nodes[1].installer);
        QVERIFY2(!install.cells[3].text.contains(u"setup.bin"_s), qPrintable(install.cells[3].text));
    }
};

QTEST_MAIN(TestRunbookSteps)
#include "tst_runbooksteps.moc"
