#include "core/base/Text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QTranslator>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr auto context = "ruw::Text"; // as lupdate names it

QLocale localeOf(Language language)
{
    return language == Language::Japanese ? QLocale(QLocale::Japanese, QLocale::Japan)
                                          : QLocale(QLocale::English, QLocale::UnitedStates);
}

/// The catalogue of one language, from the program's own resources. English needs one too, for its plural forms.
const QTranslator& catalogue(Language language)
{
    struct Catalogues {
        QTranslator english, japanese;
        Catalogues()
        {
            // A missing catalogue leaves the English source: the test of the translations notices it.
            (void)english.load(u":/i18n/en.qm"_s);
            (void)japanese.load(u":/i18n/ja.qm"_s);
        }
    };
    static const Catalogues catalogues;
    return language == Language::Japanese ? catalogues.japanese : catalogues.english;
}

/// Replaces %1..%9 and %n in one pass, so that nothing that was filled in is looked at again.
QString filled(const QString& pattern, const QStringList& args, const QString& n)
{
    QString out;
    out.reserve(pattern.size() + 32);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'%' && i + 1 < pattern.size()) {
            const QChar d = pattern[i + 1];
            if (d >= u'1' && d <= u'9' && d.unicode() - u'1' < args.size()) {
                out += args[d.unicode() - u'1'];
                ++i;
                continue;
            }
            if (d == u'n' && !n.isEmpty()) {
                out += n;
                ++i;
                continue;
            }
        }
        out += c;
    }
    return out;
}

QString renderedMinutes(qint64 minutes, Language language)
{
    const qint64 hours = minutes / 60;
    const qint64 rest = minutes % 60;
    if (hours == 0)
        return Text::tr("%1 min").arg(Text::verbatim(QString::number(rest))).render(language);
    return Text::tr("%1 h %2 min")
        .arg(Text::verbatim(QString::number(hours)))
        .arg(Text::verbatim(u"%1"_s.arg(rest, 2, 10, QChar(u'0'))))
        .render(language);
}

} // namespace

QString languageCode(Language language)
{
    return language == Language::Japanese ? u"ja"_s : u"en"_s;
}

Language languageFromCode(const QString& code)
{
    return code.startsWith("ja"_L1, Qt::CaseInsensitive) ? Language::Japanese : Language::English;
}

Text Text::tr(const char* source, const char* disambiguation, int n)
{
    Text text;
    text.m_kind = Kind::Translated;
    text.m_source = QByteArray::fromRawData(source, qsizetype(qstrlen(source))); // literals live for ever
    if (disambiguation)
        text.m_disambiguation = QByteArray::fromRawData(disambiguation, qsizetype(qstrlen(disambiguation)));
    text.m_number = n;
    return text;
}

Text Text::verbatim(const QString& string)
{
    Text text;
    text.m_string = string;
    return text;
}

Text Text::number(qint64 value)
{
    Text text;
    text.m_kind = Kind::Number;
    text.m_number = value;
    return text;
}

Text Text::bytes(qint64 value)
{
    Text text = number(value);
    text.m_kind = Kind::Bytes;
    return text;
}

Text Text::minutes(int value)
{
    Text text = number(value);
    text.m_kind = Kind::Minutes;
    return text;
}

Text Text::span(qint64 seconds)
{
    constexpr qint64 longest = 120;
    return seconds < longest ? Text::tr("%1 s", "seconds").arg(seconds) : minutes(int((seconds + 59) / 60));
}

Text Text::dateTime(const QDateTime& value)
{
    Text text;
    text.m_kind = Kind::DateTime;
    text.m_string = value.toOffsetFromUtc(value.offsetFromUtc()).toString(Qt::ISODate);
    return text;
}

Text Text::timeOfDay(const QDateTime& value)
{
    Text text = dateTime(value);
    text.m_kind = Kind::TimeOfDay;
    return text;
}

Text Text::list(const QList<Text>& items)
{
    if (items.isEmpty())
        return {}; // nothing said is nothing, whoever asks
    Text text;
    text.m_kind = Kind::List;
    text.m_args = items;
    return text;
}

