// Writes the list of all error messages for readers: messages PROJECT

#include "tests/messages/MessageList.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: messages PROJECT\n", stderr);
        return 2;
    }
    const QString project = QString::fromLocal8Bit(argv[1]);
    const auto all = ruw::messages::messagesOf(project, {u"core"_s, u"wizard"_s, u"app"_s});
    for (const bool japanese : {false, true}) {
        QFile file(project +
                   (japanese ? u"/resources/guide/messages-ja.md"_s : u"/resources/guide/messages-en.md"_s));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(ruw::messages::asMarkdown(all, japanese).toUtf8()) < 0) {
            std::fprintf(stderr, "messages: can't write %s\n", qPrintable(file.fileName()));
            return 1;
        }
    }
    std::printf("%d places where an error is made\n", int(all.size()));
    return 0;
}
