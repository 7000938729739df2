#pragma once

#include "wizard/PaperOutput.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ruw {

class IconLabel;

/// How printing or saving ended, with a way to the folder where the file lies. Hidden while there is nothing to say.
class OutcomeBar : public QFrame {
    Q_OBJECT
public:
    explicit OutcomeBar(QWidget* parent = nullptr);
    void say(const PaperOutcome& outcome);
    bool isEmpty() const { return m_said.text.isEmpty(); }
    void retranslate(Language language);
    QPushButton* openFolderButton() const { return m_openFolder; }

private:
    void show(Language language);

    PaperOutcome m_said;
    Language m_language = Language::English;
    IconLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_openFolder;
};

} // namespace ruw
