#include "core/access/ssh/Secret.h"

#include <openssl/crypto.h>

#include <cstring>
#include <utility>

namespace ruw {

void wipe(void* bytes, size_t size)
{
    if (bytes && size > 0)
        OPENSSL_cleanse(bytes, size);
}

Secret::Secret(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    *this = ofSize(bytes.size());
    std::memcpy(m_bytes.get(), bytes.data(), size_t(bytes.size()));
}

Secret Secret::ofSize(qsizetype size)
{
    Secret secret;
    secret.m_bytes = std::make_unique<char[]>(size_t(size) + 1); // zeroed
    secret.m_size = secret.m_capacity = size;
    return secret;
}

Secret Secret::fromText(QString&& text)
{
    QByteArray utf8 = text.toUtf8();
    Secret secret{QByteArrayView(utf8)};
    wipe(utf8.data(), size_t(utf8.size()));
    if (!text.isEmpty() && text.isDetached())
        wipe(text.data(), size_t(text.size()) * sizeof(QChar));
    text.clear();
    return secret;
}

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::move(other.m_bytes)), m_size(std::exchange(other.m_size, 0)),
      m_capacity(std::exchange(other.m_capacity, 0))
{
}

Secret& Secret::operator=(Secret other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    std::swap(m_capacity, other.m_capacity);
    return *this;
}

Secret::~Secret()
{
    wipe(m_bytes.get(), size_t(m_capacity));
}

void Secret::truncate(qsizetype size)
{
    if (size < m_size) {
        wipe(m_bytes.get() + size, size_t(m_size - size));
        m_size = size;
    }
}

} // namespace ruw
