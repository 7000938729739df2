// delaybridge TAP TAP CONTROL: a cable with a length. Makes two TAP devices and carries each Ethernet frame from one to the
// other after half of the round-trip time, which is read in milliseconds, a line each, from the FIFO CONTROL.
// For kernels without netem. Frames keep their order; what does not fit into the queue is dropped, as a switch does.

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

namespace {

using Nanoseconds = long long;
constexpr Nanoseconds second = 1'000'000'000;
constexpr size_t mostHeld = 64UL * 1024 * 1024; // bytes, each way
constexpr int atOnce = 256;                     // frames taken in a row, so that both ways get their turn

Nanoseconds now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * second + time.tv_nsec;
}

[[noreturn]] void fail(const char* what)
{
    std::fprintf(stderr, "delaybridge: %s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

int openTap(const char* name)
{
    const int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    ifreq request{};
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    std::strncpy(request.ifr_name, name, IFNAMSIZ - 1);
    if (fd < 0 || ioctl(fd, TUNSETIFF, &request) < 0)
        fail(name);
    return fd;
}

/// One way: frames read from `from` wait here until they are due at `to`.
struct Way {
    struct Frame {
        Nanoseconds due;
        std::vector<char> bytes;
    };
    int from, to;
    std::deque<Frame> frames;
    size_t held = 0;

    void take(Nanoseconds delay)
    {
        std::array<char, 65536> buffer;
        for (int i = 0; i < atOnce; ++i) {
            const ssize_t size = read(from, buffer.data(), buffer.size());
            if (size <= 0)
                return;
            if (held + size_t(size) > mostHeld)
                continue;
            frames.push_back({now() + delay, std::vector<char>(buffer.data(), buffer.data() + size)});
            held += size_t(size);
        }
    }
    void give()
    {
        const Nanoseconds time = now();
        while (!frames.empty() && frames.front().due <= time) {
            const Frame& frame = frames.front();
            if (write(to, frame.bytes.data(), frame.bytes.size()) < 0 && errno == EAGAIN)
                return;
            held -= frame.bytes.size();
            frames.pop_front();
        }
    }
    Nanoseconds due() const { return frames.empty() ? now() + second : frames.front().due; }
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: delaybridge TAP TAP CONTROL\n");
        return 2;
    }
    const int a = openTap(argv[1]);
    const int b = openTap(argv[2]);
    const int control = open(argv[3], O_RDWR | O_NONBLOCK | O_CLOEXEC); // for writing, too: so it never ends
    if (control < 0)
        fail(argv[3]);
    std::array<Way, 2> ways{{{a, b, {}, 0}, {b, a, {}, 0}}};
    Nanoseconds delay = 0;
    std::string words;
    for (;;) {
        std::array<pollfd, 3> waiting{{{a, POLLIN, 0}, {b, POLLIN, 0}, {control, POLLIN, 0}}};
        const Nanoseconds wait = std::max(0LL, std::min(ways[0].due(), ways[1].due()) - now());
        const timespec limit{wait / second, wait % second};
        if (ppoll(waiting.data(), waiting.size(), &limit, nullptr) < 0 && errno != EINTR)
            fail("ppoll");
        if ((waiting[2].revents & POLLIN) != 0) {
            std::array<char, 256> buffer;
            const ssize_t size = read(control, buffer.data(), buffer.size());
            words.append(buffer.data(), size > 0 ? size_t(size) : 0);
            for (size_t end = words.find('\n'); end != std::string::npos; end = words.find('\n')) {
                delay = std::strtoll(words.c_str(), nullptr, 10) * 1'000'000 / 2;
                words.erase(0, end + 1);
            }
        }
        for (size_t i = 0; i < ways.size(); ++i) {
            if ((waiting[i].revents & POLLIN) != 0)
                ways[i].take(delay);
            ways[i].give();
        }
    }
}
