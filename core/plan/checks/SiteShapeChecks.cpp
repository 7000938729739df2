#include "core/base/Quote.h"
#include "core/plan/checks/AddressKey.h"
#include "core/plan/checks/Check.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace ruw::checks {

namespace {

void checkRolesAndNumber(const Site& site, QList<Noted>& out)
{
    QStringList masters;
    for (const Node& node : site.nodes) {
        if (node.isMaster())
            masters.append(node.name);
    }
    if (masters.isEmpty()) {
        out.append(note(u"no-master"_s, {}, Text::tr("No node is entered as the master."),
                        Text::tr("Set the role of one node to master.")));
    } else if (masters.size() > 1) {
        out.append(note(u"several-masters"_s, masters,
                        Text::tr("More than one node is entered as the master: %1.").arg(shownNames(masters)),
                        Text::tr("Keep the role master on one node and set the others to slave.")));
    }
    if (site.nodes.size() < 2) {
        out.append(note(
            u"too-few-nodes"_s, {},
            Text::tr("Fewer than two nodes are entered. A site consists of a master and at least one slave."),
            Text::tr("Enter every server that takes part in settings sync.")));
    } else if (site.nodes.size() > Site::mostNodes) {
        out.append(
            note(u"too-many-nodes"_s, {},
                 Text::tr("%1 nodes are entered, but at most %2 can be handled.")
                     .arg(qint64(site.nodes.size()))
                     .arg(Site::mostNodes),
                 Text::tr("Check the list for nodes that do not belong to this site. A site of this size "
                          "can't be upgraded with this program.")));
    }
}

void checkNames(const Site& site, QList<Noted>& out)
{
    QMap<QString, QStringList> byName;
    QStringList nameless;
    QStringList withoutAddress;
    for (qsizetype i = 0; i < site.nodes.size(); ++i) {
        const Node& node = site.nodes[i];
        const QString name = node.name.trimmed();
        if (name.isEmpty())
            nameless.append(QString::number(i + 1));
        else
            byName[name.toCaseFolded()].append(node.name);
        if (node.address.trimmed().isEmpty())
            withoutAddress.append(name.isEmpty() ? QString::number(i + 1) : node.name);
    }
    if (!nameless.isEmpty()) {
        out.append(
            note(u"node-name-empty"_s, {},
                 Text::tr("Nodes without a name (position in the list): %1.").arg(Text::list(nameless)),
                 Text::tr("Give every node a name.")));
    }
    if (!withoutAddress.isEmpty()) {
        out.append(note(u"node-address-empty"_s, withoutAddress,
                        Text::tr("No address is entered for: %1.").arg(shownNames(withoutAddress)),
                        Text::tr("Enter the address at which the other nodes reach it.")));
    }
    for (const QStringList& names : std::as_const(byName)) {
        if (names.size() > 1) {
            out.append(
                note(u"same-name-twice"_s, {},
                     Text::tr("More than one node has the name %1.").arg(shownSafely(names.first())),
                     Text::tr("Give every node a name of its own (capital and small letters count as the "
                              "same): steps and records tell nodes apart by it.")));
        }
    }
}

void checkAddresses(const Site& site, QList<Noted>& out)
{
    struct Holder {
        qsizetype node;
        QString shown;
    };
    QMap<QString, Holder> first;
    for (qsizetype i = 0; i < site.nodes.size(); ++i) {
        const Node& node = site.nodes[i];
        for (const QString& address : QStringList{node.address} + node.effectiveSyncAddresses()) {
            const QString key = addressKey(address).key;
            if (key.isEmpty())
                continue;
            const auto known = first.constFind(key);
            if (known == first.constEnd()) {
                first.insert(key, {i, address});
            } else if (known->node != i) {
                const QStringList both = {site.nodes[known->node].name, node.name};
                out.append(
                    note(u"same-address-twice"_s, both,
                         Text::tr("%1 have the same address %2.").arg(shownNames(both)).arg(shownSafely(address)),
                         Text::tr("Correct the addresses and sync addresses: each belongs to one node. An "
                                  "address that moves between nodes (virtual IP) must not be entered.")));
            }
        }
    }
}

void checkVersions(const Site& site, QList<Noted>& out)
{
    const ProductVersion none;
    if (site.sourceVersion == none || site.targetVersion == none) {
        out.append(note(u"version-missing"_s, {},
                        Text::tr("The source version or the target version is not entered."),
                        Text::tr("Enter both, as the vendor writes them (such as 5.20R01).")));
    } else if (site.targetVersion <= site.sourceVersion) {
        out.append(
            note(u"target-not-newer"_s, {},
                 Text::tr("The target version %1 is not newer than the source version %2.")
                     .arg(site.targetVersion.display())
                     .arg(site.sourceVersion.display()),
                 Text::tr("Correct the two versions. This program only upgrades to a newer version.")));
    }
}

void checkScheduleOrder(const Schedule& schedule, QList<Noted>& out)
{
    struct Moment {
        Text name;
        QDateTime time;
    };
    QList<Moment> moments;
    if (schedule.start)
        moments.append({Text::tr("Start of the work"), *schedule.start});
    if (schedule.decideBy)
        moments.append({Text::tr("Time to decide"), *schedule.decideBy});
    if (schedule.end)
        moments.append({Text::tr("Latest end"), *schedule.end});
    for (qsizetype i = 1; i < moments.size(); ++i) {
        const Moment& earlier = moments[i - 1];
        const Moment& later = moments[i];
        if (earlier.time >= later.time) {
            out.append(
                note(u"schedule-order"_s, {},
                     Text::tr("The schedule is out of order. \"%1\" (%2) must come before \"%3\" (%4).")
                         .arg(earlier.name)
                         .arg(Text::dateTime(earlier.time))
                         .arg(later.name)
                         .arg(Text::dateTime(later.time)),
                     Text::tr("Correct the schedule; mind the date after midnight.")));
        }
    }
}

} // namespace

QList<Noted> siteShapeChecks(const SiteFacts& facts)
{
    QList<Noted> out;
    checkRolesAndNumber(facts.site, out);
    checkNames(facts.site, out);
    checkAddresses(facts.site, out);
    checkVersions(facts.site, out);
    checkScheduleOrder(facts.site.schedule, out);

    QStringList windowsBySsh;
    for (const Node& node : facts.site.nodes) {
        if (node.os == Os::Windows && node.access == AccessKind::Ssh)
            windowsBySsh.append(node.name);
    }
    if (!windowsBySsh.isEmpty()) {
        out.append(note(
            u"windows-ssh"_s, windowsBySsh,
            Text::tr("Access by SSH is entered for Windows nodes, which is not supported: %1.")
                .arg(shownNames(windowsBySsh)),
            Text::tr("Choose manual access for them: you run the shown commands on the node yourself.")));
    }
    return out;
}

} // namespace ruw::checks
