#include "core/access/ssh/SshLogin.h"

#include "core/access/ssh/PrivateKey.h"
#include "core/access/ssh/SshAgent.h"
#include "core/access/ssh/SshBytes.h"
#include "core/base/Quote.h"
#include "core/base/SafeFile.h"

#include <libssh2.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int mostQuestions = 3; ///< times that one secret is asked for
constexpr qint64 keyFileLimit = 64 * 1024;

using Sign = std::function<std::optional<QByteArray>(const QByteArray& algorithm, QByteArrayView data)>;

/// What the signing callback works with.
struct Signing {
    QByteArray algorithm;
    const Sign& sign;
    bool asked = false; ///< the server would take this key
};

LIBSSH2_USERAUTH_PUBLICKEY_SIGN_FUNC(signData)
{
    (void)session;
    auto* signing = static_cast<Signing*>(*abstract);
    signing->asked = true;
    const auto signature = signing->sign(signing->algorithm, QByteArrayView(data, qsizetype(data_len)));
    if (!signature)
        return -1;
    *sig = reinterpret_cast<unsigned char*>(SshConnection::copyForLibssh2(*signature));
    *sig_len = size_t(signature->size());
    return *sig ? 0 : -1;
}

/// RSA keys sign with SHA-2 on every server that knows it; servers of before 2016, and Dropbear, know SHA-1 only.
QList<QByteArray> algorithmsFor(const QByteArray& keyType, const QByteArray& banner)
{
    if (keyType != "ssh-rsa")
        return {keyType};
    constexpr QByteArrayView openSsh("SSH-2.0-OpenSSH_");
    if (banner.startsWith(openSsh)) {
        const QList<QByteArray> version = banner.mid(openSsh.size()).split('.');
        const int major = version.value(0).toInt();
        const int minor = version.value(1).left(1).toInt();
        return {major > 7 || (major == 7 && minor >= 2) ? "rsa-sha2-512" : "ssh-rsa"};
    }
    if (banner.contains("dropbear"))
        return {"ssh-rsa", "rsa-sha2-256"};
    return {"rsa-sha2-512", "ssh-rsa"};
}

/// The key's blob with another type string in front: the way to make libssh2 1.10 ask for an RSA signature with SHA-2.
/// OpenSSH reads the name of an algorithm as the key's type too.
QByteArray relabelled(const QByteArray& blob, const QByteArray& algorithm)
{
    SshReader in(blob);
    (void)in.string();
    QByteArray out;
    putString(out, algorithm);
    out.append(in.rest().data(), in.rest().size());
    return out;
}

SshFault faultOf(PrivateKey::Trouble trouble)
{
    switch (trouble) {
    case PrivateKey::Trouble::NeedsPassphrase:
        return SshFault::NoSecret;
    case PrivateKey::Trouble::WrongPassphrase:
        return SshFault::WrongPassphrase;
    case PrivateKey::Trouble::UnsupportedCipher:
        return SshFault::KeyFileCipher;
    case PrivateKey::Trouble::UnsupportedType:
        return SshFault::KeyFileType;
    case PrivateKey::Trouble::PuttyFormat:
        return SshFault::KeyFilePutty;
    case PrivateKey::Trouble::PublicHalf:
        return SshFault::KeyFilePublic;
    case PrivateKey::Trouble::NotAKey:
        break;
    }
    return SshFault::KeyFileUnknown;
}

/// The public half that lies beside a key file, to find the key in an agent. Empty: there is none.
QByteArray publicHalf(const QString& keyFile)
{
    if (keyFile.isEmpty())
        return {};
    const QString path = keyFile.endsWith(".pub"_L1) ? keyFile : keyFile + u".pub"_s;
    const auto text = readWholeFile(path, keyFileLimit);
    return text ? QByteArray::fromBase64(text->simplified().split(' ').value(1)) : QByteArray();
}

} // namespace

