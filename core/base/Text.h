#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace ruw {

/// A language the program speaks. Everything can be rendered in either, whatever the window shows.
enum class Language { English, Japanese };

/// "en" / "ja".
QString languageCode(Language language);
/// Takes "ja", "ja_JP.UTF-8", "en"...; anything that is not Japanese gives English.
Language languageFromCode(const QString& code);

/// A text for people as data: the English source with its arguments, rendered late in an explicit language.
/// Core never makes finished sentences; it hands out Texts, so a Japanese runbook can come out of an English window.
class Text {
public:
    Text() = default;

    /// The translatable source (found by lupdate, context "ruw::Text"). With n >= 0 the plural form for n is taken and
    /// "%n" stands for the number.
    static Text tr(const char* source, const char* disambiguation = nullptr, int n = -1);
    /// The same in every language: names, paths, commands, output of machines.
    static Text verbatim(const QString& string);
    static Text number(qint64 value);
    /// A size in bytes, shown as "1.5 GiB".
    static Text bytes(qint64 value);
    /// A length of time, shown as "2 h 05 min" / 「2時間05分」.
    static Text minutes(int value);
    /// A limit or a pause: in seconds while it is short, else in minutes, rounded up.
    static Text span(qint64 seconds);
    static Text dateTime(const QDateTime& value);
    static Text timeOfDay(const QDateTime& value);
    /// Joined with the separator of the language (", " / 「、」).
    static Text list(const QList<Text>& items);
    static Text list(const QStringList& items);
    /// One below the other.
    static Text lines(const QList<Text>& items);

    /// Fills the next of %1..%9. What is filled in is never searched for further %n (hostile names stay harmless).
    Text& arg(const QString& verbatimValue);
    Text& arg(qint64 value);
    Text& arg(int value) { return arg(qint64(value)); }
    Text& arg(const Text& value);

    bool isEmpty() const { return m_kind == Kind::Verbatim && m_string.isEmpty(); }
    QString render(Language language) const;
    /// The English source without arguments: for tests and hashing.
    QByteArray source() const { return m_source; }

    QJsonValue toJson() const;
    static Text fromJson(const QJsonValue& json);

    friend bool operator==(const Text&, const Text&) = default;

private:
    enum class Kind { Verbatim, Translated, Number, Bytes, Minutes, DateTime, TimeOfDay, List, Lines };

    Kind m_kind = Kind::Verbatim;
    QByteArray m_source;
    QByteArray m_disambiguation;
    QString m_string; // Verbatim; or ISO 8601 of a DateTime
    qint64 m_number = -1;
    QList<Text> m_args;
};

} // namespace ruw
