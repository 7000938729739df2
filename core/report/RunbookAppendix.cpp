#include "core/base/Quote.h"
#include "core/plan/NodeCommands.h"
#include "core/plan/SafetyRules.h"
#include "core/product/SyncPorts.h"
#include "core/report/RunbookBuilder.h"
#include "core/survey/FactTable.h"
#include "core/survey/FactTexts.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw::runbook {

namespace {

/// Longer files are printed up to here: nobody reads more on paper, and the checksum tells the rest.
constexpr qsizetype mostConfigLines = 1000;

// ---- values with where they came from ----

/// Data sync as the config writes it.
Fact<QString> asWritten(const Fact<bool>& dataSync)
{
    const auto word = [](const std::optional<bool>& on) {
        return on ? std::optional(*on ? u"ON"_s : u"OFF"_s) : std::nullopt;
    };
    return {word(dataSync.value), dataSync.source, dataSync.detail, word(dataSync.siteValue)};
}

/// Adds a row for a fact; unknown ones are only named, in one row for each reason at the end of the node.
class FactRows {
public:
    FactRows(Builder& builder, Table& table, const QString& configPath)
        : m_builder(builder), m_table(table), m_configPath(configPath)
    {
    }

    /// A fact of the survey, by its key.
    template <typename T> void add(const QString& key, const Fact<T>& fact)
    {
        add(factName(key), fact, [&key](const T& value) { return factText(key, value); }, factIsVerbatim(key));
    }
    void add(const Text& item, const Fact<QString>& fact)
    {
        add(item, fact, [](const QString& value) { return Text::verbatim(value); });
    }
    /// `verbatim`: a path or an address, broken as visibly as a command is.
    template <typename T, typename Show> void add(const Text& item, const Fact<T>& fact, Show&& show, bool verbatim = false)
    {
        const std::optional<T> value = fact.effective();
        if (!value) {
            addUnknown(item, fact.detail.isEmpty() ? Text::tr("not looked at, or no answer") : fact.detail);
            return;
        }
        Cell cell;
        (verbatim ? cell.command : cell.text) = m_builder.say(show(*value));
        if (fact.differs())
            cell.note = m_builder.say(Text::tr("found: %1").arg(show(*fact.value)));
        const FactSource source = fact.siteValue ? FactSource::Operator : fact.source;
        m_table.rows.append(
            {{{m_builder.say(item)}, cell, {m_builder.say(factSourceText(source))}, {detail(fact.detail)}}});
    }
    void addEntered(const Text& item, const QString& value)
    {
        if (value.isEmpty())
            return;
        m_table.rows.append({{{m_builder.say(item)},
                              {Builder::name(value)},
                              {m_builder.say(factSourceText(FactSource::Operator))},
                              {m_builder.say(Text::tr("site file"))}}});
    }
    /// A command or a path, as it was entered.
    void addVerbatim(const Text& item, const QString& entered)
    {
        if (entered.isEmpty())
            return;
        m_table.rows.append({{{m_builder.say(item)},
                              {{}, entered},
                              {m_builder.say(factSourceText(FactSource::Operator))},
                              {m_builder.say(Text::tr("site file"))}}});
    }
    void addUnknown(const Text& item, const Text& why)
    {
        const auto same = std::find_if(m_unknown.begin(), m_unknown.end(), [&](const Unknown& one) { return one.why == why; });
        if (same == m_unknown.end())
            m_unknown.append(Unknown{why, {item}});
        else
            same->items.append(item);
    }
    void finish()
    {
        for (const Unknown& one : std::as_const(m_unknown)) {
            m_table.rows.append({{{m_builder.say(Text::list(one.items))},
                                  {m_builder.say(Text::tr("not known"))},
                                  {m_builder.say(factSourceText(FactSource::Unknown))},
                                  {m_builder.say(one.why)}}});
        }
    }

private:
    /// A line of the file that the appendix before names.
    QString detail(const Text& text) const
    {
        const QString shown = m_builder.say(text), file = m_configPath + u':';
        return !m_configPath.isEmpty() && shown.startsWith(file)
                   ? m_builder.say(Text::tr("line %1").arg(shown.sliced(file.size())))
                   : shown;
    }

