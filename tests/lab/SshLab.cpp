#include "SshLab.h"

#include <QCoreApplication>
#include <QDebug>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <crypt.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int firstUid = 61001;

bool writeFile(const QString& path, const QByteArray& bytes, QFile::Permissions permissions)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
           file.setPermissions(permissions);
}

constexpr auto readable = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
constexpr auto secret = QFile::ReadOwner | QFile::WriteOwner;

int freePort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{AF_INET, 0, {htonl(INADDR_LOOPBACK)}, {}};
    socklen_t size = sizeof address;
    (void)::bind(fd, reinterpret_cast<sockaddr*>(&address), size);
    (void)::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(fd);
    return ntohs(address.sin_port);
}

/// $1: the lab's folder. Everything it mounts is seen by the lab alone.
constexpr char launcher[] = R"SH(
mount --make-rprivate /
for f in passwd group shadow sudoers; do mount --bind "$1/etc/$f" "/etc/$f" || exit 1; done
mount -t tmpfs tmpfs /run && mkdir /run/sshd || exit 1
if [ -e "$1/own-network" ]; then ip link set lo up; fi
exec /usr/sbin/sshd -D -e -f "$1/sshd_config"
)SH";

} // namespace

bool runTool(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool ok =
        process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!ok)
        qWarning().noquote() << program << arguments << process.readAllStandardError();
    return ok;
}

QString SshLab::whyNot()
{
    if (::geteuid() != 0)
        return u"The SSH lab needs root: it starts sshd with users of its own."_s;
    if (!QFile::exists(u"/usr/sbin/sshd"_s))
        return u"The SSH lab needs sshd (Debian package openssh-server)."_s;
    for (const QString& tool : {u"ssh-keygen"_s, u"unshare"_s, u"mount"_s, u"sudo"_s, u"pgrep"_s}) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            return u"The SSH lab needs "_s + tool + u'.';
    }
    QProcess probe;
    probe.start(u"unshare"_s, {u"--mount"_s, u"--pid"_s, u"--fork"_s, u"--mount-proc"_s, u"true"_s});
    if (!probe.waitForFinished() || probe.exitCode() != 0)
        return u"The SSH lab needs mount and process namespaces, which are not allowed here."_s;
    return {};
}

SshLab::SshLab(Options options) : m_options(std::move(options))
{
    static int labs = 0;
    m_number = ++labs;
}

SshLab::~SshLab()
{
    m_process.kill(); // --kill-child: everything in the namespace goes with it
    m_process.waitForFinished();
    // Whatever start() got to: our end of the cable (gone with the other end, but not at once), the namespace's name.
    if (QFile::exists(u"/sys/class/net/"_s + cable()))
        (void)runTool(u"ip"_s, {u"link"_s, u"delete"_s, cable()});
    if (QFile::exists(u"/run/netns/"_s + cable()))
        (void)runTool(u"ip"_s, {u"netns"_s, u"delete"_s, cable()});
}

QString SshLab::address() const
{
    return m_options.ownNetwork ? u"198.51.100.2"_s : u"127.0.0.1"_s;
}

QString SshLab::cable() const
{
    return u"ruw%1n%2"_s.arg(::getpid() % 10'000'000).arg(m_number % 100);
}

