#include "core/run/Journal.h"
#include "RunSamples.h"

#include <QJsonDocument>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replaceContent(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    samples::TickingClock m_clock;

    QString pathOf(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    /// A closed journal of three records.
    QString threeRecords(const char* name)
    {
        const QString path = pathOf(name);
        auto journal = Journal::create(path, m_clock);
        if (journal) {
            (*journal)->append(u"run-begun"_s, {}, {{u"a"_s, 1}});
            (*journal)->append(u"step-confirmed"_s, u"s1"_s, {});
            (*journal)->append(u"step-started"_s, u"s1"_s, {{u"note"_s, u"改行\nも可"_s}});
        }
        return path;
    }

private slots:
    void initTestCase() { qputenv("XDG_DATA_HOME", QFile::encodeName(m_dir.path())); }
    void whatIsAppendedIsReadBackTheSame()
    {
        const QString path = pathOf("same.jsonl");
        QList<JournalRecord> written;
        {
            auto journal = Journal::create(path, m_clock);
            QVERIFY(journal);
            for (const auto& kind : {u"run-begun"_s, u"step-started"_s, u"step-verified"_s}) {
                const auto record = (*journal)->append(kind, u"s1"_s, {{u"note"_s, u"一\n二 \u202E"_s}});
                QVERIFY(record);
                // On the disk before append() returned, not only when the file is closed.
                QVERIFY(contentOf(path).endsWith("}\n"));
                QCOMPARE(Journal::read(path)->records.size(), written.size() + 1);
                written.append(*record);
            }
        }
        const auto read = Journal::read(path);
        QVERIFY(read);
        QCOMPARE(read->records, written);
        QVERIFY(!read->tornTail);
        QCOMPARE(read->records[0].seq, 1);
        QCOMPARE(read->records[0].prev, QString());
        QCOMPARE(read->records[2].seq, 3);
        QVERIFY(!read->records[1].prev.isEmpty());
    }
    void everyLineHoldsTheKeysThatScriptsRead()
    {
        const QList<QByteArray> lines = contentOf(threeRecords("keys.jsonl")).split('\n');
        for (int i = 0; i < 3; ++i) {
            const QJsonObject object = QJsonDocument::fromJson(lines[i]).object();
            for (const auto& key : {u"seq"_s, u"time"_s, u"kind"_s, u"step"_s, u"prev"_s})
                QVERIFY2(object.contains(key), qPrintable(key));
            QVERIFY(object.value(u"time"_s).toString().endsWith(u"+09:00"_s));
        }
    }
    void aFileThatExistsIsNeverOverwritten()
    {
        const QString path = pathOf("exists.jsonl");
        replaceContent(path, "precious");
        const auto journal = Journal::create(path, m_clock);
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, u"journal-exists"_s);
        QCOMPARE(contentOf(path), QByteArray("precious"));
    }
    void aSecondRunIsRefusedAndToldWhoHoldsTheJournal()
    {
        const QString path = pathOf("locked.jsonl");
        auto first = Journal::create(path, m_clock);
        QVERIFY(first);
        QVERIFY((*first)->append(u"run-begun"_s, {}, {}));
        JournalRead read;
        const auto second = Journal::reopen(path, m_clock, read);
        QVERIFY(!second);
        QCOMPARE(second.error().code, u"journal-locked"_s);
        QVERIFY(second.error()
                    .what.render(Language::English)
                    .contains(QString::number(QCoreApplication::applicationPid())));
        first.value() = nullptr; // the holder ends: the way is free
        QVERIFY(Journal::reopen(path, m_clock, read));
    }
    void aSecondRunOfTheSameSiteIsRefusedWhateverItsJournal()
    {
        const Site site = samples::facts().site;
        Site sameNodes = site; // a copied site file, written anew
        sameNodes.name = u"Copy"_s;
        std::reverse(sameNodes.nodes.begin(), sameNodes.nodes.end());
        sameNodes.nodes[0].address = u" "_s + sameNodes.nodes[0].address.toUpper();
        Site shorter = site; // somebody leaves a node out and begins anew
        shorter.nodes.removeLast();
        Site another = site;
        for (qsizetype i = 0; i < another.nodes.size(); ++i)
            another.nodes[i].address = u"198.51.100.%1"_s.arg(70 + i);

        const QString held = pathOf("site-held.jsonl");
        auto first = Journal::create(held, m_clock, &site);
        QVERIFY(first);
        QVERIFY((*first)->append(u"run-begun"_s, {}, {}));
        const QString refused = pathOf("site-refused.jsonl");
        const auto second = Journal::create(refused, m_clock, &sameNodes);
        QVERIFY(!second);
        QCOMPARE(second.error().code, u"site-locked"_s);
        const QString told = second.error().render(Language::English);
        for (const QString& part : {QString::number(QCoreApplication::applicationPid()), QSysInfo::machineHostName(), held})
            QVERIFY2(told.contains(part), qPrintable(told));
        QVERIFY2(!QFileInfo::exists(refused), "nothing is left of the run that was not begun");
        QVERIFY(!second.error().state.isEmpty() && !second.error().remedy.isEmpty());

        JournalRead read;
        const QString other = threeRecords("site-other.jsonl");
        QCOMPARE(Journal::reopen(other, m_clock, read, &site).error().code, u"site-locked"_s);
        QVERIFY(Journal::reopen(other, m_clock, read)); // a rehearsal, which names no site
        QCOMPARE(Journal::create(pathOf("site-shorter.jsonl"), m_clock, &shorter).error().code, u"site-locked"_s);
        QVERIFY(Journal::create(pathOf("site-another.jsonl"), m_clock, &another));

        first.value() = nullptr; // the holder ends: the way is free
        QVERIFY(Journal::create(refused, m_clock, &sameNodes));
    }
    void aLockThatCantBeMadeSaysWhere()
    {
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        const QString file = pathOf("no-folder");
        replaceContent(file, "");
        qputenv("XDG_DATA_HOME", QFile::encodeName(file));
        const Site site = samples::facts().site;
        const auto journal = Journal::create(pathOf("unlocked.jsonl"), m_clock, &site);
        qputenv("XDG_DATA_HOME", before);
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, u"site-lock-unwritable"_s);
        QVERIFY(journal.error().render(Language::English).contains(file));
    }
    void reopeningGoesOnWithTheChain()
    {
        const QString path = threeRecords("goes-on.jsonl");
        JournalRead read;
        {
            auto journal = Journal::reopen(path, m_clock, read);
            QVERIFY(journal);
            QCOMPARE(read.records.size(), 3);
            QVERIFY((*journal)->append(u"run-resumed"_s, {}, {}));
        }
        const auto again = Journal::read(path);
        QVERIFY(again);
        QCOMPARE(again->records.size(), 4);
        QCOMPARE(again->records[3].prev, read.lastHash);
    }
    void aTornLastLineIsToleratedAndCutOffBeforeAppending_data()
    {
        QTest::addColumn<QByteArray>("tail");
        QTest::newRow("half a record") << QByteArray("{\"seq\":4,\"ti");
        QTest::newRow("a whole record without its line end") << QByteArray("{\"seq\":4}");
        QTest::newRow("zeros that a power failure left") << QByteArray(300, '\0');
    }
    void aTornLastLineIsToleratedAndCutOffBeforeAppending()
    {
        QFETCH(QByteArray, tail);
        const QString path = threeRecords(QTest::currentDataTag());
        const QByteArray whole = contentOf(path);
        replaceContent(path, whole + tail);
        const auto torn = Journal::read(path);
        QVERIFY(torn);
        QVERIFY(torn->tornTail);
        QCOMPARE(torn->records.size(), 3);
        QCOMPARE(contentOf(path), whole + tail); // reading changes nothing
        {
            JournalRead read;
            auto journal = Journal::reopen(path, m_clock, read);
            QVERIFY(journal);
            QCOMPARE(contentOf(path), whole);
            QVERIFY((*journal)->append(u"run-resumed"_s, {}, {}));
        }
        const auto mended = Journal::read(path);
        QVERIFY(mended);
        QVERIFY(!mended->tornTail);
        QCOMPARE(mended->records.size(), 4);
    }
    void everyTornLengthOfTheLastRecordIsTolerated()
    {
        const QString path = threeRecords("every-length.jsonl");
        const QByteArray whole = contentOf(path);
        const qsizetype lastLine = whole.lastIndexOf('\n', whole.size() - 2) + 1;
        for (qsizetype size = lastLine; size < whole.size(); ++size) {
            replaceContent(path, whole.left(size));
            const auto read = Journal::read(path);
            QVERIFY2(read, qPrintable(QString::number(size)));
            QCOMPARE(read->records.size(), 2);
            QCOMPARE(read->tornTail, size > lastLine);
        }
    }
    void damageInTheMiddleIsNamedWithItsLine_data()
    {
        QTest::addColumn<int>("victim"); // line that is changed, from 0
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("named");
        QTest::newRow("a changed value breaks the chain of the next line")
            << 0 << QByteArray("\"a\":1") << QByteArray("\"a\":2") << 2;
        QTest::newRow("a changed hash") << 1 << QByteArray("\"prev\":\"") << QByteArray("\"prev\":\"0") << 2;
        QTest::newRow("no JSON") << 1 << QByteArray("{") << QByteArray("<") << 2;
        QTest::newRow("a wrong number") << 1 << QByteArray("\"seq\":2") << QByteArray("\"seq\":3") << 2;
        QTest::newRow("a lost time") << 0 << QByteArray("2026-") << QByteArray("x026-") << 1;
        QTest::newRow("the last whole line") << 2 << QByteArray("}") << QByteArray("]") << 3;
    }
    void damageInTheMiddleIsNamedWithItsLine()
    {
        QFETCH(int, victim);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, named);
        const QString path = threeRecords(QTest::currentDataTag());
        QList<QByteArray> lines = contentOf(path).split('\n');
        QByteArray& line = lines[victim];
        const qsizetype at = line.indexOf(from);
        QVERIFY(at >= 0);
        line.replace(at, from.size(), to);
        replaceContent(path, lines.join('\n'));
        const QByteArray damaged = contentOf(path);
        const auto read = Journal::read(path);
        QVERIFY(!read);
        QCOMPARE(read.error().code, u"journal-damaged"_s);
        QCOMPARE(read.error().causes.size(), 1);
        QCOMPARE(read.error().causes.first().line, named);
        JournalRead unused;
        QVERIFY(!Journal::reopen(path, m_clock, unused));
        QCOMPARE(contentOf(path), damaged);
    }
    void aMissingLineInTheMiddleIsNamed()
    {
        const QString path = threeRecords("missing-line.jsonl");
        QList<QByteArray> lines = contentOf(path).split('\n');
        lines.removeAt(1);
        replaceContent(path, lines.join('\n'));
        const auto read = Journal::read(path);
        QVERIFY(!read);
        QCOMPARE(read.error().causes.first().line, 2);
    }
    void aFileThatIsNoJournalIsNotCut()
    {
        const QString path = pathOf("letter.txt");
        replaceContent(path, "Dear Sir or Madam, no line end");
        JournalRead read;
        const auto journal = Journal::reopen(path, m_clock, read);
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, u"journal-empty"_s);
        QCOMPARE(contentOf(path), QByteArray("Dear Sir or Madam, no line end"));
    }
    void aMissingFolderIsReported()
    {
        const auto journal = Journal::create(m_dir.filePath(u"no/such/folder/j.jsonl"_s), m_clock);
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, u"journal-unwritable"_s);
        QVERIFY(!journal.error().remedy.isEmpty());
    }
    void aFullDiskStopsTheJournalUntilItIsReopened()
    {
        const QString path = threeRecords("full.jsonl");
        const QByteArray before = contentOf(path);
        {
            JournalRead read;
            auto journal = Journal::reopen(path, m_clock, read);
            QVERIFY(journal);
            std::signal(SIGXFSZ, SIG_IGN);
            rlimit old{};
            QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
            rlimit tight = old;
            tight.rlim_cur = rlim_t(before.size()) + 20; // the record fits in part only
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
            const auto refused = (*journal)->append(u"step-verified"_s, u"s1"_s, {});
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, u"journal-unwritable"_s);
            const auto still = (*journal)->append(u"step-verified"_s, u"s1"_s, {});
            QVERIFY2(!still, "what is on the disk is only known after reading it again");
        }
        JournalRead read;
        auto journal = Journal::reopen(path, m_clock, read);
        QVERIFY(journal);
        QVERIFY(read.tornTail);
        QCOMPARE(read.records.size(), 3);
        QVERIFY((*journal)->append(u"step-verified"_s, u"s1"_s, {}));
        QCOMPARE(Journal::read(path)->records.size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
