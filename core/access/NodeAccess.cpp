#include "core/access/NodeAccess.h"

#include "core/access/FilesAccess.h"
#include "core/access/ssh/SshAccess.h"
#include "core/base/Quote.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

Result<std::shared_ptr<NodeAccess>> filesAccess(const Node& node, const Site& site)
{
    if (node.config.isEmpty()) {
        return Error{
            u"access-no-config"_s,
            Text::tr("No copy of mf_replica.def is named for the node %1.").arg(shownSafely(node.name)),
            Text::tr("Nothing was read of the node."),
            Text::tr(
                "Copy conf/mf_replica.def from the node to this machine and name the copy under \"config\"."),
            {}};
    }
    return std::shared_ptr<NodeAccess>(std::make_shared<FilesAccess>(site.absolutePath(node.config)));
}

Result<std::shared_ptr<NodeAccess>> sshAccess(const Node& node, const Site& site, AccessContext context)
{
    if (node.os == Os::Windows) {
        return Error{
            u"access-windows-ssh"_s,
            Text::tr("The node %1 runs Windows: only Linux nodes can be reached by SSH for now, because the "
                     "commands that look at a node are written for a POSIX shell.")
                .arg(shownSafely(node.name)),
            Text::tr("The node was not connected to."),
            Text::tr("Give the node the access \"manual\", and name a copy of its mf_replica.def under "
                     "\"config\"."),
            {}};
    }
    return std::shared_ptr<NodeAccess>(std::make_shared<SshAccess>(node, site, std::move(context)));
}

} // namespace

Result<std::shared_ptr<NodeAccess>> makeAccess(const Node& node, const Site& site, AccessContext context)
{
    switch (node.access) {
    case AccessKind::Files:
    case AccessKind::Manual:
        return filesAccess(node, site);
    case AccessKind::Ssh:
        return sshAccess(node, site, std::move(context));
    }
    Q_UNREACHABLE();
}

} // namespace ruw
