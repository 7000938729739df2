#include "core/run/RunFile.h"

#include "core/base/Quote.h"
#include "core/plan/Planner.h"
#include "core/run/ProcedureJson.h"
#include "core/run/RunRecords.h"
#include "core/site/SiteFile.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ruw {

QJsonObject runBegunData(const Procedure& procedure, const SiteFacts& facts, SiteKind kind)
{
    return {{u"format"_s, 1},
            {u"kind"_s, journalKind(kind)},
            {u"program"_s, QString::fromLatin1(RUW_VERSION)},
            {u"fingerprint"_s, procedure.fingerprint()},
            {u"procedure"_s, storedProcedure(procedure)},
            {u"site"_s, QJsonDocument::fromJson(SiteFile::toJson(facts.site)).object()},
            {u"siteDirectory"_s, facts.site.directory},
            {u"survey"_s, facts.survey.toJson(Language::English)}};
}

Error planDiffers(const QString& path)
{
    return {
        u"run-plan-differs"_s,
        Text::tr("The plan made now from the site in the journal %1 is not the plan that the run began with.")
            .arg(shownSafely(path)),
        Text::tr("The run was not continued; nothing was changed. What stood before still stands."),
        Text::tr("Continue with the version of this program that began the run, or settle by the printed "
                 "runbook what "
                 "stands."),
        {}};
}

Result<StoredRun> readRun(const QString& path)
{
    Result<JournalRead> read = Journal::read(path);
    if (!read)
        return read.error();
    const auto noRun = [&] {
        return Error{u"journal-no-run"_s,
                     Text::tr("The file %1 is not the journal of a run.").arg(shownSafely(path)),
                     Text::tr("It was not touched, and nothing was done."),
                     Text::tr("Choose the journal that the Work page named when the run began."),
                     {}};
    };
    if (read->records.isEmpty() || read->records.first().kind != "run-begun"_L1)
        return noRun();
    const QJsonObject begun = read->records.first().data;
    const std::optional<SiteKind> kind = siteKindOfJournal(begun);
    if (!kind || begun.value(u"format"_s).toInt() != 1)
        return noRun();
    const Result<SiteRead> site =
        SiteFile::fromJson(QJsonDocument(begun.value(u"site"_s).toObject()).toJson(),
                           begun.value(u"siteDirectory"_s).toString());
    if (!site)
        return site.error();
    const Result<SurveyReport> survey =
        SurveyReport::fromJson(QJsonDocument(begun.value(u"survey"_s).toObject()).toJson());
    if (!survey)
        return survey.error();
    const auto procedure = procedureFromStored(begun.value(u"procedure"_s).toObject());
    if (!procedure)
        return noRun();
    if (procedure->fingerprint() != begun.value(u"fingerprint"_s).toString())
        return planDiffers(path);
    return StoredRun{path, site->site, *survey, *procedure, std::move(read.value()), *kind};
}

Error wrongSiteKind(const QString& path, SiteKind wanted)
{
    const Text nothing = Text::tr("The run was not continued; nothing was changed.");
    if (wanted == SiteKind::Simulated) {
        return {u"run-is-real"_s,
                Text::tr("%1 is the journal of real work, not of a rehearsal.").arg(shownSafely(path)),
                nothing,
                Text::tr("Leave the rehearsal, and go on with the work from the start page."),
                {}};
    }
    return {u"run-is-rehearsal"_s,
            Text::tr("%1 is the journal of a rehearsal: no server was touched by it, and none can be worked "
                     "on from it.")
                .arg(shownSafely(path)),
            nothing,
            Text::tr("Choose the journal of the real work, or begin the work anew."),
            {}};
}

Result<StoredRun> loadRun(const QString& path, SiteKind kind)
{
    Result<StoredRun> run = readRun(path);
    if (!run)
        return run;
    if (run->siteKind != kind)
        return wrongSiteKind(path, kind);
    const Result<Procedure> planned =
        planProcedure(SiteFacts::from(run->site, run->survey), run->procedure.kind);
    if (!planned || planned->fingerprint() != run->procedure.fingerprint())
        return planDiffers(path);
    return run;
}

} // namespace ruw
