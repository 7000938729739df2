#include "core/plan/BlockCommands.h"

#include "core/base/ScriptText.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

QString joined(const QList<int>& ports, const QString& separator)
{
    QStringList numbers;
    for (const int port : ports)
        numbers.append(QString::number(port));
    return numbers.join(separator);
}

QList<std::pair<QString, QString>> valuesOf(const BlockSpec& spec, const QString& separator)
{
    return {{u"PORTS"_s, joined(spec.ports, separator)},
            {u"KEPT"_s, joined(spec.keptPorts, separator)},
            {u"RUN"_s, spec.runId}};
}

BlockCommands commands(const QString& family, const QString& ending, Shell shell, const BlockSpec& spec)
{
    const QList<std::pair<QString, QString>> values = valuesOf(spec, u", "_s);
    const auto script = [&](const QString& verb) {
        return filledScript(verb + u'-' + family + ending, values);
    };
    return {shell, script(u"block"_s), script(u"lift"_s), script(u"verify"_s)};
}

} // namespace

BlockCommands nftablesBlock(const BlockSpec& spec)
{
    return commands(u"nftables"_s, u".sh"_s, Shell::Posix, spec);
}

BlockCommands iptablesBlock(const BlockSpec& spec)
{
    return commands(u"iptables"_s, u".sh"_s, Shell::Posix, spec);
}

BlockCommands windowsBlock(const BlockSpec& spec)
{
    return commands(u"windows"_s, u".ps1"_s, Shell::PowerShell, spec);
}

QString probeCommand(const QString& address, const QList<int>& ports, Shell shell)
{
    const bool posix = shell == Shell::Posix;
    return filledScript(
        posix ? u"probe.sh"_s : u"probe.ps1"_s,
        {{u"PORTS"_s, joined(ports, posix ? u" "_s : u", "_s)}, {u"ADDRESS"_s, shellQuoted(address, shell)}});
}

} // namespace ruw
