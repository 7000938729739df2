#pragma once

#include "core/access/NodeAccess.h"

namespace ruw {

/// Access `files` and `manual`: the config is a file on this machine; commands can't be run.
class FilesAccess final : public NodeAccess {
public:
    /// `path` absolute.
    explicit FilesAccess(QString path);
    Result<CommandOutcome> run(const NodeCommand& command, std::stop_token stop) override;
    Result<QByteArray> readConfig(QString& shownPath, std::stop_token stop) override;

private:
    QString m_path;
};

} // namespace ruw
