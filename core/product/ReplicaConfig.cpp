#include "core/product/ReplicaConfig.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr QByteArrayView utf8Bom = "\xEF\xBB\xBF";

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isControl(char c)
{
    return uchar(c) < 0x20 || uchar(c) == 0x7F;
}

bool isKeyCharacter(char c)
{
    return c > ' ' && c < 0x7F && c != '=' && c != '#';
}

bool isKey(const QByteArray& bytes)
{
    return !bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), isKeyCharacter);
}

qsizetype afterBlanks(const QByteArray& bytes, qsizetype from)
{
    while (from < bytes.size() && isBlank(bytes[from]))
        ++from;
    return from;
}

QByteArray withoutBlanksBehind(QByteArray bytes)
{
    while (!bytes.isEmpty() && isBlank(bytes.back()))
        bytes.chop(1);
    return bytes;
}

ReplicaConfig::Line readLine(const QByteArray& bytes, const QByteArray& lineEnd)
{
    using Kind = ReplicaConfig::Line::Kind;
    ReplicaConfig::Line line;
    line.bytes = bytes;
    line.lineEnd = lineEnd;
    const qsizetype start = afterBlanks(bytes, 0);
    if (start == bytes.size())
        return line;
    if (bytes[start] == '#') {
        line.kind = Kind::Comment;
        return line;
    }
    const qsizetype equals = bytes.indexOf('=', start);
    const QByteArray key = equals < 0 ? QByteArray() : withoutBlanksBehind(bytes.mid(start, equals - start));
    if (!isKey(key)) {
        line.kind = Kind::Unreadable;
        return line;
    }
    line.kind = Kind::Entry;
    line.key = key;
    qsizetype value = afterBlanks(bytes, equals + 1);
    if (value == bytes.size()) // no value: one that is put in later stands behind the first blank
        value = std::min(equals + 2, bytes.size());
    line.value = withoutBlanksBehind(bytes.mid(value));
    line.valueOffset = int(value);
    return line;
}

QList<ReplicaConfig::Line> readLines(const QByteArray& bytes, qsizetype from)
{
    QList<ReplicaConfig::Line> lines;
    qsizetype start = from;
    while (start < bytes.size()) {
        qsizetype end = start;
        while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r')
            ++end;
        qsizetype next = std::min(end + 1, bytes.size());
        if (next < bytes.size() && bytes[end] == '\r' && bytes[next] == '\n')
            ++next;
        lines.append(readLine(bytes.mid(start, end - start), bytes.mid(end, next - end)));
        start = next;
    }
    return lines;
}

QByteArray mostFrequentLineEnd(const QList<ReplicaConfig::Line>& lines)
{
    QByteArray best = "\n";
    qsizetype bestCount = 0;
    for (const QByteArray& lineEnd : {QByteArray("\n"), QByteArray("\r\n"), QByteArray("\r")}) {
        const qsizetype count =
            std::count_if(lines.begin(), lines.end(),
                          [&](const ReplicaConfig::Line& line) { return line.lineEnd == lineEnd; });
        if (count > bestCount) {
            best = lineEnd;
            bestCount = count;
        }
    }
    return best;
}

bool isUtf16(const QByteArray& bytes)
{
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
}

bool isBinary(const QByteArray& bytes)
{
    // Escape is left out: ISO-2022-JP comments are full of it.
    const auto unusual = [](char c) {
        return isControl(c) && c != '\t' && c != '\n' && c != '\v' && c != '\f' && c != '\r' && c != '\x1B';
    };
    constexpr qsizetype tolerated = 10; // one in so many bytes
    return bytes.contains('\0') ||
           std::count_if(bytes.begin(), bytes.end(), unusual) * tolerated > bytes.size();
}

bool isEmptyText(const QByteArray& bytes)
{
    const QByteArray text = bytes.startsWith(utf8Bom) ? bytes.mid(utf8Bom.size()) : bytes;
    return text.trimmed().isEmpty();
}

Error noConfig(const QString& code, const Text& what)
{
    return {code,
            what,
            Text::tr("Nothing was read from it."),
            Text::tr("Fetch conf/mf_replica.def from the server once more, and leave it as it is."),
            {}};
}

} // namespace

Result<ReplicaConfig> ReplicaConfig::parse(const QByteArray& bytes)
{
    if (bytes.size() > sizeLimit) {
        return noConfig(
            u"config-too-large"_s,
            Text::tr("The file is larger than %1: it is no replica config.").arg(Text::bytes(sizeLimit)));
    }
    if (isUtf16(bytes))
        return noConfig(u"config-binary"_s,
                        Text::tr("The file was saved as UTF-16: an editor has changed it."));
    if (isBinary(bytes))
        return noConfig(u"config-binary"_s,
                        Text::tr("The file is binary data, not text: it is no replica config."));
    if (isEmptyText(bytes))
        return noConfig(u"config-empty"_s, Text::tr("The file is empty: there is nothing in it but blanks."));
    return fromText(bytes);
}

ReplicaConfig ReplicaConfig::fromText(const QByteArray& bytes)
{
    ReplicaConfig config;
    config.m_bom = bytes.startsWith(utf8Bom);
    config.m_encoding = detectEncoding(bytes);
    config.m_lines = readLines(bytes, config.m_bom ? utf8Bom.size() : 0);
    config.interpret();
    return config;
}

QByteArray ReplicaConfig::toBytes() const
{
    QByteArray bytes;
    if (m_bom)
        bytes += utf8Bom;
    for (const Line& line : m_lines) {
        bytes += line.bytes;
        bytes += line.lineEnd;
    }
    return bytes;
}

QString ReplicaConfig::lineText(int number) const
{
    if (number < 1 || number > m_lines.size())
        return {};
    return decodeText(m_lines[number - 1].bytes, m_encoding);
}

QString ReplicaConfig::sha256() const
{
    return QString::fromLatin1(QCryptographicHash::hash(toBytes(), QCryptographicHash::Sha256).toHex());
}

ReplicaConfig ReplicaConfig::withValue(const QByteArray& key, const QByteArray& value) const
{
    const bool harmless =
        std::none_of(value.begin(), value.end(), [](char c) { return isControl(c) || uchar(c) >= 0x80; });
    if (!isKey(key) || !harmless)
        return *this;
    ReplicaConfig edited = *this;
    bool found = false;
    for (Line& line : edited.m_lines) {
        if (line.kind != Line::Kind::Entry || line.key != key)
            continue;
        line.bytes.replace(line.valueOffset, line.value.size(), value);
        found = true;
    }
    if (!found) {
        const QByteArray lineEnd = mostFrequentLineEnd(m_lines);
        if (!edited.m_lines.isEmpty() && edited.m_lines.last().lineEnd.isEmpty())
            edited.m_lines.last().lineEnd = lineEnd;
        edited.m_lines.append(readLine(key + " = " + value, lineEnd));
    }
    return fromText(edited.toBytes());
}

QString dataSyncCode(ReplicaConfig::DataSync dataSync)
{
    switch (dataSync) {
    case ReplicaConfig::DataSync::On:
        return u"on"_s;
    case ReplicaConfig::DataSync::Off:
        return u"off"_s;
    case ReplicaConfig::DataSync::Unset:
        return u"unset"_s;
    case ReplicaConfig::DataSync::Invalid:
        return u"invalid"_s;
    }
    Q_UNREACHABLE();
}

} // namespace ruw
