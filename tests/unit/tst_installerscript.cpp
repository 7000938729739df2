#include "core/base/ScriptText.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// The script that starts an installer on a node and the one that tells how it stands, run by a real sh: each run of the
/// installer has a number, and what one of another number left is not told.
class TestInstallerScript : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

    QString job() const { return m_dir.filePath(u"job"_s); }
    QString path(const QString& name) const { return m_dir.filePath(name); }
    QString left(const QString& name) const
    {
        QFile file(job() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
    }
    struct Ran {
        int status;
        QString said;
    };
    static Ran sh(const QString& script)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"sh"_s, {u"-c"_s, script});
        const bool ended = process.waitForFinished(20'000);
        return {ended ? process.exitCode() : -1, QString::fromUtf8(process.readAll())};
    }
    Ran start(int attempt, const QString& command) const
    {
        return sh(filledScript(u"installer-start.sh"_s, {{u"ATTEMPT"_s, QString::number(attempt)},
                                                         {u"COMMAND"_s, u'\'' + command + u'\''},
                                                         {u"JOB"_s, job()}}));
    }
    /// How the survey's script tells it: "job 0 ended 3", then what was printed.
    QString told(int attempt) const
    {
        return sh(u"plain() { echo \"$*\"; }\nrec() { shift 3; \"$@\"; }\n"_s + scriptText(u"survey-job.sh"_s) +
                  u"\njob '%1' %2\n"_s.arg(job()).arg(attempt))
            .said.simplified();
    }

private slots:
    void init() { QVERIFY(QDir(job()).removeRecursively()); }

    void aRunIsToldUnderItsOwnNumberOnly()
    {
        QCOMPARE(told(1), u"job 44"_s);
        QCOMPARE(start(1, u"echo first; exit 3"_s).status, 0);
        QTRY_COMPARE(told(1), u"job 0 ended 3 first"_s);
        // The journal says that a second one was started, and the program was killed: nothing has happened yet.
        QCOMPARE(told(2), u"job 0 none"_s);
        QCOMPARE(start(2, u"echo second"_s).status, 0);
        QTRY_COMPARE(told(2), u"job 0 ended 0 second"_s);
        QCOMPARE(told(1), u"job 0 none"_s);
        QCOMPARE(left(u"log.before"_s), u"first"_s);
    }
    void oneThatStillRunsIsNotStartedAgainButFoundUnderTheNewNumber()
    {
        // Ends when it is told to, by a file.
        const QString waits = u"echo begun >>%1; until [ -e %2 ]; do sleep 0.05; done; exit 4"_s
                                  .arg(path(u"begun"_s), path(u"end"_s));
        QCOMPARE(start(1, waits).status, 0);
        QCOMPARE(told(1), u"job 0 running"_s);
        QCOMPARE(told(2), u"job 0 running"_s); // the journal knows of a second one that has not reached the node yet
        const Ran again = start(2, waits);
        QCOMPARE(again.status, 75);
        QVERIFY2(again.said.contains("running already"_L1), qPrintable(again.said));
        QCOMPARE(told(2), u"job 0 running"_s);
        QFile end(path(u"end"_s));
        QVERIFY(end.open(QIODevice::WriteOnly));
        QTRY_COMPARE(told(2), u"job 0 ended 4"_s);
        QFile begun(path(u"begun"_s));
        QVERIFY(begun.open(QIODevice::ReadOnly));
        QCOMPARE(begun.readAll(), "begun\n");
    }
    /// The folder of a run that an older version of this program began has no number in it.
    void aResultWithoutANumberIsTheFirstRuns()
    {
        QCOMPARE(start(1, u"exit 5"_s).status, 0);
        QTRY_COMPARE(told(1), u"job 0 ended 5"_s);
        QVERIFY(QFile::remove(job() + u"/attempt"_s));
        QCOMPARE(told(1), u"job 0 ended 5"_s);
        QCOMPARE(told(2), u"job 0 none"_s);
    }
};

QTEST_GUILESS_MAIN(TestInstallerScript)
#include "tst_installerscript.moc"
