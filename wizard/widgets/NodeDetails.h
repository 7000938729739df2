#pragma once

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTabWidget;

namespace ruw {

class Field;
class SiteDraft;

/// Everything of one node that does not stand in the table: its way of access, directories, commands,
/// installer, sync.
class NodeDetails : public QWidget {
    Q_OBJECT
public:
    explicit NodeDetails(SiteDraft& draft, QWidget* parent = nullptr);
    /// Which node is shown; -1: none.
    void setNode(int row);
    void retranslate();
    /// False while something that was typed can't be taken (it stands beside its field).
    bool isValid() const;

signals:
    void validityChanged();

private:
    struct Entry {
        const struct NodeField* field;
        QLineEdit* editor;
        Field* frame;
    };
    void buildTabs();
    void edited(const Entry& entry, const QString& text);
    void fillIn();
    void chooseFile(QLineEdit* editor);

    SiteDraft& m_draft;
    int m_row = -1;
    QTabWidget* m_tabs;
    QLabel* m_emptyHint;
    QList<QLabel*> m_hints; ///< one on each tab
    QList<Entry> m_entries;
    Field* m_authFrame = nullptr;
    QComboBox* m_auth = nullptr;
    QCheckBox *m_sudo = nullptr, *m_takesMail = nullptr;
};

} // namespace ruw
