#pragma once

#include "core/report/PagePainter.h"

#include <QImage>
#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace ruw {

/// Lays a document out and paints its pages on one thread of its own. Qt keeps its fonts by thread: what was laid out on
/// one can't be painted on another, so both stay here. The newest document counts; what was asked for before is dropped.
class PageRenderer : public QObject {
    Q_OBJECT
public:
    explicit PageRenderer(QObject* parent = nullptr);
    /// Waits for what is being laid out or painted.
    ~PageRenderer() override;

    void setDocument(const Document& document);
    /// Asks for a page, 1 point as `scale` dots; rendered() brings it.
    void request(int page, double scale);
    /// Drops the requests that are still waiting: another scale is wanted now.
    void discardRequests();

signals:
    void laidOut(const QList<bool>& landscape); ///< one for each page
    void rendered(int page, double scale, const QImage& image);

private:
    QThread m_thread;
    QObject* m_there;                     ///< lives in the thread: what is posted to it runs there
    std::unique_ptr<PagePainter> m_pages; ///< touched in the thread only
    std::atomic<quint64> m_document = 0;  ///< number of the newest document
    std::atomic<quint64> m_round = 0;     ///< number of the newest round of requests
};

} // namespace ruw