Text Text::list(const QStringList& items)
{
    QList<Text> texts;
    for (const QString& item : items)
        texts.append(verbatim(item));
    return list(texts);
}

Text Text::lines(const QList<Text>& items)
{
    Text text = list(items);
    if (!items.isEmpty())
        text.m_kind = Kind::Lines;
    return text;
}

Text& Text::arg(const QString& verbatimValue)
{
    m_args.append(verbatim(verbatimValue));
    return *this;
}

Text& Text::arg(qint64 value)
{
    m_args.append(number(value));
    return *this;
}

Text& Text::arg(const Text& value)
{
    m_args.append(value);
    return *this;
}

QString Text::render(Language language) const
{
    switch (m_kind) {
    case Kind::Verbatim:
        return m_string;
    case Kind::Number:
        return localeOf(language).toString(m_number);
    case Kind::Bytes:
        return localeOf(language).formattedDataSize(m_number, m_number < 10'240 ? 0 : 1, QLocale::DataSizeIecFormat);
    case Kind::Minutes:
        return renderedMinutes(m_number, language);
    case Kind::DateTime: {
        const QDateTime time = QDateTime::fromString(m_string, Qt::ISODate);
        return language == Language::Japanese ? time.toString(u"yyyy年M月d日 HH:mm"_s) : time.toString(u"yyyy-MM-dd HH:mm"_s);
    }
    case Kind::TimeOfDay:
        return QDateTime::fromString(m_string, Qt::ISODate).toString(u"HH:mm"_s);
    case Kind::List:
    case Kind::Lines: {
        QStringList parts;
        for (const Text& item : m_args)
            parts.append(item.render(language));
        if (m_kind == Kind::Lines)
            return parts.join(u'\n');
        return parts.join(language == Language::Japanese ? u"、"_s : u", "_s);
    }
    case Kind::Translated:
        break;
    }
    QString pattern = catalogue(language).translate(context, m_source.constData(),
                                                    m_disambiguation.isEmpty() ? nullptr : m_disambiguation.constData(),
                                                    int(m_number));
    if (pattern.isNull())
        pattern = QString::fromUtf8(m_source);
    QStringList args;
    for (const Text& arg : m_args)
        args.append(arg.render(language));
    return filled(pattern, args, m_number >= 0 ? localeOf(language).toString(m_number) : QString());
}

namespace {
constexpr std::array<const char*, 9> kindCodes = {"verbatim", "tr",       "number", "bytes", "minutes",
                                                  "dateTime", "timeOfDay", "list",   "lines"};
} // namespace

QJsonValue Text::toJson() const
{
    if (m_kind == Kind::Verbatim)
        return m_string;
    QJsonObject object;
    object.insert("t"_L1, QString::fromLatin1(kindCodes[size_t(m_kind)]));
    if (!m_source.isEmpty())
        object.insert("source"_L1, QString::fromUtf8(m_source));
    if (!m_disambiguation.isEmpty())
        object.insert("disambiguation"_L1, QString::fromUtf8(m_disambiguation));
    if (!m_string.isEmpty())
        object.insert("string"_L1, m_string);
    if (m_number != -1)
        object.insert("n"_L1, double(m_number));
    if (!m_args.isEmpty()) {
        QJsonArray args;
        for (const Text& arg : m_args)
            args.append(arg.toJson());
        object.insert("args"_L1, args);
    }
    return object;
}

Text Text::fromJson(const QJsonValue& json)
{
    if (!json.isObject())
        return verbatim(json.toString());
    const QJsonObject object = json.toObject();
    Text text;
    const QByteArray code = object.value("t"_L1).toString().toLatin1();
    for (size_t i = 0; i < kindCodes.size(); ++i) {
        if (code == kindCodes[i])
            text.m_kind = Kind(i);
    }
    text.m_source = object.value("source"_L1).toString().toUtf8();
    text.m_disambiguation = object.value("disambiguation"_L1).toString().toUtf8();
    text.m_string = object.value("string"_L1).toString();
    text.m_number = qint64(object.value("n"_L1).toDouble(-1));
    for (const QJsonValue& arg : object.value("args"_L1).toArray())
        text.m_args.append(fromJson(arg));
    return text;
}

} // namespace ruw
