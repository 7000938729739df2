#include "tests/lab/standin/AdminPage.h"
#include "tests/lab/standin/DataSync.h"
#include "tests/lab/standin/MailServer.h"
#include "tests/lab/standin/SettingsSync.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSocketNotifier>
#include <QTextStream>

#include <csignal>
#include <cstring>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace standin;

namespace {

constexpr char help[] =
    R"(mfilter-standin is NOT m-FILTER. It stands in for it in a test lab and is built from the vendor's public FAQ 2578 alone:
whatever it does beyond the FAQ is made up, and nothing about the product can be learnt from it.

  mfilter-standin serve INSTALL-DIR                              runs in the foreground (systemd's mfilter.service)
  mfilter-standin settings-sync enable|disable|status INSTALL-DIR   status: exit 0 enabled, 3 disabled
  mfilter-standin --help
)";

int complain(const QString& what)
{
    QTextStream(stderr) << "mfilter-standin: " << what << '\n';
    return 1;
}

/// sd_notify(3) in the few lines that it takes.
void tellSystemd(const QByteArray& words)
{
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (path.isEmpty() || size_t(path.size()) >= sizeof address.sun_path)
        return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    if (address.sun_path[0] == '@')
        address.sun_path[0] = 0;
    const int fd = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    (void)::sendto(fd, words.constData(), size_t(words.size()), MSG_NOSIGNAL,
                   reinterpret_cast<sockaddr*>(&address),
                   socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size())));
    ::close(fd);
}

int serve(QCoreApplication& app, const QString& dir)
{
    // A stop comes between two events: a mail is taken whole or not at all.
    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTERM);
    sigaddset(&stops, SIGINT);
    sigprocmask(SIG_BLOCK, &stops, nullptr);
    QSocketNotifier stop(::signalfd(-1, &stops, SFD_CLOEXEC), QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &app, &QCoreApplication::quit);

    const auto read = Installation::read(dir);
    if (!read)
        return complain(read.error().render(ruw::Language::English));
    const Installation& own = read.value();
    for (const QString& needed :
         QStringList{own.queueDir(), own.archiveDir(), own.dataDir + u"/log"_s, own.dir + u"/var"_s})
        QDir().mkpath(needed);

    SettingsSync settings(own);
    DataSync data(own);
    MailServer mail(own);
    AdminPage admin(own);
    if (!settings.start())
        return complain(u"the settings port %1 is taken"_s.arg(own.settingsPort()));
    if (own.dataSync()) {
        if (const QString trouble = data.start(); !trouble.isEmpty())
            return complain(trouble);
    }
    if (!mail.start() || !admin.start())
        return complain(
            u"the mail port %1 or the admin port %2 is taken"_s.arg(own.smtpPort).arg(own.adminPort));
    tellSystemd("READY=1");
    return app.exec();
}

int settingsSync(const QString& what, const QString& dir)
{
    const auto read = Installation::read(dir);
    if (!read)
        return complain(read.error().render(ruw::Language::English));
    const QString mark = read->state(u"settings-sync-disabled"_s);
    if (what == u"enable"_s) {
        QFile::remove(mark);
    } else if (what == u"disable"_s) {
        if (!writeDurably(mark, "disabled\n"))
            return complain(mark + u" can't be written"_s);
    } else if (what != u"status"_s) {
        return complain(u"enable, disable or status"_s);
    }
    const bool enabled = read->settingsSyncEnabled();
    QTextStream(stdout) << (enabled ? "enabled\n" : "disabled\n");
    return what == u"status"_s && !enabled ? 3 : 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.size() == 2 && words[0] == u"serve"_s)
        return serve(app, words[1]);
    if (words.size() == 3 && words[0] == u"settings-sync"_s)
        return settingsSync(words[1], words[2]);
    QTextStream(stdout) << help;
    return words == QStringList{u"--help"_s} ? 0 : 2;
}
