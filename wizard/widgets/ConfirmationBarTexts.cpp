// The words of the confirmation bar: of its answers, and of the small print below them.

#include "wizard/widgets/ConfirmationBar.h"

#include "core/base/Quote.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/AnswerCell.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace ruw {

QString ConfirmationBar::textOf(Ask ask) const
{
    switch (ask) {
    case Ask::Run:
        return tr("&Run this command");
    case Ask::Start:
        return tr("&Start this action");
    case Ask::StartByHand:
        return tr("&Start it by hand");
    case Ask::Done:
        return m_view.mode == Mode::Question ? tr("&Done: no restart") : tr("&Done: as expected");
    case Ask::RestartAsked:
        return tr("&Restart asked for");
    case Ask::NotAsExpected:
        return tr("&Not as expected");
    case Ask::Yes:
        return tr("Yes, it &is so");
    case Ask::AllYes:
        return tr("&All as expected");
    case Ask::No:
        return tr("&No, it is not");
    case Ask::Look:
        return tr("&Look again");
    case Ask::Retry:
        return tr("&Try again");
    case Ask::DoneByHand:
        return tr("&Done by hand: judge it");
    case Ask::RunUndo:
        return tr("&Run the undo");
    case Ask::BeginUndo:
        return tr("&Start undoing it");
    case Ask::Undone:
        return tr("&Done: it is undone");
    case Ask::StayForward:
        return tr("Stop &undoing");
    case Ask::StopWaiting:
        return tr("Stop &waiting");
    case Ask::GoOn:
        return tr("&Go on with the run");
    case Ask::ShowCurrent:
        return tr("Sho&w the current step");
    case Ask::Reopen:
        return tr("&Go on from the journal");
    case Ask::Skip:
        return tr("S&kip");
    case Ask::GoBack:
        return tr("&Undo changes\u2026");
    case Ask::Exclude:
        return tr("L&eave %1 out", "node").arg(shownSafely(m_view.node));
    case Ask::Hold:
        return tr("&Hold");
    }
    Q_UNREACHABLE();
}

/// Where the tick serves leaving a node out alone, that. Hardly wider than what it says else: in the smallest window its row takes
/// all there is.
QString ConfirmationBar::tickText() const
{
    const QString looked = m_view.checker.isEmpty() ? tr("The checker has looked and &agrees")
                                                    : tr("%1 (checker) has looked and &agrees").arg(m_view.checker);
    const bool servesMore = m_view.mode != Mode::Trouble || (m_view.critical && m_view.remedies.contains(Remedy::Manual));
    if (servesMore || !m_view.remedies.contains(Remedy::Exclude))
        return looked;
    const QString node = shownSafely(m_view.node);
    QStringList words{tr("The checker &agrees to leave %1 out", "node").arg(node)};
    if (!m_view.checker.isEmpty())
        words.prepend(tr("%1 (checker) &agrees to leave %2 out", "name, node").arg(m_view.checker, node));
    const auto widthOf = [this](const QString& text) { return m_checker->fontMetrics().horizontalAdvance(text); };
    const int room = widthOf(looked) + 2 * theme::grid;
    const auto fits = std::find_if(words.cbegin(), words.cend(), [&](const QString& text) { return widthOf(text) <= room; });
    return fits == words.cend() ? looked : *fits;
}

void ConfirmationBar::retranslate()
{
    m_noteLabel->setText(tr("N&ote"));
    m_note->setPlaceholderText(tr("What was seen, or the reason"));
    m_checker->setText(tickText());
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        if (const QString text = textOf(it.key()); it.value()->button()->text() != text)
            it.value()->button()->setText(text); // unchanged ones keep their shortcut while a key is on its way
    }
    showLines();
}

/// What shall be done has not begun: to look again shows the same, to do it again is what leads on.
bool ConfirmationBar::retryFits() const
{
    return m_view.mode == Mode::Trouble && m_view.advised == Remedy::Retry;
}

/// Whether this answer takes effect only once the checker has agreed, and he has not.
bool ConfirmationBar::awaitsChecker(Ask ask) const
{
    if (!m_wantsChecker || m_checker->isChecked())
        return false;
    if (m_view.mode == Mode::Trouble)
        return ask == Ask::Exclude || (ask == Ask::DoneByHand && m_view.critical);
    return ask == Ask::Run || ask == Ask::Start || ask == Ask::StartByHand;
}

/// Where going back begins, in the few words that fit beside its button.
QString ConfirmationBar::undoInShort() const
{
    if (m_view.undoes == 0)
        return {};
    const QString line = m_view.nothingToUndo   ? tr("First: step %1, nothing to take back")
                         : m_view.versionByHand ? tr("First: step %1. Versions by hand.")
                                                : tr("First: step %1");
    return withNumbersWhole(line.arg(m_view.undoes));
}

/// What stands of that below the button, where it is too long for it; empty: all of it.
QString ConfirmationBar::inShort(Ask ask) const
{
    if (ask == Ask::GoBack && m_terse && m_view.mode == Mode::Trouble)
        return undoInShort();
    if (ask == Ask::DoneByHand && m_view.simulated)
        return tr("the rehearsal does it for you");
    return {};
}

/// When an answer to trouble fits; of going back where it begins, and that it goes on from there; else what an answer does that its
/// name does not say.
QString ConfirmationBar::lineOf(Ask ask) const
{
    if (ask == Ask::GoBack && m_view.undoes == 0)
        return {};
    if (ask == Ask::GoBack) {
        const QString line = m_view.nothingToUndo ? tr("One by one, each confirmed; first: step %1, with nothing to take back there.")
                             : m_view.versionByHand
                                 ? tr("One by one, each confirmed; first: step %1. Versions go back by hand.")
                                 : tr("One by one, each confirmed; first: step %1.");
        return withNumbersWhole(line.arg(m_view.undoes));
    }
    if (ask == Ask::StayForward) // begun by hand, it is not known how far it came
        return m_view.begins || m_view.canRun ? tr("leads back to the current step") : tr("looks how far it came");
    if (ask == Ask::StopWaiting)
        return tr("judges by what is seen now");
    if (ask == Ask::Hold && m_view.mode == Mode::Busy)
        return tr("ends the wait, not what runs; looked at again when you go on");
    if (ask == Ask::Hold && m_view.mode == Mode::Waiting)
        return tr("judges nothing; looked at again when you go on");
    if (m_view.mode != Mode::Trouble)
        return {};
    switch (ask) {
    case Ask::Look: // what stands in the way before the step begins takes more than patience: a hand, or a queue that drains
        return m_view.remedies.contains(Remedy::Manual) && m_view.mayBeSlow ? tr("if it was only slow") : tr("once it has changed");
    case Ask::Retry:
        return retryFits() ? tr("as it was not started") : tr("if the cause is gone");
    case Ask::DoneByHand:
        return m_view.simulated ? tr("in the rehearsal: does what you would do by hand, which takes its time, and judges it")
                                : tr("if you put it right");
    case Ask::Skip:
        return tr("if it is not needed");
    case Ask::Exclude:
        return tr("if it can't be mended");
    case Ask::Hold:
        return tr("if you need time");
    default:
        return {};
    }
}

} // namespace ruw
