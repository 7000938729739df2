#pragma once

#include "LabSite.h"

#include <optional>

/// The operator's hand on a node that the program does not reach: what is shown to him he runs there himself, as it stands,
/// and what he is asked he looks up there. His words are true; where a question is none that he knows, he holds. For sites of
/// Ver.5 before and after, with nftables.
class LabHand {
public:
    LabHand(const LabSite& lab, QString node) : m_lab(lab), m_node(std::move(node)) {}

    /// The site's entry for the node as it is then: no access, and a copy of its config beside the site file.
    bool takeOver(QJsonObject& site) const;
    /// `said`: what was printed since the answer before. nullopt: the question is not about this node.
    std::optional<QByteArray> answer(const QString& step, const QByteArray& text, const QByteArray& said);

private:
    static QByteArray shownCommand(const QByteArray& said);
    bool doIt(const QString& step);
    std::optional<bool> isSo(const QString& step, const QByteArray& text, const QByteArray& said);
    bool says(const QByteArray& script, const QByteArray& wanted) const;
    bool did(const QByteArray& script) const { return m_lab.run(m_node, script).status == 0; }
    bool answersAsBefore(const QByteArray& probe) const;
    bool namesNoOtherPort(const QByteArray& text) const;
    bool queueHasRunOff() const;

    const LabSite& m_lab;
    QString m_node;
    QByteArray m_shown;             ///< the command of the step that he is at
    QMap<QByteArray, QByteArray> m_baseline; ///< "address port" -> "open", as he wrote it down before the work
    int m_installer = -1;           ///< exit status of the installer that he ran
};
