#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ruw {

class NoticeBar;
class Page;

/// What stands above every page: its title, what to do here, more of it on request, and what went wrong.
class PageHeader final : public QWidget {
    Q_OBJECT
public:
    /// `underBanner`: a rehearsal's banner stands above it.
    explicit PageHeader(bool underBanner, QWidget* parent = nullptr);
    void showPage(const Page& page);
    void foldMore(); ///< the page is another one
    /// Whether the window is low: then the margins are, too.
    void setLow(bool low);
    NoticeBar* notice() const { return m_notice; }
    void retranslate();

signals:
    void moreToggled();

private:
    bool m_underBanner;
    QLabel *m_title, *m_intro, *m_more;
    QToolButton* m_moreButton;
    NoticeBar* m_notice;
    QVBoxLayout* m_column;
};

} // namespace ruw
