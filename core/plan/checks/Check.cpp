#include "core/plan/checks/Check.h"

#include "core/base/Quote.h"

using namespace Qt::StringLiterals;

namespace ruw::checks {

const QList<CheckInfo>& catalogue()
{
    using enum Severity;
    static const QList<CheckInfo> rows = {
        // The site as entered
        {u"no-master"_s, Blocker, everyOne},
        {u"several-masters"_s, Blocker, everyOne},
        {u"too-few-nodes"_s, Blocker, everyOne},
        {u"too-many-nodes"_s, Blocker, everyOne},
        {u"node-name-empty"_s, Blocker, everyOne},
        {u"node-address-empty"_s, Blocker, everyOne},
        {u"same-name-twice"_s, Blocker, everyOne},
        {u"same-address-twice"_s, Blocker, everyOne},
        {u"version-missing"_s, Blocker, everyOne},
        {u"target-not-newer"_s, Blocker, everyOne},
        {u"windows-ssh"_s, Blocker, everyOne},
        {u"schedule-order"_s, Blocker, everyOne},
        // What has been prepared
        {u"schedule-missing"_s, Info, everyOne},
        {u"schedule-too-short"_s, Warning, everyOne},
        {u"decide-by-after-point-of-no-return"_s, Warning, everyOne},
        {u"major-version-change"_s, Warning, everyOne},
        {u"target-install-dir-missing"_s, Warning, everyOne},
        {u"no-rollback-way"_s, Warning, everyOne},
        {u"config-missing"_s, Warning, everyOne},
        {u"no-version-command"_s, Info, everyOne},
        {u"no-service-commands"_s, Info, everyOne},
        {u"installer-by-hand"_s, Info, everyOne},
        {u"install-minutes-assumed"_s, Info, everyOne},
        {u"access-manual"_s, Info, everyOne},
        {u"access-files"_s, Info, everyOne},
        {u"settings-sync-by-faq-4105"_s, Info, syncOff},
        // Data sync. Differences must be settled before any work starts (product-facts makes no exception for
        // stop-mail-flow: sync comes back there, too, and nobody would know in which mode).
        {u"data-sync-differs"_s, Blocker, everyOne},
        {u"data-sync-forbids-disable"_s, Blocker, syncOff},
        {u"data-sync-unset"_s, Warning, everyOne},
        {u"data-sync-invalid"_s, Warning, everyOne},
        // Ports and peers. An unknown peer may be a node that stays at the old version and syncs with new
        // ones (FAQ 2578
        // rule 1), so it forbids everything.
        {u"port-differs-between-nodes"_s, Blocker, everyOne},
        {u"port-conflict"_s, Blocker, portBlock},
        {u"port-invalid"_s, Blocker, portBlock},
        {u"peer-unknown"_s, Blocker, everyOne},
        {u"port-differs-from-assumed"_s, Warning, everyOne},
        {u"port-shared-by-keys"_s, Warning, everyOne},
        {u"new-ports-in-target"_s, Warning, everyOne},
        {u"peer-missing"_s, Warning, everyOne},
        {u"port-assumed"_s, Info, everyOne},
        {u"config-unknown-keys"_s, Info, everyOne},
        // Mail and queues
        {u"single-mail-node"_s, Blocker, mailFlows},
        {u"queue-forecast-disk-short"_s, Blocker, mailFlows},
        {u"no-mail-node"_s, Warning, everyOne},
        {u"smtp-not-answering"_s, Warning, everyOne},
        {u"queue-forecast-unknown"_s, Warning, anyBlock},
        {u"queue-forecast-disk-tight"_s, Warning, anyBlock},
        {u"queue-figures-assumed"_s, Info, anyBlock},
        {u"queue-pile-up"_s, Info, anyBlock},
        {u"queue-dir-missing"_s, Info, anyBlock},
        // The block
        {u"block-of-another-run"_s, Blocker, everyOne},
        {u"block-of-earlier-run"_s, Warning, everyOne},
        {u"firewall-iptables-only"_s, Warning, portBlock},
        {u"systemd-missing"_s, Warning, portBlock},
        {u"sync-port-filtered-before"_s, Warning, anyBlock},
        {u"service-not-running"_s, Warning, mailFlows},
        {u"firewall-unknown"_s, Info, portBlock},
        {u"windows-firewall-profiles"_s, Info, portBlock},
        {u"block-peer-traffic-cuts-more"_s, Info, peerBlock},
        // The machines
        {u"versions-differ"_s, Blocker, everyOne},
        {u"version-unexpected"_s, Blocker, everyOne},
        {u"install-dir-differs"_s, Warning, everyOne},
        {u"restart-pending"_s, Warning, everyOne},
        {u"boot-start-off-before"_s, Warning, everyOne},
        {u"clock-skew"_s, Warning, everyOne},
    };
    return rows;
}

const CheckInfo* infoOf(const QString& id)
{
    for (const CheckInfo& info : catalogue()) {
        if (info.id == id)
            return &info;
    }
    return nullptr;
}

Noted note(const QString& id, const QStringList& nodes, const Text& message, const Text& remedy)
{
    const CheckInfo* info = infoOf(id);
    Q_ASSERT(info);
    return {{id, info->severity, nodes.size() == 1 ? nodes.first() : QString(), {}, 0, message, remedy},
            info->procedures};
}

Text withReadersWord(const NodeFacts& node, const QString& id, int line, const Text& message)
{
    if (node.survey.config) {
        for (const Finding& finding : node.survey.config->findings()) {
            if (finding.id == id && finding.line == line)
                return Text::lines({finding.message, message});
        }
    }
    return message;
}

} // namespace ruw::checks