SshLogin::SshLogin(SshConnection& connection, SshSecrets& secrets, Patience& patience)
    : m_connection(connection), m_secrets(secrets), m_patience(patience),
      m_user(connection.target().user.toUtf8())
{
}

Status SshLogin::run()
{
    for (const SshAuth way : m_connection.target().ways) {
        switch (by(way)) {
        case Answer::In:
            return success();
        case Answer::Partly:
        case Answer::Failed:
            return *m_error;
        case Answer::Refused:
            break;
        }
    }
    return *m_error;
}

SshLogin::Answer SshLogin::by(SshAuth way)
{
    if (way == SshAuth::Agent || way == SshAuth::Key) {
        const Answer answer = way == SshAuth::Agent ? byAgent() : byKeyFile();
        return answer == Answer::Partly ? another(u"publickey"_s) : answer;
    }
    bool loggedIn = false;
    const auto offered = methods(loggedIn);
    if (!offered)
        return Answer::Failed;
    if (loggedIn)
        return Answer::In;
    // A server that has only keyboard-interactive answers the password call like a wrong password: so the list first.
    // Either way serves where the other is switched off: both ask for the same password.
    const bool wantsPassword = way == SshAuth::Password;
    const QString first = wantsPassword ? u"password"_s : u"keyboard-interactive"_s;
    const QString second = wantsPassword ? u"keyboard-interactive"_s : u"password"_s;
    const QString chosen = offered->contains(first) ? first : second;
    if (!offered->contains(chosen))
        return refused(SshFault::MethodNotOffered, offered->join(u", "_s));
    const Answer answer = chosen == u"password" ? byPassword() : byQuestions();
    return answer == Answer::Partly ? another(chosen) : answer;
}

SshLogin::Answer SshLogin::another(const QString& taken)
{
    bool loggedIn = false;
    const auto offered = methods(loggedIn);
    if (!offered)
        return Answer::Failed;
    const Answer answer = offered->contains(u"password"_s) && taken != u"password" ? byPassword()
                          : offered->contains(u"keyboard-interactive"_s)           ? byQuestions()
                                                                                   : Answer::Partly;
    if (answer == Answer::Partly)
        return failed(SshFault::MoreNeeded, offered->join(u", "_s));
    return answer;
}

SshLogin::Answer SshLogin::byAgent()
{
    auto agent = SshAgent::connect(m_patience);
    const auto keys = agent ? agent->keys(m_patience) : std::nullopt;
    if (m_patience.state() == Patience::State::Stopped)
        return failed(SshFault::Stopped);
    if (!keys)
        return refused(SshFault::NoAgent);
    QList<SshAgent::Key> ordered = *keys;
    // Each key that is offered counts as a try: a key file that is named as well picks the key out of a full agent.
    if (const QByteArray wanted = publicHalf(m_connection.target().keyFile); !wanted.isEmpty()) {
        std::stable_partition(ordered.begin(), ordered.end(),
                              [&](const SshAgent::Key& key) { return key.blob == wanted; });
    }
    if (ordered.isEmpty())
        return refused(SshFault::NoAgentKey);
    Answer answer = Answer::Refused;
    for (const SshAgent::Key& key : ordered) {
        answer = byKey(key.blob, [&](const QByteArray& algorithm, QByteArrayView data) {
            return agent->sign(key.blob, algorithm, data, m_patience);
        });
        if (answer != Answer::Refused)
            break;
    }
    return answer;
}

