// What the lines of a replica config mean, and what is wrong in them.
#include "core/product/ReplicaConfig.h"

#include "core/product/ConfigEntry.h"
#include "core/product/ConfigFindingList.h"
#include "core/product/PeerAddress.h"
#include "core/product/SyncPorts.h"

#include <QHash>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using DataSync = ReplicaConfig::DataSync;
using Line = ReplicaConfig::Line;
using Entry = ConfigEntry;

/// Gathers the entries of one config and says what is wrong in them.
class Interpreter {
public:
    Interpreter(const QList<Line>& lines, TextEncoding encoding) : m_lines(lines), m_encoding(encoding), m_found(encoding)
    {
    }

    void run()
    {
        gather();
        readSwitch();
        readPeers();
        readDataPorts();
        reportSharedPorts();
        reportDuplicates();
        findings = m_found.all();
    }

    DataSync dataSync = DataSync::Unset;
    int dataSyncLine = 0;
    QList<ReplicaConfig::Peer> peers;
    QList<ReplicaConfig::Port> ports;
    QList<Finding> findings;
    bool namesSomething = false; ///< that the FAQ lists, in whatever case
    bool hasContent = false;     ///< a line that is no comment

private:
    void gather();
    void readSwitch();
    void readPeers();
    void readPeer(const Entry& entry);
    void addSettingsPort(std::optional<int> port, bool fromFile, int line);
    void readDataPorts();
    void reportSharedPorts();
    void reportDuplicates();

    bool differ(const QString& key) const;

    const QList<Line>& m_lines;
    TextEncoding m_encoding;
    QMap<QString, QList<Entry>> m_entries; ///< by key
    QList<Entry> m_peerEntries;            ///< in the order of the file
    ConfigFindingList m_found;
};

bool Interpreter::differ(const QString& key) const
{
    const QList<Entry> entries = m_entries.value(key);
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& entry) { return entry.value != entries.first().value; });
}

void Interpreter::gather()
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        const int number = int(i) + 1;
        hasContent = hasContent || line.kind == Line::Kind::Entry || line.kind == Line::Kind::Unreadable;
        if (line.kind == Line::Kind::Unreadable) {
            m_found.add(u"config-unreadable-line"_s, Severity::Warning, number,
                        Text::tr("This line is neither KEY = VALUE nor a comment: %1").arg(m_found.shown(line.bytes)),
                        Text::tr("Look at the line on the server (full-width characters, a missing \"=\" or \"#\"), "
                                 "and correct it "
                                 "where it is wrong."));
        }
        if (line.kind != Line::Kind::Entry)
            continue;
        const Entry entry{QString::fromLatin1(line.key), line.value, number};
        m_entries[entry.key].append(entry);
        const KeyRole role = roleOf(entry);
        namesSomething = namesSomething || role != KeyRole::Unknown || isOddPeerKey(entry.key);
        switch (role) {
        case KeyRole::Peer:
            m_peerEntries.append(entry);
            break;
        case KeyRole::MiscasedKnown:
            m_found.add(u"config-key-case"_s, Severity::Warning, number,
                        Text::tr("The key %1 is written in another case than the FAQ has it (%2). It is not taken "
                                 "into account.")
                            .arg(m_found.shown(line.key))
                            .arg(m_found.shown(line.key.toUpper())),
                        Text::tr("Write the key in capital letters on the server, or confirm that the product does "
                                 "not use it."));
            break;
        case KeyRole::Unknown:
            m_found.add(u"config-unknown-key"_s, Severity::Info, number,
                        Text::tr("The key %1 is not in the FAQ's list. It is kept as it is.").arg(m_found.shown(line.key)),
                        Text::tr("Nothing to do, unless the key opens another sync port."));
            break;
        case KeyRole::Port:
        case KeyRole::Switch:
            break;
        }
    }
    if (m_encoding == TextEncoding::Unknown) {
        m_found.add(u"config-encoding-unknown"_s, Severity::Info, 0,
                    Text::tr("The encoding of the comments can't be told. Keys and values are read all the same."),
                    Text::tr("Nothing to do: the file is not converted. Some comments can't be shown."));
    }
}

void Interpreter::readSwitch()
{
    const QList<Entry> entries = m_entries.value(dataSyncKey);
    if (entries.isEmpty()) {
        m_found.add(u"config-data-sync-unset"_s, Severity::Warning, 0,
                    Text::tr("ENABLE_REP_DATA is not in the file: whether data sync is enabled is not known. It "
                             "counts as ON."),
                    Text::tr("Find out on the master whether data sync is used, and state it in the file."));
        return;
    }
    dataSyncLine = entries.first().line;
    bool valid = !differ(dataSyncKey);
    for (const Entry& entry : entries) {
        if (isSwitch(entry.value))
            continue;
        valid = false;
        m_found.addBadValue(u"config-invalid-switch"_s, Severity::Warning, entry,
                            isSwitch(beforeTrailingComment(entry.value)), Text::tr("ON or OFF in capital letters"),
                            Text::tr("Write ON or OFF on the server. Until then data sync counts as ON."));
    }
    dataSync = !valid ? DataSync::Invalid : entries.first().value == "ON" ? DataSync::On : DataSync::Off;
}

