#pragma once

#include "core/base/Finding.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <functional>
#include <optional>

namespace ruw {

/// Reads one JSON object strictly and says where something is wrong by JSON path (`$.nodes[1].address`). Keys that are
/// never asked for are collected: they are kept and reported, not lost.
/// Every problem lands in the shared list of findings as a blocker (`json-wrong-type`, `json-missing-key`,
/// `json-bad-value`); reading goes on, so that one pass names them all.
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
    /// What was never asked for, with values.
    QJsonObject unknown() const;

private:
    std::optional<QJsonValue> take(const QString& key);
    void wrongType(const QString& key, const QJsonValue& value, const Text& wanted);

    QJsonObject m_object;
    QString m_path;
    QList<Finding>& m_findings;
    QSet<QString> m_asked;
};

} // namespace ruw
