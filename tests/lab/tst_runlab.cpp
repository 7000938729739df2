// Whole upgrades of real hosts by the verb `run`, with mail pouring in all the time: what is lost, what is left behind, and what
// becomes of a run when something goes wrong. RUW_LAB_ALL=1 runs every combination (tests/lab-all.sh), else a set in which each
// procedure, each version border, data sync ON and OFF, each packet filter and each fault of host or network occurs.

#include "RunAnswers.h"
#include "RunFaults.h"
#include "RunKills.h"
#include "RunRows.h"
#include "SideBySide.h"

#include <QJsonArray>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace runrows;

namespace {

using Filter = LabRun::Filter;

struct Border {
    const char *name, *source, *target;
};
constexpr std::array borders = {
    Border{"4-5.00", "4.90R01", "5.00R01"}, Border{"5.20-5.31", "5.20R01", "5.31R01"},
    Border{"5.31-5.50", "5.31R01", "5.50R01"}, Border{"5.20-5.60", "5.20R01", "5.60R01"}};
constexpr std::array procedures = {"stop-mail-flow", "disable-settings-sync", "block-sync-ports",
                                   "block-peer-traffic"};
constexpr std::array filters = {Filter::Nftables, Filter::Iptables, Filter::IptablesLegacy};

/// Of the whole product, these alone where a bounded time is wanted: the other rows' sites go from 5.20 to 5.60 by block-sync-ports
/// with each packet filter, so here stand the other procedures and borders.
const QList<QByteArray> covering = {"stop-mail-flow 5.31-5.50 ON", "disable-settings-sync 5.20-5.31 OFF",
                                    "block-peer-traffic 4-5.00 ON"};

bool everything()
{
    return qEnvironmentVariableIntValue("RUW_LAB_ALL") != 0;
}

int atOnce()
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue("RUW_LAB_SIDE_BY_SIDE", &given);
    return given && value > 0 ? value : 6;
}

} // namespace

class TestRunLab : public QObject {
    Q_OBJECT

    SideBySide m_rows{atOnce()};

    void makeRows() { m_rows.makeRows(QTest::currentTestFunction()); }
    /// Fails with what is not as it should be.
    void judge()
    {
        const QStringList complaints = m_rows.take(QTest::currentTestFunction(), QTest::currentDataTag());
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }
    void addWholeUpgrades();
    void addOtherWays();
    void addKills();
    void addFaults();
    void addOthers();

private slots:
    void initTestCase()
    {
        if (const QString why = LabSite::whyNot(); !why.isEmpty())
            QSKIP(qPrintable(why));
        addFaults(); // the longest first
        addKills();
        addOtherWays();
        addWholeUpgrades();
        addOthers();
    }

    void aWholeUpgradeLosesNothingAndLeavesNothingBehind_data() { makeRows(); }
    void aWholeUpgradeLosesNothingAndLeavesNothingBehind() { judge(); }
    void aProgramThatIsKilledTenTimesIsResumedToTheSameEnd_data() { makeRows(); }
    void aProgramThatIsKilledTenTimesIsResumedToTheSameEnd() { judge(); }
    void whatAHostDoesAmissStopsTheRunSafelyAndItCanBeFinished_data() { makeRows(); }
    void whatAHostDoesAmissStopsTheRunSafelyAndItCanBeFinished() { judge(); }
    void aConnectionThatBreaksOffNeverMakesACommandRunTwice_data() { makeRows(); }
    void aConnectionThatBreaksOffNeverMakesACommandRunTwice() { judge(); }
    void aSlaveThatFailsIsLeftOutAndTheOthersAreFinished_data() { makeRows(); }
    void aSlaveThatFailsIsLeftOutAndTheOthersAreFinished() { judge(); }
    void goingBackBeforeTheInstallerUndoesEverything_data() { makeRows(); }
    void goingBackBeforeTheInstallerUndoesEverything() { judge(); }
    void aPipeOfYesUpgradesTheSiteAndLosesNothing_data() { makeRows(); }
    void aPipeOfYesUpgradesTheSiteAndLosesNothing() { judge(); }
    void aSlaveThatIsWorkedOnByHandIsUpgradedWithTheOthers_data() { makeRows(); }
    void aSlaveThatIsWorkedOnByHandIsUpgradedWithTheOthers() { judge(); }
    void aWordThatWhatIsSeenContradictsStopsTheRun_data() { makeRows(); }
    void aWordThatWhatIsSeenContradictsStopsTheRun()
    {
        if (!everything())
            QSKIP("RUW_LAB_ALL is not set");
        judge();
    }
    void whatCanNotBeProvedIsAPersonsWordAndTheWorkGoesOn_data() { makeRows(); }
    void whatCanNotBeProvedIsAPersonsWordAndTheWorkGoesOn() { judge(); }
};

