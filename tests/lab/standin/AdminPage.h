#pragma once

#include "tests/lab/standin/Installation.h"

#include <QTcpServer>

namespace standin {

/// What a person looks at in a browser: who the node is, whether a restart is asked for, how much waits in the queue. Plain
/// HTTP, one page.
class AdminPage : public QObject {
public:
    explicit AdminPage(const Installation& own);
    bool start();

private:
    QByteArray page() const;

    const Installation& m_own;
    QTcpServer m_server;
};

} // namespace standin
