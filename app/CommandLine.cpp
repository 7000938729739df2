#include "app/CommandLine.h"

#include "app/verbs/Verbs.h"

#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct OptionRow {
    const char* name;
    const char* shortName;
    const char* value; ///< what the value is called; none: a switch
    const char* help;
};
constexpr std::array optionRows = {
    OptionRow{"site", nullptr, "FILE", QT_TRANSLATE_NOOP("ruw::Text", "the site file")},
    OptionRow{"survey", nullptr, "FILE",
              QT_TRANSLATE_NOOP("ruw::Text", "a saved survey, so that no node is asked")},
    OptionRow{
        "procedure", nullptr, "P",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "stop-mail-flow, disable-settings-sync, block-sync-ports or block-peer-traffic")},
    OptionRow{"source-version", nullptr, "V",
              QT_TRANSLATE_NOOP("ruw::Text", "the version before the upgrade, such as 5.20R01")},
    OptionRow{"target-version", nullptr, "V",
              QT_TRANSLATE_NOOP("ruw::Text", "the version after the upgrade, such as 5.60R01")},
    OptionRow{"output", "o", "FILE",
              QT_TRANSLATE_NOOP("ruw::Text", "the file to write: .pdf, .html or .xlsx")},
    OptionRow{"journal", nullptr, "FILE", QT_TRANSLATE_NOOP("ruw::Text", "the journal of a run")},
    OptionRow{"doer", nullptr, "NAME", QT_TRANSLATE_NOOP("ruw::Text", "who does the work")},
    OptionRow{"checker", nullptr, "NAME", QT_TRANSLATE_NOOP("ruw::Text", "who checks each critical step")},
    OptionRow{"author", nullptr, "NAME",
              QT_TRANSLATE_NOOP("ruw::Text", "who made the document, printed on its cover")},
    OptionRow{"password-fd", nullptr, "N",
              QT_TRANSLATE_NOOP("ruw::Text",
                                "secrets from this file descriptor: lines of NODE, ssh, sudo or key, and "
                                "the secret, with tabs between them; * for every node")},
    OptionRow{"known-hosts", nullptr, "FILE",
              QT_TRANSLATE_NOOP("ruw::Text", "the known host keys; the user's own where it is left out")},
    OptionRow{"accept-new-host-keys", nullptr, nullptr,
              QT_TRANSLATE_NOOP("ruw::Text",
                                "trust and store host keys that are not known yet; changed ones are "
                                "refused all the same")},
    OptionRow{"seed", nullptr, "N",
              QT_TRANSLATE_NOOP("ruw::Text", "another rehearsal: the same number gives the same one (1)")},
    OptionRow{"faults", nullptr, "KIND@STEP,...",
              QT_TRANSLATE_NOOP("ruw::Text", "what shall go wrong, and at which step of the plan")},
    OptionRow{"finish", nullptr, nullptr,
              QT_TRANSLATE_NOOP("ruw::Text", "go on after a hold, without the faults that are left, until the run ends")},
    OptionRow{"list-faults", nullptr, nullptr,
              QT_TRANSLATE_NOOP("ruw::Text", "prints every kind of fault")},
    OptionRow{"json", nullptr, nullptr,
              QT_TRANSLATE_NOOP("ruw::Text", "print one JSON document instead of text")},
    OptionRow{"lang", nullptr, "ja|en", QT_TRANSLATE_NOOP("ruw::Text", "the language of the output")},
    OptionRow{"dark", nullptr, nullptr, QT_TRANSLATE_NOOP("ruw::Text", "the dark palette")},
};

} // namespace

const QList<Verb>& verbs()
{
    static const QList<Verb> all = {inspectVerb(), surveyVerb(),  checkVerb(),
                                    planVerb(),    runbookVerb(), runVerb(), resumeVerb(), evidenceVerb(), rehearseVerb()};
    return all;
}

const Verb* verbNamed(const QString& name)
{
    for (const Verb& verb : verbs()) {
        if (verb.name == name)
            return &verb;
    }
    return nullptr;
}

QCommandLineOption optionNamed(const QString& name, Language language)
{
    for (const OptionRow& row : optionRows) {
        if (name != QLatin1StringView(row.name))
            continue;
        QStringList names{name};
        if (row.shortName)
            names.prepend(QString::fromLatin1(row.shortName));
        QCommandLineOption option(names, Text::tr(row.help).render(language));
        if (row.value)
            option.setValueName(QString::fromLatin1(row.value));
        return option;
    }
    Q_UNREACHABLE();
}

std::optional<Language> languageAskedFor(const QStringList& arguments, bool& known)
{
    known = true;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        QString value;
        if (arguments[i] == "--lang"_L1 && i + 1 < arguments.size())
            value = arguments[i + 1];
        else if (arguments[i].startsWith("--lang="_L1))
            value = arguments[i].mid(7);
        else
            continue;
        known = value == "ja"_L1 || value == "en"_L1;
        return languageFromCode(value);
    }
    return std::nullopt;
}

Language localeLanguage()
{
    return QLocale::system().language() == QLocale::Japanese ? Language::Japanese : Language::English;
}

QString generalHelp(Language language)
{
    QStringList lines{
        Text::tr("Usage: replica-upgrade-wizard [VERB] [OPTIONS]\nWithout a verb it opens the wizard; "
                 "--site FILE opens a site in it, --lang ja|en sets its language.\nVerbs:")
            .render(language)};
    for (const Verb& verb : verbs())
        lines.append(u"  %1  %2"_s.arg(verb.name, -8).arg(verb.summary.render(language)));
    lines.append(Text::tr("VERB --help tells more of a verb; --version prints the version.\nThis program is "
                          "not the vendor's.")
                     .render(language));
    return lines.join(u'\n');
}

} // namespace ruw