void TestRunLab::addWholeUpgrades()
{
    constexpr char here[] = "aWholeUpgradeLosesNothingAndLeavesNothingBehind";
    size_t number = 0;
    for (const QByteArray procedure : procedures) {
        for (const Border& border : borders) {
            for (const bool dataSync : {true, false}) {
                if (dataSync && procedure == "disable-settings-sync")
                    continue; // refused, S2
                const QByteArray name = procedure + ' ' + border.name + (dataSync ? " ON" : " OFF");
                LabRun::Spec spec;
                spec.procedure = QString::fromLatin1(procedure);
                spec.site.source = QString::fromLatin1(border.source);
                spec.site.target = QString::fromLatin1(border.target);
                spec.site.dataSync = dataSync;
                spec.filter = filters[number++ % filters.size()];
                spec.installers = {{u"mf2"_s, "starts-service\nrewrites-config"}};
                if (everything())
                    spec.installers.insert(u"mf3"_s, "slow 1");
                else
                    spec.site.nodes = 2;
                if (everything() || covering.contains(name))
                    m_rows.add(here, name, [spec] { return wholeUpgrade(spec, {}); });
            }
        }
    }
    LabRun::Spec newPort;
    newPort.filter = Filter::IptablesLegacy;
    newPort.site.nodes = 2;
    for (const QString& node : {u"mf1"_s, u"mf2"_s})
        newPort.installers.insert(node, "rewrites-config DATA_POP_SYNC_SERVER_PORT=15555\nstarts-service");
    m_rows.add(here, "a new port", [newPort] { return wholeUpgrade(newPort, "Extend the block on mf2"); });
}

/// Sites that are reached otherwise than by root's SSH over IPv4. One row has all of it at once. And one node that is not reached.
void TestRunLab::addOtherWays()
{
    constexpr char here[] = "aWholeUpgradeLosesNothingAndLeavesNothingBehind";
    struct Way {
        const char* name;
        LabSite::Options site;
        const char* procedure = "block-sync-ports";
        Filter filter = Filter::Nftables;
        bool always = false; ///< in the bounded set, too
    };
    const QList<Way> ways = {
        {"IPv6, sudo and a jump host", {.nodes = 2, .ipv6Only = true, .sudo = true, .jump = true}, "block-sync-ports",
         Filter::Iptables, true},
        {"IPv6", {.ipv6Only = true}},
        {"IPv6, iptables-legacy", {.ipv6Only = true}, "block-sync-ports", Filter::IptablesLegacy},
        {"IPv6, data sync OFF", {.dataSync = false, .ipv6Only = true}, "disable-settings-sync"},
        {"IPv6, all traffic", {.ipv6Only = true}, "block-peer-traffic"},
        {"IPv6 beside IPv4", {.ipv6 = true}},
        {"sudo", {.sudo = true}, "stop-mail-flow"},
        {"sudo, another major version", {.sudo = true, .source = u"4.90R01"_s, .target = u"5.00R01"_s}},
        {"a jump host", {.jump = true}},
        {"a jump host and sudo", {.sudo = true, .jump = true}, "stop-mail-flow", Filter::Iptables}};
    for (const Way& way : ways) {
        LabRun::Spec spec;
        spec.procedure = QString::fromLatin1(way.procedure);
        spec.site = way.site;
        spec.filter = way.filter;
        spec.installers = {{u"mf2"_s, "starts-service\nrewrites-config"}};
        if (everything() || way.always)
            m_rows.add(here, way.name, [spec] { return wholeUpgrade(spec, {}); });
    }
    LabRun::Spec byHand;
    byHand.byHand = u"mf3"_s;
    byHand.installers = {{u"mf2"_s, "starts-service\nrewrites-config"}, {u"mf3"_s, "starts-service\nrewrites-config"}};
    const auto addByHand = [&](const char* procedure) {
        byHand.procedure = QString::fromLatin1(procedure);
        byHand.site.dataSync = byHand.procedure != u"disable-settings-sync"_s;
        m_rows.add("aSlaveThatIsWorkedOnByHandIsUpgradedWithTheOthers", procedure,
                   [byHand] { return upgradeWithOneByHand(byHand); });
    };
    addByHand("block-sync-ports");
    if (everything()) { // its unit test is in tst_rehearsal
        m_rows.add("aWordThatWhatIsSeenContradictsStopsTheRun", "yes to everything", [] { return wordsWithoutDeeds(); });
        addByHand("stop-mail-flow");
        addByHand("disable-settings-sync");
        addByHand("block-peer-traffic");
    }
}

