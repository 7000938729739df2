#pragma once

#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QStringList>

#include <optional>
#include <thread>
#include <type_traits>

/// A site of real hosts for a test, as tests/lab.sh makes it: mf1 is the master, mf2 and on are slaves; each has its own
/// network, systemd, sshd and the stand-in for the product (tests/lab/standin). The operator is a network of its own on the
/// same switch: what shall reach the nodes runs there (inOperator(), runAsOperator(), operatorCommand()).
/// Gone with the object, or with the test's process whatever becomes of it.
///
///     LabSite lab({.nodes = 3, .dataSync = true});
///     if (const QString why = LabSite::whyNot(); !why.isEmpty()) QSKIP(qPrintable(why));
///     QVERIFY2(lab.up(), qPrintable(lab.why()));
class LabSite {
public:
    struct Options {
        int nodes = 3;
        bool dataSync = true;
        bool ipv6 = false; ///< IPv6 beside IPv4; the configs then name their peers by IPv6
        bool ipv6Only = false; ///< the same, and no host has an IPv4 address
        bool sudo = false;     ///< root may not log in: an ordinary user works by sudo
        bool jump = false;     ///< no node is reached by SSH but through a host of its own
        int delay = 0;     ///< round-trip time between the operator and every node, ms
        QString source = QStringLiteral("5.20R01");
        QString target = QStringLiteral("5.60R01");
    };
    /// How a program ended; -1: killed, or not within its time.
    struct Ran {
        int status = -1;
        QByteArray out, err;
    };
    static constexpr int patience = 30'000; ///< ms, for whatever a node is asked to do

    /// Empty where a lab can be made; else why not, for QSKIP.
    static QString whyNot();
    /// Makes nothing yet.
    explicit LabSite(Options options);
    ~LabSite() { down(); }
    LabSite(const LabSite&) = delete;
    LabSite& operator=(const LabSite&) = delete;

    bool up(); ///< false: why() says what went wrong, and nothing is left
    void down();
    QString why() const { return m_why; }
    QString name() const { return m_name; }

    QString directory() const; ///< of the site file
    QString siteFile() const { return directory() + QStringLiteral("/site.json"); }
    QString knownHosts() const { return directory() + QStringLiteral("/known_hosts"); }
    QString keyFile() const { return directory() + QStringLiteral("/id_ed25519"); }
    QJsonObject site() const;
    /// Another site file beside the lab's own (relative paths still hold). Gives its path.
    QString writeSite(const QJsonObject& site, const QString& fileName) const;
    QStringList nodes() const;
    static QString address(const QString& node); ///< IPv4
    QString host(const QString& node) const;     ///< its address as the site file names it

    // --- The operator's place in the network
    /// Calls `f` on a thread of its own in the operator's network and gives what it gives. Threads that it starts are there, too.
    template <typename F> auto inOperator(F f) const
    {
        using Value = std::invoke_result_t<F>;
        if constexpr (std::is_void_v<Value>) {
            std::thread([&] {
                enterOperator();
                f();
            }).join();
        } else {
            std::optional<Value> value;
            std::thread([&] {
                enterOperator();
                value.emplace(f());
            }).join();
            return std::move(*value);
        }
    }
    /// Moves the calling thread there, for good.
    void enterOperator() const;
    /// The same for a QProcess of one's own: {program, arguments...} to start.
    QStringList operatorCommand(const QString& program, const QStringList& arguments) const;
    Ran runAsOperator(const QString& program, const QStringList& arguments, const QByteArray& input = {},
                      int limit = 2 * patience) const;

    // --- On a node
    /// A script for `sh`, as root, without the network. Not for rebooting: see reboot().
    Ran run(const QString& node, const QByteArray& script, const QByteArray& input = {}) const;
    /// The same with this machine's files: for tools that the node may not have.
    Ran runInNetworkOf(const QString& node, const QByteArray& script) const;
    /// A script of this machine in the folder where the node's own files lie: what it has written over this machine's files
    /// ("upper"), root's home ("home"), /etc/systemd/system ("system"), mail data ("data").
    Ran runInFilesOf(const QString& node, const QByteArray& script) const;
    /// Where a file of the node's mail data lies on this machine ("queue", "archive", "log"); there while the node is off, too.
    QString mailDir(const QString& node, const QString& what) const;
    /// What the node's installer does from now on (tests/lab/standin/installer.sh lists it).
    bool setInstaller(const QString& node, const QByteArray& behaviour) const;
    QString version(const QString& node) const; ///< as its VERSION says now, "5.20R01"; empty: unreadable

    // --- What happens to a node
    bool reboot(const QString& node); ///< as by `systemctl reboot`; true: it is up again
    bool crash(const QString& node);  ///< the power is cut; off until start()
    bool start(const QString& node);  ///< true: it is up
    bool waitUp(const QString& node) const;
    /// Which boot this is; empty while it is not up. To see that a node has rebooted by itself.
    QByteArray boot(const QString& node) const;
    bool setCable(const QString& port, bool plugged) const; ///< a node, or "operator"
    /// The firewall between the nodes, which is none of theirs: while it stands no IP packet passes from node to node; the
    /// operator is on this side of it.
    bool setWall(bool stands) const;
    bool freeze(const QString& node) const; ///< nothing of it runs; its kernel still answers
    bool thaw(const QString& node) const;
    bool setDelay(const QString& port, int ms) const; ///< round-trip time at that port

    // --- Ground truth
    /// A line for each contact between two versions: `TIME WHAT NODE VERSION PEER VERSION`. Rule S1 holds while it is empty.
    QByteArrayList alarms() const;
    void clearAlarms() const;
    /// Where each mail lies, by the id with which it was sent: "mf2 queue", "mf1 archive"; more than one place: doubled.
    QMap<QByteArray, QStringList> mails() const;
    /// What all processes of all nodes have used since they are up, in ms of one core: what a survey costs the servers.
    qint64 cpuTime() const;

private:
    Ran runScript(const QStringList& arguments, int limit = patience) const;
    bool did(const QStringList& arguments) const { return runScript(arguments).status == 0; }
    qint64 recordedPid(const QString& file) const;
    QString insideKeeper(const QString& path) const;

    Options m_options;
    QString m_name, m_why;
    bool m_up = false;
};
