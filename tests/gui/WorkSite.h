#pragma once

#include "core/access/SiteAccess.h"
#include "core/base/Time.h"
#include "core/survey/AskNode.h"
#include "core/survey/Surveyor.h"

#include <QCryptographicHash>
#include <QFile>

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

namespace ruw::samples {

/// While it lives, what is begun is begun on another machine: that of before keeps it from nothing.
class AnotherMachine {
public:
    explicit AnotherMachine(const QString& folder) : m_before(qgetenv("XDG_DATA_HOME"))
    {
        qputenv("XDG_DATA_HOME", QFile::encodeName(folder));
    }
    ~AnotherMachine()
    {
        if (m_before.isEmpty())
            qunsetenv("XDG_DATA_HOME");
        else
            qputenv("XDG_DATA_HOME", m_before);
    }
    AnotherMachine(const AnotherMachine&) = delete;
    AnotherMachine& operator=(const AnotherMachine&) = delete;

private:
    QByteArray m_before;
};

/// A minute passes at each look; a wait is over at once.
class TickingClock final : public Waiter {
public:
    QDateTime now() const override { return m_begin.addSecs(60 * ++m_looks); }
    void wait(std::chrono::milliseconds, std::stop_token) override {}

private:
    const QDateTime m_begin = QDateTime::fromString(QStringLiteral("2026-12-05T22:00:00+09:00"), Qt::ISODate);
    mutable std::atomic<qint64> m_looks = 0;
};

/// A made-up site whose nodes by SSH keep a state, answer questions about it and understand the commands of workSite(). The
/// nodes with files are as they really are; SMTP answers as the state says. Used from several threads.
class WorkAccess final : public SiteAccess {
public:
    struct NodeState {
        bool running = true, bootStart = true, copied = false, obeys = true, answers = true;
        QByteArray version = "5.20R01";
        bool installed = false;
        int commands = 0;
        qint64 queueFiles = 0, queueBytes = 0, freeBytes = 100LL << 30;
    };
    /// Shared with the test, which outlives the access.
    struct World {
        std::mutex mutex;
        std::map<QString, NodeState> nodes;
        bool smtpByState = true;        ///< false: this machine can't ask
        QByteArray dataSync = "OFF";    ///< as every config has it
        QList<TestMail> mails;          ///< that were taken
        std::atomic<bool> slow = false; ///< a command does not end until it is stopped

