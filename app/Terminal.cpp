#include "app/Terminal.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <termios.h>

namespace ruw {

namespace {

/// The terminal in a mode in which every key is ours; put back whatever happens. Ctrl-C arrives as a key: were it a signal,
/// the program would end and leave a terminal that shows nothing of what is typed.
class KeyByKey {
public:
    explicit KeyByKey(int fd) : m_fd(fd)
    {
        m_changed = ::tcgetattr(fd, &m_before) == 0;
        termios raw = m_before;
        raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG);
        raw.c_cc[VMIN] = 1;
        raw.c_cc[VTIME] = 0;
        m_changed = m_changed && ::tcsetattr(fd, TCSAFLUSH, &raw) == 0;
    }
    ~KeyByKey()
    {
        if (m_changed)
            (void)::tcsetattr(m_fd, TCSAFLUSH, &m_before);
    }
    KeyByKey(const KeyByKey&) = delete;
    KeyByKey& operator=(const KeyByKey&) = delete;
    bool works() const { return m_changed; }

private:
    int m_fd;
    termios m_before{};
    bool m_changed = false;
};

void write(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t n = ::write(fd, bytes.data(), size_t(bytes.size()));
        if (n < 0 && errno != EINTR)
            return;
        bytes = bytes.sliced(std::max<ssize_t>(n, 0));
    }
}

} // namespace

Terminal::Terminal() : m_fd(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)) {}

void Terminal::say(const QString& text)
{
    if (isThere())
        write(m_fd.get(), QByteArray(text.toUtf8() + '\n'));
}

std::optional<Secret> Terminal::read(const QString& question, bool shown)
{
    if (!isThere())
        return std::nullopt;
    constexpr qsizetype most = 4096;
    constexpr char endOfText = 3, endOfInput = 4, backspace = 8, killLine = 21, rubOut = 127;
    Secret typed = Secret::ofSize(most);
    qsizetype size = 0;
    bool interrupted = false, given = false;
    {
        const KeyByKey keys(m_fd.get());
        if (!keys.works())
            return std::nullopt; // never a secret on a screen
        write(m_fd.get(), question.toUtf8());
        for (char key = 0; !given && ::read(m_fd.get(), &key, 1) == 1;) {
            if (key == '\n' || key == '\r') {
                given = true;
            } else if (key == endOfText || (key == endOfInput && size == 0)) {
                interrupted = key == endOfText;
                break;
            } else if (key == killLine) {
                for (; shown && size > 0; --size)
                    write(m_fd.get(), "\b \b");
                size = 0;
            } else if (key == backspace || key == rubOut) {
                // One character, of however many bytes.
                while (size > 0 && (quint8(typed.data()[--size]) & 0xC0) == 0x80) {
                }
                if (shown)
                    write(m_fd.get(), "\b \b");
            } else if (quint8(key) >= ' ' && size < most) {
                typed.data()[size++] = key;
                if (shown)
                    write(m_fd.get(), QByteArrayView(&key, 1));
            }
        }
        write(m_fd.get(), "\n");
    }
    if (interrupted)
        (void)std::raise(SIGINT);
    typed.truncate(size);
    return given ? std::optional(std::move(typed)) : std::nullopt;
}

std::optional<QString> Terminal::line(const QString& question)
{
    const auto typed = read(question, true);
    return typed ? std::optional(QString::fromUtf8(typed->view())) : std::nullopt;
}

std::optional<Secret> Terminal::secret(const QString& question)
{
    return read(question, false);
}

} // namespace ruw
