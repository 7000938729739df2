#include "core/product/ProductVersion.h"

#include "core/base/Quote.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

const QString prefix = u"Ver."_s;

// Two or three digits for the minor number: see parse(). \d is ASCII here, folded() has made it so.
const QString numbers = u"([1-9]\\d?)\\.(\\d{2,3})[ \\t]*R[ \\t]*(\\d{1,3})"_s;

/// Full-width forms become ASCII; invisible characters that come along from web pages and PDFs go.
QString folded(const QString& text)
{
    static const QRegularExpression invisible(u"[\\x{200B}-\\x{200D}\\x{2060}\\x{FEFF}]"_s);
    return text.normalized(QString::NormalizationForm_KC).remove(invisible);
}

ProductVersion versionOf(const QRegularExpressionMatch& match)
{
    return {match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt()};
}

Error unreadable(const QString& text, const QString& asRead)
{
    static const QRegularExpression shortMinor(u"\\d\\.\\d[ \\t]*R"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype shownLimit = 60;
    const QString shown = shownSafely(text.size() > shownLimit ? text.left(shownLimit) + u"..."_s : text);
    Text what = asRead.trimmed().isEmpty() ? Text::tr("No version is given.")
                                           : Text::tr("\"%1\" does not read as a version.").arg(shown);
    Text remedy =
        shortMinor.match(asRead).hasMatch()
            ? Text::tr(
                  "Write the middle number with two digits, such as 5.05R01 or 5.50R01: with one digit it "
                  "is not clear which is meant.")
            : Text::tr("Write it as the vendor does, such as 5.31R01 or Ver.5.31R01.");
    return {u"version-unreadable"_s, what, Text::tr("It was not taken over."), remedy, {}};
}

} // namespace

Result<ProductVersion> ProductVersion::parse(const QString& text)
{
    static const QRegularExpression whole(u"\\A\\s*(?:v(?:er(?:sion)?)?[ \\t]*\\.?[ \\t]*)?"_s + numbers +
                                              u"\\s*\\z"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QString asRead = folded(text);
    const QRegularExpressionMatch match = whole.match(asRead);
    if (!match.hasMatch())
        return unreadable(text, asRead);
    return versionOf(match);
}

std::optional<ProductVersion> ProductVersion::firstIn(const QString& output)
{
    // No part of a longer number may be taken for a version: 10.5.31R01, 5.31R0123, 5.31R01.4.
    static const QRegularExpression inside(u"(?<!\\d)(?<!\\d\\.)"_s + numbers +
                                               u"(?![0-9A-Za-z])(?!\\.\\d)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = inside.match(folded(output));
    if (!match.hasMatch())
        return std::nullopt;
    return versionOf(match);
}

QString ProductVersion::toString() const
{
    return u"%1.%2R%3"_s.arg(major).arg(minor, 2, 10, QChar(u'0')).arg(release, 2, 10, QChar(u'0'));
}

QString ProductVersion::display() const
{
    return prefix + toString();
}

QString shownVersion(const QString& text)
{
    const Result<ProductVersion> version = ProductVersion::parse(text);
    return version ? version->display() : text;
}

QString withVersionsWhole(const QString& text)
{
    constexpr QChar joiner(0x2060);
    QString out = text;
    for (qsizetype at = out.indexOf(prefix); at >= 0; at = out.indexOf(prefix, at)) {
        at += prefix.size();
        if (at < out.size() && out[at].isDigit())
            out.insert(at, joiner);
    }
    return out.replace(u"m-FILTER"_s, u"m-\u2060FILTER"_s); // nor does a line end within the product's name
}

qsizetype cutOutsideVersion(const QString& text, qsizetype cut)
{
    const bool parts = cut > prefix.size() && cut < text.size() && text[cut].isDigit() &&
                       QStringView(text).first(cut).endsWith(prefix);
    return parts ? cut - prefix.size() : cut;
}

} // namespace ruw