Text portAllowed()
{
    return Text::tr("a whole number from 1 to 65535 in half-width digits");
}

Text portRemedy()
{
    return Text::tr(
        "Look up the port in use and write its number on the server; without it the port can't be blocked.");
}

void Interpreter::addSettingsPort(std::optional<int> port, bool fromFile, int line)
{
    for (ReplicaConfig::Port& known : ports) {
        if (!port || known.port != port)
            continue;
        if (fromFile && !known.fromFile) {
            known.fromFile = true;
            known.line = line;
        }
        return;
    }
    ports.append({settingsPortKey(), port, fromFile, line});
}

void Interpreter::readPeer(const Entry& entry)
{
    const int defaultPort = syncPorts().first().defaultPort;
    const PeerAddress address = parsePeerAddress(entry.value);
    const Text allowed = Text::tr("address:port, [IPv6 address]:port or host name:port");
    switch (address.hostProblem) {
    case PeerAddress::HostProblem::Missing:
        m_found.add(u"config-invalid-address"_s, Severity::Warning, entry.line,
                    Text::tr("%1 has no value. It is taken for no peer. Allowed: %2.").arg(entry.key).arg(allowed),
                    Text::tr("Where a server is meant, write its address; else nothing to do."));
        return;
    case PeerAddress::HostProblem::BareIpv6:
        m_found.add(u"config-invalid-address"_s, Severity::Blocker, entry.line,
                    Text::tr("The IPv6 address \"%2\" of %1 has no brackets: where the address ends and the port "
                             "begins can't be "
                             "told. Allowed: %3.")
                        .arg(entry.key)
                        .arg(m_found.shown(entry.value))
                        .arg(allowed),
                    Text::tr("Write the address in brackets on the server, such as [2001:db8::2]:14083."));
        addSettingsPort(std::nullopt, true, entry.line);
        return;
    case PeerAddress::HostProblem::Invalid: {
        const QByteArray before = beforeTrailingComment(entry.value);
        m_found.addBadValue(u"config-invalid-address"_s, Severity::Blocker, entry,
                            !before.isEmpty() && !parsePeerAddress(before).host.isEmpty(), allowed,
                            Text::tr("Correct the address on the server."));
        addSettingsPort(address.port, true, entry.line);
        return;
    }
    case PeerAddress::HostProblem::None:
        break;
    }
    if (isOddPeerKey(entry.key)) {
        m_found.add(u"config-peer-key"_s, Severity::Info, entry.line,
                    Text::tr("%1 does not end in a number, but its value reads as a peer. It is taken for one.")
                        .arg(entry.key),
                    Text::tr("Check whether it names a server of the cluster."));
    }
    if (address.port) {
        peers.append({entry.key, address.host, *address.port, true, entry.line});
        addSettingsPort(address.port, true, entry.line);
    } else if (address.portGiven) {
        const bool validWithoutComment =
            parsePeerAddress(beforeTrailingComment(entry.value)).port.has_value();
        m_found.addBadValue(u"config-invalid-port"_s, Severity::Blocker, entry, validWithoutComment, portAllowed(),
                            portRemedy());
        peers.append({entry.key, address.host, 0, true, entry.line});
        addSettingsPort(std::nullopt, true, entry.line);
    } else {
        m_found.add(u"config-port-assumed"_s, Severity::Info, entry.line,
                    Text::tr("%1 names no port. The FAQ's number %2 is assumed.")
                        .arg(entry.key)
                        .arg(QString::number(defaultPort)),
                    Text::tr("Check the port in use."));
        peers.append({entry.key, address.host, defaultPort, false, entry.line});
        addSettingsPort(defaultPort, false, 0);
    }
}

void Interpreter::readPeers()
{
    for (const Entry& entry : std::as_const(m_peerEntries))
        readPeer(entry);
    const int defaultPort = syncPorts().first().defaultPort;
    if (peers.isEmpty() && ports.isEmpty()) {
        addSettingsPort(defaultPort, false, 0);
        m_found.add(u"config-no-peers"_s, Severity::Warning, 0,
                    Text::tr("No REPLICA_SERVER_* line names a peer. The FAQ's settings port %1 is assumed.")
                        .arg(QString::number(defaultPort)),
                    Text::tr("Check whether this is the config of a server in the cluster, and whether settings sync "
                             "is used."));
    }
    QHash<QString, const ReplicaConfig::Peer*> seen;
    for (const ReplicaConfig::Peer& peer : std::as_const(peers)) {
        const QString place = peer.host.toLower() + u' ' + QString::number(peer.port);
        const ReplicaConfig::Peer* const earlier = seen.value(place);
        if (!earlier) {
            seen.insert(place, &peer);
        } else if (earlier->key != peer.key) { // the same key twice is reported as such
            m_found.add(u"config-peer-twice"_s, Severity::Warning, peer.line,
                        Text::tr("%1 (line %2) and %3 (line %4) name the same peer %5.")
                            .arg(earlier->key)
                            .arg(QString::number(earlier->line))
                            .arg(peer.key)
                            .arg(QString::number(peer.line))
                            .arg(peer.host),
                        Text::tr("Check whether another server was meant in one of the lines."));
        }
    }
}

