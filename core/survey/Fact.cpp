#include "core/survey/Fact.h"

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
        return Text::tr("detected", "source of a value");
    case FactSource::File:
        return Text::tr("file", "source of a value");
    case FactSource::Assumed:
        return Text::tr("assumed", "source of a value");
    case FactSource::Operator:
        return Text::tr("entered", "source of a value");
    case FactSource::Unknown:
        return Text::tr("unknown", "source of a value");
    }
    Q_UNREACHABLE();
}

} // namespace ruw