void TestRunLab::addKills()
{
    constexpr char here[] = "aProgramThatIsKilledTenTimesIsResumedToTheSameEnd";
    LabRun::Spec spec;
    spec.site.nodes = 2;
    spec.installers = {{u"mf2"_s, "slow 3\nstarts-service"}, {u"mf1"_s, "slow 2"}};
    // Between the command and its outcome: nobody knows whether it took effect.
    const QList<Moment> underWay = {{"step-started", u"backup-config-mf2"_s},
                                    {"step-started", u"block-mf2"_s},
                                    {"step-executed", u"block-mf1"_s},
                                    {"step-executed", u"verify-block-mf2"_s},
                                    {"step-started", u"boot-start-off-mf2"_s},
                                    {"step-started", u"stop-service-mf2"_s},
                                    {"step-started", u"run-installer-mf2"_s},
                                    {"step-started", u"start-service-mf2"_s},
                                    {"step-executed", u"run-installer-mf1"_s},
                                    {"step-started", u"unblock-mf2"_s}};
    m_rows.add(here, "while a command is under way", [=] { return killedAndResumed(spec, underWay); });
    if (!everything())
        return;
    m_rows.add(here, "spread over the run", [=] { return killedAndResumed(spec, {}); });
    m_rows.add(here, "before an installer's second run", killedBeforeTheSecondInstaller);
    for (const char* procedure : {"stop-mail-flow", "disable-settings-sync", "block-peer-traffic"}) {
        LabRun::Spec other = spec;
        other.procedure = QString::fromLatin1(procedure);
        other.site.dataSync = other.procedure != u"disable-settings-sync"_s;
        m_rows.add(here, procedure, [=] { return killedAndResumed(other, {}); });
    }
}

namespace {

Doing installerOf(const QString& node, const QByteArray& behaviour, bool byHand)
{
    return [=](LabSite& lab) {
        return lab.setInstaller(node, behaviour) &&
               (!byHand || did(lab.run(node, "/root/installer.bin --silent")));
    };
}

/// The site's admins once led the settings' sync between mf1 and mf2 through a relay on another port: rules about the port
/// of the product do not touch it.
constexpr char relayOnMaster[] = "nft 'table ip relay { chain out { type nat hook output priority -100; ip "
                                 "daddr 10.77.0.2 tcp dport 14083 "
                                 "dnat to 10.77.0.2:24083; }; }'";
constexpr char relayOnSlave[] =
    "systemd-run -q --unit relay systemd-socket-activate -l 24083 /lib/systemd/systemd-socket-proxyd "
    "127.0.0.1:14083 && until ss -ltn | grep -q :24083; do sleep 0.1; done";

} // namespace