void Interpreter::readDataPorts()
{
    // While data sync is OFF nothing uses these ports.
    const Severity severity = dataSync == DataSync::Off ? Severity::Warning : Severity::Blocker;
    QStringList assumed;
    for (const SyncPort& definition : syncPorts()) {
        if (definition.isSettings())
            continue;
        const QList<Entry> entries = m_entries.value(definition.key);
        if (entries.isEmpty()) {
            assumed.append(u"%1 (%2)"_s.arg(definition.key).arg(definition.defaultPort));
            ports.append({definition.key, definition.defaultPort, false, 0});
            continue;
        }
        for (const Entry& entry : entries) {
            if (parsePort(entry.value))
                continue;
            const bool validWithoutComment = parsePort(beforeTrailingComment(entry.value)).has_value();
            m_found.addBadValue(u"config-invalid-port"_s, severity, entry, validWithoutComment, portAllowed(),
                                portRemedy());
        }
        const Entry& first = entries.first();
        const auto port = differ(definition.key) ? std::nullopt : parsePort(first.value);
        ports.append({definition.key, port, true, first.line});
    }
    if (!assumed.isEmpty()) {
        m_found.add(u"config-port-assumed"_s, Severity::Info, 0,
                    Text::tr("Not in the file; the FAQ's numbers are assumed: %1.").arg(Text::list(assumed)),
                    Text::tr("Check the ports in use. Ports that this version does not know yet need no entry."));
    }
}

void Interpreter::reportSharedPorts()
{
    QMap<int, QList<ReplicaConfig::Port>> byNumber;
    for (const ReplicaConfig::Port& port : std::as_const(ports)) {
        if (port.port)
            byNumber[*port.port].append(port);
    }
    for (auto it = byNumber.cbegin(); it != byNumber.cend(); ++it) {
        const QList<ReplicaConfig::Port>& sharing = it.value();
        if (sharing.size() < 2)
            continue;
        QList<Text> places;
        int line = 0;
        for (const ReplicaConfig::Port& port : sharing) {
            places.append(port.fromFile
                              ? Text::tr("%1 (line %2)").arg(port.key).arg(QString::number(port.line))
                              : Text::tr("%1 (assumed, not in the file)").arg(port.key));
            line = std::max(line, port.line);
        }
        m_found.add(u"config-port-twice"_s, Severity::Warning, line,
                    Text::tr("The port %1 is used by several keys: %2.")
                        .arg(QString::number(it.key()))
                        .arg(Text::list(places)),
                    Text::tr("Check the ports in use; two kinds of sync can hardly share one port."));
    }
}

void Interpreter::reportDuplicates()
{
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        const QList<Entry>& entries = it.value();
        if (entries.size() < 2)
            continue;
        const KeyRole role = roleOf(entries.first());
        const bool conflict = differ(it.key());
        Severity severity = Severity::Warning;
        if (role == KeyRole::Unknown || role == KeyRole::MiscasedKnown)
            severity = Severity::Info;
        else if (role == KeyRole::Port && conflict && dataSync != DataSync::Off)
            severity = Severity::Blocker;
        QStringList lines;
        constexpr qsizetype mostLines = 20;
        for (const Entry& entry : entries.first(std::min(entries.size(), mostLines)))
            lines.append(QString::number(entry.line));
        if (entries.size() > mostLines)
            lines.append(u"..."_s);
        const Text message = conflict
                                 ? Text::tr("%1 stands in several lines with different values (lines %2). "
                                            "Which of them counts is not "
                                            "known.")
                                 : Text::tr("%1 stands in several lines with the same value (lines %2).");
        m_found.add(u"config-duplicate-key"_s, severity, entries.last().line,
                    Text(message).arg(m_found.shown(it.key().toLatin1())).arg(Text::list(lines)),
                    Text::tr("Leave one line with the value in use on the server, and remove the others."));
    }
}

} // namespace

void ReplicaConfig::interpret()
{
    Interpreter interpreter(m_lines, m_encoding);
    interpreter.run();
    m_dataSync = interpreter.dataSync;
    m_dataSyncLine = interpreter.dataSyncLine;
    m_peers = interpreter.peers;
    m_ports = interpreter.ports;
    m_findings = interpreter.findings;
    m_isOfAnotherKind = interpreter.hasContent && !interpreter.namesSomething;
}

} // namespace ruw
