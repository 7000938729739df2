#include "core/plan/checks/Check.h"

using namespace Qt::StringLiterals;

namespace ruw::checks {

namespace {

/// "Something is not entered for these nodes": one row, one folded finding.
struct Missing {
    QString id;
    bool (*missing)(const NodeFacts& node);
    Text message; ///< %1: the nodes
    Text remedy;
};

bool lacksServiceCommand(const NodeFacts& facts)
{
    const ServiceCommands& service = facts.node.service;
    for (const QString* command : {&service.start, &service.stop, &service.status, &service.bootOff,
                                   &service.bootOn, &service.bootStatus}) {
        if (command->trimmed().isEmpty())
            return true;
    }
    return false;
}

const QList<Missing>& missingEntries()
{
    static const QList<Missing> rows = {
        {u"no-version-command"_s,
         [](const NodeFacts& n) { return n.node.versionCommand.trimmed().isEmpty(); },
         Text::tr("No command that shows the version is entered for: %1. The version is taken by the "
                  "doer's word."),
         Text::tr("Enter the command that shows the version, if there is one.")},
        {u"no-service-commands"_s, lacksServiceCommand,
         Text::tr("Not all service commands (start, stop, status, start at boot) are entered for: %1. What "
                  "is missing "
                  "becomes a manual step, and what no command can show is taken by the doer's word."),
         Text::tr("Enter the commands of your site, or have the vendor's manual at hand during the work.")},
        {u"installer-by-hand"_s,
         [](const NodeFacts& n) { // the other kinds of access say that everything is done by hand
             return n.node.access == AccessKind::Ssh && n.node.installCommand.trimmed().isEmpty();
         },
         Text::tr("The installer is run by hand on: %1."),
         Text::tr(
             "Nothing needs to be done. If the installer can run without asking anything, its command can be "
             "entered.")},
        {u"install-minutes-assumed"_s, [](const NodeFacts& n) { return !n.node.installMinutes; },
         Text::tr("How long the installer runs is not entered for: %1. The time chart assumes a length."),
         Text::tr("Enter the minutes, for example as measured on a test machine.")},
        {u"access-manual"_s, [](const NodeFacts& n) { return n.node.access == AccessKind::Manual; },
         Text::tr("Operated by hand: %1. Results on these nodes are taken by the doer's word."),
         Text::tr("Have a session open on each of them. The runbook names a command to check each result "
                  "where there is "
                  "one.")},
        {u"access-files"_s, [](const NodeFacts& n) { return n.node.access == AccessKind::Files; },
         Text::tr("Known from config files only: %1. This is enough for the plan and the runbook; during the "
                  "work everything is done by hand, and all but the SMTP answers is confirmed by hand."),
         Text::tr("Make sure that the files are the ones in use today.")},
    };
    return rows;
}

} // namespace

QList<Noted> preparationChecks(const SiteFacts& facts)
{
    QList<Noted> out;
    for (const Missing& row : missingEntries()) {
        const QStringList nodes = namesWhere(facts, row.missing);
        if (nodes.isEmpty())
            continue;
        Text message = row.message;
        out.append(note(row.id, nodes, message.arg(shownNames(nodes)), row.remedy));
    }

    const QStringList unread = namesWhere(facts, [](const NodeFacts& n) { return !n.survey.config; });
    if (!unread.isEmpty()) {
        out.append(note(
            u"config-missing"_s, unread,
            Text::tr("The replica config (mf_replica.def) was not read from: %1. Data sync counts as ON "
                     "there, and the ports of FAQ 2578 are assumed.")
                .arg(shownNames(unread)),
            Text::tr("Copy the file from <install directory>/conf/ and enter it for the node, or read the "
                     "node again.")));
    }

    const Site& site = facts.site;
    if (!site.schedule.start || !site.schedule.end) {
        out.append(note(u"schedule-missing"_s, {},
                        Text::tr("Start and latest end are not both entered."),
                        Text::tr("Enter the schedule, so that the planned times can be compared with it.")));
    }
    if (site.rollback.trimmed().isEmpty()) {
        out.append(note(
            u"no-rollback-way"_s, {},
            Text::tr("How to go back to the old version is not entered. After the first installer run there "
                     "is then no prepared way back."),
            Text::tr("Ask the vendor how to go back from the target version, prepare it (backup, snapshot, "
                     "old installer) and enter it in your own words.")));
    }
    if (site.majorVersionChanges()) {
        out.append(note(
            u"major-version-change"_s, {},
            Text::tr("The major version changes (%1 to %2). FAQ 6574 points to a separate FAQ of the vendor "
                     "for Ver.4 to Ver.5; the install directory may change.")
                .arg(site.sourceVersion.display())
                .arg(site.targetVersion.display()),
            Text::tr("Read the vendor's notes on this change of version before the work, and adapt the "
                     "steps of the runbook where they say so.")));
        const QStringList undirected = namesWhere(facts, [&site](const NodeFacts& n) {
            return site.targetInstallDir.trimmed().isEmpty() && n.node.targetInstallDir.trimmed().isEmpty();
        });
        if (!undirected.isEmpty()) {
            out.append(note(
                u"target-install-dir-missing"_s, undirected,
                Text::tr("The major version changes, but the install directory of the target version is not "
                         "entered for: %1. The config can't be found there after the installer run.")
                    .arg(shownNames(undirected)),
                Text::tr("Enter the target install directory (targetInstallDir).")));
        }
    }
    // Data sync ON refuses the procedure anyway; then the hint would only distract.
    const QStringList withoutSwitch = namesWhere(facts, [](const NodeFacts& n) {
        return n.node.settingsSync.disable.trimmed().isEmpty() ||
               n.node.settingsSync.enable.trimmed().isEmpty();
    });
    if (!facts.countsAsDataSyncOn() && !withoutSwitch.isEmpty()) {
        out.append(note(
            u"settings-sync-by-faq-4105"_s, withoutSwitch,
            Text::tr("Settings sync is disabled and enabled by hand on: %1. The vendor's FAQ 4105 tells how; "
                     "its text is not part of this program.")
                .arg(shownNames(withoutSwitch)),
            Text::tr("Have FAQ 4105 at hand during the work.")));
    }
    return out;
}

} // namespace ruw::checks
