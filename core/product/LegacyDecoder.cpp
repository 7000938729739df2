#include "core/product/LegacyDecoder.h"

#include <array>
#include <cerrno>
#include <iconv.h>

namespace ruw {

namespace {

class Iconv {
public:
    explicit Iconv(const char* from) : m_handle(iconv_open("UTF-8", from)) {}
    ~Iconv()
    {
        if (isOpen())
            iconv_close(m_handle);
    }
    Iconv(const Iconv&) = delete;
    Iconv& operator=(const Iconv&) = delete;

    bool isOpen() const { return m_handle != iconv_t(-1); }
    size_t convert(char** in, size_t* inLeft, char** out, size_t* outLeft)
    {
        return iconv(m_handle, in, inLeft, out, outLeft);
    }

private:
    iconv_t m_handle;
};

const char* iconvName(LegacyCharset charset)
{
    // The Microsoft flavours: what editors on Windows write, with the vendors' extra characters.
    return charset == LegacyCharset::Cp932 ? "CP932" : "EUC-JP-MS";
}

} // namespace

Decoded decodeLegacy(const QByteArray& bytes, LegacyCharset charset)
{
    Decoded decoded;
    Iconv converter(iconvName(charset));
    if (!converter.isOpen()) { // a system without glibc's gconv modules
        decoded.valid = false;
        for (const char c : bytes)
            decoded.text += uchar(c) < 0x80 ? QChar(u'\0' + uchar(c)) : QChar(QChar::ReplacementCharacter);
        return decoded;
    }
    QByteArray utf8;
    std::array<char, 4096> buffer;
    QByteArray source = bytes; // iconv wants a pointer to non-const, though it only reads
    char* in = source.data();
    size_t inLeft = size_t(source.size());
    while (inLeft > 0) {
        char* out = buffer.data();
        size_t outLeft = buffer.size();
        const size_t result = converter.convert(&in, &inLeft, &out, &outLeft);
        const int error = errno;
        utf8.append(buffer.data(), qsizetype(buffer.size() - outLeft));
        if (result == size_t(-1) && error != E2BIG) {
            utf8.append("\xEF\xBF\xBD");
            decoded.valid = false;
            ++in;
            --inLeft;
        }
    }
    decoded.text = QString::fromUtf8(utf8);
    return decoded;
}

} // namespace ruw
