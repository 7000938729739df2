#pragma once

#include "core/access/SiteAccess.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>

namespace ruw {

/// What a mail node said to this machine on its SMTP port.
enum class MailAnswer {
    Answers, ///< greeted with 220
    Silent,  ///< refused, no answer, or no greeting
    Unknown  ///< this machine could not ask
};
QString mailAnswerCode(MailAnswer answer);

/// Asks one node once, with a proper QUIT. Changes nothing.
MailAnswer sampleMail(const Node& node, SiteAccess& access, std::stop_token stop);

/// A time in which a node answered in one way throughout.
struct MailSpell {
    MailAnswer answer = MailAnswer::Unknown;
    QDateTime from, to; ///< its first and its last sample
    int samples = 0;
    bool paused = false; ///< nobody asked any more after the last one
    friend bool operator==(const MailSpell&, const MailSpell&) = default;
};

/// How the mail nodes answered since the watching began. A value; grows with the changes, not with the time.
class MailFlow {
public:
    /// True where the node answers in another way than before (its first sample, and the first after a pause, included).
    bool add(const QString& node, MailAnswer answer, const QDateTime& when);
    /// Nobody asks for a while: what is heard next begins a spell of its own, whatever was heard before.
    void pause();
    QStringList nodes() const { return m_spells.keys(); }
    QList<MailSpell> spells(const QString& node) const { return m_spells.value(node); }
    /// A node that never answered may be out of this machine's reach: its silence says nothing.
    bool everAnswered(const QString& node) const;
    /// How it is at this moment: silent only where it has answered before, unknown where nobody asked of late or can see it from
    /// this machine.
    MailAnswer at(const QString& node, const QDateTime& now) const;
    static constexpr qint64 sampleLasts = 60; ///< seconds: what was heard longer ago tells of that time alone
    QDateTime begunAt() const { return m_begun; }

private:
    QMap<QString, QList<MailSpell>> m_spells;
    QDateTime m_begun;
};

struct JournalRecord;
/// How each node answered, from the records: a spell lasts until the next change, or until nobody watched any more (the
/// run was held, ended or broken off).
QMap<QString, QList<MailSpell>> mailSpells(const QList<JournalRecord>& records);

/// What the journal keeps where a node's answer changed ("mail-flow").
QJsonObject mailFlowRecord(const QString& node, MailAnswer answer, const QDateTime& when);

} // namespace ruw
