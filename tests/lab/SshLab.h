#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

/// A user of the lab. They exist in the lab's own mount namespace only; the machine's users stay as they are.
struct LabUser {
    QString name;
    QByteArray password;
    QByteArray sudoers; ///< what stands behind the name in sudoers; empty: not in it
    QByteArray bashrc;
    QString shell = QStringLiteral("/bin/bash");
    bool passwordExpired = false;
};

/// A real sshd on a loopback port (or in a network namespace of its own), with its own configuration, host keys, users,
/// sudoers and process namespace: whatever runs in it ends with it, and nothing outside is touched.
class SshLab {
public:
    struct Options {
        QByteArray config; ///< further lines for sshd_config
        QList<LabUser> users;
        QStringList hostKeys = {QStringLiteral("ed25519"), QStringLiteral("ecdsa"), QStringLiteral("rsa")};
        bool ownNetwork = false; ///< reached through a virtual cable that unplug() pulls
    };

    /// Empty where the lab can run; else why not, for QSKIP.
    static QString whyNot();

    explicit SshLab(Options options);
    ~SshLab();
    bool start();

    QString address() const;
    int port() const { return m_port; }
    QString path(const QString& name) const { return m_dir.filePath(name); }
    /// The blob of a host key ("ed25519").
    QByteArray hostKey(const QString& type) const;
    /// A known_hosts file with every host key, under `name`.
    QString knownHosts(const QString& name = QStringLiteral("known_hosts")) const;
    /// Makes a key pair with ssh-keygen and lets `users` log in with it. Gives the private file.
    QString makeKey(const QString& name, const QStringList& keygenArguments, const QStringList& users) const;
    /// What sshd has logged since the start.
    QByteArray log();
    bool waitForLog(const QByteArray& words, int count = 1);
    /// Ends every session's process, as a crash of sshd's child does.
    void killSessions();
    void unplug() const;

private:
    bool writeFiles();
    QString home(const QString& user) const { return path(QStringLiteral("home/") + user); }
    QString cable() const; ///< the name of our end of it, and of the network namespace

    Options m_options;
    QTemporaryDir m_dir;
    QProcess m_process;
    QByteArray m_log;
    int m_port = 0;
    int m_number; ///< of this lab in this process
};

/// Runs a tool to its end; false: it failed (its words go to the test's output).
bool runTool(const QString& program, const QStringList& arguments);
