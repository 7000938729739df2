#include "wizard/widgets/NodeFields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int highestPort = 65535;
constexpr int mostMinutes = 24 * 60;

template <auto Member> QString get(const Node& node)
{
    return node.*Member;
}
template <auto Member> bool set(Node& node, const QString& text)
{
    node.*Member = text.trimmed();
    return true;
}

template <auto Part, auto Member> QString getOf(const Node& node)
{
    return node.*Part.*Member;
}
template <auto Part, auto Member> bool setOf(Node& node, const QString& text)
{
    node.*Part.*Member = text.trimmed();
    return true;
}

template <auto Member> QString getSsh(const Node& node)
{
    return node.ssh ? *node.ssh.*Member : QString();
}
template <auto Member> bool setSsh(Node& node, const QString& text)
{
    if (!node.ssh)
        node.ssh = SshSettings{};
    *node.ssh.*Member = text.trimmed();
    return true;
}

/// What was typed as a number: nothing, a whole number from 1 to `most` (full-width digits too), or neither.
struct Typed {
    bool readable = false;
    std::optional<int> number;
};
Typed typedNumber(const QString& text, int most)
{
    const QString plain = text.normalized(QString::NormalizationForm_KC).trimmed();
    if (plain.isEmpty())
        return {true, {}};
    bool ok = false;
    const int value = plain.toInt(&ok);
    if (!ok || value < 1 || value > most)
        return {};
    return {true, value};
}

template <auto Member> QString getNumber(const Node& node)
{
    return node.*Member ? QString::number(*(node.*Member)) : QString();
}
template <auto Member, int most> bool setNumber(Node& node, const QString& text)
{
    const Typed typed = typedNumber(text, most);
    if (typed.readable)
        node.*Member = typed.number;
    return typed.readable;
}

QString getSshPort(const Node& node)
{
    return node.ssh && node.ssh->port != SshSettings().port ? QString::number(node.ssh->port) : QString();
}
bool setSshPort(Node& node, const QString& text)
{
    const Typed typed = typedNumber(text, highestPort);
    if (!typed.readable)
        return false;
    if (!node.ssh)
        node.ssh = SshSettings{};
    node.ssh->port = typed.number.value_or(SshSettings().port);
    return true;
}

QString getSyncAddresses(const Node& node)
{
    return node.syncAddresses.join(u", "_s);
}
bool setSyncAddresses(Node& node, const QString& text)
{
    node.syncAddresses.clear();
    const QString plain = text.normalized(QString::NormalizationForm_KC).replace(u'、', u',');
    for (const QString& address : plain.split(u',')) {
        if (!address.trimmed().isEmpty())
            node.syncAddresses.append(address.trimmed());
    }
    return true;
}

} // namespace

