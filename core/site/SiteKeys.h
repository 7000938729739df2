#pragma once

#include "core/site/Site.h"

namespace ruw {

/// A key of the file and the text of ours that it fills.
template <typename Owner> struct TextKey {
    const char* key;
    QString Owner::*member;
    QString name() const { return QString::fromLatin1(key); }
};

inline constexpr TextKey<ServiceCommands> serviceKeys[] = {
    {"start", &ServiceCommands::start},   {"stop", &ServiceCommands::stop},
    {"status", &ServiceCommands::status}, {"bootOff", &ServiceCommands::bootOff},
    {"bootOn", &ServiceCommands::bootOn}, {"bootStatus", &ServiceCommands::bootStatus},
};
inline constexpr TextKey<SettingsSyncCommands> settingsSyncKeys[] = {
    {"disable", &SettingsSyncCommands::disable},
    {"enable", &SettingsSyncCommands::enable},
    {"status", &SettingsSyncCommands::status},
};
inline constexpr TextKey<Node> folderKeys[] = {
    {"installDir", &Node::installDir},
    {"targetInstallDir", &Node::targetInstallDir},
    {"queueDir", &Node::queueDir},
    {"archiveDir", &Node::archiveDir},
};

} // namespace ruw
