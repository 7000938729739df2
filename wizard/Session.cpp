#include "wizard/Session.h"

#include "core/site/SiteFile.h"
#include "core/survey/OperatorEntries.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Whether what was read from the nodes of `before` still speaks of the nodes of `after`.
bool surveyStillHolds(const Site& before, const Site& after)
{
    if (before.nodes.size() != after.nodes.size() || before.directory != after.directory)
        return false;
    for (qsizetype i = 0; i < before.nodes.size(); ++i) {
        const Node& a = before.nodes[i];
        const Node& b = after.nodes[i];
        if (a.name != b.name || a.address != b.address || a.os != b.os || a.access != b.access ||
            a.ssh != b.ssh || a.config != b.config || a.installDir != b.installDir)
            return false;
    }
    return true;
}

/// The report without what it says of one node, which counts as not read.
SurveyReport withoutNode(SurveyReport report, const QString& name)
{
    const Text why = Text::tr("The entry of %1 was changed, and the node has not been read since.").arg(name);
    for (NodeSurvey& node : report.nodes) {
        if (node.name == name)
            node = unknownSurvey(name, why);
    }
    report.findings.removeIf([&](const Finding& finding) { return finding.node == name; });
    report.findings.append({u"survey-stopped"_s,
                            Severity::Blocker,
                            name,
                            {},
                            0,
                            why,
                            Text::tr("Read the node again on the Survey page.")});
    report.links.removeIf([&](const LinkState& link) { return link.from == name || link.to == name; });
    return report;
}

} // namespace

Session::Session(QObject* parent) : QObject(parent)
{
    derive();
}

Session::~Session()
{
    QCoreApplication::removeTranslator(&m_ownTexts);
    QCoreApplication::removeTranslator(&m_qtTexts);
}

void Session::setSite(const Site& site)
{
    if (site == m_site)
        return;
    if (!surveyStillHolds(m_site, site))
        m_survey = {};
    replaceSite(site);
}

void Session::correctNode(const Node& node)
{
    Site site = m_site;
    const auto entry = std::find_if(site.nodes.begin(), site.nodes.end(),
                                    [&](const Node& one) { return one.name == node.name; });
    if (entry == site.nodes.end() || *entry == node)
        return;
    *entry = node;
    if (surveyed() && !surveyStillHolds(m_site, site))
        m_survey = withoutNode(m_survey, node.name);
    replaceSite(site);
}

void Session::fillIn(const Site& site)
{
    if (site != m_site)
        replaceSite(site);
}

void Session::replaceSite(const Site& site)
{
    m_site = site;
    m_unsaved = true;
    if (!m_siteFile.isEmpty()) {
        const Status saved = SiteFile::write(m_siteFile, m_site);
        m_unsaved = !saved.ok();
        if (m_unsaved)
            emit saveFailed(saved.error());
    } else if (!m_draftFile.isEmpty()) {
        QDir().mkpath(QFileInfo(m_draftFile).absolutePath());
        if (const Status kept = SiteFile::write(m_draftFile, m_site); !kept)
            emit saveFailed(kept.error());
    }
    derive();
    emit siteChanged();
    emit factsChanged();
    emit procedureChanged();
}

void Session::reset(const Site& site, const QString& siteFile, const QList<Finding>& findings)
{
    m_connections.reset();
    m_site = site;
    m_siteFile = siteFile;
    m_siteFileFindings = findings;
    m_unsaved = false;
    m_survey = {};
    m_kind.reset();
    m_acknowledged.clear();
    m_journalFile.clear();
    m_runState.reset();
    m_runFacts = {};
    m_run.reset(); // its journal is closed: another site is not its site
    derive();
    emit siteChanged();
    emit factsChanged();
    emit procedureChanged();
    emit acknowledgedChanged();
    emit journalFileChanged();
    emit runChanged();
}

void Session::setRun(std::shared_ptr<GuidedRun> run)
{
    m_run = std::move(run);
    m_runFacts = m_run ? m_facts : SiteFacts();
    noteRunChanged();
}

void Session::takeRunState()
{
    m_runState = m_run ? std::optional(m_run->state()) : std::nullopt;
}

void Session::noteRunChanged()
{
    takeRunState();
    emit runChanged();
}

void Session::noteRunState(const RunState& state)
{
    m_runState = state;
    emit runChanged();
}

void Session::adopt(const StoredRun& run)
{
    takeUp(run.site, run.survey, run.procedure.kind, m_journalFolder);
    m_journalFile = run.path;
    emit journalFileChanged();
}

void Session::takeUp(const Site& site, const SurveyReport& survey, ProcedureKind kind,
                     const QString& journalFolder)
{
    reset(site, {}, {});
    m_survey = survey;
    m_kind = kind;
    m_journalFolder = journalFolder;
    derive();
    emit factsChanged();
    emit procedureChanged();
}

