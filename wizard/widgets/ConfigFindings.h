#pragma once

#include "core/base/Finding.h"

#include <QWidget>

class QVBoxLayout;

namespace ruw {

/// What was noticed in the configs, gravest first, each with file and line.
class ConfigFindings : public QWidget {
    Q_OBJECT
public:
    explicit ConfigFindings(QWidget* parent = nullptr);
    void setFindings(const QList<Finding>& all, Language language);

private:
    QVBoxLayout* m_column;
};

} // namespace ruw
