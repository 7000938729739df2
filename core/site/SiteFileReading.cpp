#include "core/base/JsonReader.h"
#include "core/base/JsonText.h"
#include "core/base/Quote.h"
#include "core/base/SafeFile.h"
#include "core/site/ScheduleOffset.h"
#include "core/site/SiteFile.h"
#include "core/site/SiteKeys.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qint64 sizeLimit = 4 * 1024 * 1024;
constexpr int highestPort = 65535;

void addSecretFinding(const QString& path, QList<Finding>& findings)
{
    findings.append(
        {u"site-secret"_s,
         Severity::Blocker,
         {},
         shownSafely(path),
         0,
         Text::tr("This looks like a secret. No secrets in a site file."),
         Text::tr("Remove it from the file, and change it if others could read the file. Secrets are asked "
                  "for when a node is reached.")});
}

bool looksLikeSecret(const QString& key)
{
    static const QRegularExpression words(u"pass(word|wd|phrase)|secret|credential|token|private_?-?key"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return key.contains(words);
}

/// Finds secrets at any depth of what nobody asked for; the values are never looked at, nor shown.
void findSecrets(const QJsonValue& value, const QString& path, QList<Finding>& findings)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            findSecrets(array[i], path + u"[%1]"_s.arg(i), findings);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString inner = path + u'.' + it.key();
        if (looksLikeSecret(it.key()))
            addSecretFinding(inner, findings);
        else
            findSecrets(it.value(), inner, findings);
    }
}

/// Reads one site file. What is wrong and what is worth knowing lands in one list.
class Reading {
public:
    Site site(const QJsonObject& top);
    QList<Finding> findings;

private:
    Node node(JsonReader& reader);
    SshSettings ssh(JsonReader& reader, QJsonObject& unknown);
    ProductVersion version(JsonReader& reader, const QString& key);
    QString entry(JsonReader& reader, const QString& key);
    void address(JsonReader& reader, const QString& key, const QString& value, const QRegularExpression& form,
                 const Text& allowed);
    QJsonObject unknown(const JsonReader& reader);
    /// Reads the object at `key`; its unknown keys are kept under the same key of `unknowns`.
    void part(JsonReader& reader, const QString& key, QJsonObject& unknowns,
              const std::function<void(JsonReader&)>& read);
    template <typename Owner, size_t size>
    void texts(JsonReader& reader, const TextKey<Owner> (&keys)[size], Owner& owner)
    {
        for (const TextKey<Owner>& one : keys)
            owner.*one.member = reader.string(one.name());
    }
};

/// A text that must be there. Empty is a draft, saved before everything was known: it opens, and the checks
/// judge it.
QString Reading::entry(JsonReader& reader, const QString& key)
{
    reader.require(key);
    const QString value = reader.string(key);
    const std::optional<QJsonValue> given = reader.take(key);
    if (given && given->isString() && value.trimmed().isEmpty()) {
        findings.append({u"site-entry-empty"_s,
                         Severity::Warning,
                         {},
                         reader.path() + u'.' + key,
                         0,
                         Text::tr("The entry \"%1\" is still empty.").arg(key),
                         Text::tr("Fill it in.")});
    }
    return value;
}

ProductVersion Reading::version(JsonReader& reader, const QString& key)
{
    const QString text = entry(reader, key);
    if (text.trimmed().isEmpty())
        return {};
    const Result<ProductVersion> parsed = ProductVersion::parse(text);
    if (!parsed) {
        reader.badValue(key, text, Text::tr("a version such as 5.31R01"));
        return {};
    }
    return *parsed;
}

QJsonObject Reading::unknown(const JsonReader& reader)
{
    const QJsonObject rest = reader.unknown();
    findSecrets(rest, reader.path(), findings);
    for (auto it = rest.begin(); it != rest.end(); ++it) {
        if (looksLikeSecret(it.key()))
            continue;
        findings.append(
            {u"site-unknown-key"_s,
             Severity::Warning,
             {},
             shownSafely(reader.path() + u'.' + it.key()),
             0,
             Text::tr("The key \"%1\" is not known here.").arg(shownSafely(it.key())),
             Text::tr("Check its spelling. It has no effect, and is kept when the file is saved.")});
    }
    return rest;
}

