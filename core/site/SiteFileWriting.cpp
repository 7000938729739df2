#include "core/base/JsonText.h"
#include "core/base/SafeFile.h"
#include "core/site/SiteFile.h"
#include "core/site/SiteKeys.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

void putText(OrderedJson& json, const QString& key, const QString& value)
{
    if (!value.isEmpty())
        json.put(key, value);
}

void putNumber(OrderedJson& json, const QString& key, const std::optional<int>& value)
{
    if (value)
        json.put(key, *value);
}

void putTime(OrderedJson& json, const QString& key, const std::optional<QDateTime>& value)
{
    if (value)
        json.put(key, value->toOffsetFromUtc(value->offsetFromUtc()).toString(Qt::ISODate));
}

template <typename Owner, size_t size>
void putTexts(OrderedJson& json, const TextKey<Owner> (&keys)[size], const Owner& owner)
{
    for (const TextKey<Owner>& one : keys)
        putText(json, one.name(), owner.*one.member);
}

/// Puts `part` with the unknown keys that were read in it; nothing where it is empty.
void putPart(OrderedJson& json, const QString& key, OrderedJson part, const QJsonObject& unknowns)
{
    part.putMissing(unknowns.value(key).toObject());
    if (!part.isEmpty())
        json.put(key, part);
}

/// The unknown keys of this level: those of its parts stand in the parts.
QJsonObject ownUnknown(QJsonObject unknowns, std::initializer_list<QString> parts)
{
    for (const QString& part : parts)
        unknowns.remove(part);
    return unknowns;
}

OrderedJson nodeJson(const Node& node)
{
    OrderedJson json;
    json.put(u"name"_s, node.name);
    json.put(u"role"_s, roleCode(node.role));
    json.put(u"address"_s, node.address);
    if (!node.syncAddresses.isEmpty())
        json.put(u"syncAddresses"_s, QJsonArray::fromStringList(node.syncAddresses));
    json.put(u"os"_s, osCode(node.os));
    json.put(u"access"_s, accessCode(node.access));
    if (node.ssh) {
        OrderedJson ssh;
        ssh.put(u"port"_s, node.ssh->port);
        putText(ssh, u"user"_s, node.ssh->user);
        ssh.put(u"auth"_s, sshAuthCode(node.ssh->auth));
        putText(ssh, u"keyFile"_s, node.ssh->keyFile);
        ssh.put(u"sudo"_s, node.ssh->sudo);
        putText(ssh, u"jump"_s, node.ssh->jump);
        putPart(json, u"ssh"_s, ssh, node.unknown);
    }
    putText(json, u"config"_s, node.config);
    putTexts(json, folderKeys, node);
    putText(json, u"versionCommand"_s, node.versionCommand);
    OrderedJson service;
    putTexts(service, serviceKeys, node.service);
    putPart(json, u"service"_s, service, node.unknown);
    putText(json, u"installer"_s, node.installer);
    putText(json, u"installCommand"_s, node.installCommand);
    putNumber(json, u"installMinutes"_s, node.installMinutes);
    OrderedJson settingsSync;
    putTexts(settingsSync, settingsSyncKeys, node.settingsSync);
    putPart(json, u"settingsSync"_s, settingsSync, node.unknown);
    json.put(u"takesMail"_s, node.takesMail);
    putNumber(json, u"smtpPort"_s, node.smtpPort);
    putText(json, u"adminUrl"_s, node.adminUrl);
    json.putMissing(ownUnknown(node.unknown, {u"ssh"_s, u"service"_s, u"settingsSync"_s}));
    return json;
}

} // namespace

namespace SiteFile {

QByteArray toJson(const Site& site)
{
    const auto versionText = [](const ProductVersion& version) {
        return version == ProductVersion{} ? QString() : version.toString();
    };
    OrderedJson json;
    json.put(u"format"_s, 1);
    json.put(u"kind"_s, u"site"_s);
    json.put(u"name"_s, site.name);
    json.put(u"sourceVersion"_s, versionText(site.sourceVersion));
    json.put(u"targetVersion"_s, versionText(site.targetVersion));
    putText(json, u"targetInstallDir"_s, site.targetInstallDir);
    putText(json, u"rollback"_s, site.rollback);
    OrderedJson schedule;
    putTime(schedule, u"start"_s, site.schedule.start);
    putTime(schedule, u"decideBy"_s, site.schedule.decideBy);
    putTime(schedule, u"end"_s, site.schedule.end);
    putPart(json, u"schedule"_s, schedule, site.unknown);
    OrderedJson mailLoad;
    putNumber(mailLoad, u"mailsPerHour"_s, site.mailLoad.mailsPerHour);
    putNumber(mailLoad, u"meanMailKiB"_s, site.mailLoad.meanMailKiB);
    putNumber(mailLoad, u"keptPercent"_s, site.mailLoad.keptPercent);
    putPart(json, u"mailLoad"_s, mailLoad, site.unknown);
    OrderedJson testMail;
    putText(testMail, u"from"_s, site.testMail.from);
    putText(testMail, u"to"_s, site.testMail.to);
    putPart(json, u"testMail"_s, testMail, site.unknown);
    QList<OrderedJson> nodes;
    for (const Node& node : site.nodes)
        nodes.append(nodeJson(node));
    json.put(u"nodes"_s, nodes);
    json.putMissing(ownUnknown(site.unknown, {u"schedule"_s, u"mailLoad"_s, u"testMail"_s}));
    return json.toBytes() + '\n';
}

Site movedTo(Site site, const QString& directory)
{
    if (QDir(site.directory) != QDir(directory)) {
        for (Node& node : site.nodes) {
            node.config = site.absolutePath(node.config);
            if (node.ssh && !node.ssh->keyFile.startsWith(u'~'))
                node.ssh->keyFile = site.absolutePath(node.ssh->keyFile);
        }
    }
    site.directory = directory;
    return site;
}

Status write(const QString& path, const Site& site)
{
    return writeWholeFile(path, toJson(movedTo(site, QFileInfo(path).absolutePath())));
}

} // namespace SiteFile

} // namespace ruw
