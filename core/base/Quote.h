#pragma once

#include "core/base/Text.h"

#include <QString>

namespace ruw {

/// The shell a command is written for.
enum class Shell { Posix, PowerShell };

/// The one place that quotes: anything from outside (paths, names, addresses) goes through here before it stands in a
/// command. The result is one word for that shell, whatever the characters (blanks, quotes, $(...), newlines, leading
/// dashes). A NUL can't be passed to any shell and is dropped.
QString shellQuoted(const QString& word, Shell shell);

/// For text shown to people on one line: control characters and bidi overrides made visible as <U+202E>.
QString shownSafely(const QString& text);
/// Names from outside as a list for people, each shown safely: "mf1, mf2".
Text shownNames(const QStringList& names);

} // namespace ruw
