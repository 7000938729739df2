#include "core/survey/AnswerFacts.h"

#include "core/survey/AnswerReading.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ruw::answerfacts {

namespace {

/// "CRC SIZE" as `cksum` of POSIX prints it: CRC-32 of the bytes and then of their number, lowest byte first.
QByteArray cksum(const QByteArray& bytes)
{
    static const std::array<quint32, 256> table = [] {
        constexpr quint32 polynomial = 0x04C11DB7;
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            made[i] = i << 24;
            for (int bit = 0; bit < 8; ++bit)
                made[i] = (made[i] << 1) ^ ((made[i] >> 31) != 0 ? polynomial : 0);
        }
        return made;
    }();
    quint32 crc = 0;
    const auto take = [&](quint8 byte) { crc = (crc << 8) ^ table[(crc >> 24) ^ byte]; };
    for (const char byte : bytes)
        take(quint8(byte));
    for (auto size = quint64(bytes.size()); size > 0; size >>= 8)
        take(quint8(size & 0xFF));
    return QByteArray::number(~crc) + ' ' + QByteArray::number(bytes.size());
}

} // namespace

Fact<QString> version(const NodeAnswer& answer, const NodeQuery& query)
{
    if (query.versionCommand.isEmpty())
        return Fact<QString>::unknown(noCommand());
    const Record* record = answer.record("version");
    if (!record)
        return Fact<QString>::unknown(notAnswered());
    if (record->endedByLimit())
        return Fact<QString>::unknown(outOfTime(query, query.versionCommand));
    if (const auto found = ProductVersion::firstIn(QString::fromUtf8(record->bytes)))
        return detected(found->toString(), Text::verbatim(shownShort(query.versionCommand)));
    return Fact<QString>::unknown(Text::tr("No version was found in what the command printed: %1 (%2)")
                                      .arg(shownShort(query.versionCommand))
                                      .arg(firstLine(record->bytes)));
}

Fact<ServiceState> service(const NodeAnswer& answer, const NodeQuery& query)
{
    return choose(statusOf(answer, query, "service", query.serviceStatus), ServiceState::Running,
                  ServiceState::Stopped);
}

Fact<BootStart> bootStart(const NodeAnswer& answer, const NodeQuery& query)
{
    return choose(statusOf(answer, query, "bootstart", query.bootStatus), BootStart::On, BootStart::Off);
}

Fact<bool> settingsSync(const NodeAnswer& answer, const NodeQuery& query)
{
    return choose(statusOf(answer, query, "settingssync", query.settingsSyncStatus), true, false);
}

Result<QByteArray> config(const NodeAnswer& answer, const QString& shownPath)
{
    const QString shown = shownSafely(shownPath);
    const auto error = [](const char* code, const Text& what, const Text& remedy) {
        return Error{
            QString::fromLatin1(code), what, Text::tr("Nothing was changed on the node."), remedy, {}};
    };
    const Record* record = answer.record("config");
    const auto notRead = [&] {
        return error("config-not-read", Text::tr("The file %1 was not read to its end.").arg(shown),
                     Text::tr("Check the connection to the node, then try again."));
    };
    if (!record || record->endedByLimit())
        return notRead();
    switch (record->status) {
    case 0:
        break;
    case NodeAnswer::Missing:
        return error("file-missing", Text::tr("The file %1 does not exist.").arg(shown),
                     Text::tr("Check the install directory in the node's settings."));
    case NodeAnswer::NotAFile:
        return error("file-not-regular", Text::tr("%1 is not a file (a folder or a device).").arg(shown),
                     Text::tr("Check the install directory in the node's settings."));
    case NodeAnswer::NotPermitted:
        return error("file-unreadable", Text::tr("%1 may not be read by this user.").arg(shown),
                     Text::tr("Use a user who may read it, or allow sudo for this node."));
    default:
        return error("file-unreadable",
                     Text::tr("%1 could not be read (exit status %2).").arg(shown).arg(record->status),
                     Text::tr("Look at the file on the node, then read it again."));
    }
    if (record->bytes.size() > ReplicaConfig::sizeLimit) {
        return error(
            "file-too-large",
            Text::tr("The file %1 is larger than %2.").arg(shown).arg(Text::bytes(ReplicaConfig::sizeLimit)),
            Text::tr("Check whether this is the right file."));
    }
    // The checksum of a second reading; empty where the node has no cksum.
    const Record* check = answer.record("config.check");
    if (!check)
        return notRead();
    const QByteArray sum = check->bytes.trimmed();
    if (!sum.isEmpty() && sum != cksum(record->bytes)) {
        return error("file-changing",
                     Text::tr("The file %1 was being written to while it was read.").arg(shown),
                     Text::tr("Find out who writes to it; read the node again when that is over."));
    }
    return record->bytes;
}

