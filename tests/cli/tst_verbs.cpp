#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Answer {
    int status = -1;
    QByteArray out, err;
    QJsonObject json() const
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(out, &error);
        return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
    }
};

/// Runs the program without a display, as on a server.
Answer call(const QStringList& arguments, const QString& locale = u"C.UTF-8"_s)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    environment.insert(u"LC_ALL"_s, locale);
    process.setProcessEnvironment(environment);
    process.start(QString::fromLatin1(BUILD_DIR "/replica-upgrade-wizard"), arguments);
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QStringList ids(const QJsonArray& findings)
{
    QStringList out;
    for (const QJsonValue& finding : findings)
        out.append(finding[u"id"_s].toString());
    return out;
}

QByteArray config(int own, const QByteArray& dataSync = "ON")
{
    QByteArray out = "# sync mail data(report/save/reserve)\nENABLE_REP_DATA = " + dataSync + "\n";
    for (int i = 1; i <= 3; ++i) {
        if (i != own)
            out += "REPLICA_SERVER_" + QByteArray::number(i) + " = 192.0.2." + QByteArray::number(i) +
                   ":14083\n";
    }
    return out + "DATA_REPORT_SYNC_SERVER_PORT = 14042\nDATA_SAVE_SYNC_SERVER_PORT = 24043\n";
}

QJsonObject node(int number)
{
    return {{u"name"_s, u"mf%1"_s.arg(number)},
            {u"role"_s, number == 1 ? u"master"_s : u"slave"_s},
            {u"address"_s, u"192.0.2.%1"_s.arg(number)},
            {u"os"_s, u"linux"_s},
            {u"access"_s, u"files"_s},
            {u"config"_s, u"mf%1.def"_s.arg(number)}};
}

QJsonObject siteObject(int nodes = 3)
{
    QJsonArray array;
    for (int i = 1; i <= nodes; ++i)
        array.append(node(i));
    return {{u"format"_s, 1},
            {u"kind"_s, u"site"_s},
            {u"name"_s, u"Test"_s},
            {u"sourceVersion"_s, u"5.20R01"_s},
            {u"targetVersion"_s, u"5.60R01"_s},
            {u"nodes"_s, array}};
}

} // namespace

class TestVerbs : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString path(const QString& name) const { return m_dir.filePath(name); }
    QString writeSite(const QString& name, const QJsonObject& site) const
    {
        write(path(name), QJsonDocument(site).toJson());
        return path(name);
    }