void TestRunLab::addFaults()
{
    constexpr char here[] = "whatAHostDoesAmissStopsTheRunSafelyAndItCanBeFinished";
    const auto add = [&](const char* row, const Fault& fault) {
        m_rows.add(here, row, [fault] { return faultAndMended(fault); });
    };
    LabRun::Spec two;
    two.site.nodes = 2;
    const auto withInstaller = [&](const QByteArray& behaviour) {
        LabRun::Spec spec = two;
        spec.installers = {{u"mf2"_s, behaviour}};
        return spec;
    };
    add("a port is still open", {.spec = two,
                                 .happens =
                                     [](LabSite& lab) {
                                         return did(lab.run(u"mf2"_s, relayOnSlave)) &&
                                                did(lab.run(u"mf1"_s, relayOnMaster));
                                     },
                                 .stopsAt = "These answer: 14083",
                                 .mended =
                                     [](LabSite& lab) {
                                         return did(lab.run(u"mf1"_s, "nft delete table ip relay")) &&
                                                did(lab.run(u"mf2"_s, "systemctl stop relay"));
                                     }});
    add("somebody's firewall is loaded anew",
        {.spec = two,
         .kind = "step-verified",
         .step = "verify-block-mf2-after-start",
         .happens =
             [](LabSite& lab) {
                 return did(lab.run(u"mf2"_s, "nft flush ruleset && systemctl restart site-firewall"));
             },
         .stopsAt = "No block of this program on mf2",
         .mended =
             [](LabSite& lab) { return did(lab.run(u"mf2"_s, "systemctl restart replica-upgrade-block")); }});
    add("another node loses power", {.spec = LabRun::Spec(),
                                     .kind = "step-verified",
                                     .step = "verify-version-mf2",
                                     .happens = [](LabSite& lab) { return lab.crash(u"mf3"_s); },
                                     .stopsAt = "Could not be seen",
                                     .mended = [](LabSite& lab) { return lab.start(u"mf3"_s); }});
    if (!everything()) // what installers do and people say is on the simulated site, too (tests/explore)
        return;
    add("the installer lies", {.spec = withInstaller("lies"),
                               .stopsAt = "mf2 says: Ver.5.20R01",
                               .mended = installerOf(u"mf2"_s, "normal", true)});
    add("the installer fails", {.spec = withInstaller("fails"),
                                .stopsAt = "exit status 1",
                                .mended = installerOf(u"mf2"_s, "normal", false),
                                .remedy = "retry"});
    add("the installer fails half-way", {.spec = withInstaller("fails-half-way"),
                                         .stopsAt = "exit status 1",
                                         .mended = installerOf(u"mf2"_s, "normal", true),
                                         .remedy = "manual"});
    LabRun::Spec byHand = two;
    byHand.procedure = u"block-peer-traffic"_s;
    add("a word that is not true", {.spec = byHand,
                                    .stopsAt = "These answer: 14042-14047, 14083",
                                    .mended = [](LabSite& lab) { return lab.setWall(true); },
                                    .saidOnly = "block"});
    add("the service starts by itself",
        {.spec = two,
         .kind = "step-verified",
         .step = "reread-config-mf2",
         .happens = [](LabSite& lab) { return did(lab.run(u"mf2"_s, "systemctl enable mfilter 2>&1")); },
         .stopsAt = "On mf2, start at boot is off.",
         .mended = [](LabSite& lab) { return did(lab.run(u"mf2"_s, "systemctl disable mfilter 2>&1")); }});
}

void TestRunLab::addOthers()
{
    constexpr char cut[] = "aConnectionThatBreaksOffNeverMakesACommandRunTwice";
    LabRun::Spec slowStop;
    slowStop.site.nodes = 2;
    slowStop.change = [](QJsonObject& site) {
        QJsonArray nodes = site.value(u"nodes"_s).toArray();
        QJsonObject slave = nodes.at(1).toObject(), service = slave.value(u"service"_s).toObject();
        service.insert(u"stop"_s, u"systemctl stop mfilter; sleep 30"_s);
        slave.insert(u"service"_s, service);
        nodes.replace(1, slave);
        site.insert(u"nodes"_s, nodes);
    };
    m_rows.add(cut, "after the service was stopped", [=] {
        return cutOff(slowStop, "step-started", "stop-service-mf2", "! systemctl is-active -q mfilter", 0);
    });
    if (everything()) {
        LabRun::Spec slowInstaller;
        slowInstaller.site.nodes = 2;
        slowInstaller.installers = {{u"mf2"_s, "slow 6"}};
        m_rows.add(cut, "while the installer runs", [=] {
            return cutOff(slowInstaller, "step-executed", "run-installer-mf2",
                          "test -s /var/lib/replica-upgrade-wizard/run-*/process", 1);
        });
    }
    LabRun::Spec reboots;
    reboots.site.nodes = 2;
    reboots.installers = {{u"mf2"_s, "reboots"}};
    m_rows.add("whatAHostDoesAmissStopsTheRunSafelyAndItCanBeFinished", "the installer reboots its node",
               [=] { return rebootedByInstaller(reboots); });
    m_rows.add("aSlaveThatFailsIsLeftOutAndTheOthersAreFinished", "mf3", leftOut);
    m_rows.add("goingBackBeforeTheInstallerUndoesEverything", "block-sync-ports", goneBack);
    m_rows.add("aPipeOfYesUpgradesTheSiteAndLosesNothing", "block-sync-ports", pipeOfYes);
    m_rows.add("whatCanNotBeProvedIsAPersonsWordAndTheWorkGoesOn", "two slaves apart", slavesApart);
}

QTEST_GUILESS_MAIN(TestRunLab)
#include "tst_runlab.moc"
