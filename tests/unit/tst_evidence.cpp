#include "core/report/DocumentFile.h"
#include "core/report/EvidenceReport.h"
#include "core/run/FinalChecks.h"
#include "core/run/GuidedRun.h"
#include "core/run/MailFlow.h"
#include "core/run/Notices.h"
#include "core/run/TestMailRun.h"
#include "RehearsalSamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// Stands where the next record was written.
class RecordClock final : public Clock {
public:
    QDateTime now() const override { return at; }
    QDateTime at;
};

/// A rehearsed run as a journal on disk, with what watchers would have recorded beside it put in: mf2 does not answer while
/// it is stopped, mf3 is never reached from here.
struct Story {
    explicit Story(const FaultPlan& faults = {}, const QByteArray& dataSync = "ON")
    {
        samples::SiteShape shape;
        shape.dataSync = dataSync;
        const auto rehearsal = samples::rehearsal(shape, ProcedureKind::BlockSyncPorts);
        if (!rehearsal)
            qFatal("there is no plan");
        Rehearsal::Manner manner;
        manner.faults = faults;
        const RehearsalResult played = rehearsal->play(manner);
        outcome = played.outcome;
        const Result<JournalRead> read = Journal::parse(played.journal, u"rehearsal"_s);
        if (!read)
            qFatal("the journal can't be read");
        path = folder.filePath(u"run.journal.jsonl"_s);
        const auto journal = Journal::create(path, clock);
        if (!journal)
            qFatal("the journal can't be written");
        const auto put = [&](const QString& kind, const QJsonObject& data) {
            (void)journal.value()->append(kind, {}, data);
        };
        bool begun = false;
        for (const JournalRecord& record : read->records) {
            clock.at = record.time;
            (void)journal.value()->append(record.kind, record.step, record.data);
            if (record.kind == "step-started"_L1 && !begun) {
                begun = true;
                start = record.time;
                put(u"mail-flow"_s, mailFlowRecord(u"mf1"_s, MailAnswer::Answers, record.time));
                put(u"mail-flow"_s, mailFlowRecord(u"mf2"_s, MailAnswer::Answers, record.time));
                put(u"mail-flow"_s, mailFlowRecord(u"mf3"_s, MailAnswer::Silent, record.time));
                const TestMail mail{u"tool@example.com"_s, u"desk@example.com"_s, u"ruw-1-before-abcd"_s,
                                    record.time};
                put(u"test-mail"_s,
                    TestMailResult{u"mf1"_s, RunMoment::Before, mail, true, u"250 queued"_s}.toJson());
            }
            const bool stops = record.step == "stop-service-mf2"_L1,
                       starts = record.step == "start-service-mf2"_L1;
            if ((stops || starts) && record.kind == "step-verified"_L1) {
                put(u"mail-flow"_s,
                    mailFlowRecord(u"mf2"_s, stops ? MailAnswer::Silent : MailAnswer::Answers, record.time));
                (stops ? silentFrom : silentTo) = record.time;
            }
            if (stops && record.kind == "step-verified"_L1) {
                put(u"notice"_s,
                    Notice{u"decide-by-30"_s, Notice::Level::Warning, Text::tr("Done"), Text::tr("Held")}
                        .toJson());
            }
        }
        last = read->records.last();
    }
    Document document(Language language = Language::English) const
    {
        const Result<EvidenceInput> input = prepareEvidence(path, last.time.addSecs(600));
        return input ? evidenceDocument(*input, language) : Document();
    }
    QString text(Language language = Language::English) const
    {
        return textsOf(document(language)).join(u'\n');
    }

    QTemporaryDir folder;
    RecordClock clock;
    QString path;
    RehearsalResult::Outcome outcome = RehearsalResult::Outcome::Failed;
    QDateTime start, silentFrom, silentTo;
    JournalRecord last;
};

const Table* tableWith(const Document& document, const QString& head)
{
    for (const DocumentBlock& block : document.body) {
        const auto* table = std::get_if<Table>(&block);
        if (!table)
            continue;
        for (const Column& column : table->columns) {
            if (column.head == head)
                return table;
        }
    }
    return nullptr;
}

QString time(const QDateTime& when)
{
    return when.toString(u"HH:mm:ss"_s);
}

} // namespace

