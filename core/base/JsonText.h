#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace ruw {

/// Parses JSON in UTF-8 (a BOM is tolerated) whose top is an object. `subject` names the document in
/// messages. Error: `code`, with line and column (1-based, in characters) and what is wrong there.
Result<QJsonObject> parseJsonObject(const QByteArray& bytes, const Text& subject, const QString& code);

/// A JSON object with its members in the order in which they were put, written for people to read and edit
/// (QJsonObject sorts its keys). Two blanks of indent, lists of plain values on one line.
class OrderedJson {
public:
    void put(const QString& key, const QJsonValue& value);
    void put(const QString& key, const OrderedJson& object);
    void put(const QString& key, const QList<OrderedJson>& objects);
    /// Puts every member whose key does not stand here already.
    void putMissing(const QJsonObject& members);

    bool isEmpty() const { return m_members.isEmpty(); }
    /// The object without a line end after it.
    QByteArray toBytes() const;

private:
    void putBytes(const QString& key, const QByteArray& value);

    QList<QString> m_keys;
    QList<QByteArray> m_members; ///< `"key": value`
};

} // namespace ruw
