#pragma once

#include <QCoreApplication>

class QWidget;

namespace ruw {

/// What this program is, its version, and whose product it is not.
class AboutBox {
    Q_DECLARE_TR_FUNCTIONS(ruw::AboutBox)
public:
    /// Opens it over `window`; it goes when it is closed.
    static void show(QWidget* window);
};

} // namespace ruw
