#pragma once

#include "core/site/Site.h"

#include <QList>

namespace ruw {

/// One entry of a node as the detail panel edits it. Texts are sources in the context "ruw::NodeFields".
struct NodeField {
    enum class Tab { Access, Directories, Service, Installer, Sync };
    enum class Error { None, Port, Minutes };

    const char* name; ///< object name of the editor
    Tab tab;
    const char* label;
    const char* example; ///< of a value; may be empty
    bool monospace;
    bool sshOnly;
    bool file;   ///< a file on this machine: with a button to choose it
    Error error; ///< what a value that can't be taken should be
    QString (*get)(const Node& node);
    bool (*set)(Node& node, const QString& text); ///< false: can't be taken, nothing changed
};

/// In the order in which they are shown.
const QList<NodeField>& nodeFields();

} // namespace ruw
