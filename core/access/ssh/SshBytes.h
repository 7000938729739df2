#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>

#include <optional>

namespace ruw {

/// Reads the wire types of RFC 4251 (uint32, string). After anything that does not fit, ok() is false and every
/// further value is empty.
class SshReader {
public:
    explicit SshReader(QByteArrayView bytes) : m_rest(bytes) {}

    bool ok() const { return m_ok; }
    QByteArrayView rest() const { return m_rest; }
    quint32 number()
    {
        const QByteArrayView bytes = take(4);
        return m_ok ? qFromBigEndian<quint32>(bytes.data()) : 0;
    }
    QByteArrayView string()
    {
        const quint32 size = number();
        return take(qsizetype(size));
    }
    QByteArrayView take(qsizetype size)
    {
        if (!m_ok || size > m_rest.size()) {
            m_ok = false;
            return {};
        }
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

private:
    QByteArrayView m_rest;
    bool m_ok = true;
};

inline void putNumber(QByteArray& out, quint32 value)
{
    char bytes[4];
    qToBigEndian(value, bytes);
    out.append(bytes, 4);
}

inline void putString(QByteArray& out, QByteArrayView bytes)
{
    putNumber(out, quint32(bytes.size()));
    out.append(bytes.data(), bytes.size());
}

/// An unsigned big-endian number as mpint: no leading zeros, but one where the top bit is set.
inline void putMpint(QByteArray& out, QByteArrayView number)
{
    while (!number.isEmpty() && number.front() == '\0')
        number = number.sliced(1);
    const bool negative = !number.isEmpty() && (quint8(number.front()) & 0x80) != 0;
    putNumber(out, quint32(number.size() + (negative ? 1 : 0)));
    if (negative)
        out.append('\0');
    out.append(number.data(), number.size());
}

} // namespace ruw
