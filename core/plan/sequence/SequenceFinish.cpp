#include "core/plan/sequence/Sequence.h"

using namespace Qt::StringLiterals;

namespace ruw {

void Sequence::finalChecks()
{
    m_build.setPhase(Phase::Finish);
    QList<Condition> answers;
    for (const Node& node : m_site.mailNodes())
        answers.append(smtpAnswers(node.name));
    if (!answers.isEmpty())
        m_build.add(StepKind::VerifyMailFlow, {}, u"after"_s).expects = answers;
    const QList<int> fresh = m_facts.portsNewInTarget();
    if (m_dataSync && !fresh.isEmpty()) {
        QStringList numbers;
        for (const int port : fresh)
            numbers.append(QString::number(port));
        m_build.confirm(
            u"new-ports"_s, Text::tr("New sync ports let through"),
            Text::tr(
                "%1 uses sync ports that %2 did not know. Where a firewall of the site does not let them "
                "through, that data never syncs.")
                .arg(m_site.targetVersion.display())
                .arg(m_site.sourceVersion.display()),
            Text::tr("Is it seen that no firewall of the site stops the new sync ports %1 between the master and each slave "
                     "(asked once more by the command of the sync check, each must be open or refused)? Yes, too, where no "
                     "firewall stands between them.")
                .arg(Text::list(numbers)));
    }
    Step& state = m_build.confirm(
        u"final-state"_s, Text::tr("Final state"), Text::tr("The work ends with nothing left over from it."),
        Text::tr("Do the admin screens of all nodes show the version %1 and no error?")
            .arg(m_site.targetVersion.display()));
    state.guards = everywhere(Kind::ServiceRunning, m_order);
    if (blocksPorts())
        state.expects += everywhere(Kind::BlockAbsent, m_order);
    state.expects.append(sameVersion());
}

} // namespace ruw
