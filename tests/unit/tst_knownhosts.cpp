#include "core/access/ssh/KnownHosts.h"
#include "core/access/ssh/SshBytes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// A key's blob of a type, told apart by one letter. Nothing here has to be a working key.
QByteArray key(const char* type, char letter)
{
    QByteArray blob;
    putString(blob, QByteArrayView(type));
    putString(blob, QByteArray(32, letter));
    return blob;
}

QByteArray entry(const QByteArray& names, const QByteArray& blob)
{
    return names + ' ' + KnownHosts::keyType(blob).toLatin1() + ' ' + blob.toBase64();
}

const QByteArray ed = key("ssh-ed25519", 'a');
const QByteArray otherEd = key("ssh-ed25519", 'b');
const QByteArray ec = key("ecdsa-sha2-nistp256", 'c');
const QByteArray rsa = key("ssh-rsa", 'd');

} // namespace

Q_DECLARE_METATYPE(ruw::KnownHosts::Match)

class TestKnownHosts : public QObject {
    Q_OBJECT

private slots:
    void aHostIsFoundAsOpenSshFindsIt_data();
    void aHostIsFoundAsOpenSshFindsIt();
    void entriesThatSshKeygenHashedAreFound();
    void theStoredTypesAreAskedForFirst();
    void aNewEntryIsWrittenAsTheFileKeepsThem_data();
    void aNewEntryIsWrittenAsTheFileKeepsThem();
    void whatStoodInTheFileStaysToTheByte();
    void aMissingFileIsMadeForItsOwnerAlone();
    void aFileThatCannotBeWrittenIsAnErrorAndStaysWhole();
    void theFingerprintIsTheOneThatSshKeygenShows();
};

