#pragma once

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>

/// The program's `run` and `resume` with a person at the terminal: each question is answered as the test says, and what stands
/// on the screen is kept. The test's own event loop runs meanwhile, so that it can play a mail node as well.
namespace terminal {

struct Question {
    QString text;        ///< without its choices
    QStringList choices; ///< "y", "n", "skip REASON" ...
    QString step;        ///< the heading above it: "Step 5 of 58: ..." or "STOPPED at: ...", empty where there is none
    bool isMenu() const { return choices.contains(QStringLiteral("look")); }
};
/// Nothing: the input ends.
using Answers = std::function<std::optional<QByteArray>(const Question&)>;

struct Played {
    int status = -1;
    QString said;              ///< standard error
    QList<Question> questions; ///< that were asked
    bool endedByItself = false;
};

/// `lines`: told of each line that is no question, too.
Played play(const QStringList& arguments, const Answers& answers,
            const std::function<void(const QString&)>& lines = {});

QString program();

/// y to everything.
Answers yes();
/// These, one a question, then the input ends.
Answers inOrder(const QList<QByteArray>& answers);

} // namespace terminal
