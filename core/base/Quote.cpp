#include "core/base/Quote.h"

using namespace Qt::StringLiterals;

namespace ruw {

QString shellQuoted(const QString& word, Shell shell)
{
    QString inner = word;
    inner.remove(QChar(u'\0'));
    if (shell == Shell::PowerShell) {
        // PowerShell takes the typographic quotes for quotes as well: each one is doubled.
        QString out;
        for (const QChar c : inner) {
            out += c;
            if (c == u'\'' || (c.unicode() >= 0x2018 && c.unicode() <= 0x201B))
                out += c;
        }
        return u'\'' + out + u'\'';
    }
    inner.replace(u"'"_s, u"'\\''"_s);
    return u'\'' + inner + u'\'';
}

QString shownSafely(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        const bool bidi = u == 0x061C || u == 0x200E || u == 0x200F || (u >= 0x202A && u <= 0x202E) ||
                          (u >= 0x2066 && u <= 0x2069);
        if (u < 0x20 || (u >= 0x7F && u < 0xA0) || bidi || u == 0x2028 || u == 0x2029 || u == 0xFEFF)
            out += u"<U+%1>"_s.arg(u, 4, 16, QChar(u'0')).toUpper();
        else
            out += c;
    }
    return out;
}

Text shownNames(const QStringList& names)
{
    QStringList shown;
    for (const QString& name : names)
        shown.append(shownSafely(name));
    return Text::list(shown);
}

} // namespace ruw
