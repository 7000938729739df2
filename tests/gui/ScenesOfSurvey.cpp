#include "tests/gui/Scenes.h"

#include "core/access/ssh/SshFault.h"
#include "core/survey/OperatorEntries.h"
#include "tests/gui/Camera.h"
#include "tests/gui/FakeSite.h"
#include "wizard/Session.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/NodeAccessDialog.h"
#include "wizard/widgets/QuestionDialog.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;

namespace ruw::pictures {

namespace {

/// A made-up site of many nodes by SSH; what its nodes do is up to `reading`.
Site sshSite(int nodes)
{
    Site site;
    site.name = u"サンプルサイト (架空) / Sample site"_s;
    site.sourceVersion = {5, 20, 1};
    site.targetVersion = {5, 60, 1};
    for (int i = 1; i <= nodes; ++i) {
        Node node;
        node.name = u"mf%1"_s.arg(i);
        node.role = i == 1 ? Role::Master : Role::Slave;
        node.address = u"192.0.2.%1"_s.arg(10 + i);
        node.access = AccessKind::Ssh;
        node.ssh = SshSettings{};
        node.ssh->user = u"root"_s;
        site.nodes.append(node);
    }
    return site;
}

/// What a survey of that site might have found; why mf3 could not be read.
SurveyReport foundOn(const Site& site, SshFault fault)
{
    SurveyReport report;
    report.takenAt = clockOfPictures.now();
    for (const Node& node : site.nodes) {
        NodeSurvey found = unknownSurvey(node.name, Text::verbatim(u"-"_s));
        if (node.name == u"mf3"_s) {
            report.nodes.append(found);
            report.findings.append(
                asFinding(sshError(fault, node.name, node.address + u":22"_s,
                                   Text::verbatim(u"SHA256:0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"_s)),
                          Severity::Blocker, node.name, {}));
            continue;
        }
        found.reachable = true;
        found.configPath = u"/opt/example/conf/mf_replica.def"_s;
        found.configBytes = "REPLICA_SERVER_1 = 192.0.2.12:14083\nENABLE_REP_DATA = ON\n";
        found.config = ReplicaConfig::parse(found.configBytes).value();
        const Text by = Text::verbatim(u"/opt/example/bin/version"_s);
        found.version = {node.name == u"mf2"_s ? u"5.31R01"_s : u"5.20R01"_s, FactSource::Detected, by, {}};
        found.installDir = {u"/opt/example"_s, FactSource::Detected, Text::verbatim(u"/opt"_s), {}};
        found.serviceState = {
            ServiceState::Running, FactSource::Detected, Text::verbatim(u"systemctl is-active"_s), {}};
        found.hostname = {
            node.name + u".example.jp"_s, FactSource::Detected, Text::verbatim(u"uname -n"_s), {}};
        found.addresses = {QStringList{node.address, u"10.77.0.1"_s},
                           FactSource::Detected,
                           Text::verbatim(u"ip -o addr"_s),
                           {}};
        found.listeningPorts = {
            QList<int>{22, 25, 14042, 14043, 14044, 14045, 14083}, FactSource::Detected, Text::verbatim(u"ss -ltn"_s), {}};
        found.freeDiskBytes = {42'000'000'000, FactSource::Detected, Text::verbatim(u"df"_s), {}};
        report.nodes.append(found);
    }
    for (const Node& from : site.nodes) {
        for (const Node& to : site.nodes) {
            if (from.name == to.name || from.name == u"mf3"_s)
                continue;
            for (const int port : {14042, 14043, 14044, 14045, 14083}) {
                const PortState state = to.name == u"mf3"_s                      ? PortState::Filtered
                                        : from.name == u"mf2"_s && port == 14044 ? PortState::Refused
                                                                                 : PortState::Open;
                report.links.append({from.name, to.name, IpFamily::Ipv4, port, state});
                report.links.append({from.name, to.name, IpFamily::Ipv6, port, PortState::Refused});
            }
        }
    }
    return report;
}

} // namespace

QString takeSurvey(const QDir& folder, Language language, bool dark)
{
    const Camera camera(folder, language, dark, smallest);
    Session session;
    session.setLanguage(language);
    UpgradeWizard window(session);
    window.resize(smallest);
    window.show();
    session.setSite(sshSite(4));
    WindowPrompter& prompter = session.connections().prompter();
    std::atomic<bool> keySettled = false;
    auto fake = std::make_unique<samples::FakeSiteAccess>([&](const Node& node, const std::stop_token& stop) {
        if (node.name == u"mf1"_s) {
            (void)prompter.acceptHostKey(node.name, node.address, u"ssh-ed25519"_s,
                                         u"SHA256:0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"_s);
            keySettled = true;
        }
        while (!keySettled && !stop.stop_requested()) // the host key's question comes first in every picture
            QThread::msleep(5);
        (void)prompter.secret(node.name, SecretKind::Ssh,
                              Text::tr("Password of %1").arg(u"root@"_s + node.address + u":22"_s));
        while (!stop.stop_requested())
            QThread::msleep(5);
        return Result<QByteArray>(QByteArray());
    });
    session.connections().useAccess(std::move(fake));
    window.goTo(PageId::Survey);
    if (window.current() != PageId::Survey)
        return u"the survey page"_s;
    window.findChild<QPushButton*>(u"nextButton"_s)->click();
    const auto shown = [&]<typename Dialog>(Dialog*& dialog) {
        return waitUntil([&] {
            dialog = nullptr;
            for (Dialog* one : window.findChildren<Dialog*>())
                dialog = one->isVisible() ? one : dialog;
            return dialog != nullptr;
        });
    };
    HostKeyDialog* key = nullptr;
    SecretDialog* secret = nullptr;
    if (!shown(key) || !camera.take(u"survey-host-key"_s, *key))
        return u"the host key"_s;
    key->accept();
    prompter.answerHostKey(key->questionId(), true);
    if (!shown(secret) || !camera.take(u"survey-password"_s, *secret))
        return u"the password"_s;
    prompter.answerSecret(secret->questionId(), Secret(QByteArrayView("-")), false);
    QTest::qWait(2200);
    if (!camera.take(u"survey-live"_s, window))
        return u"the live rows"_s;
    window.findChild<QPushButton*>(u"cancelSurveyButton"_s)->click();
    if (!waitUntil([&] { return window.page(PageId::Survey)->canGoOn(); }))
        return u"the stop"_s;
    session.setSurvey(foundOn(session.site(), SshFault::HostKeyChanged));
    auto* table = window.findChild<QTableWidget*>(u"surveyTable"_s);
    table->selectRow(1);
    if (!camera.take(u"survey-facts"_s, window))
        return u"the facts"_s;
    table->selectRow(2);
    if (!camera.take(u"survey-failed"_s, window))
        return u"the failed node"_s;
    window.findChild<QPushButton*>(u"editNodeButton"_s)->click();
    NodeAccessDialog* editor = nullptr;
    if (!shown(editor) || !camera.take(u"survey-edit"_s, *editor))
        return u"the entries"_s;
    editor->reject();
    for (const int nodes : {4, 16}) {
        session.setSite(sshSite(nodes));
        session.setSurvey(foundOn(session.site(), SshFault::Refused));
        if (nodes == 16) {
            window.goTo(PageId::Survey);
            if (!camera.take(u"survey-16"_s, window))
                return u"16 nodes"_s;
        }
        window.goTo(PageId::Ports);
        auto* matrix = window.findChild<QTableWidget*>(u"linksTable"_s);
        QScrollArea* area = nullptr;
        for (QWidget* up = matrix->parentWidget(); up && !area; up = up->parentWidget())
            area = qobject_cast<QScrollArea*>(up);
        QTest::qWait(200); // what stands above it is laid out late
        area->verticalScrollBar()->setValue(matrix->mapTo(area->widget(), QPoint()).y() - 80);
        if (!camera.take(u"ports-matrix-%1"_s.arg(nodes), window))
            return u"the matrix"_s;
    }
    return {};
}

} // namespace ruw::pictures
