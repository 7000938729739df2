#include "wizard/widgets/DropZone.h"

#include "wizard/Theme.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ruw {

DropZone::DropZone(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_choose(new QPushButton(this))
{
    setObjectName("dropZone"_L1);
    setAcceptDrops(true);
    m_choose->setObjectName("chooseConfigsButton"_L1);
    m_choose->setIcon(theme::icon(u"folder"_s));
    m_text->setWordWrap(true);
    auto* picture = new QLabel(this);
    picture->setPixmap(theme::icon(u"drop"_s, theme::colors().accent).pixmap(24, 24));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme::grid, theme::grid, theme::grid, theme::grid);
    row->setSpacing(theme::grid + 4);
    row->addWidget(picture);
    row->addWidget(m_text, 1);
    row->addWidget(m_choose);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        const QStringList paths =
            QFileDialog::getOpenFileNames(this, tr("Choose the mf_replica.def files of all nodes"), {},
                                          tr("Replica configs (*.def);;All files (*)"));
        if (!paths.isEmpty())
            emit filesChosen(paths);
    });
}

void DropZone::retranslate()
{
    m_text->setText(
        tr("Drop the mf_replica.def files of master and slaves here: a node is proposed for each."));
    m_choose->setText(tr("C&hoose files..."));
}

QStringList DropZone::filesIn(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

void DropZone::dragEnterEvent(QDragEnterEvent* event)
{
    if (filesIn(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_over = true;
    update();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent*)
{
    m_over = false;
    update();
}

void DropZone::dropEvent(QDropEvent* event)
{
    m_over = false;
    update();
    event->acceptProposedAction();
    emit filesChosen(filesIn(event->mimeData()));
}

void DropZone::paintEvent(QPaintEvent*)
{
    const theme::Colors& colors = theme::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_over ? colors.accent : colors.muted, m_over ? 2 : 1, Qt::DashLine));
    painter.setBrush(m_over ? colors.accentSoft : colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

} // namespace ruw
