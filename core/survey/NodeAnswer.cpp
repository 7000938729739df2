#include "core/survey/NodeAnswer.h"

namespace ruw {

namespace {

constexpr QByteArrayView greeting("ruw-answer ");

std::optional<QByteArray> fromBase64(const QByteArray& text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

/// As `od -An -v -tx1` prints it: " 0a ff".
std::optional<QByteArray> fromHex(const QByteArray& text)
{
    const auto digit = [](char c) -> int {
        if (c >= '0' && c <= '9')
            return c - '0';
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    QByteArray out;
    out.reserve(text.size() / 3 + 1);
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] == ' ') {
            ++i;
            continue;
        }
        const int high = digit(text[i]);
        const int low = i + 1 < text.size() ? digit(text[i + 1]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        out += char(high * 16 + low);
        i += 2;
    }
    return out;
}

} // namespace

NodeAnswer NodeAnswer::parse(const QByteArray& printed)
{
    NodeAnswer answer;
    std::optional<QByteArray> (*decode)(const QByteArray&) = nullptr;
    QByteArray key, coded;
    bool inside = false;
    for (qsizetype at = 0; at < printed.size();) {
        const qsizetype end = printed.indexOf('\n', at);
        if (end < 0)
            break; // cut off in the middle of a line
        const QByteArrayView line = QByteArrayView(printed).sliced(at, end - at);
        at = end + 1;
        if (!decode) {
            if (!line.startsWith(greeting))
                continue;
            const QByteArrayView coding = line.sliced(greeting.size());
            answer.m_noTool = coding == "none";
            if (coding != "b64" && coding != "hex")
                continue;
            decode = coding == "b64" ? fromBase64 : fromHex;
            answer.m_begun = true;
        } else if (line.startsWith(':')) {
            answer.putPlain(line.sliced(1));
            inside = false;
        } else if (line.startsWith('@')) {
            key = line.sliced(1).toByteArray();
            coded.clear();
            inside = true;
        } else if (line.startsWith('=')) {
            bool number = false;
            const int status = line.sliced(1).toByteArray().toInt(&number);
            const std::optional<QByteArray> bytes = decode(coded);
            if (inside && number && bytes) {
                if (key == "end")
                    answer.m_complete = true;
                else
                    answer.m_records.insert(key, {status, *bytes});
            }
            inside = false;
        } else if (inside) {
            coded.append(line);
        }
    }
    return answer;
}

/// "KEY STATUS TEXT": a record whose bytes are sure to be one plain line.
void NodeAnswer::putPlain(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = line.indexOf(' ', first + 1);
    if (first <= 0 || second < 0)
        return;
    bool number = false;
    const int status = line.sliced(first + 1, second - first - 1).toByteArray().toInt(&number);
    if (number)
        m_records.insert(line.first(first).toByteArray(), {status, line.sliced(second + 1).toByteArray()});
}

void NodeAnswer::put(const QByteArray& key, const QByteArray& bytes, int status)
{
    m_begun = true;
    m_records.insert(key, {status, bytes});
}

QByteArray NodeAnswer::toPrinted() const
{
    QByteArray out;
    if (m_begun)
        out = greeting.toByteArray() + "b64\n";
    for (auto it = m_records.cbegin(); it != m_records.cend(); ++it) {
        out += '@' + it.key() + '\n' + it->bytes.toBase64() + (it->bytes.isEmpty() ? "" : "\n") + '=' +
               QByteArray::number(it->status) + '\n';
    }
    return m_complete ? out + "@end\n=0\n" : out;
}

const NodeAnswer::Record* NodeAnswer::record(const QByteArray& key) const
{
    const auto it = m_records.constFind(key);
    return it == m_records.cend() ? nullptr : &*it;
}

} // namespace ruw