void Reading::part(JsonReader& reader, const QString& key, QJsonObject& unknowns,
                   const std::function<void(JsonReader&)>& read)
{
    reader.object(key, [&](JsonReader& inner) {
        read(inner);
        const QJsonObject rest = unknown(inner);
        if (!rest.isEmpty())
            unknowns.insert(key, rest);
    });
}

/// A value of the form user@host or scheme://user@host, which must not bring a password along.
void Reading::address(JsonReader& reader, const QString& key, const QString& value,
                      const QRegularExpression& form, const Text& allowed)
{
    static const QRegularExpression withPassword(u"^([a-zA-Z][a-zA-Z0-9+.-]*://)?[^/?#@:]*:[^/?#]*@"_s);
    if (value.contains(withPassword))
        addSecretFinding(reader.path() + u'.' + key, findings);
    else if (!value.isEmpty() && !value.contains(form))
        reader.badValue(key, value, allowed);
}

SshSettings Reading::ssh(JsonReader& reader, QJsonObject& unknowns)
{
    SshSettings out;
    part(reader, u"ssh"_s, unknowns, [&](JsonReader& ssh) {
        out.port = ssh.integer(u"port"_s, 1, highestPort).value_or(out.port);
        out.user = ssh.string(u"user"_s);
        out.auth = ssh.choice(u"auth"_s,
                              {SshAuth::Agent, SshAuth::Key, SshAuth::Password, SshAuth::KeyboardInteractive},
                              sshAuthCode)
                       .value_or(out.auth);
        out.keyFile = ssh.string(u"keyFile"_s);
        out.sudo = ssh.boolean(u"sudo"_s, out.sudo);
        out.jump = ssh.string(u"jump"_s);
        static const QRegularExpression jumpForm(
            u"^([^@\\s]+@)?(\\[[^\\]\\s]+\\]|[^@:\\s\\[\\]]+)(:[0-9]{1,5})?$"_s);
        address(ssh, u"jump"_s, out.jump, jumpForm, Text::tr("user@host:port"));
    });
    return out;
}

Node Reading::node(JsonReader& reader)
{
    Node node;
    QJsonObject nested;
    node.name = entry(reader, u"name"_s);
    reader.require(u"role"_s);
    node.role = reader.choice(u"role"_s, {Role::Master, Role::Slave}, roleCode).value_or(node.role);
    node.address = entry(reader, u"address"_s);
    node.syncAddresses = reader.strings(u"syncAddresses"_s);
    reader.require(u"os"_s);
    node.os = reader.choice(u"os"_s, {Os::Linux, Os::Windows}, osCode).value_or(node.os);
    reader.require(u"access"_s);
    node.access =
        reader.choice(u"access"_s, {AccessKind::Ssh, AccessKind::Files, AccessKind::Manual}, accessCode)
            .value_or(node.access);
    if (reader.contains(u"ssh"_s))
        node.ssh = ssh(reader, nested);
    node.config = reader.string(u"config"_s);
    texts(reader, folderKeys, node);
    node.versionCommand = reader.string(u"versionCommand"_s);
    part(reader, u"service"_s, nested, [&](JsonReader& inner) { texts(inner, serviceKeys, node.service); });
    node.installer = reader.string(u"installer"_s);
    node.installCommand = reader.string(u"installCommand"_s);
    node.installMinutes = reader.integer(u"installMinutes"_s, 1, 24 * 60);
    part(reader, u"settingsSync"_s, nested,
         [&](JsonReader& inner) { texts(inner, settingsSyncKeys, node.settingsSync); });
    node.takesMail = reader.boolean(u"takesMail"_s, node.takesMail);
    node.smtpPort = reader.integer(u"smtpPort"_s, 1, highestPort);
    node.adminUrl = reader.string(u"adminUrl"_s);
    static const QRegularExpression anything(u"."_s);
    address(reader, u"adminUrl"_s, node.adminUrl, anything, {});

    node.unknown = unknown(reader);
    for (auto it = nested.begin(); it != nested.end(); ++it)
        node.unknown.insert(it.key(), it.value());
    return node;
}

