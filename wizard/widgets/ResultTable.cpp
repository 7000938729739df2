#include "wizard/widgets/ResultTable.h"

#include "core/product/ProductVersion.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Verdict = Observation::Verdict;

std::optional<Verdict> verdictOf(const QString& code)
{
    for (const Verdict verdict : {Verdict::Holds, Verdict::Broken, Verdict::Unknown, Verdict::ByWord}) {
        if (code == verdictCode(verdict))
            return verdict;
    }
    return std::nullopt;
}

theme::State stateOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return theme::State::Good;
    case Verdict::Broken:
        return theme::State::Bad;
    case Verdict::Unknown:
        return theme::State::Unknown;
    case Verdict::ByWord:
        return theme::State::Info;
    }
    Q_UNREACHABLE();
}

} // namespace

ResultTable::ResultTable(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    hide();
}

void ResultTable::setRows(const QList<SeenRow>& rows, Language language)
{
    if (m_content && m_shown == rows && m_language == language)
        return; // told anew at every look: it must not flicker
    m_shown = rows;
    m_language = language;
    delete m_content;
    m_content = new QWidget(this);
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(2 * theme::grid);
    grid->setVerticalSpacing(theme::grid / 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    QStringList spoken;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString expected = rows[i].expected.render(language);
        auto* text = new QLabel(u"\u2022 "_s + withWordsWhole(withVersionsWhole(expected)), m_content);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const bool waitedFor = rows[i].verdict == SeenRow::waitedFor;
        const std::optional<Verdict> verdict = verdictOf(rows[i].verdict);
        if (!verdict && !waitedFor) {
            grid->addWidget(text, int(i), 0, 1, 2, Qt::AlignTop);
            spoken.append(expected);
            continue;
        }
        grid->addWidget(text, int(i), 0, Qt::AlignTop);
        auto* line = new StateLine(m_content);
        line->setObjectName("seenLine"_L1);
        const QString word = (waitedFor ? waitedForText() : verdictText(*verdict)).render(language);
        const QString seen = withVersionsWhole(rows[i].seen.render(language));
        line->setState(waitedFor ? theme::State::Busy : stateOf(*verdict),
                       seen.isEmpty() ? word : tr("%1: %2", "verdict, what was seen").arg(word, seen));
        grid->addWidget(line, int(i), 1, Qt::AlignTop);
        spoken.append(tr("%1: %2", "verdict, what was seen").arg(expected, line->text()));
    }
    m_grid->addWidget(m_content, 0, 0);
    m_content->show(); // at once, not one turn of the event loop later
    setAccessibleName(spoken.join(u'\n'));
    setVisible(!rows.isEmpty());
}

} // namespace ruw
