#include "core/report/Runbook.h"

#include "core/base/Quote.h"
#include "core/plan/Planner.h"
#include "core/report/RunbookBuilder.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace runbook {

Builder::Builder(const RunbookInput& runbookInput, Language inLanguage)
    : input(runbookInput), facts(runbookInput.facts), site(runbookInput.facts.site),
      procedure(runbookInput.procedure), language(inLanguage), sheets(inLanguage),
      paperNames(PaperNames::of(runbookInput.facts.site)), m_numbers(inLanguage)
{
}

QString Builder::name(const QString& text)
{
    return shownSafely(text);
}

QString Builder::names(const QStringList& list) const
{
    QStringList safe;
    for (const QString& each : list)
        safe.append(name(each));
    return say(Text::list(safe));
}

void Builder::heading(int level, const Text& text)
{
    add(m_numbers.next(level, text));
}

void Builder::appendix(const Text& text)
{
    add(m_numbers.appendix(text));
}

void Builder::paragraph(const Text& text, Paragraph::Style style)
{
    add(Paragraph{say(text), style});
}

void Builder::items(const QList<Text>& texts, bool boxes)
{
    ItemList list;
    list.boxes = boxes;
    for (const Text& text : texts)
        list.items.append(say(text));
    if (!list.items.isEmpty())
        add(list);
}

Column Builder::column(const Text& head, double width, Column::Align align, bool monospace) const
{
    return {say(head), width, align, monospace};
}

int Builder::number(const QString& stepId) const
{
    return procedure.number(stepId);
}

QString Builder::plannedTime(int minute) const
{
    if (input.chart.start)
        return say(Text::timeOfDay(input.chart.start->addSecs(qint64(minute) * 60)));
    return u"+%1:%2"_s.arg(minute / 60).arg(minute % 60, 2, 10, QChar(u'0'));
}

int Builder::startMinute(const QString& stepId) const
{
    for (const TimeChart::Entry& entry : input.chart.entries) {
        if (entry.step == stepId)
            return entry.startMinute;
    }
    return 0;
}

const Step* Builder::pointOfNoReturn() const
{
    const int index = procedure.pointOfNoReturn();
    return index < 0 ? nullptr : &procedure.steps[index];
}

std::optional<std::pair<int, int>> Builder::isolation() const
{
    const TimeChart& chart = input.chart;
    if (chart.isolatedFromMinute < 0 || chart.blockStandsMinutes <= 0)
        return std::nullopt;
    return std::pair(chart.isolatedFromMinute, chart.isolatedFromMinute + chart.blockStandsMinutes);
}

QString timeOrBlank(const Builder& builder, const std::optional<QDateTime>& time)
{
    return time ? builder.say(Text::dateTime(*time)) : builder.say(Text::tr("____-__-__  __:__"));
}

} // namespace runbook

Result<RunbookInput> prepareRunbook(const SiteFacts& facts, ProcedureKind kind, const QDateTime& madeAt)
{
    const Result<Procedure> procedure = planProcedure(facts, kind);
    if (!procedure)
        return procedure.error();
    RunbookInput input;
    input.facts = facts;
    input.procedure = *procedure;
    input.checks = preflightChecks(facts, kind);
    input.chart = TimeChart::from(*procedure, facts.site);
    input.forecast = QueueForecast::from(facts, *procedure, input.chart);
    input.madeAt = madeAt;
    return input;
}

QString runbookId(const Procedure& procedure, const QDate& madeOn, bool rehearsal)
{
    return (rehearsal ? u"REH-"_s : u"RUW-"_s) + madeOn.toString(u"yyyyMMdd"_s) + runbookIdEnd(procedure);
}

QString runbookIdEnd(const Procedure& procedure)
{
    return u'-' + procedure.runId.left(6).toUpper();
}

Document runbookDocument(const RunbookInput& input, Language language)
{
    using namespace runbook;
    Builder builder(input, language);
    Document& document = builder.document;
    document.language = language;
    document.rehearsal = input.siteKind == SiteKind::Simulated;
    document.title = builder.say(Text::tr("Upgrade runbook"));
    document.subtitle = builder.say(Text::tr("m-FILTER upgrade from %1 to %2 with settings sync")
                                        .arg(builder.site.sourceVersion.display())
                                        .arg(builder.site.targetVersion.display()));
    document.siteName = Builder::name(builder.site.name);
    document.author = Builder::name(input.author);
    document.fingerprint = input.procedure.shortFingerprint();
    document.documentId = runbookId(input.procedure, input.madeAt.date(), document.rehearsal);

    addCover(builder);
    document.body.append(Contents{builder.say(Text::tr("Contents"))});
    document.body.append(PageBreak{});
    addPurpose(builder);
    addSystem(builder);
    addPeople(builder);
    addTimeChart(builder);
    addPreconditions(builder);
    addEffects(builder);
    addAbortCriteria(builder);
    document.body.append(Orientation{true});
    addSteps(builder);
    addRollback(builder);
    addCommandSheets(builder);
    addQueueEstimate(builder);
    addFirewallRequests(builder);
    addUserNotice(builder);
    addAppendixes(builder);
    builder.paperNames.applyTo(document, builder.fullNames);
    return document;
}

} // namespace ruw
