#include "core/access/ssh/RemoteScript.h"

#include <QRandomGenerator>
#include <QString>

#include <algorithm>

namespace ruw {

namespace {

/// One word for any shell, to be read by `printf %b`. A NUL can't be passed to any shell and is dropped.
QByteArray encoded(QByteArrayView text)
{
    constexpr QByteArrayView plain(" \"#$%&()*+,-./:;<=>?@[]^_`{|}~");
    QByteArray out = "'";
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || plain.contains(c))
            out += c;
        else if (c == '\n')
            out += "\\n";
        else if (c != '\0')
            out += "\\0" + QByteArray::number(quint8(c), 8).rightJustified(3, '0');
    }
    return out + "'";
}

QByteArray newNonce()
{
    QByteArray bytes(16, '\0');
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32*>(bytes.data()), 4);
    return bytes.toHex();
}

// What runs around the script: $1 the nonce, $3 the script. The outer sh has no standard error of its own: a shell that
// reports "Killed" would write into the answer. (The parentheses: dash redirects before it forks.)
constexpr char frame[] = R"SH(n=$1
s=$(printf '%b.' "$3")
s=${s%.}
exec 8>&2 2>/dev/null
printf %s "$n<"
printf %s "$n<" >&8
(exec sh -c "trap 'printf %s \"$n=\$?;\" >&9' EXIT; $s" sh 2>&8 9>&8 8>&-)
c=$?
printf %s "$n>$c;"
printf %s "$n>$c;" >&8)SH";

/// Runs the frame ($2 of it). $0 is what error messages of sh start with.
constexpr char bootstrap[] = R"SH(sh -c 'eval "$(printf %b "$2")"' ruw)SH";

} // namespace

RemoteScript::RemoteScript(const QByteArray& script, bool sudo) : m_nonce(newNonce())
{
    // A sudoers without secure_path keeps the user's own PATH, which on Debian knows no sbin: root's tools stand there.
    QByteArray framed = sudo ? "unset LC_ALL\nexport PATH=\"$PATH:/usr/local/sbin:/usr/sbin:/sbin\"\n" : "";
    framed += frame;
    m_request = "exec ";
    // sudo's messages and prompt in English, whatever the node speaks; %% is sudo's way to write %.
    if (sudo)
        m_request += "env LC_ALL=C sudo -S -p '" + m_nonce + "%%;' -- ";
    m_request += bootstrap;
    for (const QByteArray& argument : {m_nonce, encoded(framed), encoded(script)})
        m_request += ' ' + argument;
}

void FramedStream::take(QByteArrayView bytes)
{
    if (m_state == State::Before) {
        constexpr qsizetype keptNoise = 4096;
        m_noise.append(bytes.data(), bytes.size());
        if (m_noise.size() > keptNoise)
            m_noise = m_noise.right(keptNoise);
        return;
    }
    const qint64 room = std::max<qint64>(0, m_limit - m_content.size());
    m_content.append(bytes.data(), std::min<qint64>(room, bytes.size()));
    m_truncated = m_truncated || bytes.size() > room;
}

void FramedStream::feed(QByteArrayView bytes)
{
    if (m_state == State::After)
        return;
    m_pending.append(bytes.data(), bytes.size());
    QByteArrayView rest(m_pending);
    while (m_state != State::After) {
        const qsizetype at = rest.indexOf(m_nonce);
        if (at < 0) {
            // A marker may have begun at the very end.
            const qsizetype sure = std::max<qsizetype>(0, rest.size() - m_nonce.size() + 1);
            take(rest.first(sure));
            rest = rest.sliced(sure);
            break;
        }
        take(rest.first(at));
        rest = rest.sliced(at);
        const QByteArrayView after = rest.sliced(m_nonce.size());
        const char kind = after.isEmpty() ? '\0' : after.front();
        if (kind == '<' && m_state == State::Before) {
            m_state = State::Within;
            rest = after.sliced(1);
            continue;
        }
        constexpr qsizetype longestTail = 6; // ">255;" and the like
        const qsizetype end = after.first(std::min(after.size(), longestTail)).indexOf(';');
        const bool known = kind == '%' || (m_state == State::Within && (kind == '>' || kind == '='));
        if (kind == '\0' || (known && end < 0 && after.size() < longestTail))
            break; // the rest of the marker is still to come
        if (!known || end < 0 || (kind == '%' && end != 1)) {
            take(rest.first(m_nonce.size())); // an echo of the nonce, no marker
            rest = after;
            continue;
        }
        const int number = after.sliced(1, end - 1).toByteArray().toInt();
        rest = after.sliced(end + 1);
        if (kind == '%') {
            ++m_prompts;
        } else if (kind == '=') {
            m_exitNote = number;
        } else {
            m_code = number;
            m_state = State::After;
        }
    }
    m_pending = m_state == State::After ? QByteArray() : rest.toByteArray();
}

void FramedStream::finish()
{
    if (m_state != State::After)
        take(m_pending);
    m_pending.clear();
}

} // namespace ruw
