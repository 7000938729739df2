#include "core/plan/BlockRules.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// "14042, 14045-14047" as numbers.
QSet<int> portSet(const QString& text)
{
    QSet<int> ports;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = part.trimmed().split(u'-');
        const int first = ends.first().toInt(), last = ends.last().toInt();
        for (int port = first; port > 0 && port <= last && last <= 65535; ++port)
            ports.insert(port);
    }
    return ports;
}

struct DropRule {
    QString place; ///< chain and direction: "input dport"
    QSet<int> ports;
    qint64 packets = 0;
};

std::optional<DropRule> nftRule(const QString& line, const QString& chain)
{
    static const QRegularExpression rule(
        uR"(tcp (dport|sport) (?:\{([^}]*)\}|(\d+)) counter packets (\d+) bytes \d+ drop)"_s);
    const auto match = rule.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    return DropRule{chain + u' ' + match.captured(1),
                    portSet(match.captured(2).isEmpty() ? match.captured(3) : match.captured(2)),
                    match.captured(4).toLongLong()};
}

std::optional<DropRule> iptablesRule(const QString& line)
{
    static const QRegularExpression rule(uR"(^-A (RUW_IN|RUW_OUT) .*--(dport|sport) (\d+) .*-j DROP)"_s);
    static const QRegularExpression counter(uR"( -c (\d+) \d+)"_s);
    const auto match = rule.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    return DropRule{match.captured(1) + u' ' + match.captured(2),
                    {match.captured(3).toInt()},
                    counter.match(line).captured(1).toLongLong()};
}

/// What one filter (nftables, iptables, ip6tables) shows.
struct Filter {
    QHash<QString, QSet<int>> places; ///< dropped ports by chain and direction
    QSet<QString> entered;            ///< "input", "output": the packets come to our chain
    bool dormant = false;

    bool inForce() const { return !dormant && entered.size() == 2; }
    QSet<int> ports() const
    {
        constexpr qsizetype everyPlace = 4; // in and out, source and destination
        if (places.size() != everyPlace)
            return {};
        QSet<int> out = *places.cbegin();
        for (const QSet<int>& each : places)
            out &= each;
        return out;
    }
};

BlockRules parsed(const QByteArray& listing)
{
    static const QRegularExpression comment(u"replica-upgrade-wizard run ([0-9a-f]+)"_s);
    static const QRegularExpression head(uR"(^# (ip6?tables)$)"_s);
    static const QRegularExpression chainHead(uR"(^\s*chain (\w+) \{)"_s);
    static const QRegularExpression hook(uR"(^\s*type filter hook (input|output) )"_s);
    // Only an unconditional jump leads every packet there.
    static const QRegularExpression jump(uR"(^-A (INPUT|OUTPUT) -j RUW_(IN|OUT)$)"_s);
    BlockRules out;
    QMap<QString, Filter> filters;
    const QString nft = u"nft"_s;
    QString chain, family = u"iptables"_s;
    for (const QString& line : QString::fromUtf8(listing).split(u'\n')) {
        if (const auto tool = head.match(line); tool.hasMatch()) {
            family = tool.captured(1);
            filters[family]; // asked, whatever it shows
        } else if (const auto to = jump.match(line); to.hasMatch()) {
            if (to.captured(1).startsWith(to.captured(2))) // INPUT to RUW_IN, OUTPUT to RUW_OUT
                filters[family].entered.insert(to.captured(1));
        } else if (const auto opened = chainHead.match(line); opened.hasMatch()) {
            chain = opened.captured(1);
        } else if (const auto at = hook.match(line); at.hasMatch() && at.captured(1) == chain) {
            filters[nft].entered.insert(chain);
        } else if (line.trimmed() == "flags dormant"_L1) {
            filters[nft].dormant = true;
        }
        const auto ours = comment.match(line);
        if (!ours.hasMatch())
            continue;
        const bool byNft = !line.startsWith(u"-A"_s);
        const std::optional<DropRule> rule = byNft ? nftRule(line, chain) : iptablesRule(line);
        if (!rule)
            continue;
        if (!out.runIds.contains(ours.captured(1)))
            out.runIds.append(ours.captured(1));
        filters[byNft ? nft : family].places[rule->place] += rule->ports;
        out.droppedPackets += rule->packets;
    }
    out.runIds.sort();
    if (out.empty())
        return out;
    // Where one of iptables and ip6tables has our rules, the other one must have them too: it was asked.
    const bool byIptables =
        !filters.value(u"iptables"_s).places.isEmpty() || !filters.value(u"ip6tables"_s).places.isEmpty();
    bool first = true;
    out.inForce = true;
    for (auto it = filters.cbegin(); it != filters.cend(); ++it) {
        if (it.key() == nft ? it->places.isEmpty() : !byIptables)
            continue;
        out.inForce = out.inForce && it->inForce();
        out.ports = first ? it->ports() : out.ports & it->ports();
        first = false;
    }
    return out;
}

} // namespace

BlockRules BlockRules::read(const QByteArray& listing)
{
    // A run reads the same rules at every step.
    constexpr qsizetype most = 32;
    thread_local QHash<QByteArray, BlockRules> known;
    const auto found = known.constFind(listing);
    if (found != known.cend())
        return *found;
    if (known.size() >= most)
        known.clear();
    return *known.insert(listing, parsed(listing));
}

} // namespace ruw