Fact<QString> installDir(const NodeAnswer& answer, const NodeQuery& query)
{
    const QString standard = QString::fromUtf16(NodeQuery::defaultInstallDir);
    const Text detail = Text::tr("conf/mf_replica.def is in it");
    const Record* entered = answer.record("config");
    if (entered && entered->status == 0)
        return detected(query.effectiveInstallDir(), detail);
    const Record* usual = answer.record("config.default");
    if (usual && usual->status == 0)
        return detected(standard, detail);
    if (!entered || !usual)
        return Fact<QString>::unknown(notAnswered());
    return Fact<QString>::unknown(pathTrouble(query.configPath(), *entered));
}

Fact<QList<int>> listeningPorts(const NodeAnswer& answer)
{
    const Record* record = successful(answer, "listening");
    if (!record)
        return Fact<QList<int>>::unknown(notTold(answer, "listening"));
    QList<int> ports;
    for (const QByteArray& line : record->bytes.split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.value(3) != "0A")
            continue;
        const QByteArray local = fields[1];
        bool hex = false;
        const int port = local.mid(local.lastIndexOf(':') + 1).toInt(&hex, 16);
        if (hex && port > 0 && port <= 65535 && !ports.contains(port))
            ports.append(port);
    }
    std::sort(ports.begin(), ports.end());
    return detected(ports, Text::verbatim(u"/proc/net/tcp, /proc/net/tcp6"_s));
}

Fact<QStringList> firewall(const NodeAnswer& answer)
{
    const Record* record = answer.record("firewall");
    if (!record || record->endedByLimit())
        return Fact<QStringList>::unknown(notTold(answer, "firewall"));
    const bool rulesAsked = record->status == 0;
    QStringList tools;
    qint64 rules = 0;
    bool nftAnswers = false;
    for (const QByteArray& line : record->bytes.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.value(0) == "tool")
            tools.append(words.value(1) == "nft" ? u"nftables"_s : QString::fromLatin1(words.value(1)));
        if (words.value(0) == "rules") {
            rules += words.value(2).toLongLong();
            nftAnswers = nftAnswers || words.value(1) == "nft";
        }
    }
    // A tool that the kernel does not answer is of no use for a block.
    if (rulesAsked && !nftAnswers)
        tools.removeAll(u"nftables"_s);
    if (!rulesAsked)
        return detected(tools,
                        Text::tr("the tools that are there; whether rules are in force only root can see"));
    return detected(tools, rules > 0 ? Text::tr("rules are in force") : Text::tr("no rules are in force"));
}

QByteArray blockRules(const NodeAnswer& answer)
{
    const Record* record = successful(answer, "block.rules");
    return record ? record->bytes : QByteArray();
}

