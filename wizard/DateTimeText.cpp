#include "wizard/DateTimeText.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ruw {

std::optional<QDateTime> dateTimeFromInput(const QString& text, std::optional<int> offset)
{
    static const QRegularExpression form(
        u"^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?[ T]+(\\d{1,2})[:時](\\d{1,2})分?$"_s);
    const auto match = form.match(text.normalized(QString::NormalizationForm_KC).simplified());
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    const QTime time(match.captured(4).toInt(), match.captured(5).toInt());
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    if (offset)
        return QDateTime(date, time, Qt::OffsetFromUTC, *offset);
    const QDateTime here(date, time);
    return here.isValid() ? std::optional(here.toOffsetFromUtc(here.offsetFromUtc())) : std::nullopt; // clocks may be put forward
}

QString dateTimeForInput(const QDateTime& time)
{
    return time.toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace ruw
