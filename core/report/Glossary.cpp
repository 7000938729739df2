#include "core/report/Glossary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

const QList<Term>& glossary()
{
    static const QList<Term> terms = {
        {u"master"_s, Text::tr("Master", "a term"),
         Text::tr("The node whose settings the slaves take over by settings sync. With data sync ON it "
                  "also keeps the mail data of all nodes in its archive directory.")},
        {u"slave"_s, Text::tr("Slave", "a term"),
         Text::tr("A node that takes its settings from the master. It takes mail like the master does.")},
        {u"settings-sync"_s, Text::tr("Settings sync", "a term"),
         Text::tr("The master's settings are copied to the slaves. Between different versions it is not "
                  "supported: that is why the nodes are kept apart during the work.")},
        {u"data-sync"_s, Text::tr("Data sync", "a term"),
         Text::tr("Saved and held mail is moved from every node's queue directory into the master's "
                  "archive directory. ENABLE_REP_DATA in mf_replica.def says whether it is ON. Where it is "
                  "ON, settings sync must not be disabled; only the communication may be cut.")},
        {u"sync-port"_s, Text::tr("Sync port", "a term"),
         Text::tr("A port on which the nodes sync: one for settings (14083 by default) and up to six for "
                  "data (14042 to 14047, more in newer versions). A site can change every number, so the "
                  "number in the config counts.")},
        {u"assumed"_s, Text::tr("Assumed", "a term"),
         Text::tr("A value that neither a file nor a person has given, such as the vendor's default port. "
                  "It is shown as assumed until you confirm it.")},
        {u"queue-directory"_s, Text::tr("Queue directory", "a term"),
         Text::tr("Where a node keeps saved and held mail until data sync moves it to the master. Its path "
                  "is an entry of the site.")},
        {u"pile-up"_s, Text::tr("Pile-up", "a term"),
         Text::tr(
             "While sync is cut, saved and held mail stays in the slaves' queue directories. It can't be "
             "viewed or handled there, delayed mail can't be sent, and the disk must have room for it.")},
        {u"queue-forecast"_s, Text::tr("Queue estimate", "a term"),
         Text::tr("How much will pile up while sync is cut: mails per hour x their size x the share that is "
                  "kept x the time, against the free disk. It gives a low, an expected and a high figure, "
                  "and names what it assumes.")},
        {u"drained"_s, Text::tr("Drained", "a term"),
         Text::tr("A slave's queue is drained when no file in it is older than the moment at which the block "
                  "was lifted. Only then is the next block lifted.")},
        {u"restart-flag"_s, Text::tr("Restart flag", "a term"),
         Text::tr("The sync at start-up can make a slave's admin screen ask for a restart. The procedure has "
                  "you look for it, and restart where asked.")},
        {u"block"_s, Text::tr("Block", "a term"),
         Text::tr("Rules that drop the traffic on the sync ports (or all traffic between the nodes), put "
                  "on before the first installer run and lifted when all nodes have the same version. It "
                  "must survive a reboot.")},
        {u"isolation"_s, Text::tr("Isolation", "a term"),
         Text::tr("That nodes of different versions can't sync, by whichever means the procedure uses: a "
                  "block, disabled settings sync, or stopped services.")},
        {u"baseline"_s, Text::tr("Baseline", "a term"),
         Text::tr("Which sync ports reach whom before the work. A port that was closed already proves "
                  "nothing later: only one that was open and is silent now shows that the block holds.")},
        {u"point-of-no-return"_s, Text::tr("Point of no return", "a term"),
         Text::tr("The first installer run. Before it everything can be undone. After it the isolation has "
                  "to stay until every node has the same version; the way back is then the one that you "
                  "entered for the site.")},
        {u"decide-by"_s, Text::tr("Time to decide", "a term"),
         Text::tr("The time by which you decide to go on or to go back, so that going back still ends in "
                  "time. An alarm comes before it.")},
        {u"ledger"_s, Text::tr("Ledger", "a term"),
         Text::tr("The list of all temporary changes that stand now (block, stopped service, switched-off "
                  "start at boot ...), each with its undo. The work is done only when it is empty.")},
        {u"by-word"_s, Text::tr("By word", "a term"),
         Text::tr("A result that the program can't observe and takes from the doer's word. It is marked "
                  "so in the window and on paper, with a command by which the checker can see it.")},
        {u"fingerprint"_s, Text::tr("Plan fingerprint", "a term"),
         Text::tr("A short number over all steps and all facts that must not change. The same number on the "
                  "paper and in the window means: this paper is the plan that is run.")},
        {u"host-key"_s, Text::tr("Host key fingerprint", "a term"),
         Text::tr("Shows that you talk to the right node. Compare it with the one on the node's own "
                  "console before you accept it. A key that changed is never accepted in the window.")},
        {u"journal"_s, Text::tr("Journal", "a term"),
         Text::tr("The file in which every action stands before it is done, and its outcome before the next "
                  "begins. From it an interrupted run goes on, and the work report is made.")},
        {u"doer"_s, Text::tr("Doer", "a term"), Text::tr("Carries out the steps and confirms each action.")},
        {u"checker"_s, Text::tr("Checker", "a term"),
         Text::tr("Looks at the result beside the doer. A critical step begins only when the checker "
                  "agrees.")},
        {u"rollback"_s, Text::tr("Rollback", "a term"),
         Text::tr("Going back to the old state. Before the point of no return the program undoes its own "
                  "changes; after it the way back is the one that you entered, carried out by hand.")},
        {u"blocker"_s, Text::tr("Blocker", "a term"),
         Text::tr("A finding that must be settled before the work can start.")},
        {u"warning"_s, Text::tr("Warning", "a term"),
         Text::tr("A finding that does not stop the work but must be read and accepted, with the name of who "
                  "accepted it.")},
    };
    return terms;
}

const Term* glossaryTerm(const QString& id)
{
    const QList<Term>& terms = glossary();
    const auto it = std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.id == id; });
    return it == terms.end() ? nullptr : &*it;
}

} // namespace ruw