        NodeState of(const QString& name)
        {
            const std::lock_guard lock(mutex);
            return nodes[name];
        }
        template <typename Change> void change(const QString& name, Change change)
        {
            const std::lock_guard lock(mutex);
            change(nodes[name]);
        }
    };
    explicit WorkAccess(World& world) : m_world(world) {}

    Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site& site) override
    {
        if (node.access != AccessKind::Ssh)
            return makeAccess(node, site);
        return std::shared_ptr<NodeAccess>(std::make_shared<WorkNode>(m_world, node.name));
    }
    PortAnswer askPort(const QString&, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        return {};
    }
    SmtpAnswer askSmtp(const QString& address, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        if (!m_world.smtpByState)
            return {};
        const NodeState state = m_world.of(QStringLiteral("mf") + address.section(u'.', -1));
        return state.running ? SmtpAnswer{ProbeState::Open, true, "220 ready", {}}
                             : SmtpAnswer{ProbeState::Refused, false, {}, {}};
    }
    MailSent sendMail(const QString& address, int, AddressFamily, const TestMail& mail,
                      std::chrono::milliseconds, std::stop_token) override
    {
        MailSent sent;
        sent.state = ProbeState::Open;
        if (!m_world.of(QStringLiteral("mf") + address.section(u'.', -1)).running) {
            sent.reply = "554 not today";
            return sent;
        }
        const std::lock_guard lock(m_world.mutex);
        m_world.mails.append(mail);
        sent.stage = MailSent::Stage::Accepted;
        sent.reply = "250 queued";
        return sent;
    }
    static QByteArray config(const QString& name, const QByteArray& dataSync)
    {
        QByteArray text = "ENABLE_REP_DATA = " + dataSync + '\n';
        for (const char* number : {"1", "2", "3"}) {
            if (!name.endsWith(QLatin1StringView(number)))
                text += QByteArray("REPLICA_SERVER_") + number + " = 10.77.0." + number + ":14083\n";
        }
        return text;
    }

private:
    class WorkNode final : public NodeAccess, public AnswersQueries {
    public:
        WorkNode(World& world, QString name) : m_world(world), m_name(std::move(name)) {}
        Result<NodeAnswer> answer(const NodeQuery&, std::stop_token) override
        {
            const NodeState state = m_world.of(m_name);
            if (!state.answers) {
                return Error{QStringLiteral("node-lost"),
                             Text::verbatim(QStringLiteral("The connection to the node broke off.")),
                             {},
                             Text::verbatim(QStringLiteral("Look at its cables.")),
                             {}};
            }
            NodeAnswer out;
            out.askedAtMs = out.answeredAtMs = QDateTime::currentMSecsSinceEpoch(); // else its clock would be decades off
            out.put("root", "0");
            const QByteArray clock = QByteArray::number(QDateTime::currentSecsSinceEpoch());
            out.put("clock", clock);
            out.put("hostname", m_name.toUtf8());
            out.put("config", config(m_name, m_world.dataSync));
            out.put("config.check", {}); // as a node without cksum
            out.put("version", state.version);
            out.put("service", {}, state.running ? 0 : 3);
            out.put("bootstart", {}, state.bootStart ? 0 : 3);
            out.put("block.rules", {});
            out.put("block.files", {});
            if (state.copied)
                out.put("copy",
                        QCryptographicHash::hash(config(m_name, m_world.dataSync), QCryptographicHash::Sha256)
                                .toHex() +
                            "  -");
            else
                out.put("copy", {}, NodeAnswer::Missing);
            if (state.installed)
                out.put("job", "ended 0");
            else
                out.put("job", {}, NodeAnswer::Missing);
            const QByteArray room = QByteArray::number(state.freeBytes / 1024);
            out.put("disk", "Filesystem 1024-blocks Used Available Capacity Mounted\n/dev/x 9 9 " + room +
                                " 50% /\n");
            out.put("queue", QByteArray::number(state.queueFiles) + ' ' +
                                 QByteArray::number(state.queueBytes) + ' ' +
                                 (state.queueFiles > 0 ? clock : QByteArray("0")));
            out.put("clock.end", clock);
            out.setComplete();
            return out;
        }
        Result<CommandOutcome> run(const NodeCommand& command, std::stop_token stop) override
        {
            while (m_world.slow && !stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            CommandOutcome outcome;
            if (stop.stop_requested()) {
                outcome.end = CommandOutcome::End::Cancelled;
                return outcome;
            }
            const QByteArray& script = command.script;
            m_world.change(m_name, [&](NodeState& state) {
                ++state.commands;
                if (!state.obeys)
                    return;
                if (script.contains("cp -p"))
                    state.copied = true;
                else if (script.contains("example-boot off"))
                    state.bootStart = false;
                else if (script.contains("example-boot on"))
                    state.bootStart = true;
                else if (script.contains("example-stop"))
                    state.running = false;
                else if (script.contains("example-start"))
                    state.running = true;
                else if (script.contains("example-install")) {
                    state.installed = true;
                    state.version = "5.60R01";
                }
            });
            outcome.out = "done on " + m_name.toUtf8() + '\n';
            return outcome;
        }
        Result<QByteArray> readConfig(QString&, std::stop_token) override
        {
            return config(m_name, m_world.dataSync);
        }

    private:
        World& m_world;
        QString m_name;
    };
    World& m_world;
};

/// Three nodes by SSH (or mixed: the last one by files), every command entered.
inline Site workSite(int nodes = 3)
{
    Site site;
    site.name = QStringLiteral("Example site");
    site.sourceVersion = ProductVersion::parse(QStringLiteral("5.20R01")).value();
    site.targetVersion = ProductVersion::parse(QStringLiteral("5.60R01")).value();
    site.schedule.start = QDateTime::fromString(QStringLiteral("2026-12-05T22:00+09:00"), Qt::ISODate);
    site.schedule.end = site.schedule.start->addSecs(9 * 3600);
    for (int i = 1; i <= nodes; ++i) {
        Node node;
        node.name = QStringLiteral("mf%1").arg(i);
        node.role = i == 1 ? Role::Master : Role::Slave;
        node.address = QStringLiteral("10.77.0.%1").arg(i);
        node.access = AccessKind::Ssh;
        node.ssh = SshSettings{};
        node.ssh->user = QStringLiteral("root");
        node.installDir = node.targetInstallDir = QStringLiteral("/opt/example");
        node.versionCommand = QStringLiteral("example-version");
        node.service = {QStringLiteral("example-start"),   QStringLiteral("example-stop"),
                        QStringLiteral("example-status"),  QStringLiteral("example-boot off"),
                        QStringLiteral("example-boot on"), QStringLiteral("example-boot status")};
        node.installer = QStringLiteral("/root/example-5.60.run");
        node.installCommand = QStringLiteral("example-install --silent");
        site.nodes.append(node);
    }
    return site;
}

} // namespace ruw::samples
