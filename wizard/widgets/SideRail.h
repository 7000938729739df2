#pragma once

#include "core/base/Text.h"
#include "wizard/Theme.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace ruw {

class TwoLines;

/// The window's left side: the site's name, a row for each page with how it stands, the guide and the language.
class SideRail final : public QFrame {
    Q_OBJECT
public:
    explicit SideRail(int pages, QWidget* parent = nullptr);
    void setSiteName(const QString& name); ///< empty: there is no site yet
    /// `state`: a blocked page can't be chosen; `word` says it.
    void setRow(int page, const QString& title, theme::State state, const QString& word);
    void setCurrent(int page);
    void retranslate(Language language);

signals:
    void pageChosen(int page);
    void guideAsked();
    void languageChosen(ruw::Language language);

private:
    TwoLines* m_siteName;
    QLabel* m_languageLabel;
    QListWidget* m_list;
    QPushButton* m_guide;
    QComboBox* m_language;
};

} // namespace ruw
