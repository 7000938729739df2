#include "core/run/ConfirmationGate.h"

#include "core/base/Quote.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct RemedyRow {
    Remedy remedy;
    const char* code;
    const char* text;
};
constexpr std::array remedyRows = {
    RemedyRow{Remedy::Look, "look", QT_TRANSLATE_NOOP("ruw::Text", "Look again")},
    RemedyRow{Remedy::Retry, "retry", QT_TRANSLATE_NOOP("ruw::Text", "Do the step again")},
    RemedyRow{Remedy::Manual, "manual",
              QT_TRANSLATE_NOOP("ruw::Text", "It was done by hand: look at the result")},
    RemedyRow{Remedy::Skip, "skip", QT_TRANSLATE_NOOP("ruw::Text", "Skip the step, with a reason")},
    RemedyRow{Remedy::Rollback, "rollback", QT_TRANSLATE_NOOP("ruw::Text", "Go back: undo what was done")},
    RemedyRow{Remedy::Exclude, "exclude",
              QT_TRANSLATE_NOOP("ruw::Text", "Leave this node out of the rest of the work")},
    RemedyRow{Remedy::Hold, "hold", QT_TRANSLATE_NOOP("ruw::Text", "Hold the run here")},
};

const RemedyRow& rowOf(Remedy remedy)
{
    for (const RemedyRow& row : remedyRows) {
        if (row.remedy == remedy)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

QString remedyCode(Remedy remedy)
{
    return QString::fromLatin1(rowOf(remedy).code);
}

std::optional<Remedy> remedyFromCode(const QString& code)
{
    for (const RemedyRow& row : remedyRows) {
        if (code == QLatin1StringView(row.code))
            return row.remedy;
    }
    return std::nullopt;
}

Text remedyText(Remedy remedy)
{
    return Text::tr(rowOf(remedy).text);
}

QString troubleCode(Trouble::Kind kind)
{
    switch (kind) {
    case Trouble::Kind::Guard:
        return u"guard"_s;
    case Trouble::Kind::Action:
        return u"action"_s;
    case Trouble::Kind::Expectation:
        return u"expectation"_s;
    case Trouble::Kind::Drift:
        return u"drift"_s;
    case Trouble::Kind::World:
        return u"world"_s;
    case Trouble::Kind::Uncertain:
        return u"uncertain"_s;
    case Trouble::Kind::Undo:
        return u"undo"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Remedy> fittingRemedy(const Trouble& trouble)
{
    const bool notStarted = std::any_of(trouble.observations.cbegin(), trouble.observations.cend(),
                                        [](const Observation& one) { return one.notStarted; });
    return notStarted && trouble.remedies.contains(Remedy::Retry) ? std::optional(Remedy::Retry) : std::nullopt;
}

namespace {

/// The node whose version is read after its installer, and is another than the expected one; null: it is not about that.
const Condition* versionAfterInstaller(const Trouble& trouble)
{
    const bool fits = trouble.kind == Trouble::Kind::Expectation && trouble.step && trouble.step->kind == StepKind::VerifyVersion &&
                      trouble.remedies.contains(Remedy::Manual);
    if (!fits)
        return nullptr;
    for (const Observation& one : trouble.observations) {
        if (one.condition.kind == ConditionKind::VersionIs && one.verdict == Observation::Verdict::Broken)
            return &one.condition;
    }
    return nullptr;
}

} // namespace

std::optional<Remedy> advisedRemedy(const Trouble& trouble)
{
    if (const std::optional<Remedy> fits = fittingRemedy(trouble))
        return fits;
    return versionAfterInstaller(trouble) ? std::optional(Remedy::Manual) : std::nullopt;
}

std::optional<Text> ownAdviceOn(const Trouble& trouble, AnsweredIn where)
{
    // Of this attempt alone: an earlier one may have changed half of it. Beside it stands that versions may differ: the run counts
    // from its confirmation on, whatever came of it.
    if (fittingRemedy(trouble))
        return Text::tr("The installer was not started: this attempt has changed nothing on the node. Try the step again. The "
                        "nodes are treated as having different versions all the same, to be on the safe side, until all have the same "
                        "one.");
    if (const Condition* version = versionAfterInstaller(trouble))
        return Text::tr("The version on %1 is not the expected one though the installer ended. Read the installer's own log, run it again "
                        "by hand if needed, then choose \"%2\".")
            .arg(shownSafely(version->node))
            .arg(where == AnsweredIn::Terminal ? Text::verbatim(remedyCode(Remedy::Manual)) : Text::tr("Done by hand: judge it"));
    return std::nullopt;
}

Text adviceOn(const Trouble& trouble, AnsweredIn where)
{
    return ownAdviceOn(trouble, where).value_or(trouble.what.remedy);
}

Text siteStateOn(const Trouble& trouble, const RunState& state)
{
    const bool repeats = ownAdviceOn(trouble) && state.isolationMustStand() && !state.takingPartAreBack();
    return repeats ? Text::tr("Treat the nodes as having different versions: what keeps them apart must stay as it is.")
                   : trouble.siteState;
}

} // namespace ruw
