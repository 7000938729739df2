#pragma once

#include "tests/gui/PageSamples.h"
#include "tests/gui/WorkSite.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/widgets/StateLine.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace ruw::samples {

/// The Work page on a site of three nodes by SSH, in the smallest window, by a clock of the test's own kind.
template <typename OwnClock> struct SshPage {
    /// Surveys and plans the site, which `change` may alter, and begins the run. An empty `checker`: nobody is named.
    void open(ProcedureKind kind, Language language, const std::function<void(Site&)>& change,
              const QString& checker = QStringLiteral("Suzuki"))
    {
        session.setLanguage(language);
        session.connections().useAccess(std::make_unique<WorkAccess>(world));
        Site site = workSite();
        site.directory = folder.path();
        if (change)
            change(site);
        session.setSite(site);
        session.setSurvey(surveySite(site, session.connections().access(), {}, {}));
        session.chooseProcedure(kind);
        if (!session.procedure()) {
            const auto planned = planProcedure(session.facts(), kind);
            qFatal("there is no plan: %s",
                   qPrintable(planned ? QString() : planned.error().render(Language::English)));
        }
        page = std::make_unique<WorkPage>(session);
        page->setClock(clock);
        page->retranslate();
        showSmallest(*page);
        page->enter();
        session.setPeople(QStringLiteral("Sato"), checker);
        child<QLineEdit>("journalEdit")->setText(journal());
        child<QPushButton>("beginButton")->click();
        if (!session.run())
            qFatal("the run did not begin: %s", qPrintable(child<StateLine>("beginError")->text()));
    }
    template <typename T> T* child(const char* name) const
    {
        T* found = page->findChild<T*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no part named %s", name);
        return found;
    }
    QString journal() const { return folder.filePath(QStringLiteral("run.journal.jsonl")); }

    QTemporaryDir folder;
    OwnClock clock;
    WorkAccess::World world;
    Session session;
    std::unique_ptr<WorkPage> page;
};

} // namespace ruw::samples
