#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ruw::messages {

/// An error of the program as its source has it. The texts are English sources; a part of which the source shows nothing
/// is empty. Several where the text depends on the case.
struct Message {
    QString code, place; ///< place: "core/base/SafeFile.cpp:18"
    QStringList what, state, remedy;
    bool hasWhat = false, hasState = false,
         hasRemedy = false; ///< something stands there, if only filled in at run time
};

/// Every place in the folders' sources where an Error is made, by reading them: brace lists that begin with a code, rows of
/// SSH faults, and the calls of helpers that take the code.
QList<Message> messagesOf(const QString& project, const QStringList& folders);

/// The list for a reader, by code, in English or Japanese (after the catalogue that is linked in).
QString asMarkdown(const QList<Message>& messages, bool japanese);

} // namespace ruw::messages
