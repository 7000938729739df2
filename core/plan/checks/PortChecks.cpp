#include "core/base/Quote.h"
#include "core/plan/checks/Check.h"

#include <QMap>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw::checks {

namespace {

bool isFromFile(const PortFact& port)
{
    return port.port.source == FactSource::File;
}

/// Whether the work has to do with this port: with data sync OFF only the settings port has.
bool matters(const SiteFacts& facts, const PortFact& port)
{
    if (port.definition->isSettings())
        return true;
    return facts.countsAsDataSyncOn() && (port.neededBy != NeededBy::Neither || isFromFile(port));
}

/// "14042 (mf1, mf2)" for each number.
Text numbersWithNodes(const QMap<int, QStringList>& nodesOfNumber)
{
    QList<Text> items;
    for (auto it = nodesOfNumber.begin(); it != nodesOfNumber.end(); ++it)
        items.append(Text::tr("%1 (%2)").arg(QString::number(it.key())).arg(shownNames(it.value())));
    return Text::list(items);
}

/// FAQ 2578's list has one number for each key: numbers that differ between files have to be settled; a
/// number against our assumption is only worth knowing, since what is absent from a file is no blocker.
void checkDifferences(const SiteFacts& facts, QList<Noted>& out)
{
    for (const SyncPort& definition : syncPorts()) {
        QMap<int, QStringList> inFiles;
        QMap<int, QStringList> assumed;
        for (const NodeFacts& node : facts.nodes) {
            for (const PortFact& port : node.ports) {
                if (port.definition->key != definition.key || !port.port.effective() || !node.survey.config)
                    continue;
                QStringList& names = (isFromFile(port) ? inFiles : assumed)[*port.port.effective()];
                if (!names.contains(node.node.name))
                    names.append(node.node.name);
            }
        }
        if (inFiles.size() > 1) {
            out.append(note(
                u"port-differs-between-nodes"_s, {},
                Text::tr("%1 does not have the same port everywhere: %2.")
                    .arg(definition.key)
                    .arg(numbersWithNodes(inFiles)),
                Text::tr("Find out which number is in use, make it the same on every node before the work "
                         "starts, and read the configs again.")));
        } else if (inFiles.size() == 1 && !assumed.isEmpty() && !assumed.contains(inFiles.firstKey())) {
            QMap<int, QStringList> all = assumed;
            all.insert(inFiles.firstKey(), inFiles.first());
            out.append(note(
                u"port-differs-from-assumed"_s, {},
                Text::tr("The port of %1 is in the config of some nodes only; for the others the number of "
                         "FAQ 2578 is assumed, which is a different one: %2.")
                    .arg(definition.key)
                    .arg(numbersWithNodes(all)),
                Text::tr("Find out which port these nodes use. A block covers both numbers.")));
        }
    }
}

void checkAssumed(const SiteFacts& facts, QList<Noted>& out)
{
    // The same nodes mostly lack the same keys: one line for each set of nodes.
    QList<QStringList> groups;
    QMap<QStringList, QStringList> keysOfGroup;
    QStringList everybody;
    for (const SyncPort& definition : syncPorts()) {
        const QStringList nodes = namesWhere(facts, [&](const NodeFacts& n) {
            return n.survey.config && std::any_of(n.ports.begin(), n.ports.end(), [&](const PortFact& port) {
                       return port.definition->key == definition.key && matters(facts, port) &&
                              port.port.source == FactSource::Assumed;
                   });
        });
        if (nodes.isEmpty())
            continue;
        if (!groups.contains(nodes))
            groups.append(nodes);
        keysOfGroup[nodes].append(definition.key + u" = "_s + QString::number(definition.defaultPort));
        for (const QString& name : nodes) {
            if (!everybody.contains(name))
                everybody.append(name);
        }
    }
    if (groups.isEmpty())
        return;
    QList<Text> lines = {
        Text::tr("These ports are not in the configs; the numbers of FAQ 2578 are assumed.")};
    for (const QStringList& nodes : std::as_const(groups))
        lines.append(Text::tr("%1: %2").arg(shownNames(nodes)).arg(Text::list(keysOfGroup[nodes])));
    out.append(note(
        u"port-assumed"_s, everybody, Text::lines(lines),
        Text::tr(
            "Every port can be changed by the site (FAQ 2578): check that these are the ports in use.")));
}

void checkInvalid(const SiteFacts& facts, QList<Noted>& out)
{
    for (const NodeFacts& node : facts.nodes) {
        for (const PortFact& port : node.ports) {
            if (port.port.effective() || !matters(facts, port) || !node.survey.config)
                continue;
            const Text message =
                Text::tr("Which port %1 stands for can't be told from the config, so a block can't cover it.")
                    .arg(port.key);
            Noted invalid =
                note(u"port-invalid"_s, {node.node.name},
                     withReadersWord(node, u"config-invalid-port"_s, port.line, message),
                     Text::tr("Correct it to the number in use (1 to 65535) and read the config again."));
            invalid.finding.path = node.survey.configPath;
            invalid.finding.line = port.line;
            out.append(invalid);
        }
    }
}

void checkShared(const SiteFacts& facts, QList<Noted>& out)
{
    for (const NodeFacts& node : facts.nodes) {
        QMap<int, QStringList> keys;
        for (const PortFact& port : node.ports) {
            if (port.port.effective() && matters(facts, port) &&
                !keys[*port.port.effective()].contains(port.key))
                keys[*port.port.effective()].append(port.key);
        }
        for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
            if (it->size() < 2)
                continue;
            Noted shared = note(u"port-shared-by-keys"_s, {node.node.name},
                                Text::tr("Port %1 stands for more than one key: %2.")
                                    .arg(QString::number(it.key()))
                                    .arg(Text::list(*it)),
                                Text::tr("Check the numbers: two services can't listen on one port."));
            shared.finding.path = node.survey.configPath;
            out.append(shared);
        }
    }
}

