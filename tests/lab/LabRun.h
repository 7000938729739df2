#pragma once

#include "LabHand.h"
#include "LabMail.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

/// A whole upgrade of a lab site by the verbs `run` and `resume`, with mail pouring in through every node all the time. The
/// operator reads each question as it is printed and answers it. What is true before and after is told by the lab, never by
/// the program. Needs no event loop: several can be under way, each on a thread of its own.
class LabRun {
public:
    enum class Filter { Nftables, Iptables, IptablesLegacy };
    struct Spec {
        QString procedure = QStringLiteral("block-sync-ports");
        LabSite::Options site = {};
        Filter filter = Filter::Nftables; ///< the only one that the nodes have
        QMap<QString, QByteArray> installers =
            {}; ///< what the installers do, by node (tests/lab/standin/installer.sh)
        std::function<void(QJsonObject&)> change = {}; ///< of the site file
        std::function<bool(LabSite&)> prepare = {};    ///< how the site has always been; false: it can't be made so
        QString byHand = {}; ///< a node that is worked on by hand: the operator does there what he is told to
    };
    /// A question as it stands on the terminal.
    struct Question {
        QString step;        ///< the step that the journal's last record is about
        QByteArray text;     ///< without the choices
        QByteArray said;     ///< what was printed since the answer before, the question included
        QStringList choices; ///< as they are offered
        bool isMenu = false; ///< something is wrong: what shall be done?
    };
    struct Record {
        int number = 0; ///< from 1
        QString kind, step;
        bool is(const char* wantedKind, const char* wantedStep) const
        {
            return kind == QLatin1StringView(wantedKind) && step == QLatin1StringView(wantedStep);
        }
    };
    struct Operator {
        /// Empty: as an honest operator of a good night answers, see honestly().
        std::function<QByteArray(const Question&)> answers = {};
        /// Sees each record as it reaches the journal. False: the program is killed (SIGKILL).
        std::function<bool(const Record&)> sees = {};
    };
    struct Ended {
        int status = -1; ///< -1: killed
        QByteArray said;
        QList<Question> menus; ///< where it stopped and asked
    };

    explicit LabRun(Spec spec);
    ~LabRun();

    /// The lab is up, its nodes have rules and files of the site's own, mail pours in. Empty, or what went wrong.
    QString begin();
    Ended run() { return run({{}, {}}); }
    Ended run(const Operator& who);
    Ended resume(const Operator& who);
    /// `yes y | replica-upgrade-wizard run ...`, by a shell.
    LabSite::Ran yes() const;
    /// Does what an honest operator does at this question (the outside firewall, a look at an admin screen), and gives his answer.
    QByteArray honestly(const Question& question);
    /// The same, and where the run has stopped he looks again, then does the step again, then by hand, before he holds it.
    QByteArray stubbornly(const Question& question);
    /// The mail stops, and all that was taken has time to arrive.
    void stopMail();

    // --- What is not as it should be, a line each; empty: nothing
    /// Alarms; mails that were taken and are not found exactly once where they belong (ON: the master's archive, OFF: that of
    /// the node that took it). `excused`: a node whose mail may still lie with itself. The mail must have been stopped.
    QStringList mailComplaints(const QString& excused = {}) const;
    /// Packet filters, service, start at boot, version, settings sync and every file of `node`, against what they were before.
    QStringList nodeComplaints(const QString& node, const QString& version) const;
    /// All of them, of a site whose upgrade has ended as done.
    QStringList complaints();
    /// What the end of a held run says that stands, against what stands on the nodes.
    QStringList untruths(const Ended& ended) const;

    LabSite& lab() { return m_lab; }
    QString journal() const { return m_dir.filePath(QStringLiteral("run.jsonl")); }
    QString file(const QString& name) const { return m_dir.filePath(name); }
    int records() const; ///< in the journal by now
    /// The ids of the plan's steps, in their order.
    QStringList plannedSteps() const;
    qsizetype mailsTaken() const;
    /// One of the program's other verbs, from the operator's place.
    LabSite::Ran wizard(const QStringList& arguments, const QByteArray& input = {}) const;

private:
    static constexpr int patience = 20'000; ///< ms, for whatever takes a moment
    struct Footprint {
        QByteArray filters;
        QMap<QByteArray, QByteArray> files; ///< checksums
    };
    Footprint footprint(const QString& node) const;
    QString layOwnRules(const QString& node) const;
    bool masterReaches(const QString& node);
    QByteArray adminPage(const QString& node) const;
    bool mailHasArrived(const QString& excused) const;
    QStringList withNames(const QStringList& arguments) const;
    Ended operate(const QStringList& arguments, const Operator& who);

    Spec m_spec;
    LabSite m_lab;
    QTemporaryDir m_dir;
    QString m_siteFile;
    std::unique_ptr<MailPour> m_pour;
    std::optional<LabHand> m_hand;
    QMap<QString, Footprint> m_before;
    QByteArray m_said;          ///< by all its processes
    QMap<QString, int> m_asked; ///< how often he was at the menu of a step
    int m_revision = 100;       ///< of the master's settings
};
