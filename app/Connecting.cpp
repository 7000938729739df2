#include "app/Connecting.h"

#include "core/base/Quote.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ruw {

Connecting::Connecting(Secrets secrets, Language language, AccessContext context)
    : m_language(language), m_prompter(std::move(secrets), language), m_access([&] {
          context.prompter = &m_prompter;
          return context;
      }())
{
}

Result<std::unique_ptr<Connecting>> Connecting::by(const QCommandLineParser& options, Language language)
{
    Secrets secrets;
    if (options.isSet(u"password-fd"_s)) {
        bool number = false;
        const int fd = options.value(u"password-fd"_s).toInt(&number);
        if (!number || fd < 0) {
            return Error{u"usage-password-fd"_s,
                         Text::tr("--password-fd takes the number of an open file descriptor."),
                         Text::tr("No node was connected to."),
                         Text::tr("For example: --password-fd 3 3<FILE"),
                         {}};
        }
        Result<Secrets> read = Secrets::readFrom(fd);
        if (!read)
            return read.error();
        secrets = std::move(read.value());
    }
    AccessContext context;
    context.knownHostsPath = options.value(u"known-hosts"_s);
    context.acceptNewHostKeys = options.isSet(u"accept-new-host-keys"_s);
    return std::unique_ptr<Connecting>(new Connecting(std::move(secrets), language, std::move(context)));
}

SurveyReport Connecting::survey(const Site& site)
{
    SurveyOptions options;
    if (::isatty(STDERR_FILENO) != 0) {
        options.progress = [this](const SurveyProgress& reached) {
            QString line =
                shownSafely(reached.node) + u": "_s + surveyStageText(reached.stage).render(m_language);
            if (!reached.detail.isEmpty())
                line += u" - "_s + shownSafely(reached.detail.render(m_language));
            m_prompter.sayAside(line);
        };
    }
    return surveySite(site, m_access, options, {});
}

} // namespace ruw
