#pragma once

#include "core/site/Site.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ruw {

class Field;
struct NodeField;

/// The entries that decide how one node is reached, to be put right after it could not be read.
class NodeAccessDialog final : public QDialog {
    Q_OBJECT
public:
    NodeAccessDialog(const Node& node, const QString& directory, QWidget* parent);

signals:
    /// The person wants the node read with these entries.
    void readAgainAsked(const ruw::Node& node);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Entry {
        const NodeField* field;
        QLineEdit* editor;
        Field* frame;
    };
    void retranslate();
    void judge();
    void chooseFile(QLineEdit* editor);

    Node m_node;
    QString m_directory;
    QLabel *m_lead, *m_hint;
    Field *m_addressFrame, *m_authFrame = nullptr;
    QLineEdit* m_address;
    QList<Entry> m_entries;
    QComboBox* m_auth = nullptr;
    QCheckBox* m_sudo = nullptr;
    QPushButton *m_cancel, *m_read;
};

} // namespace ruw