void TestKnownHosts::aHostIsFoundAsOpenSshFindsIt_data()
{
    using Match = KnownHosts::Match;
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<Match>("match");
    const auto row = [](const char* name, const QByteArray& file, const char* host, int port,
                        const QByteArray& shown, Match match) {
        QTest::newRow(name) << file << QString::fromLatin1(host) << port << shown << match;
    };

    row("empty file", "", "mf1", 22, ed, Match::Unknown);
    row("plain", entry("mf1", ed), "mf1", 22, ed, Match::Known);
    row("last line without end", "# c\n" + entry("mf1", ed), "mf1", 22, ed, Match::Known);
    row("line end of DOS", entry("mf1", ed) + " comment\r\n", "mf1", 22, ed, Match::Known);
    row("upper case", entry("MF1.Example", ed), "mf1.EXAMPLE", 22, ed, Match::Known);
    row("several names", entry("mf0,mf1,10.0.0.1", ed), "10.0.0.1", 22, ed, Match::Known);
    row("IPv6", entry("2001:db8::1", ed), "2001:db8::1", 22, ed, Match::Known);
    row("IPv6 with port", entry("[2001:db8::1]:2222", ed), "2001:db8::1", 2222, ed, Match::Known);
    row("changed", entry("mf1", ed), "mf1", 22, otherEd, Match::Changed);
    row("other type only", entry("mf1", ec), "mf1", 22, ed, Match::OtherType);
    row("several types", entry("mf1", ec) + "\n" + entry("mf1", ed), "mf1", 22, ed, Match::Known);
    row("two keys of a type", entry("mf1", otherEd) + "\n" + entry("mf1", ed), "mf1", 22, ed, Match::Known);
    row("other host", entry("mf2", ed), "mf1", 22, ed, Match::Unknown);
    row("port", entry("[mf1]:2222", ed), "mf1", 2222, ed, Match::Known);
    row("port entry does not vouch for 22", entry("[mf1]:2222", ed), "mf1", 22, ed, Match::Unknown);
    row("another key on another port is no change", entry("mf1", ed), "mf1", 2222, otherEd, Match::Unknown);
    row("the same key on another port", entry("mf1", ed), "mf1", 2222, ed, Match::Known);
    row("changed on a port, old key under the bare name",
        entry("[mf1]:2222", otherEd) + "\n" + entry("mf1", ed), "mf1", 2222, ed, Match::Changed);
    row("wildcard", entry("*.example", ed), "mf1.example", 22, ed, Match::Known);
    row("question mark", entry("mf?", ed), "mf1", 22, ed, Match::Known);
    row("question mark is one letter", entry("mf?", ed), "mf12", 22, ed, Match::Unknown);
    row("wildcard in the middle", entry("m*f*1", ed), "mXfYf1", 22, ed, Match::Known);
    row("negated", entry("*.example,!mf1.example", ed), "mf1.example", 22, ed, Match::Unknown);
    row("negated first", entry("!mf1.example,*.example", ed), "mf1.example", 22, ed, Match::Unknown);
    row("negated other", entry("!mf2.example,*.example", ed), "mf1.example", 22, ed, Match::Known);
    row("revoked", "@revoked " + entry("*", ed), "mf1", 22, ed, Match::Revoked);
    row("revoked wins", entry("mf1", ed) + "\n@revoked " + entry("mf1", ed), "mf1", 22, ed, Match::Revoked);
    row("another key revoked", entry("mf1", ed) + "\n@revoked " + entry("mf1", otherEd), "mf1", 22, ed,
        Match::Known);
    row("revoked alone does not make known", "@revoked " + entry("mf1", otherEd), "mf1", 22, ed,
        Match::Unknown);
    row("revoked for the bare name", entry("mf1", ed) + "\n@revoked " + entry("mf1", ed), "mf1", 2222, ed,
        Match::Revoked);
    row("revoked for the bare name, stored for the port",
        entry("[mf1]:2222", ed) + "\n@revoked " + entry("mf1", ed), "mf1", 2222, ed, Match::Known);
    row("authority does not vouch", "@cert-authority " + entry("mf1", ed), "mf1", 22, ed, Match::Unknown);
    row("commented out", "#" + entry("mf1", ed), "mf1", 22, ed, Match::Unknown);
    row("rubbish",
        QByteArray("mf1\nmf1 ssh-ed25519\nmf1 ssh-ed25519 ????\n\0\0", 40) + "\n" + entry("mf1", ed), "mf1",
        22, ed, Match::Known);
    row("type that the key does not have", "mf1 ssh-rsa " + ed.toBase64(), "mf1", 22, ed, Match::Unknown);
    row("name that looks like a pattern", entry("mf1", ed), "mf*", 22, ed, Match::Unknown);
}

void TestKnownHosts::aHostIsFoundAsOpenSshFindsIt()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QByteArray, shown);
    QFETCH(KnownHosts::Match, match);
    QCOMPARE(KnownHosts::parse(file).match(host, port, shown), match);
}

void TestKnownHosts::entriesThatSshKeygenHashedAreFound()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"known_hosts"_s);
    const QByteArray plain = entry("mf1.example", ed) + '\n' + entry("[mf1.example]:2222", rsa) + '\n';
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(plain);
    file.close();
    QProcess keygen;
    keygen.start(u"ssh-keygen"_s, {u"-H"_s, u"-f"_s, path});
    if (!keygen.waitForFinished() || keygen.exitCode() != 0)
        QSKIP("ssh-keygen is not installed or did not take the file.");
    const auto hosts = KnownHosts::read({path});
    QVERIFY(hosts.ok());
    QVERIFY(hosts->isHashed());
    QCOMPARE(hosts->match(u"mf1.example"_s, 22, ed), KnownHosts::Match::Known);
    QCOMPARE(hosts->match(u"mf1.example"_s, 2222, rsa), KnownHosts::Match::Known);
    QCOMPARE(hosts->match(u"mf1.example"_s, 22, otherEd), KnownHosts::Match::Changed);
    QCOMPARE(hosts->match(u"mf2.example"_s, 22, ed), KnownHosts::Match::Unknown);
}

