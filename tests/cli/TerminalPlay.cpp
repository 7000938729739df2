#include "TerminalPlay.h"

#include <QEventLoop>
#include <QProcess>
#include <QRegularExpression>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace terminal {

QString program()
{
    return QString::fromLatin1(BUILD_DIR "/replica-upgrade-wizard");
}

Answers yes()
{
    return [](const Question&) { return std::optional<QByteArray>("y"); };
}

Answers inOrder(const QList<QByteArray>& answers)
{
    return [left = std::make_shared<QList<QByteArray>>(answers)](const Question&) {
        return left->isEmpty() ? std::nullopt : std::optional(left->takeFirst());
    };
}

Played play(const QStringList& arguments, const Answers& answers, const std::function<void(const QString&)>& lines)
{
    constexpr int patienceMs = 100'000;
    static const QRegularExpression asks(u"^(.*) \\[((?:y/n|look)[^\\]]*)\\]$"_s);
    static const QRegularExpression heads(u"^(Step \\d+ of \\d+: .*|STOPPED at: .*)$"_s);
    Played out;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    QEventLoop loop;
    QByteArray line;
    QString step;
    const auto take = [&](const QString& text) {
        out.said += text + u'\n';
        const auto match = asks.match(text);
        if (!match.hasMatch()) {
            if (heads.match(text).hasMatch())
                step = text;
            if (text.isEmpty())
                step.clear();
            if (lines)
                lines(text);
            return;
        }
        const Question question{match.captured(1), match.captured(2).split(u'/'), step};
        out.questions.append(question);
        const std::optional<QByteArray> answer = answers(question);
        if (answer)
            process.write(*answer + '\n');
        else
            process.closeWriteChannel();
    };
    const auto read = [&] {
        for (const char c : process.readAllStandardError()) {
            if (c != '\n') {
                line += c;
                continue;
            }
            take(QString::fromUtf8(std::exchange(line, {})));
        }
    };
    QObject::connect(&process, &QProcess::readyReadStandardError, &loop, read);
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    process.start(program(), arguments);
    loop.exec();
    out.endedByItself = process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit;
    read();
    if (out.endedByItself)
        out.status = process.exitCode();
    else
        process.kill();
    process.waitForFinished();
    return out;
}

} // namespace terminal
