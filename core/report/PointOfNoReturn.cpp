#include "core/report/PointOfNoReturn.h"

#include <algorithm>

namespace ruw {

Text pointOfNoReturnMark(const TimeChart& chart, const Procedure& procedure, const Text& when)
{
    const int number = procedure.pointOfNoReturn() + 1;
    const bool within =
        std::any_of(chart.stretches.cbegin(), chart.stretches.cend(), [&](const TimeChart::Stretch& stretch) {
            return stretch.pointOfNoReturn && stretch.startMinute < chart.pointOfNoReturnMinute;
        });
    return (within ? Text::tr("Point of no return: %1 (No. %2), within the next row")
                   : Text::tr("Point of no return: %1 (No. %2)"))
        .arg(when)
        .arg(number);
}

} // namespace ruw
