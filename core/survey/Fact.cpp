#include "core/survey/Fact.h"

#include "core/base/Quote.h"

using namespace Qt::StringLiterals;

namespace ruw {

QString factSourceCode(FactSource source)
{
    switch (source) {
    case FactSource::Detected:
        return u"detected"_s;
    case FactSource::File:
        return u"file"_s;
    case FactSource::Assumed:
        return u"assumed"_s;
    case FactSource::Operator:
        return u"operator"_s;
    case FactSource::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

Text factSourceText(FactSource source)
{
    switch (source) {
    case FactSource::Detected:
        return Text::tr("detected");
    case FactSource::File:
        return Text::tr("file");
    case FactSource::Assumed:
        return Text::tr("assumed");
    case FactSource::Operator:
        return Text::tr("entered");
    case FactSource::Unknown:
        return Text::tr("unknown");
    }
    Q_UNREACHABLE();
}

Text filePlace(const QString& path, int line)
{
    return Text::verbatim(shownSafely(path) + u':' + QString::number(line));
}

} // namespace ruw
