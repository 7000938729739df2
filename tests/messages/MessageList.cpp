#include "tests/messages/MessageList.h"

#include "core/base/Text.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ruw::messages {

namespace {

struct Source {
    QString name, text;
};

/// The text without comments; strings and line ends stay where they are.
QString withoutComments(const QString& text)
{
    static const QRegularExpression part(u"(\"(?:\\\\.|[^\"\\\\])*\")|//[^\\n]*|/\\*.*?\\*/"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    QString out;
    qsizetype from = 0;
    for (auto it = part.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += text.mid(from, match.capturedStart() - from);
        out +=
            match.captured(1).isEmpty() ? QString(match.captured().count(u'\n'), u'\n') : match.captured(1);
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

/// The arguments between the bracket at `open` and the one that closes it, parted at its own commas.
QStringList argumentsAt(const QString& text, qsizetype open)
{
    QStringList out;
    int depth = 0;
    qsizetype from = open + 1;
    bool quoted = false;
    for (qsizetype i = open; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                quoted = false;
            continue;
        }
        if (c == u'"') {
            quoted = true;
        } else if (c == u'(' || c == u'{' || c == u'[') {
            ++depth;
        } else if (c == u')' || c == u'}' || c == u']') {
            if (--depth == 0) {
                out.append(text.mid(from, i - from).simplified());
                return out;
            }
        } else if (c == u',' && depth == 1) {
            out.append(text.mid(from, i - from).simplified());
            from = i + 1;
        }
    }
    return {};
}

QString codeIn(const QString& argument)
{
    static const QRegularExpression code(u"^u?\"([a-z][a-z0-9-]*)\"(_s)?$"_s);
    return code.match(argument).captured(1);
}

bool isName(const QString& argument)
{
    static const QRegularExpression name(u"^[A-Za-z_]\\w*$"_s);
    return name.match(argument).hasMatch();
}

/// The texts in an expression: each Text::tr or no-op of it, its literals put together.
QStringList textsIn(const QString& expression)
{
    static const QRegularExpression call(u"(?:Text::tr|QT_TRANSLATE_NOOP)\\s*(\\()"_s);
    static const QRegularExpression literal(u"\"((?:\\\\.|[^\"\\\\])*)\""_s);
    QStringList out;
    for (auto it = call.globalMatch(expression); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QStringList arguments = argumentsAt(expression, match.capturedStart(1));
        if (match.captured().startsWith(u"QT_"_s) && arguments.size() > 1)
            arguments.removeFirst(); // the context
        QString text;
        for (auto piece = literal.globalMatch(arguments.value(0)); piece.hasNext();)
            text += piece.next().captured(1);
        text.replace(u"\\\""_s, u"\""_s).replace(u"\\n"_s, u"\n"_s);
        if (!text.isEmpty())
            out.append(text);
    }
    return out;
}

/// What a name stands for in its file: the last thing that was given to it before `at`.
QString meaningOf(const QString& name, const QString& text, qsizetype at)
{
    const QRegularExpression given(u"\\b%1\\s*(?:=|\\{)([^;]*);"_s.arg(name));
    QString meaning;
    for (auto it = given.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.capturedStart() > at && !meaning.isEmpty())
            break;
        meaning = match.captured(1);
    }
    return meaning;
}

struct Function {
    QString name;
    QStringList parameters;   ///< their names
    bool makesErrors = false; ///< and not, say, a verb of the command line
    bool givesError = false;  ///< it is an error's maker
};

/// The function that holds the place: the last line before it that begins one.
Function functionAround(const QString& text, qsizetype at)
{
    static const QRegularExpression head(
        u"^[ ]{0,4}(?![ #}]|return|else|if|for|using|namespace)([\\w:<>,&* ]+?)\\b([\\w:]+)\\(([^;{}]*?)\\)[\\w ]*\\n?[ ]*\\{"_s,
        QRegularExpression::MultilineOption);
    Function out;
    for (auto it = head.globalMatch(text.left(at)); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out = {match.captured(2).section(u"::"_s, -1), {}, false, false};
        const QString type = match.captured(1);
        out.makesErrors = !type.contains(u"Verb"_s);
        out.givesError = type.trimmed().endsWith(u"Error"_s);
        static const QRegularExpression last(u"(\\w+)\\s*(?:=.*)?$"_s);
        for (const QString& parameter : match.captured(3).split(u','))
            out.parameters.append(last.match(parameter.trimmed()).captured(1));
    }
    return out;
}

/// A made error whose code or texts may be names of the function's parameters.
struct Made {
    QStringList arguments; ///< code, what, state, remedy
    QString file, text;
    qsizetype at = 0;
    Function in;
};

bool saysSomething(const QString& argument)
{
    static const QRegularExpression nothing(u"^(\\{\\}|Text\\(\\)|Text\\{\\}|nullptr|)$"_s);
    return !nothing.match(argument).hasMatch();
}

Message messageOf(const Made& made, const QString& code)
{
    Message message;
    message.code = code;
    message.place = u"%1:%2"_s.arg(made.file).arg(made.text.left(made.at).count(u'\n') + 1);
    const auto part = [&](qsizetype index, QStringList& texts, bool& there) {
        QString argument = made.arguments.value(index);
        there = saysSomething(argument);
        if (isName(argument))
            argument = meaningOf(argument, made.text, made.at);
        texts = textsIn(argument);
    };
    part(1, message.what, message.hasWhat);
    part(2, message.state, message.hasState);
    part(3, message.remedy, message.hasRemedy);
    return message;
}

} // namespace

QList<Message> messagesOf(const QString& project, const QStringList& folders)
{
    QList<Source> sources;
    for (const QString& folder : folders) {
        QDirIterator files(project + u'/' + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources.append({QDir(project).relativeFilePath(file.fileName()),
                                withoutComments(QString::fromUtf8(file.readAll()))});
        }
    }
    static const QRegularExpression list(u"(?:\\bError\\s*|\\breturn\\s*|\\bRow)(\\{)"_s);
    QList<Message> out;
    QList<Made> open; // the code is given by the caller
    for (const Source& source : std::as_const(sources)) {
        for (auto it = list.globalMatch(source.text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            Made made{argumentsAt(source.text, match.capturedStart(1)), source.name, source.text,
                      match.capturedStart(1), functionAround(source.text, match.capturedStart(1))};
            const bool row = match.captured().startsWith(u"Row"_s);
            if (row && made.arguments.value(0).startsWith(u"SshFault::"_s))
                made.arguments.removeFirst();
            else if (row || made.arguments.size() < 4 || !made.in.makesErrors)
                continue;
            if (const QString code = codeIn(made.arguments.value(0)); !code.isEmpty())
                out.append(messageOf(made, code));
            else if ((match.captured().startsWith(u"Error"_s) || made.in.givesError) &&
                     isName(made.arguments.value(0)) && made.in.parameters.contains(made.arguments.value(0)))
                open.append(made);
        }
    }
    for (const Made& helper : std::as_const(open)) {
        const QRegularExpression call(u"\\b%1\\s*(\\()"_s.arg(helper.in.name));
        for (const Source& source : std::as_const(sources)) {
            for (auto it = call.globalMatch(source.text); it.hasNext();) {
                const QRegularExpressionMatch match = it.next();
                const QStringList given = argumentsAt(source.text, match.capturedStart(1));
                const auto filled = [&](const QString& argument) {
                    const qsizetype index = helper.in.parameters.indexOf(argument);
                    return index >= 0 && index < given.size() ? given[index] : argument;
                };
                Made made{{}, source.name, source.text, match.capturedStart(1), {}};
                for (const QString& argument : helper.arguments)
                    made.arguments.append(filled(argument));
                const QString code = codeIn(made.arguments.value(0));
                if (!code.isEmpty())
                    out.append(messageOf(made, code));
            }
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Message& a, const Message& b) { return a.code < b.code; });
    return out;
}

QString asMarkdown(const QList<Message>& messages, bool japanese)
{
    const Language language = japanese ? Language::Japanese : Language::English;
    const auto shown = [&](const QStringList& texts) {
        QStringList lines;
        for (const QString& text : texts) {
            const QByteArray source = text.toUtf8();
            // Rendered without arguments: %1 stays and is shown as a gap.
            QString line = Text::tr(source.constData()).render(language);
            static const QRegularExpression gap(u"%[1-9n]"_s);
            line.replace(gap, u"…"_s).replace(u'\n', u' ').replace(u'|', u'/');
            if (!lines.contains(line))
                lines.append(line);
        }
        return lines.isEmpty() ? (japanese ? u"（状況により異なります）"_s : u"(depends on the case)"_s)
                               : lines.join(u"<br>"_s);
    };
    QString out =
        japanese ? u"# "
                   u"エラーメッセージ一覧\n\n本ツールのエラーメッセージを、コード順に示します。「…」には、発"
                   u"生時にノード名などが入ります。"
                   u"この一覧はソースから作成したものです（`tests/messages.sh`）。\n\n"
                   u"| コード | 内容 | 現在の状態 | 対処方法 |\n|---|---|---|---|\n"_s
                 : u"# Error messages\n\nEvery error of the program by its code. \"…\" stands for what is "
                   u"filled in when it happens: a "
                   u"node, a file, a reason. Made from the source by `tests/messages.sh`.\n\n"
                   u"| Code | What happened | What state things are in | What to do |\n|---|---|---|---|\n"_s;
    QMap<QString, Message> byCode;
    for (const Message& message : messages) {
        Message& all = byCode[message.code];
        all.code = message.code;
        all.what += message.what;
        all.state += message.state;
        all.remedy += message.remedy;
    }
    for (const Message& message : std::as_const(byCode))
        out += u"| `%1` | %2 | %3 | %4 |\n"_s.arg(message.code, shown(message.what), shown(message.state),
                                                  shown(message.remedy));
    return out;
}

} // namespace ruw::messages
