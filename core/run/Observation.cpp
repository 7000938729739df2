#include "core/run/Observation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

using Verdict = Observation::Verdict;

QString verdictCode(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return u"holds"_s;
    case Verdict::Broken:
        return u"broken"_s;
    case Verdict::Unknown:
        return u"unknown"_s;
    case Verdict::ByWord:
        return u"by-word"_s;
    }
    Q_UNREACHABLE();
}

Text verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return Text::tr("As expected");
    case Verdict::Broken:
        return Text::tr("Not as expected");
    case Verdict::Unknown:
        return Text::tr("Could not be seen");
    case Verdict::ByWord:
        return Text::tr("By word");
    }
    Q_UNREACHABLE();
}

Text answerByWord(bool yes)
{
    return yes ? Text::tr("The doer says yes.") : Text::tr("The doer says no.");
}

Text waitedForText()
{
    return Text::tr("Waiting", "for a result");
}

QJsonObject Observation::toJson() const
{
    QJsonObject json{{u"kind"_s, conditionCode(condition.kind)},
                     {u"condition"_s, condition.text().toJson()},
                     {u"verdict"_s, verdictCode(verdict)}};
    if (!seen.isEmpty())
        json.insert(u"seen"_s, seen.toJson());
    if (!condition.node.isEmpty())
        json.insert(u"node"_s, condition.node);
    if (byWord)
        json.insert(u"byWord"_s, true);
    return json;
}

bool allHold(const QList<Observation>& observations)
{
    return std::all_of(observations.cbegin(), observations.cend(),
                       [](const Observation& one) { return one.verdict == Verdict::Holds; });
}

QList<Observation> affirmed(QList<Observation> guards)
{
    guards.removeIf([](const Observation& one) { return one.verdict != Verdict::ByWord; });
    for (Observation& one : guards)
        one.byWord = true;
    return guards;
}

} // namespace ruw
