#pragma once

#include "wizard/Page.h"
#include "wizard/ScheduleTimes.h"
#include "wizard/SiteDraft.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace ruw {

class Field;
class NodesPanel;

/// What the operator says of his site: versions, schedule, nodes. Nodes are proposed from dropped
/// mf_replica.def files.
class SitePage final : public Page {
    Q_OBJECT
public:
    explicit SitePage(Session& session, QWidget* parent = nullptr);
    QString title() const override;
    QString intro() const override;
    QString more() const override;
    QString nextVerb() const override;
    bool isComplete() const override;
    QString whyIncomplete() const override;
    void enter() override;
    void commitEdits() override;
    void retranslate() override;

    /// Reads the files as replica configs and appends a proposed node for each; says beside the drop zone
    /// what came of it.
    void takeConfigs(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildSiteCard();
    QWidget* buildMoreCard();
    QLineEdit* addLine(const QString& name, Field*& frame);
    void fillIn();  ///< fills what is not being typed in
    void judge(); ///< problems beside their fields
    void versionEdited(bool source, const QString& text);
    void timesLeft();
    void timeEdited(std::optional<QDateTime> Schedule::*member, Field* frame, const QString& text);
    void figureEdited(std::optional<int> MailLoad::*member, int most, Field* frame, const QString& text);

    SiteDraft m_draft;
    ScheduleTimes m_times;
    NodesPanel* m_nodes = nullptr;

    Field *m_nameField = nullptr, *m_sourceField = nullptr, *m_targetField = nullptr;
    QLineEdit *m_name = nullptr, *m_source = nullptr, *m_target = nullptr;
    Field *m_startField = nullptr, *m_decideField = nullptr, *m_endField = nullptr;
    QLineEdit *m_start = nullptr, *m_decide = nullptr, *m_end = nullptr;
    QLabel *m_timesNote = nullptr, *m_saved = nullptr;

    QLabel *m_rollbackHead = nullptr, *m_rollbackHint = nullptr, *m_loadHead = nullptr, *m_loadHint = nullptr;
    QPlainTextEdit* m_rollback = nullptr;
    Field *m_mailsField = nullptr, *m_sizeField = nullptr, *m_keptField = nullptr;
    QLineEdit *m_mails = nullptr, *m_size = nullptr, *m_kept = nullptr;
};

} // namespace ruw