bool SshLab::writeFiles()
{
    QDir dir(m_dir.path());
    if (!m_dir.isValid() || !dir.mkpath(u"etc"_s) || !dir.mkpath(u"home"_s))
        return false;
    QFile::setPermissions(m_dir.path(), readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);

    QByteArray passwd = "root:x:0:0:root:" + home(u"root"_s).toUtf8() +
                        ":/bin/bash\nsshd:x:104:65534::/run/sshd:/usr/sbin/nologin\n";
    QByteArray group = "root:x:0:\nnogroup:x:65534:\nshadow:x:42:\n";
    QByteArray shadow = "root:*:19000:0:99999:7:::\nsshd:*:19000:0:99999:7:::\n";
    QByteArray sudoers =
        "Defaults env_reset\nDefaults use_pty\nDefaults secure_path=\"/usr/sbin:/usr/bin:/sbin:/bin\"\n"
        "root ALL=(ALL:ALL) ALL\n";
    int uid = firstUid;
    if (!dir.mkpath(home(u"root"_s) + u"/.ssh"_s))
        return false;
    for (const LabUser& user : m_options.users) {
        const QByteArray name = user.name.toUtf8();
        const QByteArray id = QByteArray::number(uid);
        crypt_data data{};
        const QByteArray hash = ::crypt_r(user.password.constData(), "$5$rounds=1000$labsalt$", &data);
        const QString homeDir = home(user.name);
        passwd += name + ":x:" + id + ':' + id + "::" + homeDir.toUtf8() + ':' + user.shell.toUtf8() + '\n';
        group += name + ":x:" + id + ":\n";
        shadow += name + ':' + hash + (user.passwordExpired ? ":0" : ":19000") + ":0:99999:7:::\n";
        if (!user.sudoers.isEmpty())
            sudoers += user.sudoers + '\n';
        if (!dir.mkpath(homeDir + u"/.ssh"_s) || !writeFile(homeDir + u"/.bashrc"_s, user.bashrc, readable))
            return false;
        for (const QString& owned : QStringList{homeDir, homeDir + u"/.ssh"_s, homeDir + u"/.bashrc"_s}) {
            if (::chown(owned.toUtf8().constData(), uid_t(uid), gid_t(uid)) != 0)
                return false;
        }
        ++uid;
    }
    m_port = m_options.ownNetwork ? 22 : freePort();
    QByteArray config = "Port " + QByteArray::number(m_port) + "\nListenAddress " + address().toLatin1() +
                        "\nPidFile none\nUsePAM yes\nStrictModes no\nPermitRootLogin prohibit-password\n"
                        "LogLevel VERBOSE\nKbdInteractiveAuthentication yes\nPrintMotd no\nUseDNS no\n"
                        "AuthorizedKeysFile %h/.ssh/authorized_keys\n";
    for (const QString& type : m_options.hostKeys) {
        const QString file = path(u"host_"_s + type);
        const QString bits = type == u"rsa" ? u"2048"_s : u"256"_s; // a default RSA key takes seconds
        if (!runTool(u"ssh-keygen"_s,
                     {u"-q"_s, u"-t"_s, type, u"-b"_s, bits, u"-N"_s, QString(), u"-f"_s, file}))
            return false;
        config += "HostKey " + file.toUtf8() + '\n';
    }
    if (m_options.ownNetwork && !writeFile(path(u"own-network"_s), {}, readable))
        return false;
    return writeFile(path(u"etc/passwd"_s), passwd, readable) &&
           writeFile(path(u"etc/group"_s), group, readable) &&
           writeFile(path(u"etc/shadow"_s), shadow, secret) &&
           writeFile(path(u"etc/sudoers"_s), sudoers, QFile::ReadOwner | QFile::ReadGroup) &&
           writeFile(path(u"sshd_config"_s), config + m_options.config, readable);
}