Site Reading::site(const QJsonObject& top)
{
    Site site;
    JsonReader reader(top, u"$"_s, findings);
    reader.require(u"format"_s);
    const auto format = reader.integer(u"format"_s, 0, std::numeric_limits<int>::max());
    if (format && *format != 1)
        reader.badValue(u"format"_s, QString::number(*format), Text::verbatim(u"1"_s));
    const QString kind = reader.requiredString(u"kind"_s);
    if (!kind.isEmpty() && kind != "site"_L1)
        reader.badValue(u"kind"_s, kind, Text::verbatim(u"site"_s));
    if (hasBlocker(findings))
        return site; // another kind of document: the rest of it would only be noise

    QJsonObject nested;
    site.name = entry(reader, u"name"_s);
    site.sourceVersion = version(reader, u"sourceVersion"_s);
    site.targetVersion = version(reader, u"targetVersion"_s);
    site.targetInstallDir = reader.string(u"targetInstallDir"_s);
    site.rollback = reader.string(u"rollback"_s);
    part(reader, u"schedule"_s, nested, [&](JsonReader& schedule) {
        site.schedule.start = schedule.dateTime(u"start"_s);
        site.schedule.decideBy = schedule.dateTime(u"decideBy"_s);
        site.schedule.end = schedule.dateTime(u"end"_s);
        site.schedule = inOneOffset(site.schedule); // a file may mix them: every page and paper shows them in order
    });
    part(reader, u"mailLoad"_s, nested, [&](JsonReader& load) {
        site.mailLoad.mailsPerHour = load.integer(u"mailsPerHour"_s, 0, 100'000'000);
        site.mailLoad.meanMailKiB = load.integer(u"meanMailKiB"_s, 0, 1024 * 1024);
        site.mailLoad.keptPercent = load.integer(u"keptPercent"_s, 0, 100);
    });
    part(reader, u"testMail"_s, nested, [&](JsonReader& mail) {
        site.testMail.from = mail.string(u"from"_s);
        site.testMail.to = mail.string(u"to"_s);
    });
    reader.objects(u"nodes"_s, true, [&](JsonReader& inner) { site.nodes.append(node(inner)); });

    site.unknown = unknown(reader);
    for (auto it = nested.begin(); it != nested.end(); ++it)
        site.unknown.insert(it.key(), it.value());
    return site;
}

Result<SiteRead> parsed(const QByteArray& json, const QString& directory, const Text& subject)
{
    const Result<QJsonObject> top = parseJsonObject(json, subject, u"site-not-json"_s);
    if (!top)
        return top.error();
    Reading reading;
    Site site = reading.site(*top);
    if (hasBlocker(reading.findings)) {
        QList<Finding> causes;
        std::copy_if(reading.findings.begin(), reading.findings.end(), std::back_inserter(causes),
                     [](const Finding& f) { return f.severity == Severity::Blocker; });
        return Error{u"site-invalid"_s, Text::tr("%1 can't be used as a site file.").arg(subject),
                     Text::tr("Nothing of it was taken over."),
                     Text::tr("Correct what is listed here, then open it again."), causes};
    }
    site.directory = directory;
    return SiteRead{site, reading.findings};
}
} // namespace

namespace SiteFile {

Result<SiteRead> read(const QString& path)
{
    const Result<QByteArray> bytes = readWholeFile(path, sizeLimit);
    if (!bytes)
        return bytes.error();
    return parsed(*bytes, QFileInfo(path).absolutePath(), Text::verbatim(shownSafely(path)));
}

Result<SiteRead> fromJson(const QByteArray& json, const QString& directory)
{
    return parsed(json, directory, Text::tr("The site file"));
}

} // namespace SiteFile

} // namespace ruw
