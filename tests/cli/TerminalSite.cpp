#include "TerminalSite.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace terminal {

namespace {

QByteArray config(int own, const QByteArray& network = "192.0.2.")
{
    QByteArray out = "ENABLE_REP_DATA = ON\n";
    for (int i = 1; i <= 3; ++i) {
        if (i != own)
            out += "REPLICA_SERVER_" + QByteArray::number(i) + " = " + network + QByteArray::number(i) + ":14083\n";
    }
    return out + "DATA_REPORT_SYNC_SERVER_PORT = 14042\nDATA_SAVE_SYNC_SERVER_PORT = 24043\n";
}

/// Three nodes that are worked on by hand, and of which nothing can be seen from here: every result is a word.
QJsonObject siteObject()
{
    QJsonArray nodes;
    for (int i = 1; i <= 3; ++i) {
        nodes.append(QJsonObject{{u"name"_s, u"mf%1"_s.arg(i)},
                                 {u"role"_s, i == 1 ? u"master"_s : u"slave"_s},
                                 {u"address"_s, u"192.0.2.%1"_s.arg(i)},
                                 {u"os"_s, u"linux"_s},
                                 {u"access"_s, u"manual"_s},
                                 {u"takesMail"_s, false},
                                 {u"config"_s, u"mf%1.def"_s.arg(i)}});
    }
    return {{u"format"_s, 1},
            {u"kind"_s, u"site"_s},
            {u"name"_s, u"Test"_s},
            {u"sourceVersion"_s, u"5.20R01"_s},
            {u"targetVersion"_s, u"5.60R01"_s},
            {u"nodes"_s, nodes}};
}

} // namespace

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

MailPort::MailPort()
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            socket->write("220 mail\r\n");
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->readAll().contains("QUIT")) {
                    socket->write("221 bye\r\n");
                    socket->disconnectFromHost();
                }
            });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    m_server.listen(QHostAddress::Any);
}

QList<ruw::JournalRecord> recordsOf(const QString& journal)
{
    const auto read = ruw::Journal::read(journal);
    return read ? read->records : QList<ruw::JournalRecord>();
}

QList<ruw::JournalRecord> recordsOf(const QString& journal, const QString& kind, const QString& step)
{
    QList<ruw::JournalRecord> out;
    for (const ruw::JournalRecord& record : recordsOf(journal)) {
        if (record.kind == kind && (step.isEmpty() || record.step == step))
            out.append(record);
    }
    return out;
}

QStringList people()
{
    return {u"--doer"_s, u"Tanaka"_s, u"--checker"_s, u"Suzuki"_s};
}

QStringList resumeFrom(const QString& journal, const QStringList& more)
{
    return QStringList{u"resume"_s, u"--journal"_s, journal, u"--lang"_s, u"en"_s} + more;
}

Answers whereItFails(QLatin1StringView title, const QList<QByteArray>& then)
{
    return [title, left = std::make_shared<QList<QByteArray>>(then),
            failed = false](const Question& question) mutable -> std::optional<QByteArray> {
        const bool judged = question.step.contains(title) && question.text.startsWith("Is this so"_L1);
        if (!failed) {
            failed = judged;
            return judged ? "n" : "y";
        }
        return left->isEmpty() ? std::nullopt : std::optional(left->takeFirst());
    };
}

TerminalSite::TerminalSite()
{
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_dir.path())); // where the locks lie
    for (int i = 1; i <= 3; ++i)
        write(path(u"mf%1.def"_s.arg(i)), config(i));
    write(path(u"site.json"_s), QJsonDocument(siteObject()).toJson());
}

QString TerminalSite::newJournal()
{
    return path(u"run-%1.jsonl"_s.arg(++m_number));
}

QStringList TerminalSite::runInto(const QString& journal, const QStringList& more) const
{
    QStringList all{u"run"_s, u"--procedure"_s, u"stop-mail-flow"_s, u"--journal"_s, journal};
    if (!more.contains(u"--site"_s))
        all += {u"--site"_s, path(u"site.json"_s)};
    if (!more.contains(u"--lang"_s))
        all += {u"--lang"_s, u"en"_s};
    return all + more;
}

QString TerminalSite::siteWithMail(int port) const
{
    QJsonObject site = siteObject();
    QJsonArray nodes = site[u"nodes"_s].toArray();
    for (int i = 1; i <= 3; ++i) {
        const QString file = u"local%1.def"_s.arg(i);
        write(path(file), config(i, "127.0.0."));
        QJsonObject node = nodes[i - 1].toObject();
        node.insert(u"address"_s, u"127.0.0.%1"_s.arg(i));
        node.insert(u"config"_s, file);
        node.insert(u"takesMail"_s, true);
        node.insert(u"smtpPort"_s, port);
        nodes[i - 1] = node;
    }
    site.insert(u"nodes"_s, nodes);
    site.insert(u"testMail"_s, QJsonObject{{u"from"_s, u"a@example.com"_s}, {u"to"_s, u"b@example.com"_s}});
    write(path(u"mail.json"_s), QJsonDocument(site).toJson());
    return path(u"mail.json"_s);
}

} // namespace terminal
