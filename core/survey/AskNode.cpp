#include "core/survey/AskNode.h"

#include "core/base/Quote.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

Error nothingChanged(const QString& code, const Text& what, const Text& remedy)
{
    return Error{code, what, Text::tr("Nothing was changed on the node."), remedy, {}};
}

Error noAnswer(const CommandOutcome& outcome)
{
    if (outcome.end == CommandOutcome::End::TimedOut) {
        return nothingChanged(u"node-no-answer"_s,
                              Text::tr("The node took the connection but did not answer in time."),
                              Text::tr("Look at the node's load and disks, then try again."));
    }
    QByteArray said = outcome.err.trimmed();
    said = said.mid(said.lastIndexOf('\n') + 1).right(200);
    return nothingChanged(
        u"node-no-answer"_s,
        Text::tr("The script that looks at the node did not run there: %1")
            .arg(said.isEmpty() ? u"-"_s : shownSafely(QString::fromUtf8(said))),
        Text::tr("Log in by hand with the same user and see whether commands can be run, then try again."));
}

} // namespace

Result<NodeAnswer> askNode(NodeAccess& access, const NodeQuery& query, std::stop_token stop)
{
    if (auto* simulated = dynamic_cast<AnswersQueries*>(&access))
        return simulated->answer(query, std::move(stop));
    const qint64 askedAt = QDateTime::currentMSecsSinceEpoch();
    const Result<CommandOutcome> outcome = access.run(query.command(), std::move(stop));
    if (!outcome)
        return outcome.error();
    if (outcome->end == CommandOutcome::End::Cancelled) {
        return nothingChanged(u"node-stopped"_s,
                              Text::tr("The reading was stopped before the node had answered."),
                              Text::tr("Read the node again."));
    }
    if (outcome->end == CommandOutcome::End::ConnectionLost) {
        return nothingChanged(u"node-lost"_s,
                              Text::tr("The connection broke off while the node was answering."),
                              Text::tr("Check the node and the network to it, then read it again."));
    }
    NodeAnswer answer = NodeAnswer::parse(outcome->out);
    answer.askedAtMs = askedAt;
    answer.answeredAtMs = QDateTime::currentMSecsSinceEpoch();
    if (!answer.hasBegun())
        return noAnswer(*outcome);
    return answer;
}

} // namespace ruw
