#include "core/base/JsonText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

Text problemText(QJsonParseError::ParseError problem)
{
    switch (problem) {
    case QJsonParseError::UnterminatedObject:
        return Text::tr("an object is not closed with }, or an entry is missing");
    case QJsonParseError::MissingNameSeparator:
        return Text::tr("a colon is missing");
    case QJsonParseError::UnterminatedArray:
        return Text::tr("a list is not closed with ]");
    case QJsonParseError::MissingValueSeparator:
        return Text::tr("a comma is missing");
    case QJsonParseError::TerminationByNumber:
    case QJsonParseError::IllegalNumber:
        return Text::tr("a number can't be read");
    case QJsonParseError::IllegalEscapeSequence:
        return Text::tr("a backslash stands alone; inside a text it is written twice");
    case QJsonParseError::IllegalUTF8String:
        return Text::tr("a text is not in UTF-8");
    case QJsonParseError::UnterminatedString:
        return Text::tr("a text is not closed with a quotation mark");
    case QJsonParseError::MissingObject:
        return Text::tr("an entry is missing; is there a comma too many?");
    case QJsonParseError::DeepNesting:
        return Text::tr("it is nested too deeply");
    case QJsonParseError::GarbageAtEnd:
        return Text::tr("something stands after the end");
    case QJsonParseError::DocumentTooLarge:
    case QJsonParseError::IllegalValue:
    case QJsonParseError::NoError:
        break;
    }
    return Text::tr("a value can't be read");
}

/// Where a backslash begins no escape of JSON, or -1. Qt's parser drops such a backslash without a word, and a
/// Windows path that was pasted as it stands would become another path.
qsizetype loneBackslash(const QByteArray& text)
{
    constexpr QByteArrayView escapes = "\"\\/bfnrtu";
    bool inText = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            inText = !inText;
        } else if (inText && text[i] == '\\') {
            ++i;
            if (i == text.size() || !escapes.contains(text[i]))
                return i - 1;
        }
    }
    return -1;
}

QByteArray indented(QByteArray rendered)
{
    // A line feed inside a JSON text is written as \n, so every real one is ours.
    return rendered.replace("\n", "\n  ");
}

QByteArray inBrackets(char open, const QList<QByteArray>& items, char close)
{
    return open + ("\n  " + indented(items.join(",\n"))) + "\n" + close;
}

QByteArray rendered(const QJsonValue& value)
{
    if (value.isObject()) {
        OrderedJson object;
        object.putMissing(value.toObject());
        return object.toBytes();
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        QList<QByteArray> items;
        bool plain = true;
        for (const QJsonValue& item : array) {
            items.append(rendered(item));
            plain = plain && !item.isObject() && !item.isArray();
        }
        return plain ? '[' + items.join(", ") + ']' : inBrackets('[', items, ']');
    }
    const QByteArray inList = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return inList.mid(1, inList.size() - 2);
}

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray& bytes, const Text& subject, const QString& code)
{
    const Text state = Text::tr("Nothing was read from it.");
    const Text remedy = Text::tr("Correct it in a text editor and save it as UTF-8, or choose another file.");
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    if (text.trimmed().isEmpty())
        return Error{code, Text::tr("%1 is empty: line 1, column 1.").arg(subject), state, remedy, {}};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error == QJsonParseError::NoError) {
        if (const qsizetype offset = loneBackslash(text); offset >= 0) {
            problem.error = QJsonParseError::IllegalEscapeSequence;
            problem.offset = int(offset);
        }
    }
    if (problem.error != QJsonParseError::NoError) {
        const QByteArray before = text.left(problem.offset);
        const qsizetype lineStart = before.lastIndexOf('\n') + 1;
        return Error{
            code,
            Text::tr("%1 is not JSON: line %2, column %3: %4.")
                .arg(subject)
                .arg(Text::verbatim(QString::number(before.count('\n') + 1)))
                .arg(Text::verbatim(QString::number(QString::fromUtf8(before.mid(lineStart)).size() + 1)))
                .arg(problemText(problem.error)),
            state,
            remedy,
            {}};
    }
    if (!document.isObject()) {
        return Error{code,
                     Text::tr("%1 is JSON, but not an object: line 1, column 1 must be {.").arg(subject),
                     state,
                     remedy,
                     {}};
    }
    return document.object();
}

void OrderedJson::putBytes(const QString& key, const QByteArray& value)
{
    m_keys.append(key);
    m_members.append(rendered(QJsonValue(key)) + ": " + value);
}

void OrderedJson::put(const QString& key, const QJsonValue& value)
{
    putBytes(key, rendered(value));
}

void OrderedJson::put(const QString& key, const OrderedJson& object)
{
    putBytes(key, object.toBytes());
}

void OrderedJson::put(const QString& key, const QList<OrderedJson>& objects)
{
    QList<QByteArray> items;
    for (const OrderedJson& object : objects)
        items.append(object.toBytes());
    putBytes(key, items.isEmpty() ? QByteArray("[]") : inBrackets('[', items, ']'));
}

void OrderedJson::putMissing(const QJsonObject& members)
{
    for (auto it = members.begin(); it != members.end(); ++it) {
        if (!m_keys.contains(it.key()))
            put(it.key(), it.value());
    }
}

QByteArray OrderedJson::toBytes() const
{
    return m_members.isEmpty() ? QByteArray("{}") : inBrackets('{', m_members, '}');
}

} // namespace ruw
