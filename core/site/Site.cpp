#include "core/site/Site.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

QString roleCode(Role role)
{
    return role == Role::Master ? u"master"_s : u"slave"_s;
}

QString osCode(Os os)
{
    return os == Os::Windows ? u"windows"_s : u"linux"_s;
}

QString accessCode(AccessKind access)
{
    switch (access) {
    case AccessKind::Ssh:
        return u"ssh"_s;
    case AccessKind::Files:
        return u"files"_s;
    case AccessKind::Manual:
        return u"manual"_s;
    }
    Q_UNREACHABLE();
}

QString sshAuthCode(SshAuth auth)
{
    switch (auth) {
    case SshAuth::Agent:
        return u"agent"_s;
    case SshAuth::Key:
        return u"key"_s;
    case SshAuth::Password:
        return u"password"_s;
    case SshAuth::KeyboardInteractive:
        return u"keyboard-interactive"_s;
    }
    Q_UNREACHABLE();
}

Text roleText(Role role)
{
    return role == Role::Master ? Text::tr("Master") : Text::tr("Slave");
}

Text osText(Os os)
{
    return Text::verbatim(os == Os::Windows ? u"Windows"_s : u"Linux"_s);
}

Text accessText(AccessKind access)
{
    switch (access) {
    case AccessKind::Ssh:
        return Text::verbatim(u"SSH"_s);
    case AccessKind::Files:
        return Text::tr("Files");
    case AccessKind::Manual:
        return Text::tr("By hand");
    }
    Q_UNREACHABLE();
}

const Node* Site::node(const QString& nodeName) const
{
    const auto it =
        std::find_if(nodes.begin(), nodes.end(), [&](const Node& n) { return n.name == nodeName; });
    return it == nodes.end() ? nullptr : &*it;
}

const Node* Site::master() const
{
    const auto it = std::find_if(nodes.begin(), nodes.end(), [](const Node& n) { return n.isMaster(); });
    return it == nodes.end() ? nullptr : &*it;
}

QList<Node> Site::slaves() const
{
    QList<Node> out;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(out),
                 [](const Node& n) { return !n.isMaster(); });
    return out;
}

QList<Node> Site::mailNodes() const
{
    QList<Node> out;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(out),
                 [](const Node& n) { return n.takesMail; });
    return out;
}

QList<Node> Site::slavesThenMaster() const
{
    QList<Node> out = nodes;
    std::stable_partition(out.begin(), out.end(), [](const Node& n) { return !n.isMaster(); });
    return out;
}

QString Site::absolutePath(const QString& path) const
{
    if (path.isEmpty())
        return {};
    // An empty directory (a site that was never saved) stands for the working directory.
    return QDir::cleanPath(QDir(directory).absoluteFilePath(path));
}

} // namespace ruw
