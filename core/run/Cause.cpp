#include "core/run/Cause.h"

namespace ruw {

qsizetype causeOf(const QString& step, const QList<std::optional<QString>>& happened, const Procedure& procedure)
{
    qsizetype last = -1;
    for (qsizetype i = 0; i < happened.size(); ++i) {
        const bool before = happened[i] && procedure.number(*happened[i]) <= procedure.number(step);
        if (before && (last < 0 || procedure.number(*happened[i]) >= procedure.number(*happened[last])))
            last = i;
    }
    return last;
}

} // namespace ruw
