#pragma once

#include "tests/gui/FakeSite.h"
#include "tests/gui/PageSamples.h"
#include "wizard/pages/SurveyPage.h"
#include "wizard/Session.h"
#include "wizard/widgets/QuestionDesk.h"

#include <QTableWidget>

#include <memory>
#include <utility>

namespace ruw::samples {

/// The survey page of the sample site, with the desk that asks its questions.
class SurveyBench {
protected:
    static constexpr int stateColumn = 4, detailColumn = 5;

    /// Anew for each test.
    void open()
    {
        m_page.reset();
        m_session = std::make_unique<Session>();
        QVERIFY(m_session->openCopyOf(QStringLiteral(":/sample/site.json")).ok());
        m_page = std::make_unique<SurveyPage>(*m_session);
        m_page->retranslate();
        m_page->show();
        new QuestionDesk(*m_session, m_page.get());
    }
    QString cell(int row, int column) const
    {
        return part<QTableWidget>(*m_page, "surveyTable")->item(row, column)->text();
    }

    /// The nodes do what `reading` says.
    void fake(FakeSiteAccess::Reading reading)
    {
        m_session->connections().useAccess(std::make_unique<FakeSiteAccess>(std::move(reading)));
    }
    WindowPrompter& prompter() { return m_session->connections().prompter(); }
    /// The dialog of that kind that is open; null: there is none.
    template <typename T> T* dialog() const
    {
        const QList<T*> all = m_page->findChildren<T*>();
        for (T* one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<SurveyPage> m_page;
};

} // namespace ruw::samples
