#include "wizard/Pages.h"

#include "wizard/pages/ChecksPage.h"
#include "wizard/pages/FinishPage.h"
#include "wizard/pages/PortsPage.h"
#include "wizard/pages/ProcedurePage.h"
#include "wizard/pages/RunbookPage.h"
#include "wizard/pages/SitePage.h"
#include "wizard/pages/StartPage.h"
#include "wizard/pages/SurveyPage.h"
#include "wizard/pages/WorkPage.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

template <typename T> Page* make(Session& session, QWidget* parent)
{
    return new T(session, parent);
}

struct Entry {
    QLatin1StringView code;
    Page* (*make)(Session&, QWidget*);
};

constexpr std::array<Entry, pageCount> table{{
    {"start"_L1, make<StartPage>},
    {"site"_L1, make<SitePage>},
    {"survey"_L1, make<SurveyPage>},
    {"ports"_L1, make<PortsPage>},
    {"procedure"_L1, make<ProcedurePage>},
    {"checks"_L1, make<ChecksPage>},
    {"runbook"_L1, make<RunbookPage>},
    {"work"_L1, make<WorkPage>},
    {"finish"_L1, make<FinishPage>},
}};

static_assert(std::all_of(table.begin(), table.end(), [](const Entry& entry) { return entry.make != nullptr; }),
              "every page has its row");

} // namespace

Page* makePage(PageId id, Session& session, QWidget* parent)
{
    Page* page = table[size_t(id)].make(session, parent);
    page->setObjectName(pageCode(id) + "Page"_L1);
    return page;
}

QString pageCode(PageId id)
{
    return table[size_t(id)].code;
}

} // namespace ruw