    Builder& m_builder;
    Table& m_table;
    QString m_configPath;
    struct Unknown {
        Text why;
        QList<Text> items;
    };
    QList<Unknown> m_unknown;
};

/// The operator's own commands: what the steps run as it stands.
void addCommands(FactRows& rows, const Node& node)
{
    const ServiceCommands& service = node.service;
    const SettingsSyncCommands& sync = node.settingsSync;
    rows.addVerbatim(Text::tr("Command: stop the service"), service.stop);
    rows.addVerbatim(Text::tr("Command: start the service"), service.start);
    rows.addVerbatim(Text::tr("Command: ask whether the service runs"), service.status);
    rows.addVerbatim(Text::tr("Command: switch start at boot off"), service.bootOff);
    rows.addVerbatim(Text::tr("Command: switch start at boot on"), service.bootOn);
    rows.addVerbatim(Text::tr("Command: ask whether the service starts at boot"), service.bootStatus);
    rows.addVerbatim(Text::tr("Command: disable settings sync"), sync.disable);
    rows.addVerbatim(Text::tr("Command: enable settings sync"), sync.enable);
    rows.addVerbatim(Text::tr("Command: ask whether settings sync is enabled"), sync.status);
    rows.addVerbatim(Text::tr("Command: install"), node.installCommand);
    rows.addVerbatim(Text::tr("Command: read the version"), node.versionCommand);
}

/// Why a value that only the site file can name is not known.
Text notNamed()
{
    return Text::tr("the site file names none");
}

/// How long the installer runs, as the plan counts it.
void addInstallerLength(FactRows& rows, const Builder& builder, const QString& node)
{
    const Step* install = builder.procedure.first(StepKind::RunInstaller, node);
    if (!install)
        return;
    const bool assumed = install->minutesAssumed;
    const Text detail = assumed ? Text::tr("this program's estimate; the site file names none") : Text::tr("site file");
    rows.add(Text::tr("Length of the installer's run"),
             Fact<QString>{builder.say(Text::minutes(install->minutes)), assumed ? FactSource::Assumed : FactSource::Operator, detail,
                           std::nullopt});
}

/// A port that the site file may name.
Fact<QString> portOfSite(int port, bool entered, const Text& assumption)
{
    return {QString::number(port), entered ? FactSource::Operator : FactSource::Assumed,
            entered ? Text::tr("site file") : assumption, std::nullopt};
}

/// The ports that stay open, and what they rest on.
void addOpenPorts(FactRows& rows, const Builder& builder, const NodeFacts& facts)
{
    const Node& node = facts.node;
    rows.add(Text::tr("SMTP port"), portOfSite(node.effectiveSmtpPort(), node.smtpPort.has_value(),
                                              Text::tr("the usual one; the site file names none")));
    if (builder.procedure.kind != ProcedureKind::BlockSyncPorts)
        return;
    // A site file need not name the usual port: only another one is known to be entered.
    const bool sshEntered = node.ssh && node.ssh->port != usualSshPort;
    if (node.os == Os::Linux)
        rows.add(Text::tr("SSH port"), portOfSite(node.ssh ? node.ssh->port : usualSshPort, sshEntered,
                                                 Text::tr("the usual one; the site file names no other")));
    const QList<int> kept = NodeCommands(builder.facts, facts, builder.procedure.runId, builder.procedure.blockedPorts).keptPorts();
    const bool entered = node.smtpPort && (node.os == Os::Windows || sshEntered);
    rows.add(Text::tr("Ports that the block leaves open"),
             Fact<QString>{portRanges(kept), entered ? FactSource::Operator : FactSource::Assumed, Text::tr("SMTP port and SSH port above"),
                           std::nullopt});
}

/// What was decided for the whole site.
void addChoices(Builder& builder, Table& table)
{
    table.rows.append(Row{{{builder.say(Text::tr("whole site"))}}});
    FactRows rows(builder, table, {});
    const Site& site = builder.site;
    rows.add(Text::tr("Procedure"), Fact<QString>{builder.say(procedureText(builder.procedure.kind)), FactSource::Operator,
                                                 Text::tr("chosen for this document"), std::nullopt});
    rows.addEntered(Text::tr("Upgrade"), site.sourceVersion.display() + u" \u2192 "_s + site.targetVersion.display());
    rows.addEntered(Text::tr("Way back to the old version"), site.rollback);
    if (site.rollback.isEmpty())
        rows.addUnknown(Text::tr("Way back to the old version"), notNamed());
    const auto addTime = [&](const Text& item, const std::optional<QDateTime>& time) {
        if (time)
            rows.addEntered(item, builder.say(Text::dateTime(*time)));
        else
            rows.addUnknown(item, notNamed());
    };
    addTime(Text::tr("Start of the work"), site.schedule.start);
    addTime(Text::tr("Time to decide (go on or back)"), site.schedule.decideBy);
    addTime(Text::tr("Latest end"), site.schedule.end);
    rows.add(Text::tr("Lengths of the steps but the installer's"),
             Fact<QString>{builder.say(Text::tr("as in section %1").arg(Builder::stepsSection)), FactSource::Assumed,
                           Text::tr("this program's estimates"), std::nullopt});
    rows.finish();
}

void addConfigs(Builder& builder)
{
    builder.appendix(Text::tr("Replica configs as read"));
    Q_ASSERT(builder.section() == Builder::configAppendix);
    for (const NodeFacts& node : builder.facts.nodes) {
        builder.heading(2, Text::tr("mf_replica.def of %1").arg(Builder::name(node.node.name)));
        const auto& config = node.survey.config;
        if (!config) {
            builder.paragraph(Text::tr("This file was not read. Its ports and its data sync mode are "
                                       "assumed: read it before the "
                                       "work and compare."),
                              Paragraph::Style::Warning);
            continue;
        }
        builder.items({Text::tr("Read from: %1").arg(Builder::name(node.survey.configPath)),
                       Text::tr("SHA-256: %1").arg(config->sha256()),
                       Text::tr("Encoding of the comments: %1").arg(encodingCode(config->encoding()))});
        QStringList lines;
        const qsizetype count = config->lines().size();
        const auto width = QString::number(count).size();
        for (qsizetype i = 1; i <= std::min(count, mostConfigLines); ++i)
            lines.append(QString::number(i).rightJustified(width) + u"  "_s +
                         shownSafely(config->lineText(int(i)).replace(u'\t', u"    "_s)));
        builder.add(CommandBlock{{}, lines.join(u'\n')});
        if (count > mostConfigLines) {
            builder.paragraph(Text::tr("%1 more lines are not printed; the checksum covers them.")
                                  .arg(count - mostConfigLines),
                              Paragraph::Style::Note);
        }
    }
}

void addProvenance(Builder& builder)
{
    builder.appendix(Text::tr("Where every value came from"));
    builder.paragraph(Text::tr("What was found on a node or read from a file, what was entered, and what is assumed. What was "
                               "entered counts more than what was found; both are shown where they differ."));
    builder.paragraph(Text::tr("A command that does not stand here was made by this program from these values and the plan."));
    Table table;
    table.title = builder.say(Text::tr("Provenance"));
    table.columns = {builder.column(Text::tr("Item"), 4.15), builder.column(Text::tr("Value"), 2.75),
                     builder.column(Text::tr("Source"), 1.1), builder.column(Text::tr("Detail"), 2.5)};
    addChoices(builder, table);
    for (const NodeFacts& node : builder.facts.nodes) {
        table.rows.append(Row{{{Builder::name(node.node.name)}}});
        FactRows rows(builder, table, node.survey.configPath);
        rows.addEntered(Text::tr("Role"), builder.say(roleText(node.node.role)));
        rows.addEntered(Text::tr("Address"), node.node.address);
        rows.add(Text::verbatim(u"ENABLE_REP_DATA"_s), asWritten(node.dataSync));
        for (const PortFact& port : node.ports)
            rows.add(Text::verbatim(port.key),
                     Fact<QString>{port.port.value ? std::optional(QString::number(*port.port.value))
                                                   : std::nullopt,
                                   port.port.source,
                                   port.port.source == FactSource::File ? linesOfPort(node, port) : port.port.detail,
                                   port.port.siteValue ? std::optional(QString::number(*port.port.siteValue))
                                                       : std::nullopt});
        const Fact<QStringList>& addresses = node.survey.addresses;
        const bool onlyEntered = addresses.source == FactSource::Operator && !addresses.siteValue &&
                                 addresses.value == QStringList{node.node.address}; // stands above already
        forEachFact(node.survey, [&rows, onlyEntered](const char* key, const auto& fact) {
            if (!onlyEntered || QLatin1StringView(key) != "addresses"_L1)
                rows.add(QString::fromLatin1(key), fact);
        });
        addOpenPorts(rows, builder, node);
        rows.addVerbatim(Text::tr("Queue directory"), node.node.queueDir);
        rows.addVerbatim(Text::tr("Archive directory"), node.node.archiveDir);
        rows.addVerbatim(Text::tr("Installer"), node.node.installer);
        addInstallerLength(rows, builder, node.node.name);
        rows.addVerbatim(Text::tr("Admin screen"), node.node.adminUrl);
        addCommands(rows, node.node);
        rows.finish();
    }
    builder.add(table);
}

void addSources(Builder& builder)
{
    builder.appendix(Text::tr("Sources and rules"));
    Q_ASSERT(builder.section() == Builder::rulesAppendix);
    builder.items({Text::tr("Vendor's FAQ 2578, on upgrading where settings sync is used:\n%1")
                       .arg(u"https://www.pa-solution.net/daj/bs/faq/Detail.aspx?id=2578"_s),
                   Text::tr("Vendor's FAQ 4105, on disabling settings sync:\n%1")
                       .arg(u"https://www.pa-solution.net/daj/bs/faq/Detail.aspx?id=4105"_s)});
    builder.paragraph(Text::tr("This program and this document are not the vendor's. They follow the "
                               "vendor's public FAQ; what stands "
                               "there counts more. Where this document assumes something, it says so."));
    builder.heading(2, Text::tr("Safety rules of the plan"));
    builder.paragraph(Text::tr(
                           "The plan was checked against these rules before it was printed. Each step of section %1 names the rules "
                           "that require it, where there are any.")
                           .arg(Builder::stepsSection));
    const auto addRules = [&builder](const QList<SafetyRule>& rules, const Text& idHead, double idShare) {
        Table table;
        table.columns = {builder.column(idHead, idShare),
                         builder.column(Text::tr("What it says"), 10 - idShare)};
        for (const SafetyRule& rule : rules)
            table.rows.append({{{rule.id, {}, true}, {builder.say(rule.sentence)}}});
        builder.add(table);
    };
    addRules(safetyRules(), Text::tr("Rule"), 1);
    builder.heading(2, Text::tr("What FAQ 2578 lays down"));
    builder.paragraph(Text::tr("In this program's words, by the numbers that the steps name; the numbers are "
                               "this program's."));
    addRules(faqRules(), Text::tr("Number", "of a rule"), 1.7);
}

} // namespace

