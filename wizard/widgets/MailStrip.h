#pragma once

#include "core/base/Text.h"
#include "core/run/MailFlow.h"

#include <QHash>
#include <QSet>
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
    /// `silentByPlan`: the nodes whose silence is planned just now, and nothing to worry about.
    /// `silentByPlan`: nodes whose silence is, or was when they were asked last, as planned.
    void setFlow(const MailFlow& flow, const QSet<QString>& silentByPlan, const QDateTime& now, Language language);
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
    void notePlanned();
    bool isPlanned(const QString& node, const MailSpell& spell, bool otherwise) const;
    static QString heading();
    int headWidth() const;
    QString wordOf(const QString& node, MailAnswer answer) const;
    QString spellText(const QString& node, const MailSpell& spell) const;
    QString tipAt(const QPoint& point) const;

    bool m_givesWay = false, m_hasLegend = false;
    QSet<QString> m_byPlan;
    QHash<QString, QHash<qint64, bool>> m_planned; ///< of silent spells, by their beginning (ms): whether they were planned
    MailFlow m_flow;
    QDateTime m_now;
    Language m_language = Language::English;
};

} // namespace ruw
