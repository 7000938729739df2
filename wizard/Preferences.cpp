#include "wizard/Preferences.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace ruw::preferences {

namespace {

constexpr int mostRecentSites = 5;

QSettings settings()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"replica-upgrade-wizard"_s, u"wizard"_s);
}

} // namespace

std::optional<Language> language()
{
    const QString code = settings().value(u"language"_s).toString();
    return code.isEmpty() ? std::nullopt : std::optional(languageFromCode(code));
}

void setLanguage(Language language)
{
    settings().setValue(u"language"_s, languageCode(language));
}

Language languageToStartIn(std::optional<Language> asked, Language ofLocale)
{
    return asked ? *asked : language().value_or(ofLocale);
}

QStringList recentSites()
{
    QStringList paths = settings().value(u"recentSites"_s).toStringList();
    paths.prepend(draftFile());
    paths.removeDuplicates();
    paths.removeIf([](const QString& path) { return !QFileInfo(path).isFile(); });
    return paths;
}

void addRecentSite(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList paths = recentSites();
    paths.removeAll(draftFile()); // stands there by itself
    if (absolute == draftFile())
        return;
    paths.removeAll(absolute);
    paths.prepend(absolute);
    settings().setValue(u"recentSites"_s, QStringList(paths.mid(0, mostRecentSites)));
}

QString draftFile()
{
    return QFileInfo(settings().fileName()).absolutePath() + u"/unsaved-site.json"_s;
}

} // namespace ruw::preferences
