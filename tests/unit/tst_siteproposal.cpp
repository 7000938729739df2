#include "core/site/SiteProposal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

Q_DECLARE_METATYPE(QList<QStringList>)

namespace {

const QString dataDir = QString::fromUtf8(TESTS_DIR) + u"/data/sites"_s;

DroppedConfig dropped(const QString& path, const QStringList& peers)
{
    QByteArray bytes = "ENABLE_REP_DATA = ON\n";
    for (qsizetype i = 0; i < peers.size(); ++i)
        bytes += "REPLICA_SERVER_" + QByteArray::number(i + 1) + " = " + peers[i].toLatin1() + ":14083\n";
    const Result<ReplicaConfig> config = ReplicaConfig::parse(bytes);
    return {path, *config, {}};
}

QStringList namesOf(const QStringList& paths)
{
    QList<DroppedConfig> configs;
    for (const QString& path : paths)
        configs.append(dropped(path, {}));
    QStringList out;
    for (const Node& node : proposeNodes(configs))
        out.append(node.name);
    return out;
}

} // namespace

class TestSiteProposal : public QObject {
    Q_OBJECT
private slots:
    void aSiteWithoutANameIsProposedItsNodes()
    {
        const auto named = [](const QStringList& names) {
            QList<Node> nodes;
            for (const QString& name : names) {
                Node node;
                node.name = name;
                nodes.append(node);
            }
            return proposedSiteName(nodes);
        };
        QCOMPARE(named({u"mf1"_s, u"mf2"_s, u"mf3"_s}), u"mf1, mf2, mf3"_s);
        QCOMPARE(named({u"mf1"_s, u"mf2"_s, u"mf3"_s, u"mf4"_s}), u"mf1, ..., mf4"_s);
        QVERIFY(named({}).isEmpty());
    }
    void nodesAreNamedAfterFolderOrFile_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char* name, const QStringList& paths, const QStringList& names) {
            QTest::newRow(name) << paths << names;
        };
        row("folder", {u"/s/mf1/mf_replica.def"_s, u"/s/mf2/mf_replica.def"_s}, {u"mf1"_s, u"mf2"_s});
        row("file", {u"/s/mf_replica_mf1.def"_s, u"/s/mf_replica-mf2.def"_s}, {u"mf1"_s, u"mf2"_s});
        row("file, node first", {u"/s/mf1_mf_replica.def"_s, u"/s/mf2.mf_replica.def"_s},
            {u"mf1"_s, u"mf2"_s});
        row("file after the vendor's name", {u"/s/mf_replica.def.mf1"_s, u"/s/mf_replica.def.mf2"_s},
            {u"mf1"_s, u"mf2"_s});
        row("plain file names in one folder", {u"/s/tokyo.def"_s, u"/s/osaka.txt"_s},
            {u"tokyo"_s, u"osaka"_s});
        row("folder above conf", {u"/s/mf1/conf/mf_replica.def"_s, u"/s/mf2/conf/mf_replica.def"_s},
            {u"mf1"_s, u"mf2"_s});
        row("whole tree copied",
            {u"/s/mf1/usr/local/mfilter5/conf/mf_replica.def"_s,
             u"/s/mf2/usr/local/mfilter5/conf/mf_replica.def"_s},
            {u"mf1"_s, u"mf2"_s});
        row("Windows tree copied",
            {u"/s/mf1/Program Files/Digital Arts/m-FILTER Ver.5/conf/mf_replica.def"_s,
             u"/s/mf2/Program Files/Digital Arts/m-FILTER Ver.5/conf/mf_replica.def"_s},
            {u"mf1"_s, u"mf2"_s});
        row("nothing but generic folders", {u"/usr/local/mfilter5/conf/mf_replica.def"_s}, {u"node-1"_s});
        row("a browser's copies",
            {u"/home/taro/Downloads/mf_replica.def"_s, u"/home/taro/Downloads/mf_replica (1).def"_s},
            {u"node-1"_s, u"node-2"_s});
        row("numbers", {u"/s/mf_replica_1.def"_s, u"/s/mf_replica_2.def"_s}, {u"node-1"_s, u"node-2"_s});
        row("same folder name twice", {u"/a/mail/x/mf_replica.def"_s, u"/b/mail/x/mf_replica.def"_s},
            {u"node-1"_s, u"node-2"_s});
        row("same file name twice", {u"/a/mf_replica_mf.def"_s, u"/b/mf_replica_MF.def"_s},
            {u"mf"_s, u"MF-2"_s});
        row("Japanese", {u"/s/東京/mf_replica.def"_s, u"/s/大阪/mf_replica.def"_s}, {u"東京"_s, u"大阪"_s});
        row("bak", {u"/s/mf1/mf_replica.def.bak"_s, u"/s/mf2/mf_replica.def"_s}, {u"mf1"_s, u"mf2"_s});
    }
    void nodesAreNamedAfterFolderOrFile()
    {
        QFETCH(QStringList, paths);
        QTEST(namesOf(paths), "names");
    }
    void namesAreNeverLongerThanFortyCharactersAndUnique()
    {
        const QString longName(200, u'x');
        const QString pairs = u"x"_s + u"😀"_s.repeated(60);
        QStringList paths;
        for (int i = 0; i < 12; ++i)
            paths.append(u"/s%1/mf_replica_%2.def"_s.arg(i).arg(longName));
        paths.append(u"/s/%1/mf_replica.def"_s.arg(pairs));
        const QStringList names = namesOf(paths);
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), paths.size());
        for (const QString& name : names) {
            QVERIFY(name.size() <= 40);
            QVERIFY(!name.isEmpty() && !name.back().isHighSurrogate());
        }
    }
    void hostileNamesBecomeVisibleOnes()
    {
        QCOMPARE(namesOf({u"/s/a\u202Eb\nc/mf_replica.def"_s}), QStringList{u"a_b_c"_s});
        QCOMPARE(namesOf({u"/--/mf_replica.def"_s}), QStringList{u"node-1"_s});
        QCOMPARE(namesOf({u"/s/$(id);'x'/mf_replica.def"_s}), QStringList{u"$(id);'x'"_s});
    }

    void addressesFollowFromThePeers_data()
    {
        QTest::addColumn<QList<QStringList>>("peers");
        QTest::addColumn<QStringList>("addresses");
        const QString a = u"192.0.2.1"_s;
        const QString b = u"192.0.2.2"_s;
        const QString c = u"192.0.2.3"_s;
        using Peers = QList<QStringList>;
        QTest::newRow("everybody names the others") << Peers{{b, c}, {a, c}, {a, b}} << QStringList{a, b, c};
        QTest::newRow("two nodes") << Peers{{b}, {a}} << QStringList{a, b};
        QTest::newRow("two files of three nodes") << Peers{{b, c}, {a, c}} << QStringList{a, b};
        QTest::newRow("star, two slaves") << Peers{{b, c}, {a}, {a}} << QStringList{a, b, c};
        QTest::newRow("all name all") << Peers{{a, b, c}, {a, b, c}, {a, b, c}} << QStringList{a, b, c};
        QTest::newRow("all name all, in another order")
            << Peers{{c, a, b}, {a, b, c}, {b, c, a}} << QStringList{c, a, b};
        QTest::newRow("one file") << Peers{{b}} << QStringList{QString()};
        QTest::newRow("no peers") << Peers{{}, {}} << QStringList{QString(), QString()};
        QTest::newRow("both name one third") << Peers{{c}, {c}} << QStringList{QString(), QString()};
        QTest::newRow("only one of two tells") << Peers{{b}, {}} << QStringList{QString(), b};
        QTest::newRow("identical, more than the files")
            << Peers{{a, b, c}, {a, b, c}} << QStringList{QString(), QString()};
        QTest::newRow("own machine is no address")
            << Peers{{u"127.0.0.1"_s, b}, {u"localhost"_s, a}} << QStringList{a, b};
        QTest::newRow("host names in another case") << Peers{{u"MF2.example"_s}, {u"mf1.example"_s}}
                                                    << QStringList{u"mf1.example"_s, u"mf2.example"_s};
        QTest::newRow("IPv6") << Peers{{u"[fd00::2]"_s}, {u"[fd00::1]"_s}}
                              << QStringList{u"fd00::1"_s, u"fd00::2"_s};
    }
    void addressesFollowFromThePeers()
    {
        QFETCH(QList<QStringList>, peers);
        QList<DroppedConfig> configs;
        for (qsizetype i = 0; i < peers.size(); ++i)
            configs.append(dropped(u"/s/mf%1/mf_replica.def"_s.arg(i + 1), peers[i]));
        QStringList found;
        for (const Node& node : proposeNodes(configs))
            found.append(node.address);
        QTEST(found, "addresses");
    }
    void theFirstFileIsProposedAsMaster()
    {
        const QList<Node> nodes =
            proposeNodes({dropped(u"/s/b/mf_replica.def"_s, {}), dropped(u"/s/a/mf_replica.def"_s, {})});
        QVERIFY(nodes[0].role == Role::Master);
        QVERIFY(nodes[1].role == Role::Slave);
        QVERIFY(nodes[0].access == AccessKind::Files);
        QCOMPARE(nodes[0].config, u"/s/b/mf_replica.def"_s);
    }
    void theSameFileDroppedTwiceIsOneNode()
    {
        QCOMPARE(namesOf({u"/s/mf1/mf_replica.def"_s, u"/s/x/../mf1/mf_replica.def"_s}).size(), 1);
    }
    void realFilesGiveAWholeSite()
    {
        QList<DroppedConfig> configs;
        for (const QString& name : {u"mf1"_s, u"mf2"_s, u"mf3"_s})
            configs.append(readDroppedConfig(dataDir + u"/three-nodes/"_s + name + u"/mf_replica.def"_s));
        const QList<Node> nodes = proposeNodes(configs);
        QCOMPARE(nodes.size(), 3);
        QCOMPARE(nodes[2].name, u"mf3"_s);
        QCOMPARE(nodes[2].address, u"10.77.0.3"_s);
        QVERIFY(QFile::exists(nodes[2].config));
    }
    void anUnreadableFileIsAFindingAndNoNode_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("id");
        QTest::newRow("empty") << QByteArray("") << u"config-empty"_s;
        QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << u"config-binary"_s;
        QTest::newRow("JSON") << QByteArray("{ \"format\": 1 }\n") << u"config-of-another-kind"_s;
        QTest::newRow("too large") << QByteArray(1024 * 1024 + 1, '#') << u"file-too-large"_s;
    }
    void anUnreadableFileIsAFindingAndNoNode()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, id);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"mf_replica.def"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const DroppedConfig config = readDroppedConfig(path);
        QVERIFY(!config.config);
        QCOMPARE(config.findings.size(), 1);
        QCOMPARE(config.findings.first().id, id);
        QCOMPARE(config.findings.first().path, path);
        QVERIFY(proposeNodes({config}).isEmpty());
    }
    void aFolderIsNotAConfig()
    {
        QCOMPARE(readDroppedConfig(dataDir).findings.first().id, u"file-not-regular"_s);
    }
};

QTEST_GUILESS_MAIN(TestSiteProposal)
#include "tst_siteproposal.moc"