bool SshLab::start()
{
    if (!writeFiles())
        return false;
    QStringList arguments = {u"--mount"_s,      u"--pid"_s,  u"--fork"_s, u"--kill-child"_s,
                             u"--mount-proc"_s, u"sh"_s,     u"-c"_s,     QString::fromLatin1(launcher),
                             u"sh"_s,           m_dir.path()};
    if (m_options.ownNetwork) {
        // The namespace lives as long as a process is in it: made first, then wired, then sshd listens there.
        const QString name = cable();
        if (!runTool(u"ip"_s, {u"netns"_s, u"add"_s, name}) ||
            !runTool(u"ip"_s, {u"link"_s, u"add"_s, name, u"type"_s, u"veth"_s, u"peer"_s, u"name"_s,
                               u"eth0"_s, u"netns"_s, name}) ||
            !runTool(u"ip"_s, {u"addr"_s, u"add"_s, u"198.51.100.1/30"_s, u"dev"_s, name}) ||
            !runTool(u"ip"_s, {u"link"_s, u"set"_s, name, u"up"_s}) ||
            !runTool(u"ip"_s,
                     {u"-n"_s, name, u"addr"_s, u"add"_s, u"198.51.100.2/30"_s, u"dev"_s, u"eth0"_s}) ||
            !runTool(u"ip"_s, {u"-n"_s, name, u"link"_s, u"set"_s, u"eth0"_s, u"up"_s}))
            return false;
        arguments = QStringList{u"netns"_s, u"exec"_s, name, u"unshare"_s} + arguments;
    }
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // A test that crashes takes its lab with it.
    m_process.setChildProcessModifier([] { (void)::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(m_options.ownNetwork ? u"ip"_s : u"unshare"_s, arguments);
    const bool listening = waitForLog("Server listening");
    if (m_options.ownNetwork)
        (void)runTool(u"ip"_s,
                      {u"netns"_s, u"delete"_s, cable()}); // its name only: it lives on while sshd runs
    return listening;
}

QByteArray SshLab::hostKey(const QString& type) const
{
    QFile file(path(u"host_"_s + type + u".pub"_s));
    return file.open(QIODevice::ReadOnly) ? QByteArray::fromBase64(file.readAll().split(' ').value(1))
                                          : QByteArray();
}

QString SshLab::knownHosts(const QString& name) const
{
    QByteArray lines;
    for (const QString& type : m_options.hostKeys) {
        QFile file(path(u"host_"_s + type + u".pub"_s));
        if (file.open(QIODevice::ReadOnly))
            lines += (m_port == 22 ? address() : u"[%1]:%2"_s.arg(address()).arg(m_port)).toUtf8() + ' ' +
                     file.readAll();
    }
    writeFile(path(name), lines, secret);
    return path(name);
}

QString SshLab::makeKey(const QString& name, const QStringList& keygenArguments,
                        const QStringList& users) const
{
    const QString file = path(name);
    if (!runTool(u"ssh-keygen"_s, QStringList{u"-q"_s, u"-a"_s, u"4"_s, u"-f"_s, file} + keygenArguments))
        return {};
    QFile pub(file + u".pub"_s);
    if (!pub.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = pub.readAll();
    for (const QString& user : users) {
        QFile authorized(home(user) + u"/.ssh/authorized_keys"_s);
        if (!authorized.open(QIODevice::Append) || authorized.write(line) < 0)
            return {};
        authorized.setPermissions(readable);
    }
    return file;
}

QByteArray SshLab::log()
{
    m_process.waitForReadyRead(0);
    m_log += m_process.readAll();
    return m_log;
}

bool SshLab::waitForLog(const QByteArray& words, int count)
{
    QElapsedTimer timer;
    timer.start();
    while (log().count(words) < count) {
        if (timer.elapsed() > 15'000 || m_process.state() == QProcess::NotRunning) {
            qWarning().noquote() << "waited for" << words << "in" << m_log;
            return false;
        }
        m_process.waitForReadyRead(50);
    }
    return true;
}

void SshLab::killSessions()
{
    // The listening sshd is the lab's first process; every other sshd of its process namespace belongs to a session.
    QProcess find;
    find.start(u"pgrep"_s, {u"-P"_s, QString::number(m_process.processId()), u"-x"_s, u"sshd"_s});
    find.waitForFinished();
    const QString listener = QString::fromLatin1(find.readAllStandardOutput()).trimmed();
    if (listener.isEmpty())
        return;
    find.start(u"pgrep"_s, {u"--ns"_s, listener, u"--nslist"_s, u"pid"_s, u"-x"_s, u"sshd"_s});
    find.waitForFinished();
    QStringList sessions = QString::fromLatin1(find.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    sessions.removeAll(listener);
    for (const QString& pid : sessions)
        (void)::kill(pid.toInt(), SIGKILL);
}

void SshLab::unplug() const
{
    (void)runTool(u"ip"_s, {u"link"_s, u"set"_s, cable(), u"down"_s});
}
