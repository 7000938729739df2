#pragma once

#include "core/base/Text.h"
#include "wizard/WindowGate.h"

#include <QWidget>

class QGridLayout;

namespace ruw {

/// What is expected, and beside it what was seen of it: shape, word and the words of what was seen.
class ResultTable : public QWidget {
    Q_OBJECT
public:
    explicit ResultTable(QWidget* parent = nullptr);
    /// Hidden while there is no row. Without a verdict the row's right side stays empty.
    void setRows(const QList<SeenRow>& rows, Language language);

private:
    QGridLayout* m_grid;
    QWidget* m_content = nullptr;
    QList<SeenRow> m_shown;
    Language m_language = Language::English;
};

} // namespace ruw
