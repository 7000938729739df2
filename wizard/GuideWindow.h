#pragma once

#include "core/base/Text.h"
#include "wizard/Page.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace ruw {

/// The operator's guide (resources/guide), in the window's language, with the glossary as its last section. Stays open
/// beside the wizard; needs no network.
class GuideWindow : public QDialog {
    Q_OBJECT
public:
    GuideWindow(Language language, QWidget* parent);
    void setLanguage(Language language);
    /// Shows the section with that id ("reading", "page-ports", "term-ledger"); an id that is none shows the beginning.
    void goTo(const QString& section);
    void goToPage(PageId page);

    /// The whole text in one language, the glossary put in.
    static QString htmlOf(Language language);

private:
    void showIn(Language language);
    void retranslate();
    void findNext();

    Language m_language;
    QString m_section;
    QListWidget* m_sections;
    QLabel* m_findLabel;
    QLineEdit* m_find;
    QTextBrowser* m_text;
};

} // namespace ruw
