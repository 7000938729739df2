#include "LabMail.h"

#include <QElapsedTimer>
#include <QTcpSocket>

#include <condition_variable>

using namespace Qt::StringLiterals;

bool sendMail(const QString& address, quint16 port, const QByteArray& id, qsizetype size, int limit)
{
    QTcpSocket socket;
    QElapsedTimer timer;
    timer.start();
    const auto left = [&] { return std::max(0, limit - int(timer.elapsed())); };
    const auto expects = [&](char first) {
        while (!socket.canReadLine()) {
            if (!socket.waitForReadyRead(left()))
                return false;
        }
        return socket.readLine().startsWith(first);
    };
    const auto says = [&](const QByteArray& words, char first) {
        socket.write(words + "\r\n");
        return expects(first);
    };
    socket.connectToHost(address, port);
    if (!socket.waitForConnected(limit) || !expects('2') || !says("HELO lab", '2') ||
        !says("MAIL FROM:<sender@lab.example>", '2') || !says("RCPT TO:<receiver@lab.example>", '2') ||
        !says("DATA", '3'))
        return false;
    const QByteArray mail =
        "Message-ID: <" + id + ">\r\nSubject: lab\r\n\r\n..dot\r\n" + QByteArray(size, 'x') + "\r\n.";
    const bool taken = says(mail, '2');
    if (taken)
        (void)says("QUIT", '2');
    return taken;
}

MailPour::MailPour(const LabSite& lab, const QStringList& nodes, int restMs)
    : m_thread([this, &lab, nodes, restMs](std::stop_token stop) {
          lab.enterOperator();
          std::condition_variable_any rest;
          for (int i = 0; !stop.stop_requested(); ++i) {
              const QString node = nodes[i % nodes.size()];
              const QByteArray id = "pour-" + QByteArray::number(i) + "@lab";
              if (sendMail(lab.host(node), 25, id, 500, 2000)) {
                  const std::lock_guard guard(m_mutex);
                  m_accepted += id;
                  m_takenBy.insert(id, node);
              }
              std::unique_lock lock(m_mutex);
              rest.wait_for(lock, stop, std::chrono::milliseconds(restMs), [] { return false; });
          }
      })
{
}

void MailPour::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

QByteArrayList MailPour::accepted() const
{
    const std::lock_guard guard(m_mutex);
    return m_accepted;
}

QHash<QByteArray, QString> MailPour::takenBy() const
{
    const std::lock_guard guard(m_mutex);
    return m_takenBy;
}