const QList<NodeField>& nodeFields()
{
    using T = NodeField::Tab;
    using E = NodeField::Error;
    using N = Node;
    using S = ServiceCommands;
    using Y = SettingsSyncCommands;
    // name, tab, label, example, monospace, sshOnly, file, error, get, set
    static const QList<NodeField> fields{
        {"sshUserEdit", T::Access, QT_TRANSLATE_NOOP("ruw::NodeFields", "User"), "root", true, true, false,
         E::None, getSsh<&SshSettings::user>, setSsh<&SshSettings::user>},
        {"sshPortEdit", T::Access, QT_TRANSLATE_NOOP("ruw::NodeFields", "SSH port"), "22", true, true, false,
         E::Port, getSshPort, setSshPort},
        {"sshKeyEdit", T::Access, QT_TRANSLATE_NOOP("ruw::NodeFields", "Private key file"), "", true, true,
         true, E::None, getSsh<&SshSettings::keyFile>, setSsh<&SshSettings::keyFile>},
        {"sshJumpEdit", T::Access, QT_TRANSLATE_NOOP("ruw::NodeFields", "Jump host (user@host:port)"), "",
         true, true, false, E::None, getSsh<&SshSettings::jump>, setSsh<&SshSettings::jump>},
        {"configEdit", T::Access,
         QT_TRANSLATE_NOOP("ruw::NodeFields", "Copy of mf_replica.def on this machine"), "", true, false,
         true, E::None, get<&N::config>, set<&N::config>},
        {"adminUrlEdit", T::Access, QT_TRANSLATE_NOOP("ruw::NodeFields", "Address of the admin screen"),
         "https://mf1.example.com/", true, false, false, E::None, get<&N::adminUrl>, set<&N::adminUrl>},

        {"installDirEdit", T::Directories, QT_TRANSLATE_NOOP("ruw::NodeFields", "Install directory"), "",
         true, false, false, E::None, get<&N::installDir>, set<&N::installDir>},
        {"targetInstallDirEdit", T::Directories,
         QT_TRANSLATE_NOOP("ruw::NodeFields", "Install directory after the upgrade, if it changes"), "", true,
         false, false, E::None, get<&N::targetInstallDir>, set<&N::targetInstallDir>},
        {"queueDirEdit", T::Directories, QT_TRANSLATE_NOOP("ruw::NodeFields", "Queue directory"), "", true,
         false, false, E::None, get<&N::queueDir>, set<&N::queueDir>},
        {"archiveDirEdit", T::Directories, QT_TRANSLATE_NOOP("ruw::NodeFields", "Archive directory (master)"),
         "", true, false, false, E::None, get<&N::archiveDir>, set<&N::archiveDir>},

        {"serviceStopEdit", T::Service, QT_TRANSLATE_NOOP("ruw::NodeFields", "Stop the service"), "", true,
         false, false, E::None, getOf<&N::service, &S::stop>, setOf<&N::service, &S::stop>},
        {"serviceStartEdit", T::Service, QT_TRANSLATE_NOOP("ruw::NodeFields", "Start the service"), "", true,
         false, false, E::None, getOf<&N::service, &S::start>, setOf<&N::service, &S::start>},
        {"serviceStatusEdit", T::Service, QT_TRANSLATE_NOOP("ruw::NodeFields", "Ask whether it runs"), "",
         true, false, false, E::None, getOf<&N::service, &S::status>, setOf<&N::service, &S::status>},
        {"bootOffEdit", T::Service, QT_TRANSLATE_NOOP("ruw::NodeFields", "Switch start at boot off"), "",
         true, false, false, E::None, getOf<&N::service, &S::bootOff>, setOf<&N::service, &S::bootOff>},
        {"bootOnEdit", T::Service, QT_TRANSLATE_NOOP("ruw::NodeFields", "Switch start at boot on"), "", true,
         false, false, E::None, getOf<&N::service, &S::bootOn>, setOf<&N::service, &S::bootOn>},
        {"bootStatusEdit", T::Service, QT_TRANSLATE_NOOP("ruw::NodeFields", "Ask whether it starts at boot"),
         "", true, false, false, E::None, getOf<&N::service, &S::bootStatus>,
         setOf<&N::service, &S::bootStatus>},

        {"installerEdit", T::Installer, QT_TRANSLATE_NOOP("ruw::NodeFields", "Installer on the node"), "",
         true, false, false, E::None, get<&N::installer>, set<&N::installer>},
        {"installMinutesEdit", T::Installer, QT_TRANSLATE_NOOP("ruw::NodeFields", "Minutes it takes"), "",
         true, false, false, E::Minutes, getNumber<&N::installMinutes>,
         setNumber<&N::installMinutes, mostMinutes>},
        {"installCommandEdit", T::Installer,
         QT_TRANSLATE_NOOP("ruw::NodeFields", "Command that installs without asking anything"), "", true,
         false, false, E::None, get<&N::installCommand>, set<&N::installCommand>},
        {"versionCommandEdit", T::Installer,
         QT_TRANSLATE_NOOP("ruw::NodeFields", "Command that prints the version"), "", true, false, false,
         E::None, get<&N::versionCommand>, set<&N::versionCommand>},

        {"syncAddressesEdit", T::Sync,
         QT_TRANSLATE_NOOP("ruw::NodeFields", "Addresses used for sync, if others"), "", true, false, false,
         E::None, getSyncAddresses, setSyncAddresses},
        {"smtpPortEdit", T::Sync, QT_TRANSLATE_NOOP("ruw::NodeFields", "SMTP port"), "25", true, false, false,
         E::Port, getNumber<&N::smtpPort>, setNumber<&N::smtpPort, highestPort>},
        {"syncDisableEdit", T::Sync, QT_TRANSLATE_NOOP("ruw::NodeFields", "Disable settings sync (FAQ 4105)"),
         "", true, false, false, E::None, getOf<&N::settingsSync, &Y::disable>,
         setOf<&N::settingsSync, &Y::disable>},
        {"syncEnableEdit", T::Sync, QT_TRANSLATE_NOOP("ruw::NodeFields", "Enable settings sync"), "", true,
         false, false, E::None, getOf<&N::settingsSync, &Y::enable>, setOf<&N::settingsSync, &Y::enable>},
        {"syncStatusEdit", T::Sync, QT_TRANSLATE_NOOP("ruw::NodeFields", "Ask whether settings sync is on"),
         "", true, false, false, E::None, getOf<&N::settingsSync, &Y::status>,
         setOf<&N::settingsSync, &Y::status>},
    };
    return fields;
}

} // namespace ruw
