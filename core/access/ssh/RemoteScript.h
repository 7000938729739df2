#pragma once

#include <QByteArray>

#include <optional>

namespace ruw {

/// A script as it travels to a node in one exec request, framed so that whatever else is printed there (.bashrc, motd,
/// sudo's lecture, `set -x`) can't be taken for its answer, and a lost connection not for its end.
///
/// The request is one line that every login shell understands alike (sh, bash, zsh, csh, fish): everything but plain
/// letters is written as octal escapes, which `printf %b` in an sh of our own turns back. On the node:
/// - both streams start with NONCE< and end with NONCE>code;
/// - the script runs in an sh of its own, so that its syntax errors, exit and kill -9 don't take the frame with them;
/// - its EXIT trap writes NONCE=code; so that "exit 137" is told apart from death by signal 9;
/// - with sudo, the prompt is NONCE%; and only then the password is sent: it can't land in the script's input.
/// The nonce is random; markers never stand in the request itself, so that no echo of it looks like one.
class RemoteScript {
public:
    /// What fits into an exec request that libssh2 can send.
    static constexpr qsizetype longestRequest = 32'000;

    RemoteScript(const QByteArray& script, bool sudo);

    const QByteArray& nonce() const { return m_nonce; }
    const QByteArray& request() const { return m_request; }
    bool fits() const { return m_request.size() <= longestRequest; }

private:
    QByteArray m_nonce;
    QByteArray m_request;
};

/// One stream of a framed answer, fed as it comes in, in pieces of any size.
class FramedStream {
public:
    FramedStream(QByteArray nonce, qint64 limit) : m_nonce(std::move(nonce)), m_limit(limit) {}

    void feed(QByteArrayView bytes);
    /// No more bytes will come: what was held back as the possible start of a marker is content after all.
    void finish();

    bool hasBegun() const { return m_state != State::Before; }
    bool hasEnded() const { return m_state == State::After; }
    int code() const { return m_code; }                        ///< with hasEnded()
    std::optional<int> exitNote() const { return m_exitNote; } ///< the code that the script's EXIT trap saw
    int passwordPrompts() const { return m_prompts; }
    const QByteArray& content() const { return m_content; } ///< at most the limit
    bool isTruncated() const { return m_truncated; }
    const QByteArray& noise() const { return m_noise; } ///< the last 4 KiB before the start

private:
    enum class State { Before, Within, After };
    void take(QByteArrayView bytes);

    QByteArray m_nonce;
    qint64 m_limit;
    State m_state = State::Before;
    QByteArray m_pending;
    QByteArray m_content;
    QByteArray m_noise;
    bool m_truncated = false;
    int m_code = 0;
    int m_prompts = 0;
    std::optional<int> m_exitNote;
};

} // namespace ruw
