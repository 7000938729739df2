#include "core/plan/BlockRules.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// "14042, 14045-14047" as numbers.
QSet<int> portSet(const QString& text)
{
    QSet<int> ports;
    for (const QStringView piece : QStringView(text).split(u',', Qt::SkipEmptyParts)) {
        const QStringView part = piece.trimmed();
        const int first = part.first(part.contains(u'-') ? part.indexOf(u'-') : part.size()).toInt();
        const int last = part.sliced(part.lastIndexOf(u'-') + 1).toInt();
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

BlockRules parsed(const QByteArray& listing)
{
    static const QRegularExpression comment(u"replica-upgrade-wizard run ([0-9a-f]+)"_s);
    static const QRegularExpression chainHead(uR"(^\s*chain (\w+) \{)"_s);
    BlockRules out;
    QHash<QString, QSet<int>> places;
    QString chain;
    const QString text = QString::fromUtf8(listing);
    for (const QStringView view : QStringView(text).split(u'\n')) {
        // Most lines of a ruleset are not ours: what is quick to see is looked at first.
        const bool head = view.trimmed().startsWith("chain "_L1);
        const bool commented = view.contains("replica-upgrade-wizard run "_L1);
        if (!head && !commented)
            continue;
        const QString line = view.toString();
        if (head) {
            if (const auto found = chainHead.match(line); found.hasMatch())
                chain = found.captured(1);
        }
        if (!commented)
            continue;
        const auto ours = comment.match(line);
        if (!ours.hasMatch())
            continue;
        const std::optional<DropRule> rule =
            line.startsWith(u"-A"_s) ? iptablesRule(line) : nftRule(line, chain);
        if (!rule)
            continue;
        if (!out.runIds.contains(ours.captured(1)))
            out.runIds.append(ours.captured(1));
        places[rule->place] += rule->ports;
        out.droppedPackets += rule->packets;
    }
    out.runIds.sort();
    constexpr qsizetype everyPlace = 4; // in and out, source and destination
    if (places.size() == everyPlace) {
        out.ports = *places.cbegin();
        for (const QSet<int>& ports : std::as_const(places))
            out.ports &= ports;
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
