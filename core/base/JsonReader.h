#pragma once

#include "core/base/Finding.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <functional>
#include <initializer_list>
#include <optional>

namespace ruw {

/// Reads one JSON object strictly and says where something is wrong by JSON path (`$.nodes[1].address`). Keys
/// that are never asked for are collected: they are kept and reported, not lost. Every problem lands in the
/// shared list of findings as a blocker (`json-wrong-type`, `json-missing-key`, `json-bad-value`); reading
/// goes on, so that one pass names them all.
class JsonReader {
public:
    JsonReader(const QJsonObject& object, QString path, QList<Finding>& findings);

    QString path() const { return m_path; }
    bool contains(const QString& key) const { return m_object.contains(key); }

    QString requiredString(const QString& key);
    QString string(const QString& key, const QString& fallback = {});
    bool boolean(const QString& key, bool fallback);
    std::optional<int> integer(const QString& key, int least, int most);
    std::optional<double> real(const QString& key, double least, double most);
    QStringList strings(const QString& key);
    /// An ISO 8601 time with offset ("2026-12-05T22:00+09:00").
    std::optional<QDateTime> dateTime(const QString& key);
    /// Calls `read` with a reader for the object at `key`; nothing where it is absent.
    void object(const QString& key, const std::function<void(JsonReader&)>& read);
    /// Calls `read` for every object of the array at `key`; with `required`, absence is a finding.
    void objects(const QString& key, bool required, const std::function<void(JsonReader&)>& read);

    /// A finding about `key`'s value; `allowed` says what it may be.
    void badValue(const QString& key, const QString& value, const Text& allowed);
    /// One of `choices`, told apart by their codes; what is none of them is a finding that lists the codes.
    template <typename Enum>
    std::optional<Enum> choice(const QString& key, std::initializer_list<Enum> choices, QString (*code)(Enum))
    {
        const auto given = take(key);
        if (!given)
            return std::nullopt;
        if (!given->isString()) {
            wrongType(key, *given, textIsWanted());
            return std::nullopt;
        }
        QStringList codes;
        for (const Enum one : choices) {
            if (code(one) == given->toString())
                return one;
            codes.append(code(one));
        }
        badValue(key, given->toString(), Text::list(codes));
        return std::nullopt;
    }
    /// The bare value, for types that this class has no reader for; nothing where the key is absent.
    std::optional<QJsonValue> take(const QString& key);
    /// A finding: the value has another type than the one `wanted` names.
    void wrongType(const QString& key, const QJsonValue& value, const Text& wanted);
    /// A finding where `key` is absent.
    void require(const QString& key);
    /// What was never asked for, with values.
    QJsonObject unknown() const;

private:
    static Text textIsWanted();

    QJsonObject m_object;
    QString m_path;
    QList<Finding>& m_findings;
    QSet<QString> m_asked;
};

} // namespace ruw