SshLogin::Answer SshLogin::byKeyFile()
{
    const SshTarget& target = m_connection.target();
    const QString path = shownSafely(target.keyFile);
    if (target.keyFile.isEmpty())
        return refused(SshFault::KeyFileNotGiven);
    auto bytes = readWholeFile(target.keyFile, keyFileLimit);
    if (!bytes) {
        m_error = m_connection.error(SshFault::KeyFileUnreadable, bytes.error().what);
        return Answer::Refused;
    }
    const Secret file{QByteArrayView(*bytes)};
    wipe(bytes.value().data(), size_t(bytes.value().size()));

    PrivateKey::Reading reading = PrivateKey::read(file, nullptr);
    for (int i = 0; i < mostQuestions && !reading.key; ++i) {
        if (reading.trouble != PrivateKey::Trouble::NeedsPassphrase &&
            reading.trouble != PrivateKey::Trouble::WrongPassphrase)
            break;
        const auto passphrase = m_secrets.get(
            target.node, SecretKind::Key, Text::tr("Passphrase of the private key %1").arg(path), m_patience);
        if (m_patience.state() == Patience::State::Stopped)
            return failed(SshFault::Stopped);
        if (!passphrase)
            break;
        reading = PrivateKey::read(file, &*passphrase);
        if (!reading.key && reading.trouble == PrivateKey::Trouble::WrongPassphrase)
            m_secrets.refused(target.node, SecretKind::Key);
    }
    if (!reading.key)
        return refused(faultOf(reading.trouble),
                       reading.detail.isEmpty() ? path : shownSafely(reading.detail));
    return byKey(reading.key->publicBlob(), [&](const QByteArray& algorithm, QByteArrayView data) {
        return reading.key->sign(algorithm, data);
    });
}

SshLogin::Answer SshLogin::byKey(const QByteArray& blob, const Sign& sign)
{
    const char* banner = libssh2_session_banner_get(m_connection.session());
    const QByteArray type = SshReader(blob).string().toByteArray();
    for (const QByteArray& algorithm : algorithmsFor(type, QByteArray(banner))) {
        const QByteArray label = relabelled(blob, algorithm);
        Signing signing{algorithm, sign};
        void* context = &signing;
        const int result = m_connection.drive(m_patience, [&] {
            return libssh2_userauth_publickey(m_connection.session(), m_user.constData(),
                                              reinterpret_cast<const unsigned char*>(label.constData()),
                                              size_t(label.size()), signData, &context);
        });
        if (result == 0)
            return Answer::In;
        if (m_patience.isOver())
            return failedWith(m_patience.state() == Patience::State::Stopped ? SshConnection::stopped
                                                                             : SshConnection::expired);
        if (result != LIBSSH2_ERROR_AUTHENTICATION_FAILED && result != LIBSSH2_ERROR_PUBLICKEY_UNVERIFIED)
            return failedWith(result);
        ++m_refusals;
        bool loggedIn = false;
        const auto offered = methods(loggedIn);
        if (!offered)
            return Answer::Failed;
        // The server wanted the signature and no longer offers keys: it took this one.
        if (signing.asked && !offered->contains(u"publickey"_s))
            return Answer::Partly;
        (void)refused(offered->contains(u"publickey"_s) ? SshFault::KeyRefused : SshFault::MethodNotOffered,
                      offered->join(u", "_s));
        if (!offered->contains(u"publickey"_s))
            break;
    }
    return Answer::Refused;
}

SshLogin::Answer SshLogin::byPassword()
{
    const SshTarget& target = m_connection.target();
    for (int i = 0; i < mostQuestions; ++i) {
        const auto password = m_secrets.get(target.label, SecretKind::Ssh,
                                            Text::tr("Password of %1").arg(target.shown()), m_patience);
        if (m_patience.state() == Patience::State::Stopped)
            return failed(SshFault::Stopped);
        if (!password)
            return refused(i == 0 ? SshFault::NoSecret : SshFault::PasswordRefused);
        const int result = m_connection.drive(m_patience, [&] {
            return libssh2_userauth_password_ex(m_connection.session(), m_user.constData(),
                                                unsigned(m_user.size()), password->data(),
                                                unsigned(password->size()), nullptr);
        });
        if (result == 0)
            return Answer::In;
        if (result != LIBSSH2_ERROR_AUTHENTICATION_FAILED)
            return failedWith(result);
        ++m_refusals;
        bool loggedIn = false;
        const auto offered = i == 0 ? methods(loggedIn) : QStringList{u"password"_s};
        if (!offered)
            return Answer::Failed;
        if (!offered->contains(u"password"_s))
            return Answer::Partly;
        m_secrets.refused(target.label, SecretKind::Ssh);
    }
    return refused(SshFault::PasswordRefused);
}

