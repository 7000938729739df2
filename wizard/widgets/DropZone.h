#pragma once

#include <QFrame>

class QLabel;
class QMimeData;
class QPushButton;

namespace ruw {

/// Takes the site's mf_replica.def files: dropped on it, or chosen by its button.
class DropZone : public QFrame {
    Q_OBJECT
public:
    explicit DropZone(QWidget* parent = nullptr);
    void retranslate();
    /// The local files in what is being dragged; empty: nothing for us.
    static QStringList filesIn(const QMimeData* data);

signals:
    void filesChosen(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    QPushButton* m_choose;
    bool m_over = false;
};

} // namespace ruw
