#include "core/survey/FactTexts.h"

#include "core/base/Quote.h"
#include "core/product/ProductVersion.h"
#include "core/product/SyncPorts.h"
#include "core/site/Site.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct FactKind {
    const char* key;
    const char* name;
    bool verbatim = false;
    bool isSize = false;
};
constexpr std::array kinds = {
    FactKind{"version", QT_TRANSLATE_NOOP("ruw::Text", "Version")},
    FactKind{"serviceState", QT_TRANSLATE_NOOP("ruw::Text", "Service")},
    FactKind{"bootStart", QT_TRANSLATE_NOOP("ruw::Text", "Start at boot")},
    FactKind{"settingsSync", QT_TRANSLATE_NOOP("ruw::Text", "Settings sync enabled")},
    FactKind{"smtp", QT_TRANSLATE_NOOP("ruw::Text", "SMTP")},
    FactKind{"installDir", QT_TRANSLATE_NOOP("ruw::Text", "Install directory"), true},
    FactKind{"hostname", QT_TRANSLATE_NOOP("ruw::Text", "Host name"), true},
    FactKind{"os", QT_TRANSLATE_NOOP("ruw::Text", "Operating system")},
    FactKind{"addresses", QT_TRANSLATE_NOOP("ruw::Text", "Addresses"), true},
    FactKind{"listeningPorts", QT_TRANSLATE_NOOP("ruw::Text", "Listening ports"), true},
    FactKind{"firewall", QT_TRANSLATE_NOOP("ruw::Text", "Firewall")},
    FactKind{"blockPresent", QT_TRANSLATE_NOOP("ruw::Text", "Blocks set by this program"), true},
    FactKind{"queueBytes", QT_TRANSLATE_NOOP("ruw::Text", "Size of the queue"), false, true},
    FactKind{"queueFiles", QT_TRANSLATE_NOOP("ruw::Text", "Files in the queue directory")},
    FactKind{"freeDiskBytes", QT_TRANSLATE_NOOP("ruw::Text", "Free disk space"), false, true},
    FactKind{"clockSkewSeconds", QT_TRANSLATE_NOOP("ruw::Text", "Clock offset (seconds)")},
    FactKind{"rebootPending", QT_TRANSLATE_NOOP("ruw::Text", "Restart of the machine pending")},
    FactKind{"systemd", QT_TRANSLATE_NOOP("ruw::Text", "Runs systemd")},
    FactKind{"installerSha256", QT_TRANSLATE_NOOP("ruw::Text", "SHA-256 of the installer"), true},
};

const FactKind& kindOf(const QString& key)
{
    const auto found = std::ranges::find_if(kinds, [&](const FactKind& kind) { return key == QLatin1StringView(kind.key); });
    Q_ASSERT(found != kinds.end()); // every fact of forEachFact() has its row
    return *found;
}

} // namespace

Text factName(const QString& key)
{
    return Text::tr(kindOf(key).name);
}

bool factIsVerbatim(const QString& key)
{
    return kindOf(key).verbatim;
}

Text factText(const QString& key, const QString& value)
{
    for (const Os os : {Os::Linux, Os::Windows}) { // where only the site file tells, its word: called by the system's name
        if (key == "os"_L1 && value == osCode(os))
            return osText(os);
    }
    return Text::verbatim(shownSafely(key == "version"_L1 ? shownVersion(value) : value));
}

Text factText(const QString&, const QStringList& value)
{
    QStringList safe;
    for (const QString& each : value)
        safe.append(shownSafely(each));
    return safe.isEmpty() ? Text::tr("none") : Text::list(safe);
}

Text factText(const QString&, const QList<int>& ports)
{
    return ports.isEmpty() ? Text::tr("none") : Text::verbatim(portRanges(ports));
}

Text factText(const QString& key, qint64 value)
{
    return kindOf(key).isSize ? Text::bytes(value) : Text::number(value);
}

Text factText(const QString&, bool value)
{
    return value ? Text::tr("yes") : Text::tr("no");
}

Text factText(const QString&, ServiceState value)
{
    return serviceStateText(value);
}

Text factText(const QString&, BootStart value)
{
    return bootStartText(value);
}

Text factText(const QString&, PortState value)
{
    switch (value) {
    case PortState::Open:
        return Text::tr("answers", "an SMTP port");
    case PortState::Refused:
        return Text::tr("refused");
    case PortState::Filtered:
        return Text::tr("no answer");
    case PortState::Unknown:
        break;
    }
    return Text::tr("not known");
}

} // namespace ruw
