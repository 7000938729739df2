// What is not as it should be after a run: of the mail, of the nodes, and of what the program said of itself.
#include "LabRun.h"

#include "WaitUntil.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// What the product, its installer and the program write by intention: everything else must stay as it was.
bool isExpectedToChange(const QByteArray& path)
{
    static const QRegularExpression expected(
        u"^(upper/usr/local/mfilter\\d/(VERSION|var/|bin/|conf/mf_replica\\.def\\.before-|conf/standin)"
        "|upper/var/lib/replica-upgrade-wizard/|upper/run/|upper/tmp/|upper/var/log/|upper/var/lib/systemd/"
        "|home/installer\\.behaviour$)"_s);
    return expected.match(QString::fromUtf8(path)).hasMatch();
}

} // namespace

LabRun::Footprint LabRun::footprint(const QString& node) const
{
    Footprint out;
    // Counters count: they are not the rules.
    out.filters =
        m_lab
            .runInNetworkOf(node,
                            "nft -s list ruleset; for t in iptables ip6tables; do for v in nft legacy; do "
                            "$t-$v-save 2>/dev/null | grep -v '^#' | sed 's/\\[[0-9:]*\\]//'; done; done")
            .out;
    const QByteArray files =
        m_lab
            .runInFilesOf(node, "find upper home system -type f -print0 | sort -z | xargs -0 sha256sum; find "
                                "upper home system -type l -printf '%l  %p\\n' | sort")
            .out;
    for (const QByteArray& line : files.split('\n')) {
        const qsizetype gap = line.indexOf("  ");
        if (gap > 0 && !isExpectedToChange(line.mid(gap + 2)))
            out.files.insert(line.mid(gap + 2), line.left(gap));
    }
    return out;
}

bool LabRun::mailHasArrived(const QString& excused) const
{
    const auto places = m_lab.mails();
    const auto taken = m_pour->takenBy();
    for (const auto& [id, node] : taken.asKeyValueRange()) {
        const QString place = (m_spec.site.dataSync ? u"mf1"_s : node) + u" archive"_s;
        if (places.value(id) != QStringList{place} && node != excused)
            return false;
    }
    return true;
}

QStringList LabRun::mailComplaints(const QString& excused) const
{
    QStringList out;
    for (const QByteArray& alarm : m_lab.alarms())
        out += u"ALARM "_s + QString::fromUtf8(alarm);
    const auto taken = m_pour->takenBy();
    if (taken.size() < 20)
        out += u"only %1 mails were taken: that shows nothing"_s.arg(taken.size());
    (void)waitUntil([&] { return mailHasArrived(excused); }, patience);
    const auto places = m_lab.mails();
    int lost = 0, doubled = 0, misplaced = 0;
    QStringList examples;
    for (const auto& [id, node] : taken.asKeyValueRange()) {
        const QStringList found = places.value(id);
        const QString place = (m_spec.site.dataSync ? u"mf1"_s : node) + u" archive"_s;
        int& kind = found.isEmpty() ? lost : found.size() > 1 ? doubled : misplaced;
        const bool waits = node == excused && found == QStringList{node + u" queue"_s};
        if (found == QStringList{place} || waits)
            continue;
        kind += 1;
        if (examples.size() < 5)
            examples += u"%1 of %2: [%3]"_s.arg(QString::fromUtf8(id), node, found.join(u", "_s));
    }
    if (lost + doubled + misplaced > 0) {
        out += u"of %1 mails %2 lost, %3 doubled, %4 at a wrong place: %5"_s.arg(taken.size())
                   .arg(lost)
                   .arg(doubled)
                   .arg(misplaced)
                   .arg(examples.join(u"; "_s));
    }
    return out;
}

