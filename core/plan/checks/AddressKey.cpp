#include "core/plan/checks/AddressKey.h"

#include <QByteArray>

#include <arpa/inet.h>

using namespace Qt::StringLiterals;

namespace ruw::checks {

AddressKey addressKey(const QString& text)
{
    QString word = text.trimmed().toLower();
    if (word.startsWith(u'[') && word.endsWith(u']'))
        word = word.mid(1, word.size() - 2);

    in_addr v4 = {};
    if (inet_pton(AF_INET, word.toUtf8().constData(), &v4) == 1)
        return {QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(&v4), sizeof v4).toHex()),
                false};

    in6_addr v6 = {};
    if (inet_pton(AF_INET6, word.section(u'%', 0, 0).toUtf8().constData(), &v6) == 1) {
        const QByteArray bytes(reinterpret_cast<const char*>(&v6), sizeof v6);
        if (IN6_IS_ADDR_V4MAPPED(&v6))
            return {QString::fromLatin1(bytes.right(4).toHex()), false};
        return {QString::fromLatin1(bytes.toHex()), false};
    }
    while (word.endsWith(u'.'))
        word.chop(1);
    return {word, true};
}

} // namespace ruw::checks
