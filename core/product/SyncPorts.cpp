#include "core/product/SyncPorts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

QString neededByCode(NeededBy neededBy)
{
    switch (neededBy) {
    case NeededBy::Neither:
        return {};
    case NeededBy::Source:
        return u"source"_s;
    case NeededBy::Target:
        return u"target"_s;
    case NeededBy::Both:
        return u"both"_s;
    }
    Q_UNREACHABLE();
}

const QList<SyncPort>& syncPorts()
{
    // FAQ 2578, the list of sync ports with its notes on versions.
    static const QList<SyncPort> table = {
        {settingsPortKey(), 14083, SyncChannel::Settings, {}},
        {u"DATA_REPORT_SYNC_SERVER_PORT"_s, 14042, SyncChannel::Report, {}},
        {u"DATA_SAVE_SYNC_SERVER_PORT"_s, 14043, SyncChannel::SavedMail, {}},
        {u"DATA_EWEB_SYNC_SERVER_PORT"_s, 14044, SyncChannel::Eweb, {}},
        {u"DATA_QUARANTINE_SYNC_SERVER_PORT"_s, 14045, SyncChannel::Quarantine, ProductVersion{5, 0, 1}},
        {u"DATA_POP_SYNC_SERVER_PORT"_s, 14046, SyncChannel::Pop, ProductVersion{5, 31, 1}},
        {u"DATA_SMTP_CLIENT_SYNC_SERVER_PORT"_s, 14047, SyncChannel::SmtpClient, ProductVersion{5, 50, 1}},
    };
    return table;
}

const SyncPort* syncPortOfKey(const QString& key)
{
    const QList<SyncPort>& table = syncPorts();
    constexpr auto peerPrefix = "REPLICA_SERVER_"_L1;
    if (key.startsWith(peerPrefix)) {
        const QStringView suffix = QStringView(key).mid(peerPrefix.size());
        const bool isNumber = !suffix.isEmpty() && std::all_of(suffix.begin(), suffix.end(), [](QChar c) {
            return c >= u'0' && c <= u'9';
        });
        return isNumber || key == settingsPortKey() ? &table.first() : nullptr;
    }
    const auto row =
        std::find_if(table.begin(), table.end(), [&](const SyncPort& port) { return port.key == key; });
    return row == table.end() ? nullptr : &*row;
}

QString settingsPortKey()
{
    return u"REPLICA_SERVER_*"_s;
}

NeededBy neededBy(const SyncPort& port, const ProductVersion& source, const ProductVersion& target)
{
    const bool bySource = port.usedBy(source);
    const bool byTarget = port.usedBy(target);
    if (bySource && byTarget)
        return NeededBy::Both;
    if (bySource)
        return NeededBy::Source;
    return byTarget ? NeededBy::Target : NeededBy::Neither;
}

Text channelText(SyncChannel channel)
{
    switch (channel) {
    case SyncChannel::Settings:
        return Text::tr("Settings sync");
    case SyncChannel::Report:
        return Text::tr("Data sync: report");
    case SyncChannel::SavedMail:
        return Text::tr("Data sync: saved mail");
    case SyncChannel::Eweb:
        return Text::tr("Data sync: eweb");
    case SyncChannel::Quarantine:
        return Text::tr("Data sync: quarantine");
    case SyncChannel::Pop:
        return Text::tr("Data sync: POP");
    case SyncChannel::SmtpClient:
        return Text::tr("Data sync: SMTP client");
    }
    Q_UNREACHABLE();
}

QString portRanges(QList<int> ports)
{
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
    QStringList parts;
    for (qsizetype i = 0; i < ports.size();) {
        qsizetype end = i;
        while (end + 1 < ports.size() && ports[end + 1] == ports[end] + 1)
            ++end;
        if (end - i >= 2) {
            parts.append(u"%1-%2"_s.arg(ports[i]).arg(ports[end]));
        } else {
            for (qsizetype k = i; k <= end; ++k)
                parts.append(QString::number(ports[k]));
        }
        i = end + 1;
    }
    return parts.join(", "_L1);
}

} // namespace ruw
