#pragma once

#include "core/report/Runbook.h"
#include "wizard/Page.h"

#include <QDateTime>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace ruw {

class Background;
class OutcomeBar;
class PagePreview;
class PaperLanguage;
class PaperOutput;

/// The runbook as it will be printed, in either language whatever the window's: print it, or save it as PDF,
/// HTML or Excel. What is written is the very document in the preview. Laying out and writing run off the
/// window's thread.
class RunbookPage final : public Page {
    Q_OBJECT
public:
    explicit RunbookPage(Session& session, QWidget* parent = nullptr);
    ~RunbookPage() override;

    QString title() const override;
    QString intro() const override;
    QString nextVerb() const override;
    bool isComplete() const override;
    QString whyIncomplete() const override;
    QString underWay() const override;
    void enter() override;
    void retranslate() override;

    /// The document in the preview; none while it is being laid out or where it can't be made.
    const std::optional<Document>& document() const { return m_document; }

private:
    /// A kind of file that the runbook is saved as.
    struct Format {
        QString suffix;
        QPushButton* button = nullptr;
    };
    /// What making the document gives.
    struct Made {
        std::optional<Document> document;
        bool searchable = true;
        Error error;
    };

    void buildSide(QVBoxLayout& side);
    QWidget* buildPageBar();
    void planChanged();
    void layOut();
    void take(const Made& made);
    void showLaidOut();
    void showPageBar();
    void refreshButtons();
    void askWhereToSave(const QString& suffix);

    std::optional<Document> m_made;     ///< being laid out
    std::optional<Document> m_document; ///< in the preview
    QDateTime m_madeAt;
    bool m_stale = true;
    Error m_error;
    bool m_searchable = true;

    QLabel *m_languageLabel, *m_authorLabel, *m_outputLabel;
    PaperLanguage* m_language;
    QLineEdit* m_author;
    QPushButton* m_print;
    QList<Format> m_formats;
    QLabel* m_note;

    QToolButton *m_previous, *m_next, *m_zoomOut, *m_zoomIn, *m_fit;
    QSpinBox* m_pageNumber;
    QLabel *m_pageCount, *m_zoom;
    QStackedWidget* m_stack;
    PagePreview* m_preview;
    QLabel* m_message;

    OutcomeBar* m_outcome;

    QTimer* m_typing;
    Background* m_maker;
    PaperOutput* m_output;
};

} // namespace ruw