/// The work report, from journals of rehearsed runs.
class TestEvidence : public QObject {
    Q_OBJECT

private slots:
    /// Every command prints its password: the paper shows the output and not that (S10).
    void noSecretThatACommandPrintsComesToPaper()
    {
        samples::SiteShape shape;
        const auto rehearsal = samples::rehearsal(shape, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        FaultPlan faults;
        for (const Step& step : rehearsal->procedure().steps) {
            if (faultFits(FaultKind::CommandSaysFailed, step, rehearsal->procedure(), rehearsal->facts().site))
                faults.faults.append({FaultKind::CommandSaysFailed, step.id, 0});
        }
        QVERIFY(faults.faults.size() > 20);
        const Story story(faults);
        QCOMPARE(story.outcome, RehearsalResult::Outcome::Done);
        for (const Language language : {Language::English, Language::Japanese}) {
            const QString text = story.text(language);
            QVERIFY(text.count("password was ***"_L1) > 20);
            QVERIFY(!text.contains(QString::fromLatin1(SafetyWatch::secret())));
        }
    }
    void eachActionStandsWithItsEndItsOutputAndWhatWasSeen()
    {
        const Story story;
        QCOMPARE(story.outcome, RehearsalResult::Outcome::Done);
        const Document document = story.document();
        const Table* actions = tableWith(document, u"Outcome, output, what was seen"_s);
        QVERIFY(actions);
        const Result<EvidenceInput> input = prepareEvidence(story.path, story.last.time);
        QVERIFY(input);
        int judged = 0, ended = 0;
        for (const Row& row : actions->rows) {
            if (row.cells.size() < 4)
                continue;
            const bool good = row.cells[2].text == "Judged: as expected"_L1 ||
                              row.cells[2].text == "Judged: accepted by word"_L1;
            judged += good ? 1 : 0;
            const bool started = row.cells[3].text.startsWith("Exit status of the start command: 0"_L1); // of an installer
            ended += started || row.cells[3].text.startsWith("Exit status 0"_L1) ? 1 : 0;
            if (good)
                QVERIFY2(!row.cells[3].text.isEmpty(), qPrintable(row.cells[1].text));
        }
        QCOMPARE(judged, input->state.stepsWith(StepStatus::Verified).size());
        int commands = 0;
        for (const JournalRecord& record : input->run.read.records)
            commands +=
                record.kind == "step-executed"_L1 && record.data.value(u"end"_s).toString() == "exited"_L1;
        QVERIFY(commands > 0);
        QCOMPARE(ended, commands);
        QVERIFY(story.text().contains(u"As expected: "_s));
    }
    void theMailFlowIsDrawnAsItWasWatched()
    {
        const Story story;
        QVERIFY(story.silentFrom.isValid() && story.silentTo.isValid());
        const Document document = story.document();
        const Table* figures = tableWith(document, u"Did not answer"_s);
        QVERIFY(figures);
        QCOMPARE(figures->rows.size(), 3);
        QCOMPARE(figures->rows[1].cells[4].text, time(story.silentFrom) + u"\u2013"_s + time(story.silentTo));
        QCOMPARE(figures->rows[0].cells[4].text, u"\u2014"_s);
        QCOMPARE(figures->rows[2].cells[2].text, u"0 min"_s); // never answered: its silence says nothing
        const Table* strip = nullptr;
        for (const DocumentBlock& block : document.body) {
            const auto* table = std::get_if<Table>(&block);
            if (table && !table->rows.isEmpty() && !table->rows.first().cells.last().strip.isEmpty())
                strip = table;
        }
        QVERIFY(strip);
        const QList<Stretch> bars = strip->rows[1].cells.last().strip;
        QCOMPARE(bars.size(), 3);
        QCOMPARE(bars[1].kind, Stretch::Kind::Hatched);
        QCOMPARE(bars[0].to, bars[1].from);
        QCOMPARE(bars[2].to, 1.0);
        QCOMPARE(strip->rows[2].cells.last().strip.first().kind, Stretch::Kind::Thin);
    }
    void testMailsAndAlarmsAreTold()
    {
        const QString text = Story().text();
        QVERIFY(text.contains(u"ruw-1-before-abcd"_s));
        QVERIFY(text.contains(u"tool@example.com \u2192 desk@example.com"_s));
        QVERIFY(text.contains(u"250 queued"_s));
        QVERIFY(text.contains(u"WARNING: Done"_s));
    }
    void theQueuesAreToldFromBeforeUntilDrained()
    {
        const Story story;
        const Document document = story.document();
        const Table* queues = tableWith(document, u"Peak"_s);
        QVERIFY(queues);
        QCOMPARE(queues->rows.size(), 2); // the slaves
        for (const Row& row : queues->rows) {
            QVERIFY2(row.cells[2].text.contains(u" files"_s), qPrintable(row.cells[2].text));
            QVERIFY2(row.cells[4].note.contains(u"after the restoring of sync began at"_s),
                     qPrintable(row.cells[4].text + row.cells[4].note));
        }
    }
    void theFinalChecksStandBesideWhatWasSeenBefore()
    {
        Story story;
        JournalRead read;
        {
            const auto journal = Journal::reopen(story.path, story.clock, read);
            QVERIFY(journal);
            const auto stored = readRun(story.path);
            const auto run = GuidedRun::at(stored->state(), journal.value());
            for (const FinalQuestion& question :
                 finalQuestions(stored->state(), SiteFacts::from(stored->site, stored->survey))) {
                if (question.id == "service-running:mf2"_L1)
                    QVERIFY(run->finalCheck(question.id, question.text, true, Text::verbatim(u"it runs"_s)));
                else if (question.id == "version-is:mf2"_L1)
                    QVERIFY(run->finalCheck(question.id, question.text, true));
            }
        }
        const Document document = story.document();
        const Table* checks = tableWith(document, u"Check"_s);
        QVERIFY(checks);
        QStringList seen; // in the order of the questions
        for (const Row& row : checks->rows) {
            if (row.cells[1].text != "Not answered"_L1)
                seen.append(row.cells[3].text);
        }
        QCOMPARE(seen, (QStringList{u"(by the doer's word)"_s, u"it runs"_s}));
    }
    void withoutDataSyncThereIsNoSectionOnQueues()
    {
        QVERIFY(!tableWith(Story({}, "OFF").document(), u"Peak"_s));
    }
    void aCheckerIsOnlyMissingWhereOneWasNeeded()
    {
        const Story story;
        const Document document = story.document();
        const Table* steps = tableWith(document, u"Checker"_s);
        QVERIFY(steps && steps->columns.size() == 8);
        const Result<EvidenceInput> input = prepareEvidence(story.path, story.last.time);
        int none = 0, named = 0;
        for (const Row& row : steps->rows) {
            if (row.cells.size() < 8)
                continue;
            const Step& step = input->run.procedure.steps[row.cells[0].text.toInt() - 1];
            const QString checker = row.cells[7].text;
            QVERIFY2(!step.critical || checker != u"\u2014"_s, qPrintable(step.id));
            QVERIFY2(step.critical || !checker.isEmpty(), qPrintable(step.id));
            (checker == u"\u2014"_s ? none : named) += 1;
        }
        QVERIFY(none > 0 && named > 0);
        QVERIFY(story.text().contains(u"\u2014 : the program records no checker here"_s));
    }
    void aConfigThatStayedAsItWasIsToldSo()
    {
        const Document document = Story().document();
        const Table* actions = tableWith(document, u"Outcome, output, what was seen"_s);
        int read = 0;
        for (const Row& row : actions->rows) {
            if (row.cells.size() < 4 || row.cells[2].text != u"Config read again"_s)
                continue;
            ++read;
            QVERIFY(row.cells[3].text == u"Unchanged"_s || !row.cells[3].command.isEmpty() ||
                    row.cells[3].text.contains(u"Output sheet"_s));
        }
        QVERIFY(read > 0);
    }
    void theMinutesOfTheMailFlowAddUp()
    {
        const Story story;
        const Document document = story.document();
        const Table* figures = tableWith(document, u"Did not answer"_s);
        QVERIFY(figures);
        const auto minutes = [](const QString& text) { // "1 h 05 min"
            const int hours = text.contains(u" h"_s) ? text.section(u' ', 0, 0).toInt() : 0;
            return 60 * hours + text.section(u" min"_s, 0, 0).section(u' ', -1).toInt();
        };
        QSet<int> sums;
        for (const Row& row : figures->rows)
            sums.insert(minutes(row.cells[1].text) + minutes(row.cells[2].text) + minutes(row.cells[3].text));
        QCOMPARE(sums.size(), 1); // all were watched from the same moment to the end
    }
    void onlyTheRestartFlagsAnswerSpeaksOfARestart()
    {
        const Document document = Story().document();
        const Table* steps = tableWith(document, u"Planned"_s);
        for (const DocumentBlock& block : document.body) {
            const auto* table = std::get_if<Table>(&block);
            if (table && table->columns.size() == 8)
                steps = table;
        }
        int told = 0;
        for (const Row& row : steps->rows) {
            if (row.cells.size() < 8 || !row.cells[5].text.contains(u"restart was asked"_s))
                continue;
            ++told;
            QVERIFY2(row.cells[4].text.contains(u"restart flag"_s), qPrintable(row.cells[4].text));
        }
        QCOMPARE(told, 2); // one for each slave
    }
    void aTroubleIsToldWithWhatWasChosen()
    {
        FaultPlan faults;
        Fault fault;
        fault.kind = FaultKind::CommandFails;
        fault.step = u"stop-service-mf2"_s;
        faults.faults = {fault};
        const Story story(faults);
        const Document document = story.document();
        const Table* troubles = tableWith(document, u"What was chosen"_s);
        QVERIFY(troubles);
        QVERIFY(troubles->rows.first().cells[1].text.contains(u"mf2"_s));
        QVERIFY(!troubles->rows.first().cells[3].text.isEmpty());
        QVERIFY(!troubles->rows.first().cells[2].note.isEmpty());
    }
    void theHashesAreThoseOfTheFile()
    {
        const Story story;
        QFile file(story.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QString> hashes;
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (!line.isEmpty())
                hashes.insert(
                    QString::fromLatin1(QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex()));
        }
        const Document document = story.document();
        const Table* chain = tableWith(document, u"SHA-256"_s);
        QVERIFY(chain && chain->rows.size() > 10);
        for (const Row& row : chain->rows)
            QVERIFY(hashes.contains(row.cells.last().text));
        // As far as the end of the last step, whatever was recorded after it.
        const Result<EvidenceInput> input = prepareEvidence(story.path, story.last.time);
        qint64 lastEnd = 0;
        for (const JournalRecord& record : input->run.read.records)
            lastEnd = record.kind == "step-verified"_L1 ? record.seq : lastEnd;
        QCOMPARE(chain->rows.last().cells.first().text, QString::number(lastEnd));
    }
    void itIsWrittenInEveryFormInBothLanguages_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("English") << Language::English;
        QTest::newRow("Japanese") << Language::Japanese;
    }
    void itIsWrittenInEveryFormInBothLanguages()
    {
        QFETCH(Language, language);
        const Story story;
        for (const char* ending : {"pdf", "html", "xlsx"}) {
            const QString path = story.folder.filePath(u"report."_s + QLatin1StringView(ending));
            const Status written = writeDocument(story.document(language), path);
            QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.error().render(Language::English)));
            QVERIFY(QFileInfo(path).size() > 1000);
        }
    }
    void aWatchThatWasBrokenOffEndsWithTheLastRecord()
    {
        const QDateTime begin(QDate(2026, 12, 5), QTime(22, 0), Qt::OffsetFromUTC, 9 * 3600);
        const auto record = [&](int second, const char* kind, const QJsonObject& data = {}) {
            return JournalRecord{1, begin.addSecs(second), QString::fromLatin1(kind), {}, data, {}};
        };
        const auto flow = [&](int second, MailAnswer answer) {
            return record(second, "mail-flow", mailFlowRecord(u"mf1"_s, answer, begin.addSecs(second)));
        };
        const auto spells =
            mailSpells({record(0, "run-begun"), flow(1, MailAnswer::Answers), record(60, "step-started"),
                        record(500, "run-resumed"), flow(510, MailAnswer::Silent),
                        flow(530, MailAnswer::Answers), record(600, "run-held"), record(900, "final-check")})
                .value(u"mf1"_s);
        QCOMPARE(spells.size(), 3);
        QCOMPARE(spells[0].to, begin.addSecs(60)); // nobody watched until the run went on
        QCOMPARE(spells[1].from, begin.addSecs(510));
        QCOMPARE(spells[1].to, begin.addSecs(530));
        QCOMPARE(spells[2].to, begin.addSecs(600));
    }
};

QTEST_MAIN(TestEvidence)
#include "tst_evidence.moc"