QStringList LabRun::nodeComplaints(const QString& node, const QString& version) const
{
    QStringList out;
    const Footprint now = footprint(node);
    const Footprint& before = m_before[node];
    if (now.filters != before.filters)
        out += u"%1: the packet filter was\n%2\nand is\n%3"_s.arg(node, QString::fromUtf8(before.filters),
                                                                  QString::fromUtf8(now.filters));
    QMap<QByteArray, QByteArray> all = before.files;
    all.insert(now.files);
    const bool mayRewrite = m_spec.installers.value(node).contains("rewrites-config");
    const bool newDirectory =
        m_spec.site.source.section(u'.', 0, 0) != m_spec.site.target.section(u'.', 0, 0);
    const QByteArray folder = "upper/usr/local/mfilter" + version.section(u'.', 0, 0).toUtf8();
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (before.files.value(it.key()) == now.files.value(it.key()))
            continue;
        // The installer's own doing: the new folder of a new major version and the service that points there, a config.
        if (newDirectory && (it.key().startsWith(folder) || it.key() == "system/mfilter.service"))
            continue;
        if (mayRewrite && it.key().endsWith("/conf/mf_replica.def"))
            continue;
        out += u"%1: the file %2 is not as it was"_s.arg(node, QString::fromUtf8(it.key()));
    }
    if (const QString read = m_lab.version(node); read != version)
        out += u"%1 has the version %2"_s.arg(node, read);
    const QByteArray state =
        m_lab.run(node, "systemctl is-active mfilter; systemctl is-enabled mfilter; settings-sync status")
            .out;
    if (state != "active\nenabled\nenabled\n")
        out += u"%1: service, start at boot, settings sync: %2"_s.arg(node,
                                                                      QString::fromUtf8(state).simplified());
    return out;
}

QStringList LabRun::complaints()
{
    stopMail();
    QStringList out = mailComplaints();
    for (const QString& node : m_lab.nodes())
        out += nodeComplaints(node, m_spec.site.target);
    return out;
}

QStringList LabRun::untruths(const Ended& ended) const
{
    struct Row {
        const char* words;
        const char* looked; ///< how the same reads where it was looked at
        const char* script; ///< prints "yes" where it stands
    };
    static constexpr std::array rows = {
        Row{"Sync communication is blocked on %1", "The block on %1 stands",
            "{ nft list table inet replica_upgrade || iptables -S RUW_IN; } >/dev/null 2>&1 && echo yes"},
        Row{"The service on %1 is stopped", "The service on %1 is stopped",
            "systemctl is-active -q mfilter || echo yes"},
        Row{"Start at boot is off on %1", "On %1, start at boot is off",
            "systemctl is-enabled -q mfilter || echo yes"},
        Row{"Settings sync is disabled on %1", "Settings sync is disabled on %1",
            "settings-sync status >/dev/null 2>&1; [ $? != 3 ] || echo yes"}};
    QStringList out;
    const QByteArray said = ended.said.mid(ended.said.lastIndexOf("\nHeld"));
    const QByteArray stop = ended.menus.isEmpty() ? QByteArray() : ended.menus.last().said;
    for (const QString& node : m_lab.nodes()) {
        for (const Row& row : rows) {
            const QByteArray words = QString::fromLatin1(row.words).arg(node).toUtf8();
            const QByteArray looked = QString::fromLatin1(row.looked).arg(node).toUtf8();
            // What stands is what the run has put in place, but for what it has just said it no longer sees.
            const bool missed = stop.contains(QByteArray("Not as expected: " + looked)) ||
                                stop.contains(QByteArray("Could not be seen: " + looked));
            const QList<QByteArray> lines = said.split('\n');
            const auto line = std::find_if(lines.cbegin(), lines.cend(), [&](const QByteArray& each) {
                return each.startsWith("  - ") && each.contains(words);
            });
            if (line != lines.cend() && line->contains("Not confirmed: "))
                continue; // that nobody knows is true
            const bool told = line != lines.cend() && !missed;
            const bool stands = m_lab.run(node, row.script).out == "yes\n";
            if (told != stands)
                out += u"\"%1\" is %2 and is %3"_s.arg(QString::fromUtf8(words),
                                                       told ? u"told"_s : u"not told"_s,
                                                       stands ? u"true"_s : u"not true"_s);
        }
    }
    return out;
}
