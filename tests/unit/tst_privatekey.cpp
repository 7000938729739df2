#include "core/access/ssh/PrivateKey.h"

#include "core/access/ssh/BcryptPbkdf.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ruw;

Q_DECLARE_METATYPE(ruw::PrivateKey::Trouble)

/// Against the keys of the very tool that people make them with: ssh-keygen.
class TestPrivateKey : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theKeyDerivationGivesTheKnownAnswer_data();
    void theKeyDerivationGivesTheKnownAnswer();
    void everyFormatAndCipherIsRead_data();
    void everyFormatAndCipherIsRead();
    void whatIsNoPrivateKeySaysWhatItIs_data();
    void whatIsNoPrivateKeySaysWhatItIs();
    void aDamagedKeyIsAnErrorWhereverItIsCut();
    void aSecretForgetsNothingOnTheWayAndComparesByContent();

private:
    bool keygen(const QStringList& arguments);
    QByteArray content(const QString& name);

    QTemporaryDir m_dir;
};

void TestPrivateKey::initTestCase()
{
    if (QStandardPaths::findExecutable(u"ssh-keygen"_s).isEmpty())
        QSKIP("ssh-keygen is not installed.");
}

bool TestPrivateKey::keygen(const QStringList& arguments)
{
    QProcess process;
    process.start(u"ssh-keygen"_s, arguments);
    const bool done = process.waitForFinished() && process.exitCode() == 0;
    if (!done)
        qWarning().noquote() << process.readAllStandardError();
    return done;
}

QByteArray TestPrivateKey::content(const QString& name)
{
    QFile file(m_dir.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestPrivateKey::theKeyDerivationGivesTheKnownAnswer_data()
{
    // The vectors that implementations of bcrypt_pbkdf share (dchest's for Go, and those made with it).
    QTest::addColumn<QByteArray>("pass");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<int>("rounds");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("one block") << QByteArray("password") << QByteArray("salt") << 12
                               << QByteArray(
                                      "1ae42c05d487bc02f64921a4ebe4ea93bcacfe135fda99974c06b7b01fae149a");
    QTest::newRow("spread over blocks")
        << QByteArray("DieWuerdeDesMenschenIstUnantastbar") << QByteArray("Tafelsalz") << 7
        << QByteArray("17b476aad74233495ce8794915744c71f99966897a60c370b43ca883805a56de38bc518cd4ebd1cf460a68"
                      "3dc812cff8"
                      "43ce219d988120266e420faa755d098d45dad5156e651d");
    QTest::newRow("part of a block") << QByteArray("ABC") << QByteArray("DEF") << 5
                                     << QByteArray("dd6ea06929");
}

void TestPrivateKey::theKeyDerivationGivesTheKnownAnswer()
{
    QFETCH(QByteArray, pass);
    QFETCH(QByteArray, salt);
    QFETCH(int, rounds);
    QFETCH(QByteArray, key);
    const Secret derived = bcryptPbkdf(Secret(pass), salt, quint32(rounds), key.size() / 2);
    QCOMPARE(derived.view().toByteArray().toHex(), key);
}

void TestPrivateKey::everyFormatAndCipherIsRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char* name, const QString& arguments, bool encrypted, const char* type) {
        QTest::newRow(name) << arguments.split(u' ') << encrypted << QByteArray(type);
    };
    row("rsa", u"-t rsa -b 2048"_s, false, "ssh-rsa");
    row("rsa encrypted", u"-t rsa -b 2048"_s, true, "ssh-rsa");
    row("rsa PEM", u"-t rsa -b 2048 -m PEM"_s, false, "ssh-rsa");
    row("rsa PEM encrypted", u"-t rsa -b 2048 -m PEM"_s, true, "ssh-rsa");
    row("rsa PKCS8 encrypted", u"-t rsa -b 2048 -m PKCS8"_s, true, "ssh-rsa");
    row("ecdsa 256", u"-t ecdsa -b 256"_s, false, "ecdsa-sha2-nistp256");
    row("ecdsa 384 encrypted", u"-t ecdsa -b 384"_s, true, "ecdsa-sha2-nistp384");
    row("ecdsa 521", u"-t ecdsa -b 521"_s, false, "ecdsa-sha2-nistp521");
    row("ecdsa PEM", u"-t ecdsa -b 256 -m PEM"_s, false, "ecdsa-sha2-nistp256");
    row("ed25519", u"-t ed25519"_s, false, "ssh-ed25519");
    for (const char* cipher :
         {"aes256-ctr", "aes192-ctr", "aes128-ctr", "aes256-cbc", "aes128-cbc", "aes256-gcm@openssh.com",
          "aes128-gcm@openssh.com", "chacha20-poly1305@openssh.com"})
        row(cipher, u"-t ed25519 -Z "_s + QString::fromLatin1(cipher), true, "ssh-ed25519");
}

