#pragma once

#include "core/survey/SurveyReport.h"

#include <QJsonArray>
#include <QJsonValue>

#include <limits>

namespace ruw {

/// How the value of a fact is written, read and, where it has the wrong type, called.
template <typename T> struct Codec;

template <> struct Codec<QString> {
    static QJsonValue write(const QString& value) { return value; }
    static std::optional<QString> read(const QJsonValue& json)
    {
        return json.isString() ? std::optional(json.toString()) : std::nullopt;
    }
    static Text wanted() { return Text::tr("a text"); }
};

template <> struct Codec<bool> {
    static QJsonValue write(bool value) { return value; }
    static std::optional<bool> read(const QJsonValue& json)
    {
        return json.isBool() ? std::optional(json.toBool()) : std::nullopt;
    }
    static Text wanted() { return Text::tr("true or false"); }
};

template <> struct Codec<qint64> {
    static QJsonValue write(qint64 value) { return value; }
    static std::optional<qint64> read(const QJsonValue& json)
    {
        // toInteger() gives the fallback for what is no whole number: two fallbacks tell it from a real
        // value.
        const qint64 value = json.toInteger(0);
        return json.isDouble() && value == json.toInteger(1) ? std::optional(value) : std::nullopt;
    }
    static Text wanted() { return Text::tr("a whole number"); }
};

template <> struct Codec<int> {
    static QJsonValue write(int value) { return value; }
    static std::optional<int> read(const QJsonValue& json)
    {
        const std::optional<qint64> value = Codec<qint64>::read(json);
        const bool fits =
            value && *value >= std::numeric_limits<int>::min() && *value <= std::numeric_limits<int>::max();
        return fits ? std::optional(int(*value)) : std::nullopt;
    }
};

template <typename T> struct ListCodec {
    static QJsonValue write(const QList<T>& values)
    {
        QJsonArray json;
        for (const T& value : values)
            json.append(Codec<T>::write(value));
        return json;
    }
    static std::optional<QList<T>> read(const QJsonValue& json)
    {
        if (!json.isArray())
            return std::nullopt;
        QList<T> out;
        for (const QJsonValue& item : json.toArray()) {
            const std::optional<T> value = Codec<T>::read(item);
            if (!value)
                return std::nullopt;
            out.append(*value);
        }
        return out;
    }
};
template <> struct Codec<QStringList> : ListCodec<QString> {
    static Text wanted() { return Text::tr("a list of texts"); }
};
template <> struct Codec<QList<int>> : ListCodec<int> {
    static Text wanted() { return Text::tr("a list of whole numbers"); }
};

template <typename Enum, QString (*code)(Enum), Enum... values> struct EnumCodec {
    static QJsonValue write(Enum value) { return code(value); }
    static std::optional<Enum> read(const QJsonValue& json)
    {
        for (const Enum value : {values...}) {
            if (json.isString() && json.toString() == code(value))
                return value;
        }
        return std::nullopt;
    }
    static Text wanted()
    {
        const QStringList codes{code(values)...};
        return Text::tr("one of these texts: %1").arg(Text::list(codes));
    }
};
template <>
struct Codec<ServiceState> : EnumCodec<ServiceState, serviceStateCode, ServiceState::Running,
                                       ServiceState::Stopped, ServiceState::Unknown> {
};
template <>
struct Codec<BootStart>
    : EnumCodec<BootStart, bootStartCode, BootStart::On, BootStart::Off, BootStart::Unknown> {
};
template <>
struct Codec<PortState> : EnumCodec<PortState, smtpStateCode, PortState::Open, PortState::Refused,
                                    PortState::Filtered, PortState::Unknown> {
};

} // namespace ruw
