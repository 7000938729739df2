#pragma once

#include "tests/gui/SshPage.h"
#include "wizard/RunWorker.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/widgets/StateLine.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>

namespace ruw::samples {

/// A site of three nodes by SSH, its plan, and the page whose Runner works on it, in the smallest window.
struct SshBench : SshPage<TickingClock> {
    using Press = ConfirmationBar::Ask;
    using Kind = RunQuestion::Kind;

    explicit SshBench(const std::function<void(Site&)>& change = {}, Language language = Language::English,
                      const QString& checker = QStringLiteral("Suzuki"))
    {
        open(ProcedureKind::StopMailFlow, language, change, checker);
    }

    QPushButton* button(Press press) const { return page->findChild<ConfirmationBar*>()->button(press); }
    const RunState& state() const { return *session.runState(); }
    StepStatus status(const QString& id) const { return state().record(id).status; }
    const RunQuestion* question() const
    {
        const auto& asked = page->worker().gate().question();
        return asked ? &*asked : nullptr;
    }
    /// Until the run asks something, or has ended; nothing: it has ended.
    std::optional<Kind> asked() const
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!page->worker().working() || question(), 20'000); }();
        QCoreApplication::processEvents();
        return question() ? std::optional(question()->kind) : std::nullopt;
    }
    void press(char key) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, Qt::AltModifier);
        QTRY_VERIFY(std::ranges::none_of(page->findChildren<QAbstractButton*>(), &QAbstractButton::isDown));
    }
    /// The good answer, by keyboard.
    void answerGood() const
    {
        switch (*asked()) {
        case Kind::Confirm:
            if (child<QCheckBox>("checkerAgrees")->isVisible())
                press('a');
            press(question()->canRun ? 'r' : 's');
            break;
        case Kind::DoneByHand:
            press('d');
            break;
        case Kind::Word:
            press(button(Press::Yes)->isVisible() ? 'i' : 'd'); // the restart flag has an answer of its own
            break;
        case Kind::Trouble:
        case Kind::Undo:
            QFAIL("nothing was to go wrong");
        }
    }
    /// Until this kind of step waits for its start.
    void reach(StepKind kind, const QString& node = {}) const
    {
        while (asked() && !QTest::currentTestFailed()) {
            const Step& step = question()->step;
            if (question()->kind == Kind::Confirm && step.kind == kind &&
                (node.isEmpty() || step.node == node))
                return;
            answerGood();
        }
        QFAIL("there is no such step");
    }
    QList<Press> offered() const
    {
        QList<Press> all;
        for (int i = 0; i <= int(Press::Hold); ++i) {
            if (button(Press(i))->isVisible())
                all.append(Press(i));
        }
        return all;
    }
    /// What stands in small print with an answer; empty: nothing that can be seen.
    QString lineOf(Press press) const
    {
        const auto* line = child<QLabel>(qPrintable(button(press)->objectName() + QStringLiteral("Line")));
        return !line->isVisible() ? QString() : line->toolTip().isEmpty() ? line->text() : line->toolTip();
    }
    QStringList seenLines() const
    {
        QStringList lines;
        for (const StateLine* line : page->findChildren<StateLine*>(QStringLiteral("seenLine"))) {
            if (line->isVisible())
                lines.append(line->text());
        }
        return lines;
    }
};

} // namespace ruw::samples