private slots:
    void initTestCase()
    {
        for (int i = 1; i <= 3; ++i)
            write(path(u"mf%1.def"_s.arg(i)), config(i));
        writeSite(u"site.json"_s, siteObject());
    }

    void everyVerbHasHelpInBothLanguages_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char* verb : {"inspect", "check", "plan", "runbook", "evidence", "rehearse"})
            QTest::newRow(verb) << QString::fromLatin1(verb);
    }
    void everyVerbHasHelpInBothLanguages()
    {
        QFETCH(QString, verb);
        const Answer english = call({verb, u"--help"_s, u"--lang"_s, u"en"_s});
        const Answer japanese = call({verb, u"--help"_s, u"--lang"_s, u"ja"_s});
        QCOMPARE(english.status, 0);
        QCOMPARE(japanese.status, 0);
        QVERIFY(english.out.contains(verb.toUtf8()));
        QVERIFY(english.out != japanese.out);
    }
    void theLanguageIsTheUsersWhereNoneIsAskedFor()
    {
        const QByteArray japanese = call({u"--help"_s, u"--lang"_s, u"ja"_s}).out;
        QCOMPARE(call({u"--help"_s}, u"ja_JP.UTF-8"_s).out, japanese);
        QVERIFY(call({u"--help"_s}, u"C.UTF-8"_s).out != japanese);
    }
    void theVersionIsPrinted()
    {
        const Answer answer = call({u"--version"_s});
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.out.contains(RUW_VERSION));
    }
    void wrongUsageIsStatus2AndSaysWhatToDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown verb") << QStringList{u"frobnicate"_s};
        QTest::newRow("unknown option") << QStringList{u"check"_s, u"--frob"_s};
        QTest::newRow("no site") << QStringList{u"check"_s};
        QTest::newRow("no procedure") << QStringList{u"plan"_s, u"--site"_s, u"/nowhere"_s};
        QTest::newRow("unknown procedure")
            << QStringList{u"plan"_s, u"--site"_s, u"/x"_s, u"--procedure"_s, u"fly"_s};
        QTest::newRow("missing site file") << QStringList{u"check"_s, u"--site"_s, u"/nowhere/site.json"_s};
        QTest::newRow("no file") << QStringList{u"inspect"_s};
        QTest::newRow("bad version") << QStringList{u"inspect"_s, u"x"_s, u"--source-version"_s, u"five"_s};
        QTest::newRow("bad language") << QStringList{u"check"_s, u"--lang"_s, u"fr"_s};
        QTest::newRow("no output") << QStringList{u"runbook"_s, u"--site"_s, u"/x"_s, u"--procedure"_s,
                                                  u"stop-mail-flow"_s};
        QTest::newRow("stray word") << QStringList{u"check"_s, u"stray"_s};
    }
    void wrongUsageIsStatus2AndSaysWhatToDo()
    {
        QFETCH(QStringList, arguments);
        const Answer answer = call(arguments);
        QCOMPARE(answer.status, 2);
        QVERIFY(!answer.err.trimmed().isEmpty());
        QVERIFY(answer.out.isEmpty());
    }

    void inspectTellsPortsPeersAndMode()
    {
        const Answer answer = call({u"inspect"_s, path(u"mf1.def"_s), u"--json"_s, u"--source-version"_s,
                                    u"5.20R01"_s, u"--target-version"_s, u"Ver.5.60R01"_s});
        QCOMPARE(answer.status, 0);
        const QJsonObject json = answer.json();
        QCOMPARE(json[u"format"_s].toInt(), 1);
        QCOMPARE(json[u"kind"_s].toString(), u"inspect"_s);
        const QJsonObject file = json[u"files"_s][0].toObject();
        QCOMPARE(file[u"dataSync"_s].toString(), u"on"_s);
        QCOMPARE(file[u"peers"_s].toArray().size(), 2);
        QCOMPARE(file[u"peers"_s][0][u"host"_s].toString(), u"192.0.2.2"_s);
        QCOMPARE(file[u"peers"_s][0][u"line"_s].toInt(), 3);
        const QJsonArray ports = file[u"ports"_s].toArray();
        QCOMPARE(ports.size(), 7);
        QMap<QString, QJsonObject> byKey;
        for (const QJsonValue& port : ports)
            byKey.insert(port[u"key"_s].toString(), port.toObject());
        QCOMPARE(byKey[u"REPLICA_SERVER_*"_s][u"port"_s].toInt(), 14083);
        QCOMPARE(byKey[u"REPLICA_SERVER_*"_s][u"neededBy"_s].toString(), u"both"_s);
        QCOMPARE(byKey[u"DATA_SAVE_SYNC_SERVER_PORT"_s][u"port"_s].toInt(), 24043);
        QCOMPARE(byKey[u"DATA_SAVE_SYNC_SERVER_PORT"_s][u"source"_s].toString(), u"file"_s);
        QVERIFY(byKey[u"DATA_SAVE_SYNC_SERVER_PORT"_s][u"sinceVersion"_s].isNull());
        QCOMPARE(byKey[u"DATA_POP_SYNC_SERVER_PORT"_s][u"port"_s].toInt(), 14046);
        QCOMPARE(byKey[u"DATA_POP_SYNC_SERVER_PORT"_s][u"source"_s].toString(), u"assumed"_s);
        QVERIFY(byKey[u"DATA_POP_SYNC_SERVER_PORT"_s][u"line"_s].isNull());
        QCOMPARE(byKey[u"DATA_POP_SYNC_SERVER_PORT"_s][u"neededBy"_s].toString(), u"target"_s);
        QCOMPARE(byKey[u"DATA_POP_SYNC_SERVER_PORT"_s][u"sinceVersion"_s].toString(), u"5.31R01"_s);
    }
    void whatCanBeReadIsPrintedThoughAnotherFileCannot()
    {
        const Answer answer = call({u"inspect"_s, path(u"none.def"_s), path(u"mf2.def"_s), u"--json"_s});
        QCOMPARE(answer.status, 2);
        const QJsonArray files = answer.json()[u"files"_s].toArray();
        QCOMPARE(files.size(), 2);
        QVERIFY(!files[0][u"error"_s].toString().isEmpty());
        QCOMPARE(files[1][u"dataSync"_s].toString(), u"on"_s);
        QVERIFY(files[1][u"ports"_s][0][u"neededBy"_s].isNull());
    }
    void aFileOfAnotherKindIsUnreadableInput()
    {
        for (const QByteArray& bytes : {QByteArray("{\n \"format\": 1,\n \"nodes\": []\n}\n"), QByteArray("[net]\nport = 25\n")}) {
            write(path(u"other.json"_s), bytes);
            const Answer words = call({u"inspect"_s, path(u"other.json"_s), u"--lang"_s, u"en"_s});
            QCOMPARE(words.status, 2);
            QVERIFY2(words.err.contains("config-of-another-kind"), words.err.constData());
            QVERIFY2(words.out.isEmpty(), words.out.constData());
            const Answer json = call({u"inspect"_s, path(u"other.json"_s), path(u"mf1.def"_s), u"--json"_s});
            QCOMPARE(json.status, 2);
            QVERIFY(!json.json()[u"files"_s][0][u"error"_s].toString().isEmpty());
            QCOMPARE(json.json()[u"files"_s][1][u"dataSync"_s].toString(), u"on"_s);
        }
        // Nothing is known of it, but nothing speaks against it either.
        write(path(u"comments.def"_s), "# all as delivered\n");
        QCOMPARE(call({u"inspect"_s, path(u"comments.def"_s)}).status, 0);
    }
    void aFileThatIsNotThereIsSaidOnce()
    {
        const Answer answer = call({u"inspect"_s, path(u"none.def"_s), u"--lang"_s, u"en"_s});
        QCOMPARE(answer.status, 2);
        QCOMPARE(QByteArray(answer.out + answer.err).count("file-missing"), 1);
        QVERIFY(answer.err.contains("file-missing"));
    }
    void whatIsInspectedIsToldInWordsOfTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("codes");
        QTest::newRow("English") << u"en"_s << QStringList{u"Data sync: on"_s, u"[needed by the target version]"_s}
                                 << QStringList{u"[target]"_s};
        QTest::newRow("Japanese") << u"ja"_s << QStringList{u"データ同期: 有効"_s, u"データ同期: 未設定"_s, u"[新バージョンで必要]"_s}
                                  << QStringList{u": on"_s, u": unset"_s, u"[target]"_s};
    }
    void whatIsInspectedIsToldInWordsOfTheLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, words);
        QFETCH(QStringList, codes);
        write(path(u"unset.def"_s), "REPLICA_SERVER_1 = 192.0.2.1:14083\n");
        const Answer answer = call({u"inspect"_s, path(u"mf1.def"_s), path(u"unset.def"_s), u"--lang"_s, language,
                                    u"--source-version"_s, u"5.20R01"_s, u"--target-version"_s, u"5.60R01"_s});
        const QString out = QString::fromUtf8(answer.out);
        for (const QString& word : words)
            QVERIFY2(out.contains(word), qPrintable(word + u'\n' + out));
        for (const QString& code : codes)
            QVERIFY2(!out.contains(code), qPrintable(code + u'\n' + out));
    }
    void filesThatDisagreeAreABlockerAcrossFiles()
    {
        write(path(u"off.def"_s), config(3, "OFF"));
        const Answer answer = call({u"inspect"_s, path(u"mf1.def"_s), path(u"off.def"_s), u"--json"_s});
        QCOMPARE(answer.status, 3);
        QVERIFY(ids(answer.json()[u"findings"_s].toArray()).contains(u"data-sync-differs"_s));
    }

    void threeConfigsRolesAndTwoVersionsAreEnoughForAPlan()
    {
        const Answer checked = call({u"check"_s, u"--site"_s, path(u"site.json"_s), u"--procedure"_s,
                                     u"block-sync-ports"_s, u"--json"_s});
        QCOMPARE(checked.status, 0);
        const Answer answer = call({u"plan"_s, u"--site"_s, path(u"site.json"_s), u"--procedure"_s,
                                    u"block-sync-ports"_s, u"--json"_s});
        QCOMPARE(answer.status, 0);
        const QJsonObject json = answer.json();
        QCOMPARE(json[u"kind"_s].toString(), u"plan"_s);
        QCOMPARE(json[u"procedure"_s].toString(), u"block-sync-ports"_s);
        QCOMPARE(json[u"blockedPorts"_s].toArray(),
                 QJsonArray({14042, 14044, 14045, 14046, 14047, 14083, 24043}));
        QCOMPARE(json[u"fingerprint"_s].toString().size(), 64);
        for (const QJsonValue& step : json[u"steps"_s].toArray()) {
            for (const char* key : {"id", "kind", "node", "phase", "title", "action", "guards", "expects",
                                    "pointOfNoReturn", "skippable", "requiredBy", "byWord"})
                QVERIFY2(step.toObject().contains(QLatin1StringView(key)), key);
        }
    }
    void theFingerprintDoesNotDependOnTheLanguage()
    {
        const QStringList arguments{u"plan"_s,        u"--site"_s,         path(u"site.json"_s),
                                    u"--procedure"_s, u"stop-mail-flow"_s, u"--json"_s};
        const QJsonObject english = call(arguments + QStringList{u"--lang"_s, u"en"_s}).json();
        const QJsonObject japanese = call(arguments + QStringList{u"--lang"_s, u"ja"_s}).json();
        QCOMPARE(english[u"fingerprint"_s], japanese[u"fingerprint"_s]);
        QVERIFY(english[u"steps"_s] != japanese[u"steps"_s]);
    }
    void aRefusedProcedureGivesFindingsAndNoSteps()
    {
        const Answer answer = call({u"plan"_s, u"--site"_s, path(u"site.json"_s), u"--procedure"_s,
                                    u"disable-settings-sync"_s, u"--json"_s});
        QCOMPARE(answer.status, 3);
        QVERIFY(!answer.json().contains(u"steps"_s));
        QVERIFY(ids(answer.json()[u"findings"_s].toArray()).contains(u"data-sync-forbids-disable"_s));
        const QJsonObject checks = call({u"check"_s, u"--site"_s, path(u"site.json"_s), u"--json"_s}).json();
        QCOMPARE(checks[u"procedures"_s][u"disable-settings-sync"_s][u"allowed"_s].toBool(true), false);
        QCOMPARE(checks[u"procedures"_s][u"stop-mail-flow"_s][u"allowed"_s].toBool(false), true);
    }

    void aSiteThatMakesNoSenseIsRefusedWithWhatToDo_data()
    {
        QTest::addColumn<QJsonObject>("site");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("status");
        const auto withNodes = [](QJsonArray nodes) {
            QJsonObject site = siteObject();
            site[u"nodes"_s] = nodes;
            return site;
        };
        QJsonObject slave = node(1);
        slave[u"role"_s] = u"slave"_s;
        QTest::newRow("no master") << withNodes({slave, node(2)}) << u"no-master"_s << 3;
        QJsonObject master = node(2);
        master[u"role"_s] = u"master"_s;
        QTest::newRow("two masters") << withNodes({node(1), master}) << u"several-masters"_s << 3;
        QTest::newRow("one node") << withNodes({node(1)}) << u"too-few-nodes"_s << 3;
        QJsonObject twin = node(2);
        twin[u"address"_s] = u"192.0.2.1"_s;
        QTest::newRow("same address twice") << withNodes({node(1), twin}) << u"same-address-twice"_s << 3;
        QJsonObject older = siteObject();
        older[u"targetVersion"_s] = u"5.10R01"_s;
        QTest::newRow("target older") << older << u"target-not-newer"_s << 3;
        QJsonObject equal = siteObject();
        equal[u"targetVersion"_s] = u"5.20R01"_s;
        QTest::newRow("target equal") << equal << u"target-not-newer"_s << 3;
        QTest::newRow("17 nodes") << siteObject(17) << u"too-many-nodes"_s << 3;
    }
    void aSiteThatMakesNoSenseIsRefusedWithWhatToDo()
    {
        QFETCH(QJsonObject, site);
        QFETCH(QString, id);
        QFETCH(int, status);
        const QString file = writeSite(u"bad.json"_s, site);
        const Answer answer = call({u"check"_s, u"--site"_s, file, u"--json"_s});
        QCOMPARE(answer.status, status);
        bool found = false;
        for (const QJsonValue& finding : answer.json()[u"findings"_s].toArray()) {
            if (finding[u"id"_s].toString() == id) {
                found = true;
                QCOMPARE(finding[u"severity"_s].toString(), u"blocker"_s);
                QVERIFY(!finding[u"remedy"_s].toString().isEmpty());
            }
        }
        QVERIFY2(found, answer.out.constData());
        const QString pdf = path(u"refused.pdf"_s);
        const Answer paper =
            call({u"runbook"_s, u"--site"_s, file, u"--procedure"_s, u"stop-mail-flow"_s, u"-o"_s, pdf});
        QCOMPARE(paper.status, 3);
        QVERIFY2(!paper.err.contains("QCommandLineParser"), paper.err.constData());
        QVERIFY(!QFileInfo::exists(pdf));
    }
    void aWrongTypeNamesItsJsonPath()
    {
        QJsonObject site = siteObject();
        QJsonArray nodes = site[u"nodes"_s].toArray();
        QJsonObject second = nodes[1].toObject();
        second[u"address"_s] = 7;
        nodes[1] = second;
        site[u"nodes"_s] = nodes;
        const Answer answer = call({u"check"_s, u"--site"_s, writeSite(u"type.json"_s, site), u"--json"_s});
        QCOMPARE(answer.status, 2);
        QVERIFY(answer.err.contains("$.nodes[1].address"));
    }

    void theRunbookIsWrittenInEveryFormatAndLanguage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("pdf") << u"book.pdf"_s << QByteArray("%PDF-");
        QTest::newRow("html") << u"book.html"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("xlsx") << u"book.xlsx"_s << QByteArray("PK");
    }
    void theRunbookIsWrittenInEveryFormatAndLanguage()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, magic);
        for (const QString& language : {u"ja"_s, u"en"_s}) {
            const QString file = path(language + name);
            const Answer answer = call({u"runbook"_s, u"--site"_s, path(u"site.json"_s), u"--procedure"_s,
                                        u"block-sync-ports"_s, u"-o"_s, file, u"--lang"_s, language});
            QVERIFY2(answer.status == 0, answer.err.constData());
            QFile written(file);
            QVERIFY(written.open(QIODevice::ReadOnly));
            QVERIFY(written.read(64).toLower().startsWith(magic.toLower()));
        }
    }
    void anOutputThatCannotBeWrittenIsStatus1AndLeavesTheOldFileWhole()
    {
        const QString file = path(u"no/such/folder/book.pdf"_s);
        const Answer answer = call({u"runbook"_s, u"--site"_s, path(u"site.json"_s), u"--procedure"_s,
                                    u"stop-mail-flow"_s, u"-o"_s, file});
        QCOMPARE(answer.status, 1);
        QVERIFY(answer.err.contains("book.pdf"));
        const Answer format = call({u"runbook"_s, u"--site"_s, path(u"site.json"_s), u"--procedure"_s,
                                    u"stop-mail-flow"_s, u"-o"_s, path(u"book.docx"_s)});
        QCOMPARE(format.status, 2);
    }
    void withoutADisplayTheWindowSaysSo()
    {
        const Answer answer = call({});
        QCOMPARE(answer.status, 1);
        QVERIFY(!answer.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
