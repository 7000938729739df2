#include "core/run/Notices.h"

#include "core/base/Quote.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// How a limit of the schedule is told: ahead of it, and when it has come.
struct LimitRow {
    const char* id;
    std::optional<QDateTime> Schedule::*when;
    const char* ahead;
    const char* reached;
};
constexpr std::array limitRows = {
    LimitRow{"decide-by", &Schedule::decideBy,
             QT_TRANSLATE_NOOP("ruw::Text", "Decide by %1 whether to go on or back: %2 left."),
             QT_TRANSLATE_NOOP("ruw::Text", "The time to decide whether to go on or back, %1, has come.")},
    LimitRow{"end", &Schedule::end, QT_TRANSLATE_NOOP("ruw::Text", "The work is to end at %1: %2 left."),
             QT_TRANSLATE_NOOP("ruw::Text", "The time by which the work was to end, %1, has come.")},
};

QString codeOf(Notice::Level level)
{
    return level == Notice::Level::Alarm ? u"alarm"_s : u"warning"_s;
}

} // namespace

Text Notice::whole() const
{
    return Text::tr("%1 %2").arg(text).arg(meaning);
}

QJsonObject Notice::toJson() const
{
    return {{u"id"_s, id},
            {u"level"_s, codeOf(level)},
            {u"text"_s, text.toJson()},
            {u"meaning"_s, meaning.toJson()}};
}

std::optional<Notice> Notice::fromJson(const QJsonObject& json)
{
    Notice notice{json.value(u"id"_s).toString(),
                  json.value(u"level"_s).toString() == codeOf(Level::Alarm) ? Level::Alarm : Level::Warning,
                  Text::fromJson(json.value(u"text"_s)), Text::fromJson(json.value(u"meaning"_s))};
    return notice.id.isEmpty() || notice.text.isEmpty() ? std::nullopt : std::optional(notice);
}

Text noticeLevelText(Notice::Level level)
{
    return level == Notice::Level::Alarm ? Text::tr("ALARM") : Text::tr("WARNING", "heading");
}

QList<Notice> scheduleNotices(const QDateTime& now, const Schedule& schedule, const RunState& state)
{
    QList<Notice> out;
    if (state.end() != RunEnd::Running && state.end() != RunEnd::Held)
        return out;
    for (const LimitRow& row : limitRows) {
        const std::optional<QDateTime>& limit = schedule.*row.when;
        if (!limit)
            continue;
        const qint64 seconds = now.secsTo(*limit);
        std::optional<int> reached;
        for (const int minutes : scheduleThresholds) {
            if (seconds <= 60LL * minutes)
                reached = minutes;
        }
        if (!reached)
            continue;
        const bool passed = *reached == 0;
        Text what = Text::tr(passed ? row.reached : row.ahead).arg(Text::timeOfDay(*limit));
        if (!passed)
            what.arg(Text::minutes(int((seconds + 59) / 60)));
        Notice notice;
        notice.id = u"%1-%2"_s.arg(QString::fromLatin1(row.id)).arg(*reached);
        notice.level = passed ? Notice::Level::Alarm : Notice::Level::Warning;
        notice.text = what;
        notice.meaning = Text::tr("%1. %2").arg(state.sideText()).arg(state.stateText());
        out.append(notice);
    }
    return out;
}

QList<Notice> queueNotices(const QList<QueuePicture::Line>& lines)
{
    QList<Notice> out;
    for (const QueuePicture::Line& line : lines) {
        const bool alarm = line.level == QueueOutlook::Level::Alarm;
        if (!alarm && line.level != QueueOutlook::Level::Warning)
            continue;
        Notice notice;
        notice.id = (alarm ? u"queue-alarm:"_s : u"queue-warning:"_s) + line.node;
        notice.level = alarm ? Notice::Level::Alarm : Notice::Level::Warning;
        notice.text = Text::tr("The disk of the queue on %1 fills: %2.")
                          .arg(shownSafely(line.node))
                          .arg(line.outlook.text());
        notice.meaning =
            Text::tr("Make room there, or shorten the time that is left until sync is given free. What "
                     "the product does when its queue disk is full is not known here: do not let it "
                     "come to that.");
        out.append(notice);
    }
    return out;
}

QList<Notice> NoticeBoard::fresh(const QList<Notice>& now)
{
    QList<Notice> out;
    QSet<QString> ids;
    for (const Notice& notice : now) {
        ids.insert(notice.id);
        if (!m_told.contains(notice.id))
            out.append(notice);
    }
    m_present = now;
    m_told = ids;
    return out;
}

} // namespace ruw
