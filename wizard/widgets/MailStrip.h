#pragma once

#include "core/base/Text.h"
#include "core/run/MailFlow.h"

#include <QWidget>

namespace ruw {

/// Which mail node answered when, since the watching began: a bar for each. Told apart by height and pattern, not by colour
/// alone; the numbers stand in the tool tip, all of it in the accessible description.
class MailStrip : public QWidget {
    Q_OBJECT
public:
    explicit MailStrip(QWidget* parent = nullptr);
    void setFlow(const MailFlow& flow, const QDateTime& now, Language language);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Cell {
        QString node;
        QRect name, bar;
    };
    QList<Cell> cells(int width) const;
    QString wordOf(const QString& node, MailAnswer answer) const;
    QString spellText(const QString& node, const MailSpell& spell) const;
    QString tipAt(const QPoint& point) const;

    MailFlow m_flow;
    QDateTime m_now;
    Language m_language = Language::English;
};

} // namespace ruw