SshLogin::Answer SshLogin::byQuestions()
{
    const SshTarget& target = m_connection.target();
    for (int i = 0; i < mostQuestions; ++i) {
        bool asked = false;    // for the password, which may be remembered
        bool declined = false; // nobody answered
        m_connection.m_answerPrompts = [&](int count, const LIBSSH2_USERAUTH_KBDINT_PROMPT* prompts,
                                           LIBSSH2_USERAUTH_KBDINT_RESPONSE* responses) {
            for (int p = 0; p < count; ++p) {
                const QString words = shownSafely(
                    QString::fromUtf8(prompts[p].text, qsizetype(prompts[p].length)).trimmed().left(200));
                const Text prompt = Text::tr("%1 asks: %2").arg(target.shown()).arg(words);
                // The first hidden answer is the password; what comes after it is good for one time only.
                const bool password = !asked && prompts[p].echo == 0;
                asked = asked || password;
                const auto answer = declined ? std::nullopt
                                    : password
                                        ? m_secrets.get(target.label, SecretKind::Ssh, prompt, m_patience)
                                        : m_secrets.askOnce(target.label, prompt, m_patience);
                declined = declined || !answer;
                const Secret text = answer.value_or(Secret());
                responses[p].text = SshConnection::copyForLibssh2(text.view());
                responses[p].length = unsigned(text.size());
            }
        };
        const int result = m_connection.drive(m_patience, [&] {
            return libssh2_userauth_keyboard_interactive_ex(m_connection.session(), m_user.constData(),
                                                            unsigned(m_user.size()),
                                                            SshConnection::answerPrompts);
        });
        m_connection.m_answerPrompts = {};
        if (result == 0)
            return Answer::In;
        if (m_patience.state() == Patience::State::Stopped)
            return failed(SshFault::Stopped);
        if (result != LIBSSH2_ERROR_AUTHENTICATION_FAILED)
            return failedWith(result);
        ++m_refusals;
        if (declined)
            return refused(i == 0 ? SshFault::NoSecret : SshFault::PasswordRefused);
        bool loggedIn = false;
        const auto offered = i == 0 ? methods(loggedIn) : QStringList{u"keyboard-interactive"_s};
        if (!offered)
            return Answer::Failed;
        if (!offered->contains(u"keyboard-interactive"_s))
            return Answer::Partly;
        if (asked)
            m_secrets.refused(target.label, SecretKind::Ssh);
    }
    return refused(SshFault::PasswordRefused);
}

std::optional<QStringList> SshLogin::methods(bool& loggedIn)
{
    const char* list = nullptr;
    const int result = m_connection.drive(m_patience, [&] {
        list = libssh2_userauth_list(m_connection.session(), m_user.constData(), unsigned(m_user.size()));
        return list ? 0 : libssh2_session_last_errno(m_connection.session());
    });
    loggedIn = !list && libssh2_userauth_authenticated(m_connection.session()) != 0;
    if (loggedIn)
        return QStringList();
    if (!list) {
        (void)failedWith(result);
        return std::nullopt;
    }
    return shownSafely(QString::fromUtf8(list)).split(u',');
}

SshLogin::Answer SshLogin::refused(SshFault fault, const QString& detail)
{
    m_error = m_connection.error(fault, detail);
    return Answer::Refused;
}

SshLogin::Answer SshLogin::failed(SshFault fault, const QString& detail)
{
    m_error = m_connection.error(fault, detail);
    return Answer::Failed;
}

SshLogin::Answer SshLogin::failedWith(int result)
{
    const Error error = m_connection.errorOf(result);
    // sshd hangs up after MaxAuthTries: that's no lost network.
    if (m_refusals > 0 && error.code == sshFaultCode(SshFault::Lost))
        return failed(SshFault::TooManyTries);
    m_error = error;
    return Answer::Failed;
}

} // namespace ruw
