#include "app/CommandLine.h"
#include "app/Output.h"
#include "wizard/Preferences.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"

#include <QApplication>
#include <QGuiApplication>

#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

void name(QCoreApplication& application)
{
    application.setApplicationName(u"replica-upgrade-wizard"_s);
    application.setOrganizationName(u"replica-upgrade-wizard"_s);
    application.setApplicationVersion(QString::fromLatin1(RUW_VERSION));
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// Options that the parser can't take end here: QCommandLineParser::process() would exit with 1, the contract says 2.
int parseOptions(QCommandLineParser& parser, const QStringList& arguments, const QStringList& options,
                 Language language)
{
    for (const QString& option : options)
        parser.addOption(optionNamed(option, language));
    const QCommandLineOption help({u"h"_s, u"help"_s}, Text::tr("this help").render(language));
    const QCommandLineOption version(u"version"_s, Text::tr("prints the version").render(language));
    parser.addOptions({help, version});
    if (parser.parse(arguments))
        return -1;
    printError(parser.errorText());
    printError(Text::tr("Nothing was done. --help tells what may be written.").render(language));
    return exitstatus::usage;
}

int runVerb(const Verb& verb, QStringList arguments, Language language)
{
    arguments.removeAt(1);
    QCommandLineParser parser;
    parser.setApplicationDescription(verb.name + u": "_s + verb.summary.render(language));
    if (const int status = parseOptions(parser, arguments, verb.options, language); status >= 0)
        return status;
    if (parser.isSet(u"help"_s)) {
        printLine(parser.helpText().replace(
            u"[options]"_s,
            verb.name + u" [options]"_s + (verb.positional.isEmpty() ? QString() : u' ' + verb.positional)));
        return exitstatus::done;
    }
    if (parser.isSet(u"version"_s)) {
        printLine(QString::fromLatin1(RUW_VERSION));
        return exitstatus::done;
    }
    if (verb.positional.isEmpty() && !parser.positionalArguments().isEmpty()) {
        printError(Text::tr("\"%1\" does not belong here. --help tells what may be written.")
                       .arg(parser.positionalArguments().first())
                       .render(language));
        return exitstatus::usage;
    }
    return verb.run(parser, language);
}

/// `asked`: by --lang. What is printed follows the locale else, like the verbs; the window the language kept from last time.
int runWindow(int& argc, char** argv, const QStringList& arguments, std::optional<Language> asked)
{
    const Language language = asked.value_or(localeLanguage());
    const bool display = !qEnvironmentVariableIsEmpty("DISPLAY") ||
                         !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
                         !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
    QCommandLineParser parser;
    {
        // Parsed before a display is needed: --help has to work on a server, too.
        if (const int status = parseOptions(parser, arguments, {u"site"_s, u"lang"_s, u"dark"_s}, language);
            status >= 0)
            return status;
    }
    if (parser.isSet(u"help"_s)) {
        printLine(generalHelp(language));
        return exitstatus::done;
    }
    if (parser.isSet(u"version"_s)) {
        printLine(u"replica-upgrade-wizard "_s + QString::fromLatin1(RUW_VERSION));
        return exitstatus::done;
    }
    if (!parser.positionalArguments().isEmpty()) {
        printError(
            Text::tr("There is no verb \"%1\".").arg(parser.positionalArguments().first()).render(language));
        printError(generalHelp(language));
        return exitstatus::usage;
    }
    if (!display) {
        printError(Text::tr("No display was found, so the window can't be opened. Nothing was done. The "
                            "verbs need no display: "
                            "see --help.")
                       .render(language));
        return exitstatus::failed;
    }
    QApplication application(argc, argv);
    name(application);
    theme::apply(application, parser.isSet(u"dark"_s) ? theme::Mode::Dark : theme::Mode::FollowSystem);
    Session session;
    session.setLanguage(preferences::languageToStartIn(asked, localeLanguage()));
    session.keepDraftsIn(preferences::draftFile());
    UpgradeWizard wizard(session, parser.value(u"site"_s));
    wizard.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
    bool languageKnown = true;
    const std::optional<Language> asked = languageAskedFor(arguments, languageKnown);
    const Language language = asked.value_or(localeLanguage());
    if (!languageKnown) {
        printError(Text::tr("--lang takes ja or en. Nothing was done.").render(language));
        return exitstatus::usage;
    }
    const Verb* verb = arguments.size() > 1 ? verbNamed(arguments[1]) : nullptr;
    if (!verb)
        return runWindow(argc, argv, arguments, asked);
    std::unique_ptr<QCoreApplication> application;
    if (verb->paints) {
        // Paper needs fonts but no display.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    name(*application);
    return runVerb(*verb, arguments, language);
}
