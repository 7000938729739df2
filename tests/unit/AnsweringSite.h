#pragma once

#include "core/access/SiteAccess.h"
#include "core/survey/AskNode.h"
#include "core/survey/Surveyor.h"

#include <QList>
#include <QMap>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace ruw::samples {

using namespace Qt::StringLiterals;

/// A made-up node that answers without a network.
class FakeNode final : public NodeAccess, public AnswersQueries {
public:
    using Answers = std::function<Result<NodeAnswer>(const NodeQuery&, const std::stop_token&)>;

    explicit FakeNode(Answers answers) : m_answers(std::move(answers)) {}
    Result<NodeAnswer> answer(const NodeQuery& query, std::stop_token stop) override
    {
        return m_answers(query, stop);
    }
    Result<CommandOutcome> run(const NodeCommand&, std::stop_token) override { return CommandOutcome(); }
    Result<QByteArray> readConfig(QString&, std::stop_token) override { return QByteArray(); }

private:
    Answers m_answers;
};

/// A made-up site: each node answers as `answers` says, ports as `smtp` says.
class FakeSite final : public SiteAccess {
public:
    std::function<Result<NodeAnswer>(const QString& node, const NodeQuery&, const std::stop_token&)> answers =
        [](const QString& node, const NodeQuery& query, const std::stop_token&) { return good(node, query); };
    std::function<SmtpAnswer(const QString& address)> smtp = [](const QString&) {
        return SmtpAnswer{ProbeState::Open, true, "220 x", {}};
    };
    std::atomic<int> smtpAsked = 0;

    /// What a healthy node says: its name, a config, and that every odd port is open.
    static NodeAnswer good(const QString& node, const NodeQuery& query)
    {
        NodeAnswer answer;
        if (query.asks.testFlag(Ask::Machine)) {
            answer.put("root", "0\n");
            answer.put("hostname", node.toUtf8() + '\n');
            answer.put("addresses", "2: eth0 inet 10.77.0." + node.mid(2).toUtf8() +
                                        "/24\n2: eth0 inet6 2001:db8::" + node.mid(2).toUtf8() + "/64\n");
            answer.put("config", "ENABLE_REP_DATA = ON\nREPLICA_SERVER_1 = 10.77.0.1:14083\n");
            answer.put("config.check", {});
        }
        QByteArray states;
        int number = 0;
        for (const ReachTarget& target : query.reach) {
            for (const int port : target.ports)
                states += QByteArray::number(number++) + (port % 2 ? " open\n" : " refused\n");
        }
        answer.put("reach", states);
        answer.setComplete();
        return answer;
    }

    void onStage(std::function<void(const QString&, AccessStage)> stage) override
    {
        m_stage = std::move(stage);
    }
    Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site& site) override
    {
        if (node.access != AccessKind::Ssh)
            return makeAccess(node, site);
        return std::shared_ptr<NodeAccess>(std::make_shared<FakeNode>(
            [this, name = node.name](const NodeQuery& query, const std::stop_token& stop) {
                if (m_stage && query.reach.isEmpty()) {
                    m_stage(name, AccessStage::Login);
                    m_stage(name, AccessStage::Ready);
                }
                {
                    const std::lock_guard lock(m_mutex);
                    asked[name].append(query);
                }
                return answers(name, query, stop);
            }));
    }
    PortAnswer askPort(const QString&, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        return {};
    }
    SmtpAnswer askSmtp(const QString& address, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        ++smtpAsked;
        return smtp(address);
    }

    QMap<QString, QList<NodeQuery>> asked;

private:
    std::mutex m_mutex;
    std::function<void(const QString&, AccessStage)> m_stage;
};

/// A site of that many nodes by SSH, the first one the master.
inline Site sshSite(int nodes)
{
    Site site;
    site.sourceVersion = {5, 20, 1};
    site.targetVersion = {5, 60, 1};
    for (int i = 1; i <= nodes; ++i) {
        Node node;
        node.name = u"mf%1"_s.arg(i);
        node.role = i == 1 ? Role::Master : Role::Slave;
        node.address = u"10.77.0.%1"_s.arg(i);
        node.access = AccessKind::Ssh;
        node.ssh = SshSettings{};
        site.nodes.append(node);
    }
    return site;
}

} // namespace ruw::samples
