#pragma once

#include "tests/gui/PageSamples.h"
#include "tests/gui/WorkSite.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/RunWorker.h"
#include "wizard/widgets/ConfirmationBar.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <functional>

namespace ruw::samples {

/// A site of three nodes, its plan, and the page that works on it, in the smallest window.
struct FileBench {
    explicit FileBench(ProcedureKind kind = ProcedureKind::StopMailFlow, Language language = Language::English)
        : site("OFF")
    {
        site.site().schedule.start = QDateTime::fromString(QStringLiteral("2026-12-05T22:00+09:00"), Qt::ISODate);
        site.site().schedule.decideBy = site.site().schedule.start->addSecs(5 * 3600);
        site.site().schedule.end = site.site().schedule.start->addSecs(9 * 3600);
        session.setLanguage(language);
        site.open(session);
        // Nobody asks the network: what this machine can't see is the operator's word.
        world.smtpByState = false;
        session.connections().useAccess(std::make_unique<samples::WorkAccess>(world));
        session.chooseProcedure(kind);
        page = std::make_unique<WorkPage>(session);
        page->setClock(clock);
        page->retranslate();
        samples::showSmallest(*page);
        page->enter();
    }

    template <typename T> T* child(const char* name) const
    {
        return page->findChild<T*>(QString::fromLatin1(name));
    }
    QPushButton* button(ConfirmationBar::Ask ask) const { return page->findChild<ConfirmationBar*>()->button(ask); }
    QString journal() const { return folder.filePath(QStringLiteral("run.journal.jsonl")); }
    const RunState& state() const { return *session.runState(); }
    /// Until the run asks something, or has ended.
    void await() const { awaitQuestion(*page); }
    static void awaitQuestion(const WorkPage& page)
    {
        QTRY_VERIFY(!page.worker().working() || page.worker().gate().question());
        QCoreApplication::processEvents();
    }
    std::optional<RunQuestion::Kind> asked() const
    {
        await();
        const auto& question = page->worker().gate().question();
        return question ? std::optional(question->kind) : std::nullopt;
    }
    /// A mnemonic: the button goes down, and up by itself a moment later.
    void press(char key) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, Qt::AltModifier);
        QTRY_VERIFY(std::ranges::none_of(page->findChildren<QAbstractButton*>(), &QAbstractButton::isDown));
    }
    void type(const QString& text) const { QTest::keyClicks(QApplication::focusWidget(), text); }

    /// By keyboard: names, journal, and the beginning.
    void begin()
    {
        auto* doer = child<QLineEdit>("beginDoer");
        doer->setFocus();
        type(QStringLiteral("Sato"));
        QTest::keyClick(doer, Qt::Key_Tab);
        type(QStringLiteral("Suzuki"));
        auto* file = child<QLineEdit>("journalEdit");
        file->setFocus();
        file->selectAll();
        type(journal());
        press('g');
        QVERIFY(session.run());
    }
    /// What the run asks next is answered with its good answer; by keyboard, or by the mouse.
    void answerOne(bool byKeyboard) const
    {
        const auto kind = asked();
        QVERIFY(kind);
        if (kind == RunQuestion::Kind::Confirm) {
            if (byKeyboard && child<QCheckBox>("checkerAgrees")->isVisible())
                press('a');
            child<QCheckBox>("checkerAgrees")->setChecked(true);
            byKeyboard ? press('s') : button(ConfirmationBar::Ask::Start)->click();
            return;
        }
        QVERIFY(kind == RunQuestion::Kind::Word || kind == RunQuestion::Kind::DoneByHand);
        const bool word = button(ConfirmationBar::Ask::Yes)->isVisible(); // the restart flag has an answer of its own
        if (byKeyboard) {
            QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("noteEdit"));
            type(QStringLiteral("seen"));
            press(word ? 'i' : 'd');
        } else {
            button(word ? ConfirmationBar::Ask::Yes : ConfirmationBar::Ask::Done)->click();
        }
    }
    /// The current step, to its good end.
    void doStep(bool byKeyboard = false) const
    {
        await();
        const Step* step = state().current();
        const QString id = step ? step->id : QString();
        for (int guard = 0; guard < 20 && state().current() && state().current()->id == id; ++guard) {
            answerOne(byKeyboard);
            await();
        }
    }
    void doStepByKeyboard() const { doStep(true); }
    /// Until a step can be skipped: before its start, or after its question was answered with no.
    void reachSkip() const
    {
        while (asked() && !button(ConfirmationBar::Ask::Skip)->isVisible()) {
            if (asked() == RunQuestion::Kind::Word && state().current()->skippable)
                press('n');
            else
                doStep();
        }
        QVERIFY(button(ConfirmationBar::Ask::Skip)->isVisible());
    }
    /// Until the current step waits for its start.
    void doUntilStart(const std::function<bool(const Step&)>& wanted) const
    {
        while (asked() != RunQuestion::Kind::Confirm || !wanted(*state().current()))
            doStep();
    }

    samples::FileSite site;
    QTemporaryDir folder;
    samples::TickingClock clock;
    samples::WorkAccess::World world;
    Session session;
    std::unique_ptr<WorkPage> page;
};

} // namespace ruw::samples
