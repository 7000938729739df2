#include "LabHand.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// What a probe printed: an address in a line of its own, then a line for each port.
QMap<QByteArray, QByteArray> portsIn(const QByteArray& printed)
{
    QMap<QByteArray, QByteArray> out;
    QByteArray address;
    for (const QByteArray& line : printed.split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (words.size() == 2)
            out.insert(address + ' ' + words[0], words[1]);
        else if (!line.isEmpty())
            address = line;
    }
    return out;
}

} // namespace

bool LabHand::takeOver(QJsonObject& site) const
{
    const QByteArray config = m_lab.run(m_node, "cat /usr/local/mfilter*/conf/mf_replica.def").out;
    QFile copy(m_lab.directory() + u'/' + m_node + u".def"_s);
    if (config.isEmpty() || !copy.open(QIODevice::WriteOnly) || copy.write(config) != config.size())
        return false;
    QJsonArray nodes = site.value(u"nodes"_s).toArray();
    for (QJsonValueRef each : nodes) {
        QJsonObject node = each.toObject();
        if (node.value(u"name"_s).toString() != m_node)
            continue;
        node.remove(u"ssh"_s);
        node.insert(u"access"_s, u"manual"_s);
        node.insert(u"config"_s, QString(m_node + u".def"_s));
        each = node;
    }
    site.insert(u"nodes"_s, nodes);
    return true;
}

QByteArray LabHand::shownCommand(const QByteArray& said)
{
    QByteArray command;
    for (const QByteArray& line : said.split('\n')) {
        if (line.startsWith("  | "))
            command += line.mid(4) + '\n';
    }
    return command;
}

std::optional<QByteArray> LabHand::answer(const QString& step, const QByteArray& text, const QByteArray& said)
{
    if (text.startsWith("Begin this step") || text.startsWith("Run this")) {
        m_shown = shownCommand(said);
        return std::nullopt;
    }
    if (text.startsWith("Do it now")) {
        const bool ofThisNode = step.endsWith(u'-' + m_node) || step.contains(QString(u'-' + m_node + u'-'));
        return ofThisNode ? std::optional<QByteArray>(doIt(step) ? "y" : "n") : std::nullopt;
    }
    static constexpr std::array places = {"on %1 ",         "on %1.",          "From %1,",
                                          "asked from %1",  "directory of %1", "directory on %1"};
    const bool asksAboutIt = std::any_of(places.begin(), places.end(), [&](const char* place) {
        return QString::fromUtf8(text).contains(QString::fromLatin1(place).arg(m_node));
    });
    if (!asksAboutIt && !text.contains("Every node that takes part"))
        return std::nullopt;
    const std::optional<bool> so = isSo(step, text, said);
    return !so ? "hold" : *so ? "y" : "n";
}

bool LabHand::doIt(const QString& step)
{
    if (m_shown.isEmpty())
        return true; // what is routed where is none of the node's business
    const LabSite::Ran ran = m_lab.run(m_node, m_shown);
    if (step.startsWith(u"run-installer-"_s))
        m_installer = ran.status;
    if (step.startsWith(u"unblock-"_s) && ran.status == 0)
        return did("touch /run/lifted");
    return ran.status == 0;
}

bool LabHand::says(const QByteArray& script, const QByteArray& wanted) const
{
    return m_lab.run(m_node, script).out.trimmed() == wanted;
}

/// What was open is open; what was refused may have got a listener by the new version.
bool LabHand::answersAsBefore(const QByteArray& probe) const
{
    const auto now = portsIn(m_lab.run(m_node, probe).out);
    return !now.isEmpty() && std::all_of(now.keyBegin(), now.keyEnd(), [&](const QByteArray& port) {
        const QByteArray before = m_baseline.value(port);
        return before == "open" ? now[port] == "open" : before == "refused" && (now[port] == "open" || now[port] == "refused");
    });
}

