#include "core/plan/PreflightChecks.h"

#include "core/plan/checks/Check.h"
#include "core/plan/Planner.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

using namespace checks;

namespace {

constexpr std::array<Check, 9> checkTable = {siteShapeChecks, preparationChecks, dataSyncChecks,
                                             portChecks,      peerChecks,        mailChecks,
                                             isolationChecks, machineChecks,     passedOn};

/// The same finding may come twice, from the survey's list (perhaps in the words of another language) and
/// from the config itself.
bool isSame(const Finding& a, const Finding& b)
{
    if (a.id != b.id || a.node != b.node || a.line != b.line)
        return false;
    return a.line > 0 || a.id.startsWith("config-"_L1) || a.message == b.message;
}

void addOnce(QList<Noted>& all, const Noted& noted)
{
    for (Noted& known : all) {
        if (isSame(known.finding, noted.finding)) {
            known.procedures |= noted.procedures;
            return;
        }
    }
    all.append(noted);
}

Procedures forbidden(const QList<Noted>& all)
{
    Procedures set = 0;
    for (const Noted& noted : all) {
        if (noted.finding.severity == Severity::Blocker)
            set |= noted.procedures;
    }
    return set;
}

/// What one finding (by id and node) says for the plans of several procedures: the same plans mostly give the
/// same sentence with other times.
struct Planned {
    struct Said {
        Text message;
        QList<Text> procedures;
    };
    Noted noted;
    QList<Said> said;

    void add(ProcedureKind kind, const Text& message)
    {
        noted.procedures |= only(kind);
        for (Said& known : said) {
            if (known.message == message) {
                known.procedures.append(procedureText(kind));
                return;
            }
        }
        said.append({message, {procedureText(kind)}});
    }
    /// One line for each sentence, headed by its procedures; no head where all of them say the same.
    Noted folded(qsizetype ofProcedures) const
    {
        Noted out = noted;
        if (said.size() == 1 && said.first().procedures.size() == ofProcedures)
            return out;
        QList<Text> lines;
        for (const Said& sentence : said) {
            lines.append(Text::tr("%1: %2").arg(Text::list(sentence.procedures)).arg(sentence.message));
        }
        out.finding.message = Text::lines(lines);
        return out;
    }
};

/// What only the plan of a procedure shows. With a procedure chosen nothing is folded: the others' findings
/// count for their verdicts only.
void addPlanned(const SiteFacts& facts, const QList<ProcedureKind>& kinds, bool fold, QList<Noted>& all)
{
    QList<Planned> planned;
    for (const ProcedureKind kind : kinds) {
        const Procedure draft = draftProcedure(facts, kind);
        const TimeChart chart = TimeChart::from(draft, facts.site);
        const QList<Finding> found = scheduleFindings(chart, facts.site) + diskFindings(facts, draft, chart);
        for (const Finding& finding : found) {
            auto same = planned.end();
            if (fold) {
                same = std::find_if(planned.begin(), planned.end(), [&](const Planned& p) {
                    return p.noted.finding.id == finding.id && p.noted.finding.node == finding.node;
                });
            }
            if (same == planned.end()) {
                planned.append(Planned{{finding, 0}, {}});
                same = planned.end() - 1;
            }
            same->add(kind, finding.message);
        }
    }
    for (const Planned& finding : std::as_const(planned))
        addOnce(all, fold ? finding.folded(kinds.size()) : finding.noted);
}

} // namespace

QList<Finding> CheckReport::blockersOf(ProcedureKind kind) const
{
    const QStringList because = procedures.value(kind).because;
    QList<Finding> out;
    for (const Finding& finding : findings) {
        if (because.contains(finding.id))
            out.append(finding);
    }
    return out;
}

QJsonObject CheckReport::toJson(Language language) const
{
    QJsonArray list;
    for (const Finding& finding : findings)
        list.append(finding.toJson(language));
    QJsonObject verdicts;
    for (auto it = procedures.begin(); it != procedures.end(); ++it) {
        verdicts.insert(procedureCode(it.key()),
                        QJsonObject{{u"allowed"_s, it->allowed},
                                    {u"because"_s, QJsonArray::fromStringList(it->because)}});
    }
    return {{u"format"_s, 1}, {u"kind"_s, u"check"_s}, {u"findings"_s, list}, {u"procedures"_s, verdicts}};
}

CheckReport preflightChecks(const SiteFacts& facts, std::optional<ProcedureKind> chosen)
{
    QList<Noted> all;
    for (const Check check : checkTable) {
        for (const Noted& noted : check(facts))
            addOnce(all, noted);
    }

    // A site that is broken in shape forbids every procedure, so the planner never sees it.
    const Procedures refused = forbidden(all);
    QList<ProcedureKind> toDraft;
    for (const ProcedureKind kind : allProcedures()) {
        if (!(refused & only(kind)))
            toDraft.append(kind);
    }
    addPlanned(facts, toDraft, !chosen, all);

    CheckReport report;
    for (const ProcedureKind kind : allProcedures()) {
        ProcedureVerdict verdict;
        for (const Noted& noted : std::as_const(all)) {
            if (noted.finding.severity != Severity::Blocker || !(noted.procedures & only(kind)))
                continue;
            verdict.allowed = false;
            if (!verdict.because.contains(noted.finding.id))
                verdict.because.append(noted.finding.id);
        }
        report.procedures.insert(kind, verdict);
    }
    const bool somethingIsAllowed = std::any_of(report.procedures.begin(), report.procedures.end(),
                                                [](const ProcedureVerdict& v) { return v.allowed; });
    for (const Noted& noted : std::as_const(all)) {
        if (chosen && !(noted.procedures & only(*chosen)))
            continue;
        report.findings.append(noted.finding);
        // With no procedure chosen, what forbids only some of them does not block the upgrade: the verdicts name it.
        if (!chosen && somethingIsAllowed && noted.finding.severity == Severity::Blocker)
            report.findings.last().severity = Severity::Warning;
    }
    report.findings = sortedBySeverity(report.findings);
    return report;
}

} // namespace ruw
