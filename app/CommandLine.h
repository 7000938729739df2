#pragma once

#include "core/base/Result.h"

#include <QCommandLineParser>
#include <QStringList>

#include <functional>
#include <optional>

namespace ruw {

/// Exit statuses of the command line's contract.
namespace exitstatus {
constexpr int done = 0;
constexpr int failed = 1;
constexpr int usage = 2; ///< wrong usage or unreadable input
constexpr int blocked = 3;
constexpr int aborted = 4; ///< by the operator, or held by him
constexpr int ruleViolated = 5;
constexpr int doneWithExceptions = 6;
} // namespace exitstatus

/// One verb: its name, what --help says of it, its own options, and what it does.
struct Verb {
    QString name;
    Text summary;
    QString positional;  ///< "FILE..." or empty
    QStringList options; ///< names from the table of options
    bool paints = false; ///< needs fonts, so a QGuiApplication (no display)
    std::function<int(const QCommandLineParser&, Language)> run;
};

/// Every verb of this version.
const QList<Verb>& verbs();
const Verb* verbNamed(const QString& name);

/// The option with this name from the one table of options.
QCommandLineOption optionNamed(const QString& name, Language language);

/// The language asked for by --lang; none: it is left out. `known` is false where --lang names neither ja nor en.
std::optional<Language> languageAskedFor(const QStringList& arguments, bool& known);
/// The language of the user's locale.
Language localeLanguage();

/// The text of --help without a verb.
QString generalHelp(Language language);

} // namespace ruw