void Session::dropDraft()
{
    if (!m_draftFile.isEmpty())
        QFile::remove(m_draftFile);
}

void Session::newSite()
{
    reset({}, {}, {});
}

Status Session::openSite(const QString& path)
{
    const Result<SiteRead> read = SiteFile::read(path);
    if (!read)
        return read.error();
    reset(read->site, path, read->findings);
    return success();
}

Status Session::openCopyOf(const QString& path)
{
    const Result<SiteRead> read = SiteFile::read(path);
    if (!read)
        return read.error();
    reset(read->site, {}, read->findings);
    return success();
}

Status Session::saveSite(const QString& path)
{
    const Site moved = SiteFile::movedTo(m_site, QFileInfo(path).absolutePath());
    const Status saved = SiteFile::write(path, moved);
    if (!saved)
        return saved;
    m_site = moved;
    m_siteFile = path;
    m_unsaved = false;
    if (path != m_draftFile)
        dropDraft();
    derive();
    emit siteChanged();
    emit factsChanged();
    return saved;
}

void Session::setSurvey(const SurveyReport& survey)
{
    m_survey = survey;
    derive();
    emit factsChanged();
    emit procedureChanged();
}

CheckReport Session::checksOf(ProcedureKind kind) const
{
    return preflightChecks(m_facts, kind);
}

void Session::chooseProcedure(ProcedureKind kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    derive();
    emit procedureChanged();
}

QString Session::keyOf(const Finding& finding)
{
    // The whole message: a warning that says something else now has not been read yet.
    const QJsonObject message{{u"message"_s, finding.message.toJson()}};
    return finding.id + u'\n' + finding.node + u'\n' + finding.path + u'\n' +
           QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact));
}

bool Session::isAcknowledged(const Finding& finding) const
{
    return m_acknowledged.contains(keyOf(finding));
}

QString Session::acknowledgedBy(const Finding& finding) const
{
    return m_acknowledged.value(keyOf(finding));
}

QList<AcceptedWarning> Session::acceptedWarnings() const
{
    QList<AcceptedWarning> out;
    for (const Finding& finding : m_kind ? checksOf(*m_kind).findings : m_checks.findings) {
        if (finding.severity == Severity::Warning && isAcknowledged(finding))
            out.append({finding, acknowledgedBy(finding), isRehearsal() && acknowledgedBy(finding).isEmpty()});
    }
    return out;
}

void Session::acknowledge(const Finding& finding, bool yes)
{
    if (yes)
        m_acknowledged.insert(keyOf(finding), m_doer.simplified());
    else
        m_acknowledged.remove(keyOf(finding));
    emit acknowledgedChanged();
}

void Session::acknowledgeForRehearsal(const Finding& finding, const QString& by)
{
    m_acknowledged.insert(keyOf(finding), by);
    emit acknowledgedChanged();
}

bool Session::allWarningsAcknowledged() const
{
    const QList<Finding> findings = m_kind ? checksOf(*m_kind).findings : m_checks.findings;
    return std::all_of(findings.cbegin(), findings.cend(), [this](const Finding& finding) {
        return finding.severity != Severity::Warning || isAcknowledged(finding);
    });
}

void Session::setLanguage(Language language)
{
    const QString code = languageCode(language);
    QCoreApplication::removeTranslator(&m_ownTexts);
    QCoreApplication::removeTranslator(&m_qtTexts);
    m_language = language;
    QLocale::setDefault(language == Language::Japanese ? QLocale(QLocale::Japanese, QLocale::Japan)
                                                       : QLocale(QLocale::English, QLocale::UnitedStates));
    // A missing catalogue leaves the English source; the test of the translations notices it.
    if (m_qtTexts.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
    if (m_ownTexts.load(u":/i18n/"_s + code + u".qm"_s))
        QCoreApplication::installTranslator(&m_ownTexts);
    emit languageChanged();
}

void Session::setJournalFile(const QString& path)
{
    if (path == m_journalFile)
        return;
    m_journalFile = path;
    emit journalFileChanged();
}

void Session::setPeople(const QString& doer, const QString& checker)
{
    if (doer == m_doer && checker == m_checker)
        return;
    m_doer = doer;
    m_checker = checker;
    emit peopleChanged();
}

void Session::derive()
{
    m_facts = SiteFacts::from(m_site, m_survey);
    m_checks = preflightChecks(m_facts);
    m_procedure.reset();
    m_chart = {};
    m_forecast = {};
    if (!m_kind || !surveyed())
        return;
    Result<Procedure> planned = planProcedure(m_facts, *m_kind);
    if (!planned)
        return;
    m_procedure = std::move(planned.value());
    m_chart = TimeChart::from(*m_procedure, m_site);
    m_forecast = QueueForecast::from(m_facts, *m_procedure, m_chart);
}

} // namespace ruw
