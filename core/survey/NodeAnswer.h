#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>

namespace ruw {

/// What a node answered to a NodeQuery: one record for each thing that was looked at, with any bytes and an exit status.
/// Nothing is interpreted here (see AnswerFacts.h).
class NodeAnswer {
public:
    /// Exit statuses that the scripts use in a meaning of their own.
    enum Status { Missing = 44, NotAFile = 45, NotPermitted = 46, NoTool = 48, TimedOut = 124, Killed = 137 };

    struct Record {
        int status = 0;
        QByteArray bytes;
        bool endedByLimit() const { return status == TimedOut || status == Killed; }
        friend bool operator==(const Record&, const Record&) = default;
    };

    /// Takes what the script printed, whole or cut off anywhere: a record without its end is left out. The bytes come as they
    /// are, between marks that the script's first line names (resources/scripts/survey.sh). Never fails: see hasBegun() and
    /// isComplete().
    static NodeAnswer parse(const QByteArray& printed);
    /// For those who answer in a node's place.
    void put(const QByteArray& key, const QByteArray& bytes, int status = 0);
    void setComplete() { m_begun = m_complete = true; }
    /// What a script would print to give this answer.
    QByteArray toPrinted() const;

    /// None: not asked, or the answer was cut off before it.
    const Record* record(const QByteArray& key) const;
    bool hasBegun() const { return m_begun; }      ///< the script ran
    bool isComplete() const { return m_complete; } ///< to its end

    qint64 askedAtMs = 0, answeredAtMs = 0; ///< by this machine's clock, around the asking

private:
    void putPlain(QByteArrayView line);

    QHash<QByteArray, Record> m_records;
    bool m_begun = false;
    bool m_complete = false;
};

} // namespace ruw