Fact<QStringList> block(const NodeAnswer& answer)
{
    const Record* rules = answer.record("block.rules");
    const Record* files = answer.record("block.files");
    if (!rules || !files)
        return Fact<QStringList>::unknown(notAnswered());
    static const QRegularExpression id(
        u"(?:replica-upgrade-wizard|Replica Upgrade Wizard,) run ([0-9A-Za-z-]+)"_s);
    QStringList runs;
    const auto collect = [&](const Record& record) {
        const qsizetype before = runs.size();
        bool any = false;
        for (auto it = id.globalMatch(QString::fromUtf8(record.bytes)); it.hasNext();) {
            const QString run = it.next().captured(1);
            any = true;
            if (!runs.contains(run))
                runs.append(run);
        }
        if (!any && !record.bytes.trimmed().isEmpty())
            runs.append(u"?"_s);
        return any || runs.size() > before;
    };
    const bool inRules = collect(*rules);
    const bool inFiles = collect(*files);
    if (runs.size() > 1)
        runs.removeAll(u"?"_s);
    const bool sure = rules->status == 0 && files->status == 0;
    if (inRules && inFiles)
        return detected(runs, Text::tr("as rules, and as files that put it on at the next boot"));
    if (inRules)
        return detected(runs, Text::tr("as rules; they would not survive a reboot"));
    if (inFiles)
        return detected(runs, sure ? Text::tr("as files only: the next boot would put it on")
                                   : Text::tr("as files; the rules only root can see"));
    if (sure)
        return detected(QStringList(), Text::tr("no rules and no files of this program"));
    return Fact<QStringList>::unknown(rules->status == NodeAnswer::NotPermitted ||
                                              files->status == NodeAnswer::NotPermitted
                                          ? Text::tr("Only root can see it.")
                                          : Text::tr("The node could not tell."));
}

Fact<Queue> queue(const NodeAnswer& answer, const NodeQuery& query)
{
    if (query.queueDir.isEmpty())
        return Fact<Queue>::unknown(Text::tr("No queue directory is entered."));
    const Record* record = answer.record("queue");
    if (!record)
        return Fact<Queue>::unknown(notAnswered());
    if (record->status != 0)
        return Fact<Queue>::unknown(pathTrouble(query.queueDir, *record));
    const QList<QByteArray> numbers = record->bytes.trimmed().split(' ');
    bool files = false, bytes = false, oldest = false;
    const Queue value{numbers.value(0).toLongLong(&files), numbers.value(1).toLongLong(&bytes),
                      numbers.value(2).toLongLong(&oldest)};
    if (!files || !bytes || !oldest)
        return Fact<Queue>::unknown(Text::tr("The node could not tell."));
    return detected(value, Text::verbatim(shownSafely(query.queueDir)));
}

Fact<qint64> freeDisk(const NodeAnswer& answer, const NodeQuery& query)
{
    if (query.queueDir.isEmpty())
        return Fact<qint64>::unknown(Text::tr("No queue directory is entered."));
    const Record* record = answer.record("disk");
    if (!record)
        return Fact<qint64>::unknown(notAnswered());
    if (record->status != 0)
        return Fact<qint64>::unknown(pathTrouble(query.queueDir, *record));
    // Size, used and available in KiB, then the use in percent: names before and behind may hold anything.
    static const QRegularExpression line(uR"(\s(\d+)\s+(\d+)\s+(-?\d+)\s+\d+%\s)"_s);
    const QRegularExpressionMatch match = line.match(QString::fromUtf8(record->bytes));
    if (!match.hasMatch())
        return Fact<qint64>::unknown(Text::tr("The node could not tell."));
    const qint64 free = std::max<qint64>(0, match.captured(3).toLongLong());
    return detected(free * 1024, Text::verbatim(u"df -Pk "_s + shownSafely(query.queueDir)));
}

