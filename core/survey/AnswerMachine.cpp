// What the records of an answer say of the machine itself.

#include "core/survey/AnswerFacts.h"

#include "core/survey/AnswerReading.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ruw::answerfacts {

bool asRoot(const NodeAnswer& answer)
{
    return number(answer, "root") == 0;
}

Fact<QString> hostname(const NodeAnswer& answer)
{
    const Record* record = successful(answer, "hostname");
    if (!record || record->bytes.trimmed().isEmpty())
        return Fact<QString>::unknown(notTold(answer, "hostname"));
    return detected(QString::fromUtf8(record->bytes.trimmed()), Text::verbatim(u"uname -n"_s));
}

/// PRETTY_NAME of an os-release, with the quotes of the shell taken off; of anything else the first line.
Fact<QString> os(const NodeAnswer& answer)
{
    const Record* record = successful(answer, "os");
    if (!record || record->bytes.trimmed().isEmpty())
        return Fact<QString>::unknown(notTold(answer, "os"));
    static const QRegularExpression pretty(uR"re(^PRETTY_NAME=(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S*)))re"_s,
                                           QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = pretty.match(QString::fromUtf8(record->bytes));
    if (!match.hasMatch())
        return detected(firstLine(record->bytes), Text::verbatim(u"uname"_s));
    static const QRegularExpression escape(uR"(\\(.))"_s);
    QString name = match.captured(1) + match.captured(2) + match.captured(3);
    return detected(name.replace(escape, u"\\1"_s), Text::verbatim(u"/etc/os-release"_s));
}

/// Of `ip -o addr` and of every kind of ifconfig; loopback and link-local addresses reach no other node.
Fact<QStringList> addresses(const NodeAnswer& answer)
{
    const Record* record = successful(answer, "addresses");
    if (!record)
        return Fact<QStringList>::unknown(notTold(answer, "addresses"));
    static const QRegularExpression inet(uR"(\binet6?\s+(?:addr:\s*)?([0-9A-Fa-f.:]+))"_s);
    QStringList found;
    for (auto it = inet.globalMatch(QString::fromLatin1(record->bytes)); it.hasNext();) {
        const QString address = it.next().captured(1);
        const bool local = address.startsWith("127."_L1) || address == "::1"_L1 ||
                           address.startsWith("fe80:"_L1, Qt::CaseInsensitive);
        if (!local && !found.contains(address))
            found.append(address);
    }
    if (found.isEmpty())
        return Fact<QStringList>::unknown(Text::tr("The node named no address."));
    return detected(found, Text::verbatim(u"ip addr"_s));
}

Fact<bool> systemd(const NodeAnswer& answer)
{
    const Record* record = answer.record("systemd");
    if (!record)
        return Fact<bool>::unknown(notAnswered());
    return detected(record->status == 0, Text::verbatim(u"/run/systemd/system"_s));
}

Fact<bool> rebootPending(const NodeAnswer& answer)
{
    const Record* record = answer.record("reboot");
    if (!record)
        return Fact<bool>::unknown(notAnswered());
    const Text where = Text::verbatim(u"/run/reboot-required, needs-restarting -r"_s);
    switch (record->status) {
    case 10:
        return detected(true, where);
    case 11:
        return detected(false, where);
    default:
        return Fact<bool>::unknown(Text::tr("Nothing on this node tells whether it waits for a reboot."));
    }
}

} // namespace ruw::answerfacts
