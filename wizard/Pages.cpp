#include "wizard/Pages.h"

#include "wizard/pages/FinishPage.h"
#include "wizard/pages/PortsPage.h"
#include "wizard/pages/SitePage.h"
#include "wizard/pages/StartPage.h"
#include "wizard/pages/SurveyPage.h"
#include "wizard/pages/WorkPage.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Stands in until the page's own class is in the table.
class PlainPage final : public Page {
public:
    PlainPage(QString title, Session& session, QWidget* parent)
        : Page(session, parent), m_title(std::move(title))
    {
    }
    QString title() const override { return m_title; }
    QString intro() const override { return {}; }
    QString nextVerb() const override { return u"&Next"_s; }

private:
    QString m_title;
};

template <typename T> Page* make(Session& session, QWidget* parent)
{
    return new T(session, parent);
}

struct Entry {
    QLatin1StringView code;
    Page* (*make)(Session&, QWidget*); ///< null: PlainPage
};

constexpr std::array<Entry, pageCount> table{{
    {"start"_L1, make<StartPage>},
    {"site"_L1, make<SitePage>},
    {"survey"_L1, make<SurveyPage>},
    {"ports"_L1, make<PortsPage>},
    {"procedure"_L1, nullptr},
    {"checks"_L1, nullptr},
    {"runbook"_L1, nullptr},
    {"work"_L1, make<WorkPage>},
    {"finish"_L1, make<FinishPage>},
}};

} // namespace

Page* makePage(PageId id, Session& session, QWidget* parent)
{
    const Entry& entry = table[size_t(id)];
    Page* page = entry.make ? entry.make(session, parent) : new PlainPage(pageCode(id), session, parent);
    page->setObjectName(pageCode(id) + "Page"_L1);
    return page;
}

QString pageCode(PageId id)
{
    return table[size_t(id)].code;
}

} // namespace ruw
