#pragma once

#include "core/report/FirewallRequest.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace ruw {

class CopyButton;
class OutcomeBar;
class PaperOutput;

/// Which ports to ask the firewall's people for, to be seen at a glance: what, between whom, from when until when; to
/// copy, print or save as a sheet of its own.
class RequestPanel : public QFrame {
    Q_OBJECT
public:
    explicit RequestPanel(QWidget* parent = nullptr);
    void setRequest(const FirewallRequest& request, const SiteFacts& facts, const QString& folder,
                    Language language);
    /// Of a rehearsal, deleted when it is left: the sheet isn't saved there, and says of what it is.
    void setPassingFolder(const QString& folder);
    void retranslate(Language language);
    QWidget* outcome() const; ///< tells how printing or saving ended; the owner places it
    bool busy() const;

private:
    void addPart(const FirewallRequest::Part& part, FirewallRequest::Action action);
    Document document() const;

    FirewallRequest m_request;
    SiteFacts m_facts;
    QString m_folder;
    Language m_language = Language::English;
    bool m_rehearsal = false;
    QLabel* m_head;
    CopyButton* m_copy;
    QPushButton *m_print, *m_save;
    QGridLayout* m_parts;
    PaperOutput* m_output;
    OutcomeBar* m_outcome;
};

} // namespace ruw
