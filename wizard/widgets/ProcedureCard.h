#pragma once

#include <QAbstractButton>

class QFrame;
class QGridLayout;
class QLabel;

namespace ruw {

class IconLabel;

/// One procedure as a card to choose: a radio button that says what choosing it means. Space chooses, arrow
/// keys go to the other cards. A forbidden card is disabled and stays readable: it says by which finding.
class ProcedureCard : public QAbstractButton {
    Q_OBJECT
public:
    struct Figure {
        QString name;
        QString value;
    };
    /// What the card shows, in the window's language.
    struct Content {
        QString name;
        bool mailFlows = false;
        QString mailWord; ///< what the mail flow's sign says
        QString meaning;
        QList<Figure> figures; ///< time, actions, ...
        QString risksTitle;
        QStringList risks;      ///< what may go wrong
        QString forbiddenTitle; ///< "Can't be chosen"
        QStringList forbidden;  ///< why; empty: allowed
    };

    explicit ProcedureCard(QWidget* parent = nullptr);
    void setContent(const Content& content);
    const Content& content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString spokenText() const;

    Content m_content;
    QLabel* m_name;
    IconLabel* m_mailMark;
    QLabel* m_meaning;
    QWidget* m_figures;
    QGridLayout* m_figureGrid;
    IconLabel* m_risksMark;
    QLabel* m_risks;
    QFrame* m_forbiddenBox;
    QLabel* m_forbidden;
};

} // namespace ruw