namespace {

Fact<QString> sha256(const NodeAnswer& answer, const QByteArray& key, const QString& path)
{
    const Record* record = answer.record(key);
    if (!record)
        return Fact<QString>::unknown(notAnswered());
    if (record->status != 0)
        return Fact<QString>::unknown(pathTrouble(path, *record));
    static const QRegularExpression sum(u"\\b([0-9a-f]{64})\\b"_s);
    const QRegularExpressionMatch match = sum.match(QString::fromLatin1(record->bytes));
    if (!match.hasMatch())
        return Fact<QString>::unknown(Text::tr("The node could not tell."));
    return detected(match.captured(1), Text::verbatim(shownSafely(path)));
}

} // namespace

Fact<QString> installerSha256(const NodeAnswer& answer, const NodeQuery& query)
{
    if (query.installer.isEmpty())
        return Fact<QString>::unknown(Text::tr("No installer is entered."));
    return sha256(answer, "installer", query.installer);
}

Fact<QString> copySha256(const NodeAnswer& answer, const NodeQuery& query)
{
    return sha256(answer, "copy", query.copyPath);
}

Job job(const NodeAnswer& answer, const NodeQuery& query)
{
    Job out;
    const Record* record = answer.record("job");
    if (!record) {
        out.why = notAnswered();
        return out;
    }
    if (record->status == NodeAnswer::Missing) {
        out.state = Job::State::None;
        return out;
    }
    if (record->status != 0) {
        out.why = pathTrouble(query.jobDir, *record);
        return out;
    }
    if (const Record* log = answer.record("job.log"))
        out.log = log->bytes;
    const QByteArray said = record->bytes.trimmed();
    bool number = false;
    out.status = said.startsWith("ended ") ? said.mid(6).toInt(&number) : 0;
    out.state = said == "running" ? Job::State::Running
                : said == "lost"  ? Job::State::Lost
                : said == "none"  ? Job::State::None
                : number          ? Job::State::Ended
                                  : Job::State::Unknown;
    if (out.state == Job::State::Unknown)
        out.why = Text::tr("The node could not tell.");
    return out;
}

std::optional<qint64> nodeTime(const NodeAnswer& answer)
{
    return number(answer, "clock.end");
}

Fact<qint64> clockSkew(const NodeAnswer& answer)
{
    const std::optional<qint64> first = number(answer, "clock");
    const std::optional<qint64> last = number(answer, "clock.end");
    if (!first || !last)
        return Fact<qint64>::unknown(notTold(answer, "clock.end"));
    // The last thing the script did was to look at its clock: the answer was only half a round trip away from here, while
    // what came before it may have taken long (a person typed a password). The node cuts off the fraction of a second.
    const double away = double(answer.answeredAtMs - answer.askedAtMs) / 1000.0 - double(*last - *first);
    const double roundTrip = std::clamp(away, 0.0, 2.0);
    const double skew = double(*last) + 0.5 - (double(answer.answeredAtMs) / 1000.0 - roundTrip / 2);
    const double doubt = 1.0 + roundTrip / 2;
    const qint64 value = std::abs(skew) <= doubt ? 0 : std::llround(skew);
    return detected(
        value,
        Text::tr("compared with the work machine's clock, within %1 seconds").arg(qint64(std::ceil(doubt))));
}

std::optional<QList<PortState>> reach(const NodeAnswer& answer, const NodeQuery& query)
{
    const Record* record = answer.record("reach");
    if (!record)
        return std::nullopt;
    qsizetype asked = 0;
    for (const ReachTarget& target : query.reach)
        asked += target.ports.size();
    QList<PortState> states(asked, PortState::Unknown);
    bool any = false;
    for (const QByteArray& line : record->bytes.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        bool ok = false;
        const int number = words.value(0).toInt(&ok);
        if (!ok || number < 0 || number >= asked)
            continue;
        for (const PortState state : {PortState::Open, PortState::Refused, PortState::Filtered}) {
            if (words.value(1) == portStateCode(state).toLatin1())
                states[number] = state;
        }
        any = true;
    }
    return any || asked == 0 ? std::optional(states) : std::nullopt;
}

} // namespace ruw::answerfacts
