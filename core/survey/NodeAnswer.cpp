#include "core/survey/NodeAnswer.h"

#include <algorithm>

namespace ruw {

namespace {

constexpr QByteArrayView greeting("ruw-answer ");

/// The mark that the answer names in its first line, which may stand behind whatever a login prints; and where that line
/// ends. Empty: no answer has begun.
QByteArray markOf(const QByteArray& printed, qsizetype& end)
{
    for (qsizetype at = 0; (end = printed.indexOf('\n', at)) >= 0; at = end + 1) {
        const QByteArrayView line = QByteArrayView(printed).sliced(at, end - at);
        constexpr qsizetype shortest = 16; // a shorter one could stand in a text by chance
        if (line.startsWith(greeting) && line.size() >= greeting.size() + shortest)
            return line.sliced(greeting.size()).toByteArray();
    }
    return {};
}

} // namespace

NodeAnswer NodeAnswer::parse(const QByteArray& printed)
{
    NodeAnswer answer;
    qsizetype at = 0;
    const QByteArray mark = markOf(printed, at);
    answer.m_begun = !mark.isEmpty();
    std::optional<QByteArray> open; // the key of the record that has begun
    while (answer.m_begun) {
        const qsizetype content = at;
        const qsizetype found = printed.indexOf(mark, content);
        const qsizetype end = found < 0 ? -1 : printed.indexOf('\n', found + mark.size());
        if (end < 0)
            break; // cut off
        const QByteArrayView said =
            QByteArrayView(printed).sliced(found + mark.size(), end - found - mark.size());
        at = end + 1;
        if (said.startsWith('@')) {
            open = said.sliced(1).toByteArray();
            continue;
        }
        if (said.startsWith('=') && open) {
            bool number = false;
            const int status = said.sliced(1).toByteArray().toInt(&number);
            if (number)
                answer.m_records.insert(*open, {status, printed.sliced(content, found - content)});
        } else if (said.startsWith(':')) {
            answer.putPlain(said.sliced(1));
        } else if (said == ".") {
            answer.m_complete = true;
        }
        open.reset();
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
    if (!m_begun)
        return {};
    QByteArray mark;
    const auto standsInARecord = [&] {
        return std::any_of(m_records.cbegin(), m_records.cend(),
                           [&](const Record& record) { return record.bytes.contains(mark); });
    };
    quint64 number = 0;
    do {
        mark = "mark." + QByteArray::number(++number).rightJustified(16, '0');
    } while (standsInARecord());
    QByteArray out = greeting.toByteArray() + mark + '\n';
    for (auto it = m_records.cbegin(); it != m_records.cend(); ++it) {
        out += mark + '@' + it.key() + '\n' + it->bytes + mark + '=' + QByteArray::number(it->status) + '\n';
    }
    return m_complete ? out + mark + ".\n" : out;
}

const NodeAnswer::Record* NodeAnswer::record(const QByteArray& key) const
{
    const auto it = m_records.constFind(key);
    return it == m_records.cend() ? nullptr : &*it;
}

} // namespace ruw