void TestPrivateKey::everyFormatAndCipherIsRead()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, encrypted);
    QFETCH(QByteArray, type);
    const QString name = u"key%1"_s.arg(QRandomGenerator::global()->generate());
    const QString passphrase = encrypted ? u"pass phrase \u00e9 '$1"_s : QString();
    QVERIFY(keygen(arguments + QStringList{u"-q"_s, u"-a"_s, u"4"_s, u"-C"_s, u"someone"_s, u"-N"_s,
                                           passphrase, u"-f"_s, m_dir.filePath(name)}));
    const Secret file(content(name));
    const Secret right(passphrase.toUtf8());
    const Secret wrong{QByteArrayView("wrong")};
    if (encrypted) {
        QCOMPARE(PrivateKey::read(file, nullptr).trouble, PrivateKey::Trouble::NeedsPassphrase);
        QVERIFY(!PrivateKey::read(file, &wrong).key);
        QCOMPARE(PrivateKey::read(file, &wrong).trouble, PrivateKey::Trouble::WrongPassphrase);
    }
    const auto reading = PrivateKey::read(file, encrypted ? &right : nullptr);
    QVERIFY2(reading.key.has_value(), qPrintable(reading.detail));
    QCOMPARE(reading.key->type(), type);
    QCOMPARE(reading.key->publicBlob().toBase64(), content(name + u".pub"_s).split(' ').value(1));
    const QByteArray algorithm = type == "ssh-rsa" ? QByteArray("rsa-sha2-512") : type;
    const auto signature = reading.key->sign(algorithm, "data");
    QVERIFY(signature && !signature->isEmpty());
}

void TestPrivateKey::whatIsNoPrivateKeySaysWhatItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PrivateKey::Trouble>("trouble");
    using Trouble = PrivateKey::Trouble;
    QTest::newRow("empty") << QByteArray() << Trouble::NotAKey;
    QTest::newRow("text") << QByteArray("hello") << Trouble::NotAKey;
    QTest::newRow("PuTTY") << QByteArray("PuTTY-User-Key-File-3: ssh-rsa\r\n") << Trouble::PuttyFormat;
    QTest::newRow("public") << QByteArray("ssh-ed25519 AAAA me") << Trouble::PublicHalf;
    QTest::newRow("head only") << QByteArray("-----BEGIN OPENSSH PRIVATE KEY-----\n") << Trouble::NotAKey;
    QTest::newRow("nothing inside")
        << QByteArray("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n")
        << Trouble::NotAKey;
}

void TestPrivateKey::whatIsNoPrivateKeySaysWhatItIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(PrivateKey::Trouble, trouble);
    const auto reading = PrivateKey::read(Secret(bytes), nullptr);
    QVERIFY(!reading.key);
    QCOMPARE(reading.trouble, trouble);
}

void TestPrivateKey::aDamagedKeyIsAnErrorWhereverItIsCut()
{
    const QString name = u"damaged"_s;
    QVERIFY(keygen({u"-q"_s, u"-t"_s, u"ecdsa"_s, u"-N"_s, u""_s, u"-f"_s, m_dir.filePath(name)}));
    const QByteArray whole = content(name);
    const QByteArray head = "-----BEGIN OPENSSH PRIVATE KEY-----\n";
    const QByteArray foot = "\n-----END OPENSSH PRIVATE KEY-----\n";
    const QByteArray inside = QByteArray::fromBase64(
        QByteArray(whole).remove(whole.indexOf("-----END"), 100).remove(0, head.size()));
    for (qsizetype size = 0; size < inside.size() - 24; ++size) { // the last bytes are comment and padding
        const auto reading =
            PrivateKey::read(Secret(QByteArray(head + inside.left(size).toBase64() + foot)), nullptr);
        QVERIFY2(!reading.key, qPrintable(QString::number(size)));
    }
}

void TestPrivateKey::aSecretForgetsNothingOnTheWayAndComparesByContent()
{
    QString typed = u"pa\u00dfwort"_s;
    const Secret secret = Secret::fromText(std::move(typed));
    QVERIFY(typed.isEmpty()); // NOLINT(bugprone-use-after-move): that's what is tested
    QCOMPARE(secret.view().toByteArray(), QByteArray("pa\xC3\x9Fwort"));
    Secret copy = secret;
    QVERIFY(copy == secret);
    copy.truncate(2);
    QCOMPARE(copy.view().toByteArray(), QByteArray("pa"));
    QVERIFY(!(copy == secret));
    QVERIFY(Secret().isEmpty());
}

QTEST_GUILESS_MAIN(TestPrivateKey)
#include "tst_privatekey.moc"
