#pragma once

#include "app/TerminalPrompter.h"
#include "core/survey/Surveyor.h"

#include <QCommandLineParser>

namespace ruw {

/// The options of every verb that may connect to nodes.
inline const QStringList& connectingOptions()
{
    static const QStringList names{QStringLiteral("password-fd"), QStringLiteral("known-hosts"),
                                   QStringLiteral("accept-new-host-keys")};
    return names;
}

/// The way to a site's nodes, as the command line's options say.
class Connecting {
public:
    /// Errors: usage-password-fd.
    static Result<std::unique_ptr<Connecting>> by(const QCommandLineParser& options, Language language);

    SiteAccess& access() { return m_access; }
    /// Takes a survey; at a terminal it tells on standard error how far each node is.
    SurveyReport survey(const Site& site);

private:
    Connecting(Secrets secrets, Language language, AccessContext context);

    Language m_language;
    TerminalPrompter m_prompter;
    RealSiteAccess m_access;
};

} // namespace ruw
