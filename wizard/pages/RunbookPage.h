#pragma once

#include "core/report/Runbook.h"
#include "wizard/Page.h"

#include <QDateTime>

#include <memory>

class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPrinter;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace ruw {

class Background;
class IconLabel;
class PagePreview;

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
    QWidget* buildOutcome();
    void planChanged();
    void layOut();
    void take(const Made& made);
    void showLaidOut();
    void showPageBar();
    void refreshButtons();
    void askWhereToSave(const QString& suffix);
    void save(const QString& path);
    void askForPrinter();
    void print(std::shared_ptr<QPrinter> printer);
    void finishOutput(const Status& status, const Text& done, const QString& folder);
    void say(bool good, const Text& text, const QString& folder = {});
    void renderOutcome();
    QString suggestedPath(const QString& suffix) const;
    QString filterOf(const QString& suffix) const;
    Language paperLanguage() const;

    std::optional<Document> m_made;     ///< being laid out
    std::optional<Document> m_document; ///< in the preview
    QDateTime m_madeAt;
    bool m_stale = true;
    bool m_languageChosen =
        false; ///< the paper's language was chosen by hand: it no longer follows the window's
    Error m_error;
    bool m_searchable = true;
    Text m_outcomeText;
    QString m_outcomeFolder;
    QString m_lastFolder;

    QLabel *m_languageLabel, *m_authorLabel, *m_outputLabel;
    QComboBox* m_language;
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

    QFrame* m_outcome;
    IconLabel* m_outcomeIcon;
    QLabel* m_outcomeLabel;
    QPushButton* m_openFolder;

    QTimer* m_typing;
    Background* m_maker;
    Background* m_writer;
};

} // namespace ruw
