#include "app/verbs/Verbs.h"

#include "app/Connecting.h"
#include "app/Output.h"
#include "app/verbs/SiteInput.h"
#include "core/plan/Planner.h"
#include "core/plan/TimeChart.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

void printPlan(const Procedure& plan, const Site& site, Language language)
{
    const TimeChart chart = TimeChart::from(plan, site);
    printLine(Text::tr("%1 - %2 steps, about %3, fingerprint %4")
                  .arg(procedureText(plan.kind))
                  .arg(int(plan.steps.size()))
                  .arg(Text::minutes(chart.totalMinutes))
                  .arg(plan.shortFingerprint())
                  .render(language));
    int number = 0;
    std::optional<Phase> phase;
    for (const Step& step : plan.steps) {
        if (phase != step.phase) {
            phase = step.phase;
            printLine(u"\n== "_s + phaseText(step.phase).render(language));
        }
        if (step.pointOfNoReturn)
            printLine(u"---- "_s + Text::tr("Point of no return").render(language) + u" ----"_s);
        printLine(u"%1. %2 [%3]"_s.arg(++number).arg(step.title.render(language), step.id));
        printLine(u"   "_s + step.action.instruction.render(language).replace(u'\n', u"\n   "_s));
        if (!step.action.command.isEmpty())
            printLine(u"     | "_s + QString(step.action.command).replace(u'\n', u"\n     | "_s));
        for (const Condition& condition : step.expects)
            printLine(u"   => "_s + condition.text().render(language));
    }
}

int runPlan(const QCommandLineParser& options, Language language)
{
    const Result<ProcedureKind> kind = readProcedure(options);
    if (!kind)
        return refuse(kind.error(), u"plan"_s, options, language, exitstatus::usage);
    const Result<SiteInput> input = readSiteInput(options, language);
    if (!input)
        return refuse(input.error(), u"plan"_s, options, language, exitstatus::usage);
    const Result<Procedure> plan = planProcedure(input->facts, *kind);
    if (!plan)
        return refuse(plan.error(), u"plan"_s, options, language, exitstatus::blocked);
    if (options.isSet(u"json"_s))
        printJson(plan->toJson(language));
    else
        printPlan(*plan, input->facts.site, language);
    return exitstatus::done;
}

} // namespace

Verb planVerb()
{
    return {u"plan"_s,
            Text::tr("the procedure, step by step"),
            {},
            QStringList{u"site"_s, u"survey"_s, u"procedure"_s, u"json"_s, u"lang"_s} + connectingOptions(),
            false,
            runPlan};
}

} // namespace ruw
