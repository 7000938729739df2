#include "core/access/FilesAccess.h"

#include "core/base/SafeFile.h"
#include "core/product/ReplicaConfig.h"

using namespace Qt::StringLiterals;

namespace ruw {

FilesAccess::FilesAccess(QString path) : m_path(std::move(path)) {}

Result<CommandOutcome> FilesAccess::run(const NodeCommand& /*command*/, std::stop_token /*stop*/)
{
    return Error{
        u"access-no-commands"_s,
        Text::tr("No command can be run on this node: only a copy of its config is at hand."),
        Text::tr("Nothing was changed."),
        Text::tr("Run the command on the node yourself, or give the node access by SSH in the site file."),
        {}};
}

Result<QByteArray> FilesAccess::readConfig(QString& shownPath, std::stop_token /*stop*/)
{
    // The sample lies inside the program: there it has a place that nobody can go to.
    static const QString sample = u":/sample/"_s;
    shownPath = m_path.startsWith(sample) ? m_path.mid(sample.size()) : m_path;
    return readWholeFile(m_path, ReplicaConfig::sizeLimit);
}

} // namespace ruw
