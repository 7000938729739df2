#include "core/plan/StepTexts.h"

namespace ruw {

StepWords stepWords(StepKind kind, const QString& node, const Text& detail)
{
    switch (kind) {
    case StepKind::Confirm:
        return {};
    case StepKind::BackupConfig:
        return {Text::tr("Copy mf_replica.def on %1").arg(node),
                Text::tr("An installer may rewrite the file. The copy shows what stood in it before: the file is compared with "
                         "it after the installer has run, and after a rollback."),
                Text::tr("Run the command: it copies the file beside itself and compares both."),
                Text::tr("Copy <install dir>/conf/mf_replica.def on %1 to a safe place and compare both.")
                    .arg(node)};
    case StepKind::RecordBaseline:
        return {
            Text::tr("Record which ports %1 reaches now").arg(node),
            Text::tr("A port that gives no answer already now (\"filtered\") or can't be tried (\"unknown\") proves nothing later. So "
                     "it is written down beforehand which sync ports answer (open or refused), while every service runs."),
            Text::tr("Run the command on %1 and keep what it prints. The ports: %2.").arg(node).arg(detail),
            Text::tr("Try the sync ports from %1 to every other node and keep the result. The ports: %2.")
                .arg(node)
                .arg(detail)};
    case StepKind::VerifyMailFlow:
        return {
            node.isEmpty() ? Text::tr("Check the mail flow of all mail nodes")
                           : Text::tr("Check that %1 answers on SMTP").arg(node),
            Text::tr("What works before the work must work after it."),
            Text::tr(
                "Connect to the SMTP port and look for the greeting (220). If you like, send a test mail."),
            Text::tr(
                "Connect to the SMTP port and look for the greeting (220). If you like, send a test mail.")};
    case StepKind::StopMailFlow:
        return {Text::tr("Stop the mail flow to all m-FILTER servers"),
                Text::tr("The FAQ asks for it before the services are stopped. Mail waits at the sending "
                         "side meanwhile."),
                {},
                Text::tr("Ask whoever runs the mail route in front (relay, load balancer, firewall) to stop "
                         "sending mail to "
                         "%1, and wait until no mail is in progress.")
                    .arg(detail)};
    case StepKind::ResumeMailFlow:
        return {Text::tr("Resume the mail flow"),
                Text::tr("All nodes have the new version and sync works again."),
                {},
                Text::tr("Ask whoever runs the mail route in front to send mail to %1 again.").arg(detail)};
    case StepKind::DrainNode:
        return {Text::tr("Take %1 out of the mail route").arg(node),
                Text::tr("While its service is stopped, the other mail nodes must take the mail: %1.")
                    .arg(detail),
                {},
                Text::tr("Route no new mail to %1 (load balancer, MX, relay), see that another mail node "
                         "takes it, and wait "
                         "until no mail is in progress on %1.")
                    .arg(node)};
    case StepKind::ReturnNode:
        return {Text::tr("Return %1 to the mail route").arg(node),
                Text::tr("Only one mail node at a time may be out of service."),
                {},
                Text::tr("Route mail to %1 again as before the work.").arg(node)};
    case StepKind::BootStartOff:
        return {
            Text::tr("Switch off start at boot on %1").arg(node),
            Text::tr(
                "If an installer restarts the machine, the service must not start before its config was read "
                "again."),
            Text::tr("Run the command."),
            Text::tr("Set the m-FILTER service on %1 so that it does not start when the machine starts.")
                .arg(node)};
    case StepKind::BootStartOn:
        return {
            Text::tr("Switch start at boot on again on %1").arg(node),
            Text::tr("It was switched off for the work only."), Text::tr("Run the command."),
            Text::tr("Set the m-FILTER service on %1 so that it starts with the machine again.").arg(node)};
    case StepKind::DisableSettingsSync:
        return {
            Text::tr("Disable settings sync on %1").arg(node),
            Text::tr("Settings sync between different versions is not supported. With data sync disabled it "
                     "may be "
                     "disabled for the time being."),
            Text::tr("Run the command."),
            Text::tr(
                "Disable settings sync on %1 as the vendor's FAQ 4105 tells "
                "(https://www.pa-solution.net/daj/bs/faq/Detail.aspx?id=4105). Its text is not part of this "
                "document: keep a printout at hand.")
                .arg(node)};
    case StepKind::EnableSettingsSync:
        return {Text::tr("Enable settings sync on %1 again").arg(node),
                Text::tr("Every node has the same version now."), Text::tr("Run the command."),
                Text::tr("Enable settings sync on %1 again: undo what was done by the vendor's FAQ 4105.")
                    .arg(node)};
    case StepKind::Block:
        if (node.isEmpty()) {
            return {Text::tr("Have all IP traffic between the m-FILTER servers blocked"),
                    Text::tr("Settings sync between different versions is not supported, so the servers must "
                             "not reach each "
                             "other during the work."),
                    {},
                    Text::tr("Ask whoever runs the firewall between the servers to drop all IP traffic, in "
                             "both directions, "
                             "between: %1. This also cuts whatever else runs between them: the heartbeat of "
                             "a virtual IP, "
                             "mail relay from node to node, SSH from node to node.")
                        .arg(detail)};
        }
        return {Text::tr("Block the sync ports on %1").arg(node),
                Text::tr("Settings sync between different versions is not supported. The block is put on and "
                         "proved while "
                         "the services run, and it survives a reboot."),
                Text::tr("Run the command as root (on Windows as Administrator). It blocks the TCP ports %1, in and out, on every "
                         "interface but "
                         "loopback.")
                    .arg(detail),
                Text::tr("Block the TCP ports %1 on %2, in and out, so that the block survives a reboot.")
                    .arg(detail)
                    .arg(node)};
    case StepKind::VerifyBlock:
        return {Text::tr("Prove the block from %1").arg(node),
                Text::tr("A block counts only when somebody tried to get through: from every node, over every "
                         "sync address."),
                Text::tr("Run the command on %1: every port must say \"filtered\". A port that says \"open\" "
                         "or \"refused\" is not blocked, one that says \"unknown\" could not be tried. Then run the check on "
                         "%1 and look for the rules.")
                    .arg(node),
                Text::tr("Try the ports %1 from %2 to every other node: none may answer or refuse.")
                    .arg(detail)
                    .arg(node)};
    case StepKind::ExtendBlock:
        return {Text::tr("Extend the block on %1 by the new ports").arg(node),
                Text::tr("Where the installer wrote other sync ports into mf_replica.def, they must be blocked before the service "
                         "starts."),
                Text::tr("Add the new port numbers to the first line of the command, then run it: the new "
                         "set replaces the "
                         "old one. From here on add them to the port lists of the commands that probe %1 as well.")
                    .arg(node),
                Text::tr("Add the new port numbers to the block on %1, and to the ports that are tried on it from here on.")
                    .arg(node)};
    case StepKind::Unblock:
        if (node.isEmpty()) {
            return {
                Text::tr("Have the IP traffic between the servers let through again"),
                Text::tr("Every node has the same version now."),
                {},
                Text::tr(
                    "Ask whoever runs the firewall between the servers to let the IP traffic through again "
                    "between: %1.")
                    .arg(detail)};
        }
        return {Text::tr("Lift the block on %1").arg(node), Text::tr("Every node has the same version now."),
                Text::tr("Run the command as root (on Windows as Administrator). It removes only the rules of this program."),
                Text::tr("Have the block of %1 lifted: %2.").arg(node).arg(detail)};
    case StepKind::LiftOtherBlock:
        return {
            Text::tr("Lift the block that an earlier run left on %1").arg(node),
            Text::tr(
                "Run %1 of this program put it on. While it stands, nobody can show that the block of this "
                "run works. Every node has the same version, so it keeps nothing apart.")
                .arg(detail),
            Text::tr(
                "If run %1 is not over, do not lift it: hold here, and go on with that run by its journal "
                "(\"resume\"). If it is over, run the command as root (on Windows as Administrator): it removes the rules of that "
                "run only.")
                .arg(detail),
            Text::tr(
                "If run %1 is not over, go on with it by its journal. If it is over, lift its block on %2.")
                .arg(detail)
                .arg(node)};
    case StepKind::StopService:
        return {Text::tr("Stop the service on %1").arg(node),
                Text::tr("The installer runs on a stopped service."),
                Text::tr("Run the command, then look at the state."),
                Text::tr("Stop the m-FILTER service on %1 in the way your site uses.").arg(node)};
    case StepKind::RunInstaller:
        return {
            Text::tr("Upgrade %1 to %2 with the installer").arg(node).arg(detail),
            Text::tr(
                "One node at a time. The installer may start the service by itself, restart the node, or rewrite mf_replica.def. The "
                "steps that follow check whether it has done so."),
            Text::tr("Run the command and wait until it has ended."),
            Text::tr("Run the vendor's installer for %1 on %2 and wait until it has ended. Write down what "
                     "it reports.")
                .arg(detail)
                .arg(node)};
    case StepKind::StopAutostartedService:
        return {Text::tr("See that the service on %1 is stopped; if it runs, stop it").arg(node),
                Text::tr("In some environments the installer starts the service by itself, says the FAQ."),
                Text::tr("Run the command: it may be run on a stopped service too."),
                Text::tr("Look whether the m-FILTER service on %1 runs. If it does, stop it. See that start "
                         "at boot is "
                         "still off.")
                    .arg(node)};
    case StepKind::VerifyVersion:
        return {Text::tr("Read the version of %1").arg(node),
                Text::tr("An installer's word is not enough: the version is read from the node."),
                Text::tr("Run the command and compare with %1.").arg(detail),
                Text::tr("Read the version of m-FILTER on %1 in the way your site uses, and compare with %2.")
                    .arg(node)
                    .arg(detail)};
    case StepKind::RereadConfig:
        return {Text::tr("Read mf_replica.def on %1 again").arg(node),
                Text::tr("The installer may have rewritten the file: new keys, other ports, another mode."),
                Text::tr("Run the command: it shows what differs from the copy made before the work, then the lines that matter."),
                Text::tr("Open <install dir>/conf/mf_replica.def on %1 and compare with what appendix A of the runbook "
                         "shows from before the work.")
                    .arg(node)};
    case StepKind::StartService:
        return {Text::tr("Start the service on %1").arg(node),
                Text::tr("The version is right and the config was read again."),
                Text::tr("Run the command (if the service does not run already), then look at the state."),
                Text::tr("Start the m-FILTER service on %1 in the way your site uses.").arg(node)};
    case StepKind::RestartService:
        return {Text::tr("Restart the service on %1 (only where asked)").arg(node),
                Text::tr("The sync at start-up may raise the restart flag on a slave."),
                Text::tr("Run the command, then look at the state."),
                Text::tr("Restart the m-FILTER service on %1 in the way your site uses.").arg(node)};
    case StepKind::CheckRestartFlag:
        return {Text::tr("Look for the restart flag on %1").arg(node),
                Text::tr("The sync at start-up may raise the restart flag on a slave."),
                {},
                Text::tr("Open the admin screen of %1 (%2) and see whether it asks for a restart.")
                    .arg(node)
                    .arg(detail)};
    case StepKind::VerifySync:
        return {Text::tr("Check the sync between %1 and the master").arg(node),
                Text::tr("The work is done only when what was cut works again."),
                Text::tr("Run the command on %1: a port of the master that was open before the work must be open. One "
                         "that was not open then (a new port), or that mf_replica.def no longer names, may be open or refused. "
                         "None may have become \"filtered\", and none may say \"unknown\". Then see that a setting of the master "
                         "arrives, in the way that was settled beforehand.")
                    .arg(node),
                Text::tr("See that %1 receives the master's settings again.").arg(node)};
    case StepKind::WatchQueue:
        return {
            node.isEmpty() ? Text::tr("Look at the queue directories of the slaves")
                           : Text::tr("Wait until the queue of %1 is drained").arg(node),
            node.isEmpty()
                ? Text::tr("While sync is cut, saved and held mail piles up there. The disk must have room.")
                : Text::tr("What piled up flows to the master's archive directory now, so the traffic rises."),
            Text::tr("Run the command again until the expected result shows."),
            node.isEmpty()
                ? Text::tr("Look at the size of the queue directories of %1 and at the free disk.")
                      .arg(detail)
                : Text::tr("Watch the queue directory of %1 until no file is older than the return of sync.")
                      .arg(node)};
    }
    Q_UNREACHABLE();
}

} // namespace ruw
