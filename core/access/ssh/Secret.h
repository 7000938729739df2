#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace ruw {

/// A password or passphrase in memory. Copies are deep, and every buffer is wiped when it goes; it never turns into a
/// QString or QByteArray, whose shared copies nobody could find again.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    /// Takes the text of an input field as UTF-8 and wipes `text` where nobody else shares it.
    static Secret fromText(QString&& text);
    /// A buffer of that many zero bytes, to be written to.
    static Secret ofSize(qsizetype size);

    Secret(const Secret& other) : Secret(other.view()) {}
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_size == 0; }
    qsizetype size() const { return m_size; }
    const char* data() const { return m_bytes ? m_bytes.get() : ""; } ///< ends in NUL
    char* data() { return m_bytes.get(); }
    QByteArrayView view() const { return {data(), m_size}; }
    void truncate(qsizetype size);
    friend bool operator==(const Secret& a, const Secret& b) { return a.view() == b.view(); }

private:
    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
    qsizetype m_capacity = 0;
};

/// Overwrites memory in a way that the compiler can't leave out.
void wipe(void* bytes, size_t size);

} // namespace ruw
