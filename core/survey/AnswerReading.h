#pragma once

#include "core/base/Quote.h"
#include "core/survey/NodeAnswer.h"
#include "core/survey/NodeQuery.h"
#include "core/survey/StatusAnswers.h"

/// How the records of an answer are read and how it is said why one tells nothing: for the files that give facts.
namespace ruw::answerfacts {

using Record = NodeAnswer::Record;

inline QString shownShort(const QString& text)
{
    constexpr qsizetype most = 120;
    return shownSafely(text.size() > most ? text.left(most) + QStringLiteral("...") : text);
}

inline QString firstLine(const QByteArray& bytes)
{
    return shownShort(QString::fromUtf8(bytes.trimmed().split('\n').value(0).trimmed()));
}

template <typename T> Fact<T> detected(T value, Text detail)
{
    return {std::move(value), FactSource::Detected, std::move(detail), std::nullopt};
}

inline Text notAnswered()
{
    return Text::tr("The node's answer was cut off before it came to this.");
}
inline Text noCommand()
{
    return Text::tr("No command for it is entered.");
}
inline Text outOfTime(const NodeQuery& query, const QString& command)
{
    return Text::tr("The command did not end within %1 seconds, or was killed: %2")
        .arg(query.commandSeconds)
        .arg(shownShort(command));
}

/// What the exit status of a path or file question says, where it is not 0.
inline Text pathTrouble(const QString& path, const Record& record)
{
    switch (record.status) {
    case NodeAnswer::Missing:
        return Text::tr("%1 does not exist.").arg(shownSafely(path));
    case NodeAnswer::NotAFile:
        return Text::tr("%1 is of another kind than expected (file, folder or device).")
            .arg(shownSafely(path));
    case NodeAnswer::NotPermitted:
        return Text::tr("%1 may not be read by this user.").arg(shownSafely(path));
    case NodeAnswer::NoTool:
        return Text::tr("The node has no tool for it.");
    case NodeAnswer::TimedOut:
    case NodeAnswer::Killed:
        return Text::tr("Looking at %1 took too long and was given up.").arg(shownSafely(path));
    default:
        return Text::tr("%1 could not be read (exit status %2).").arg(shownSafely(path)).arg(record.status);
    }
}

struct YesNo {
    std::optional<bool> yes;
    Text detail;
};

inline YesNo statusOf(const NodeAnswer& answer, const NodeQuery& query, const char* key, const QString& command)
{
    if (command.isEmpty())
        return {std::nullopt, noCommand()};
    const Record* record = answer.record(key);
    if (!record)
        return {std::nullopt, notAnswered()};
    if (record->endedByLimit())
        return {std::nullopt, outOfTime(query, command)};
    const Text seen = Text::tr("%1: exit status %2").arg(shownShort(command)).arg(record->status);
    if (const std::optional<bool> yes = answerOfStatus(record->status))
        return {yes, seen};
    return {std::nullopt, Text::tr("The exit status %1 says neither yes nor no: %2 (%3)")
                              .arg(record->status)
                              .arg(shownShort(command))
                              .arg(firstLine(record->bytes))};
}

template <typename T> Fact<T> choose(const YesNo& answer, T yes, T no)
{
    return answer.yes ? detected(*answer.yes ? yes : no, answer.detail) : Fact<T>::unknown(answer.detail);
}

inline const Record* successful(const NodeAnswer& answer, const char* key)
{
    const Record* record = answer.record(key);
    return record && record->status == 0 ? record : nullptr;
}

inline Text notTold(const NodeAnswer& answer, const char* key)
{
    return answer.record(key) ? Text::tr("The node could not tell.") : notAnswered();
}

inline std::optional<qint64> number(const NodeAnswer& answer, const char* key)
{
    const Record* record = successful(answer, key);
    bool ok = false;
    const qint64 value = record ? record->bytes.trimmed().toLongLong(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace ruw::answerfacts
