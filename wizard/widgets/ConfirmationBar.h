#pragma once

#include "core/base/Text.h"

#include <QFrame>
#include <QMap>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ruw {

/// The one place where the operator decides: what he may do now, the note that goes into the journal, and the checker's
/// tick where the step is critical. It decides nothing and does nothing by itself.
class ConfirmationBar : public QFrame {
    Q_OBJECT
public:
    enum class Ask {
        Start,
        Done,
        RestartAsked,
        NotAsExpected,
        Retry,
        DoAgain,
        Skip,
        GoBack,
        Undone,
        StayForward,
        Hold,
        GoOn,
        ShowCurrent,
        Reopen
    };
    enum class Mode {
        Start,      ///< the current step waits for its start
        Judge,      ///< it was started: how did it end?
        Question,   ///< it was started: is a restart asked for?
        Failed,     ///< it did not end as expected
        RolledBack, ///< it was undone
        GoingBack,  ///< the last change is to be undone
        Held,
        Elsewhere, ///< another step is shown
        Broken,    ///< the journal failed
        Ended
    };
    struct View {
        Mode mode = Mode::Start;
        bool critical = false;
        bool skippable = false;
        bool canGoBack = false;
        QString checker;
    };

    explicit ConfirmationBar(QWidget* parent = nullptr);
    void setView(const View& view);
    QString note() const;
    void clearNote();
    bool checkerAgrees() const;
    void focusNote();
    QPushButton* button(Ask ask) const { return m_buttons.value(ask); }
    void retranslate();

signals:
    void asked(ruw::ConfirmationBar::Ask ask);

private:
    QString textOf(Ask ask) const;

    View m_view;
    QLabel* m_noteLabel;
    QLineEdit* m_note;
    QCheckBox* m_checker;
    QMap<Ask, QPushButton*> m_buttons;
};

} // namespace ruw
