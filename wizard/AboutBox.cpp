#include "wizard/AboutBox.h"

#include "wizard/Theme.h"

#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace ruw {

void AboutBox::show(QWidget* window)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About"), {}, QMessageBox::Ok, window);
    box->setObjectName("aboutBox"_L1);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(theme::icon(u"app"_s, theme::colors().accent).pixmap(48, 48));
    box->setText(tr("Replica Upgrade Wizard %1").arg(QLatin1StringView(RUW_VERSION)));
    box->setInformativeText(
        tr("Plans and guides the upgrade of a replicated m-FILTER site after the vendor's FAQ 2578.\n\n"
           "This is not a product of the vendor and is not supported by the vendor. m-FILTER is a product of "
           "Digital Arts Inc."));
    box->open();
}

} // namespace ruw