/// A block by port would cut more than sync where a sync port is also the port of something else (safety: the
/// operator's SSH and the mail are never blocked).
void checkConflicts(const SiteFacts& facts, QList<Noted>& out)
{
    const QList<int> blocked = facts.portsToBlock();
    for (const NodeFacts& nodeFacts : facts.nodes) {
        const Node& node = nodeFacts.node;
        struct Use {
            int port;
            Text what;
        };
        QList<Use> uses;
        if (node.takesMail || node.smtpPort)
            uses.append({node.effectiveSmtpPort(), Text::tr("SMTP")});
        if (node.access == AccessKind::Ssh)
            uses.append({node.ssh ? node.ssh->port : usualSshPort, Text::tr("SSH")});
        const QUrl admin(node.adminUrl);
        if (!node.adminUrl.isEmpty() && admin.isValid())
            uses.append({admin.port(admin.scheme() == "http"_L1 ? 80 : 443), Text::tr("the admin screen")});
        for (const Use& use : std::as_const(uses)) {
            if (!blocked.contains(use.port))
                continue;
            out.append(note(
                u"port-conflict"_s, {node.name},
                Text::tr("Port %1 is a sync port and also the port of %2 on this node. A block by port would "
                         "cut that, too.")
                    .arg(QString::number(use.port))
                    .arg(use.what),
                Text::tr("Correct the entry if it is wrong. Otherwise choose another procedure.")));
        }
    }
}

void checkNewPorts(const SiteFacts& facts, QList<Noted>& out)
{
    const QList<int> added = facts.portsNewInTarget();
    if (!facts.countsAsDataSyncOn() || added.isEmpty())
        return;
    QStringList numbers;
    for (const int port : added)
        numbers.append(QString::number(port));
    out.append(note(
        u"new-ports-in-target"_s, {},
        Text::tr(
            "%1 uses sync ports that %2 does not know: %3. If a firewall of the site stops them once sync is "
            "resumed, that data never syncs.")
            .arg(facts.site.targetVersion.display())
            .arg(facts.site.sourceVersion.display())
            .arg(Text::list(numbers)),
        Text::tr("Have these ports opened between the master and each slave in the site's own firewalls, to take effect when "
                 "sync is resumed.")));
}

} // namespace

QList<Noted> portChecks(const SiteFacts& facts)
{
    QList<Noted> out;
    checkDifferences(facts, out);
    checkInvalid(facts, out);
    checkConflicts(facts, out);
    checkShared(facts, out);
    checkNewPorts(facts, out);
    checkAssumed(facts, out);
    return out;
}

} // namespace ruw::checks