/// The question names the ports: "... than 14042-14047, 14083."
bool LabHand::namesNoOtherPort(const QByteArray& text) const
{
    QList<int> known;
    static const QRegularExpression range(u"(\\d{4,5})(?:-(\\d{4,5}))?"_s);
    for (auto each = range.globalMatch(QString::fromUtf8(text.mid(text.indexOf("than ")))); each.hasNext();) {
        const auto match = each.next();
        const int first = match.captured(1).toInt(), last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
        for (int port = first; port <= last; ++port)
            known.append(port);
    }
    const QByteArrayList lines =
        m_lab.run(m_node, "sed -n 's/^\\(REPLICA_SERVER_[0-9]*\\|DATA_.*_PORT\\) *=.*[^0-9]\\([0-9]*\\)$/\\2/p' "
                          "/usr/local/mfilter5/conf/mf_replica.def")
            .out.split('\n');
    return lines.size() > 1 && std::all_of(lines.cbegin(), lines.cend(), [&](const QByteArray& line) {
        return line.isEmpty() || known.contains(line.toInt());
    });
}

bool LabHand::queueHasRunOff() const
{
    QElapsedTimer timer;
    timer.start();
    while (!says("find /var/lib/mfilter/queue -type f ! -newer /run/lifted | wc -l", "0")) {
        if (timer.elapsed() > LabSite::patience)
            return false;
        QThread::msleep(200);
    }
    return true;
}

std::optional<bool> LabHand::isSo(const QString& step, const QByteArray& text, const QByteArray& said)
{
    const QByteArray check = shownCommand(said);
    const auto contains = [&](const char* words) { return text.contains(words); };
    if (contains("Is it recorded what each port said")) {
        m_baseline = portsIn(m_lab.run(m_node, m_shown).out);
        return !m_baseline.isEmpty();
    }
    if (contains("none of the ports") || contains("nothing answers on")) {
        const auto now = portsIn(m_lab.run(m_node, check).out);
        return !now.isEmpty() &&
               std::all_of(now.cbegin(), now.cend(), [](const QByteArray& state) { return state == "filtered"; });
    }
    if (contains("answer as before the work"))
        return answersAsBefore(check);
    if (contains("The copy of mf_replica.def"))
        return did("cmp /usr/local/mfilter5/conf/mf_replica.def /usr/local/mfilter5/conf/mf_replica.def.before-*");
    if (contains("is running"))
        return says("systemctl is-active mfilter", "active");
    if (contains("The service on") && contains("is stopped"))
        return says("systemctl is-active mfilter", "inactive");
    if (contains("start at boot is off"))
        return says("systemctl is-enabled mfilter", "disabled");
    if (contains("start at boot is on"))
        return says("systemctl is-enabled mfilter", "enabled");
    if (contains("The block on"))
        return did(check.isEmpty() ? "nft list table inet replica_upgrade" : check);
    if (contains("No block set by this program")) // what is shown to check it must say the same
        return did("! nft list table inet replica_upgrade 2>/dev/null && [ ! -e /etc/replica-upgrade-wizard/block.nft ]") &&
               (check.isEmpty() || !did(check));
    if (contains("The installer on"))
        return step.startsWith(u"run-installer-"_s) && m_installer == 0;
    // Of all: the others' the program has read itself.
    if (contains("The version on") || contains("Every node that takes part has the version"))
        return contains(m_lab.version(m_node).toUtf8().constData()) && !m_lab.version(m_node).isEmpty();
    if (contains("Settings sync is disabled"))
        return says("settings-sync status", "disabled");
    if (contains("Settings sync is enabled"))
        return says("settings-sync status", "enabled");
    if (contains("Is every difference in mf_replica.def")) // the installer may add lines
        return did("cd /usr/local/mfilter5/conf && ! diff mf_replica.def.before-* mf_replica.def | grep -q '^<'");
    if (contains("names no other sync port than"))
        return namesNoOtherPort(text);
    if (contains("ENABLE_REP_DATA and the servers"))
        return did("cd /usr/local/mfilter5/conf && for f in mf_replica.def mf_replica.def.before-*; do "
                   "grep -E '^(ENABLE_REP_DATA|REPLICA_SERVER_)' $f | sha256sum; done | uniq | wc -l | grep -qx 1");
    if (contains("has room for what still piles up"))
        return did("[ $(df -Pk /var/lib/mfilter/queue | awk 'END { print $4 }') -gt 100000 ]");
    if (contains("no file is older than"))
        return queueHasRunOff();
    return std::nullopt;
}
