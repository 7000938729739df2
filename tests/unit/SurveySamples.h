#pragma once

#include "core/survey/SurveyReport.h"

#include <QString>

#include <algorithm>

namespace ruw::samples {

/// tests/data/sites.
inline const QString dataDir = QStringLiteral(TESTS_DIR "/data/sites");

/// The first finding of that id; null: there is none.
inline const Finding* findingOf(const SurveyReport& report, const QString& id)
{
    const auto it = std::find_if(report.findings.begin(), report.findings.end(),
                                 [&](const Finding& f) { return f.id == id; });
    return it == report.findings.end() ? nullptr : &*it;
}

} // namespace ruw::samples
