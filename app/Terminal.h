#pragma once

#include "core/access/FileDescriptor.h"
#include "core/access/ssh/Secret.h"

#include <optional>

namespace ruw {

/// The terminal in front of which the operator sits (/dev/tty), whatever standard input and output are connected to.
class Terminal {
public:
    Terminal();
    bool isThere() const { return m_fd.isOpen(); }

    void say(const QString& text);
    /// A line as typed, without its end; nothing where the input ends or Ctrl-C or Ctrl-D is pressed.
    std::optional<QString> line(const QString& question);
    /// The same without showing what is typed.
    std::optional<Secret> secret(const QString& question);

private:
    std::optional<Secret> read(const QString& question, bool shown);

    FileDescriptor m_fd;
};

} // namespace ruw
