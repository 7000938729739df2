#include "core/base/JsonReader.h"

#include "core/base/Quote.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

Text typeText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return Text::tr("null");
    case QJsonValue::Bool:
        return Text::tr("true or false");
    case QJsonValue::Double:
        return Text::tr("a number");
    case QJsonValue::String:
        return Text::tr("a text");
    case QJsonValue::Array:
        return Text::tr("a list");
    case QJsonValue::Object:
        return Text::tr("an object");
    case QJsonValue::Undefined:
        break;
    }
    return Text::tr("nothing");
}

} // namespace

JsonReader::JsonReader(const QJsonObject& object, QString path, QList<Finding>& findings)
    : m_object(object), m_path(std::move(path)), m_findings(findings)
{
}

std::optional<QJsonValue> JsonReader::take(const QString& key)
{
    m_asked.insert(key);
    const auto it = m_object.constFind(key);
    if (it == m_object.constEnd())
        return std::nullopt;
    return *it;
}

void JsonReader::wrongType(const QString& key, const QJsonValue& value, const Text& wanted)
{
    m_findings.append({u"json-wrong-type"_s, Severity::Blocker, {}, m_path + u'.' + key, 0,
                       Text::tr("Here stands %1, but %2 is needed.").arg(typeText(value)).arg(wanted),
                       Text::tr("Correct the value in the file.")});
}

void JsonReader::require(const QString& key)
{
    m_asked.insert(key);
    if (!m_object.contains(key)) {
        m_findings.append({u"json-missing-key"_s, Severity::Blocker, {}, m_path + u'.' + key, 0,
                           Text::tr("The required entry \"%1\" is missing.").arg(key),
                           Text::tr("Add it to the file.")});
    }
}

Text JsonReader::textIsWanted()
{
    return Text::tr("a text");
}

QString JsonReader::requiredString(const QString& key)
{
    require(key);
    if (!m_object.contains(key))
        return {};
    const QString value = string(key);
    if (value.trimmed().isEmpty() && m_object.value(key).isString())
        badValue(key, value, Text::tr("a text that is not empty"));
    return value;
}

QString JsonReader::string(const QString& key, const QString& fallback)
{
    const auto value = take(key);
    if (!value)
        return fallback;
    if (!value->isString()) {
        wrongType(key, *value, Text::tr("a text"));
        return fallback;
    }
    return value->toString();
}

bool JsonReader::boolean(const QString& key, bool fallback)
{
    const auto value = take(key);
    if (!value)
        return fallback;
    if (!value->isBool()) {
        wrongType(key, *value, Text::tr("true or false"));
        return fallback;
    }
    return value->toBool();
}

std::optional<int> JsonReader::integer(const QString& key, int least, int most)
{
    const auto value = take(key);
    if (!value)
        return std::nullopt;
    if (!value->isDouble()) {
        wrongType(key, *value, Text::tr("a whole number"));
        return std::nullopt;
    }
    const double number = value->toDouble();
    if (number != std::floor(number) || number < least || number > most) {
        badValue(key, QString::number(number, 'g', 12),
                 Text::tr("a whole number from %1 to %2")
                     .arg(Text::verbatim(QString::number(least)))
                     .arg(Text::verbatim(QString::number(most))));
        return std::nullopt;
    }
    return int(number);
}

std::optional<double> JsonReader::real(const QString& key, double least, double most)
{
    const auto value = take(key);
    if (!value)
        return std::nullopt;
    if (!value->isDouble()) {
        wrongType(key, *value, Text::tr("a number"));
        return std::nullopt;
    }
    const double number = value->toDouble();
    if (number < least || number > most) {
        badValue(key, QString::number(number),
                 Text::tr("a number from %1 to %2").arg(QString::number(least)).arg(QString::number(most)));
        return std::nullopt;
    }
    return number;
}

QStringList JsonReader::strings(const QString& key)
{
    const auto value = take(key);
    if (!value)
        return {};
    if (!value->isArray()) {
        wrongType(key, *value, Text::tr("a list of texts"));
        return {};
    }
    QStringList out;
    const QJsonArray array = value->toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (array[i].isString())
            out.append(array[i].toString());
        else
            wrongType(key + u"[%1]"_s.arg(i), array[i], Text::tr("a text"));
    }
    return out;
}

std::optional<QDateTime> JsonReader::dateTime(const QString& key)
{
    const auto value = take(key);
    if (!value)
        return std::nullopt;
    if (!value->isString()) {
        wrongType(key, *value, Text::tr("a time"));
        return std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(value->toString(), Qt::ISODate);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime) {
        badValue(key, value->toString(), Text::tr("a time with its offset, such as 2026-12-05T22:00+09:00"));
        return std::nullopt;
    }
    return time;
}

void JsonReader::object(const QString& key, const std::function<void(JsonReader&)>& read)
{
    const auto value = take(key);
    if (!value)
        return;
    if (!value->isObject()) {
        wrongType(key, *value, Text::tr("an object"));
        return;
    }
    JsonReader reader(value->toObject(), m_path + u'.' + key, m_findings);
    read(reader);
}

void JsonReader::objects(const QString& key, bool required, const std::function<void(JsonReader&)>& read)
{
    const auto value = take(key);
    if (!value) {
        if (required)
            require(key);
        return;
    }
    if (!value->isArray()) {
        wrongType(key, *value, Text::tr("a list of objects"));
        return;
    }
    const QJsonArray array = value->toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString item = key + u"[%1]"_s.arg(i);
        if (!array[i].isObject()) {
            wrongType(item, array[i], Text::tr("an object"));
            continue;
        }
        JsonReader reader(array[i].toObject(), m_path + u'.' + item, m_findings);
        read(reader);
    }
}

void JsonReader::badValue(const QString& key, const QString& value, const Text& allowed)
{
    m_findings.append({u"json-bad-value"_s, Severity::Blocker, {}, m_path + u'.' + key, 0,
                       Text::tr("The value \"%1\" is not allowed here. Allowed: %2.").arg(shownSafely(value)).arg(allowed),
                       Text::tr("Correct the value in the file.")});
}

QJsonObject JsonReader::unknown() const
{
    QJsonObject out;
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_asked.contains(it.key()))
            out.insert(it.key(), it.value());
    }
    return out;
}

} // namespace ruw