void TestKnownHosts::theStoredTypesAreAskedForFirst()
{
    const auto hosts =
        KnownHosts::parse(entry("mf1", ed) + '\n' + entry("mf1", rsa) + '\n' + entry("mf2", ec) +
                          "\n@revoked " + entry("mf1", ec) + '\n' + entry("[mf1]:2222", ec));
    QCOMPARE(hosts.keyTypes(u"mf1"_s, 22), (QStringList{u"ssh-ed25519"_s, u"ssh-rsa"_s}));
    QCOMPARE(hosts.keyTypes(u"mf1"_s, 2222), QStringList{u"ecdsa-sha2-nistp256"_s});
    QCOMPARE(hosts.keyTypes(u"mf1"_s, 2223), (QStringList{u"ssh-ed25519"_s, u"ssh-rsa"_s}));
    QCOMPARE(hosts.keyTypes(u"mf3"_s, 22), QStringList());
}

void TestKnownHosts::aNewEntryIsWrittenAsTheFileKeepsThem_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<bool>("hashed");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("plain") << entry("mf2", ec) + '\n' << false;
    QTest::newRow("hashed") << KnownHosts::line(u"mf2"_s, 22, ec, true) + '\n' << true;
    QTest::newRow("last one decides")
        << KnownHosts::line(u"mf2"_s, 22, ec, true) + '\n' + entry("mf3", ec) << false;
}

void TestKnownHosts::aNewEntryIsWrittenAsTheFileKeepsThem()
{
    QFETCH(QByteArray, before);
    QFETCH(bool, hashed);
    QTemporaryDir dir;
    const QString path = dir.filePath(u"known_hosts"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(before);
    file.close();
    QVERIFY(KnownHosts::add(path, u"mf1"_s, 2222, ed).ok());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray added = file.readAll().trimmed().split('\n').last();
    QCOMPARE(added.startsWith("|1|"), hashed);
    QCOMPARE(added.startsWith("[mf1]:2222 ssh-ed25519 "), !hashed);
    QCOMPARE(KnownHosts::read({path})->match(u"mf1"_s, 2222, ed), KnownHosts::Match::Known);
}

void TestKnownHosts::whatStoodInTheFileStaysToTheByte()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"known_hosts"_s);
    const QByteArray before = "# \x83\x52\x83\x81\r\n\n  junk\t\n" + entry("mf2", ec) + " no line end";
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(before);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QVERIFY(KnownHosts::add(path, u"mf1"_s, 22, ed).ok());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before + '\n' + entry("mf1", ed) + '\n');
    QVERIFY((file.permissions() & QFile::ReadOther) == 0);
    QVERIFY((file.permissions() & QFile::ReadGroup) != 0);
}

void TestKnownHosts::aMissingFileIsMadeForItsOwnerAlone()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"home/.ssh/known_hosts"_s);
    QVERIFY(KnownHosts::add(path, u"mf1"_s, 22, ed).ok());
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY((QFile::permissions(path) & others) == 0);
    QVERIFY((QFile::permissions(dir.filePath(u"home/.ssh"_s)) & others) == 0);
}

void TestKnownHosts::aFileThatCannotBeWrittenIsAnErrorAndStaysWhole()
{
    QTemporaryDir dir;
    const auto status = KnownHosts::add(dir.path(), u"mf1"_s, 22, ed); // a folder
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, u"file-not-regular"_s);
}

void TestKnownHosts::theFingerprintIsTheOneThatSshKeygenShows()
{
    // A public key with its fingerprint as "ssh-keygen -lf" printed it.
    const QByteArray blob = ed;
    QTemporaryDir dir;
    QFile file(dir.filePath(u"key.pub"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("ssh-ed25519 " + blob.toBase64() + " test\n");
    file.close();
    QProcess keygen;
    keygen.start(u"ssh-keygen"_s, {u"-lf"_s, file.fileName()});
    if (!keygen.waitForFinished() || keygen.exitCode() != 0)
        QSKIP("ssh-keygen is not installed.");
    QCOMPARE(KnownHosts::fingerprint(blob),
             QString::fromLatin1(keygen.readAllStandardOutput().split(' ').value(1)));
}

QTEST_GUILESS_MAIN(TestKnownHosts)
#include "tst_knownhosts.moc"