void addUserNotice(Builder& builder)
{
    builder.heading(1, Text::tr("Notice to the mail users"));
    const auto& schedule = builder.site.schedule;
    const QString from = timeOrBlank(builder, schedule.start);
    const QString until = timeOrBlank(builder, schedule.end);
    QList<Text> lines = {Text::tr("Subject: Maintenance of the mail system"),
                         Text(),
                         Text::tr("The mail system will be maintained at the following time."),
                         Text(),
                         Text::tr("From: %1").arg(from),
                         Text::tr("Until: %1").arg(until),
                         Text()};
    if (keepsMailFlowing(builder.procedure.kind)) {
        lines.append(Text::tr("Mail can be sent and received during the maintenance."));
        if (builder.facts.countsAsDataSyncOn()) {
            lines.append(Text::tr("Some saved and held mail can't be viewed or handled meanwhile."));
            lines.append(Text::tr("Mail with a send delay may leave later than usual."));
        }
    } else {
        lines.append(Text::tr("Mail that is sent or received during the maintenance arrives late."));
    }
    lines.append({Text::tr("The end may be earlier or later, depending on the work."), Text(),
                  Text::tr("Contact: ____________________")});
    builder.add(
        CommandBlock{builder.say(Text::tr("A text to copy and adapt.")), builder.say(Text::lines(lines))});
}

void addAppendixes(Builder& builder)
{
    addConfigs(builder);
    addProvenance(builder);
    addSources(builder);
}

} // namespace ruw::runbook
