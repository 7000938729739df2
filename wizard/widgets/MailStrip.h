#pragma once

#include "core/base/Text.h"
#include "core/run/MailFlow.h"
#include "core/run/Silence.h"

#include <QWidget>

namespace ruw {

/// Which mail node answered on SMTP when, since the watching began: for each its name, the word for how it is now (where nobody
/// asks any more, how it was last and when), and a bar. The bar's parts are told apart by shape, not by colour alone: full,
/// hatched, empty, dotted line; where there is room a legend says so. The numbers stand in the tool tip, all of it in the accessible
/// description.
class MailStrip : public QWidget {
    Q_OBJECT
public:
    explicit MailStrip(QWidget* parent = nullptr);
    /// `silences`: which of the flow's silences, and of the nodes' answers now, are as planned and nothing to worry about.
    void setFlow(const MailFlow& flow, const MailSilences& silences, const QDateTime& now, Language language);
    /// Whether there is room for a line that says what the bars' shapes mean.
    void setLegend(bool shown);
    /// Whether something else stands in its place.
    void setGivesWay(bool gives);
    /// The heading and how each node is now, those alike together: for where the strip has no room. Empty: no mail nodes.
    QString inALine() const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Cell {
        QString node;
        QRect name, word, bar;
    };
    QList<Cell> cells(int width) const;
    /// Of a part of a bar: answers; does not answer; the same, as planned; nobody asked, or nobody can see it from here.
    enum class Shape { Full, Hatched, Planned, Dotted };
    struct Sample {
        Shape shape;
        QRect bar, word;
    };
    QList<Sample> legend(int width) const;
    static QString wordOf(Shape shape);
    static void draw(QPainter& painter, const QRect& part, Shape shape);
    /// How it is now.
    enum class Now { Answers, Silent, SilentByPlan, Unknown };
    Now nowOf(const QString& node) const;
    static QString shortWord(Now now);
    static QString lastWord(bool answered, const QString& time);
    static QString notAsked();
    QString wordNow(const QString& node) const;
    static QString heading();
    int headWidth() const;
    QString wordOf(const QString& node, MailAnswer answer) const;
    QString spellText(const QString& node, const MailSpell& spell) const;
    QString tipAt(const QPoint& point) const;

    bool m_givesWay = false, m_hasLegend = false;
    MailSilences m_silences;
    MailFlow m_flow;
    QDateTime m_now;
    Language m_language = Language::English;
};

} // namespace ruw
