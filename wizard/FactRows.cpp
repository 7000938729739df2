#include "wizard/FactRows.h"

#include "core/base/Quote.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

Text shown(const QString& value)
{
    return Text::verbatim(shownSafely(value));
}
Text shown(const QStringList& values)
{
    QStringList safe;
    for (const QString& value : values)
        safe.append(shownSafely(value));
    return safe.isEmpty() ? Text::tr("none") : Text::list(safe);
}
Text shown(const QList<int>& ports)
{
    return ports.isEmpty() ? Text::tr("none") : Text::verbatim(portRanges(ports));
}
Text shown(qint64 value)
{
    return Text::number(value);
}
Text shown(bool value)
{
    return value ? Text::tr("yes") : Text::tr("no");
}
Text shown(ServiceState state)
{
    return serviceStateText(state);
}
Text shown(BootStart state)
{
    return bootStartText(state);
}
Text shown(PortState state)
{
    switch (state) {
    case PortState::Open:
        return Text::tr("open");
    case PortState::Refused:
        return Text::tr("refused");
    case PortState::Filtered:
        return Text::tr("no answer");
    case PortState::Unknown:
        break;
    }
    return Text::tr("not known");
}
/// As the vendor writes it, where it reads as one.
Text versionShown(const QString& found)
{
    const Result<ProductVersion> version = ProductVersion::parse(found);
    return version ? Text::verbatim(version->display()) : shown(found);
}
Text onOff(bool on)
{
    return Text::verbatim(on ? u"ON"_s : u"OFF"_s);
}

class Rows {
public:
    template <typename T, typename Show>
    void add(const Text& name, const Fact<T>& fact, bool monospace, Show&& show)
    {
        FactRow row{name, Text::tr("not known"), fact.source, fact.detail, {}, monospace};
        if (fact.value)
            row.value = show(*fact.value);
        if (fact.siteValue)
            row.entered = show(*fact.siteValue);
        m_rows.append(row);
    }
    template <typename T> void add(const Text& name, const Fact<T>& fact, bool monospace = false)
    {
        add(name, fact, monospace, [](const T& value) { return shown(value); });
    }
    QList<FactRow> take()
    {
        std::stable_partition(m_rows.begin(), m_rows.end(),
                              [](const FactRow& row) { return row.source != FactSource::Unknown; });
        return std::move(m_rows);
    }

private:
    QList<FactRow> m_rows;
};

} // namespace

QList<FactRow> factRows(const NodeFacts& node)
{
    const NodeSurvey& survey = node.survey;
    const auto size = [](qint64 bytes) { return Text::bytes(bytes); };
    Rows rows;
    rows.add(Text::tr("Version"), survey.version);
    rows.add(Text::tr("Service"), survey.serviceState);
    rows.add(Text::tr("Data sync enabled"), node.dataSync, false, onOff);
    rows.add(Text::tr("Start at boot"), survey.bootStart);
    rows.add(Text::tr("Install directory"), survey.installDir, true);
    rows.add(Text::tr("Host name"), survey.hostname, true);
    rows.add(Text::tr("Operating system"), node.os());
    rows.add(Text::tr("Addresses"), survey.addresses, true);
    rows.add(Text::tr("Listening ports"), survey.listeningPorts, true);
    rows.add(Text::tr("SMTP"), survey.smtp);
    rows.add(Text::tr("Firewall"), survey.firewall);
    rows.add(Text::tr("Blocks of ours that stand"), survey.blockPresent, true);
    rows.add(Text::tr("Size of the queue"), survey.queueBytes, false, size);
    rows.add(Text::tr("Files in the queue directory"), survey.queueFiles);
    rows.add(Text::tr("Free disk space"), survey.freeDiskBytes, false, size);
    rows.add(Text::tr("Clock offset (seconds)"), survey.clockSkewSeconds);
    rows.add(Text::tr("Restart of the machine pending"), survey.rebootPending);
    rows.add(Text::tr("Runs systemd"), survey.systemd);
    rows.add(Text::tr("SHA-256 of the installer"), survey.installerSha256, true);
    return rows.take();
}

Text foundInShort(const NodeFacts& node)
{
    const NodeSurvey& survey = node.survey;
    QList<Text> parts;
    if (survey.version.value && survey.version.source == FactSource::Detected)
        parts.append(versionShown(*survey.version.value));
    if (survey.serviceState.value && *survey.serviceState.value != ServiceState::Unknown)
        parts.append(Text::tr("service: %1").arg(shown(*survey.serviceState.value)));
    if (node.dataSync.value)
        parts.append(Text::tr("data sync: %1").arg(onOff(*node.dataSync.value)));
    return parts.isEmpty() ? Text() : Text::list(parts);
}

} // namespace ruw
