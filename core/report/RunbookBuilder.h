#pragma once

#include "core/report/CommandSheets.h"
#include "core/report/HeadingNumbers.h"
#include "core/report/PaperNames.h"
#include "core/report/Runbook.h"

namespace ruw::runbook {

/// What the sections of the runbook share: the input, the language, the numbering, and the document they add to.
class Builder {
public:
    Builder(const RunbookInput& runbookInput, Language inLanguage);

    const RunbookInput& input;
    const SiteFacts& facts;
    const Site& site;
    const Procedure& procedure;
    const Language language;
    Document document;
    CommandSheets sheets; ///< the long commands of the step tables
    const PaperNames paperNames;
    qsizetype fullNames = -1; ///< the block of the body in which the names stand in full
    // The numbers of sections that others before them name.
    static constexpr int abortSection = 7;    ///< on when to stop
    static constexpr int stepsSection = 8;    ///< the work steps
    static constexpr int rollbackSection = 9; ///< on the way back
    // The appendixes that texts name by their letters.
    static constexpr int configAppendix = 1; ///< A: the replica configs
    static constexpr int rulesAppendix = 3;  ///< C: sources and rules

    QString say(const Text& text) const { return text.render(language); }
    /// A name or another text from outside on one line, with nothing hidden in it.
    static QString name(const QString& text);
    QString names(const QStringList& list) const;

    int section() const { return m_numbers.section(); }
    /// "3 Title" or "3.2 Title"; after the first appendix() "A.1 Title".
    void heading(int level, const Text& text);
    void appendix(const Text& text);
    void paragraph(const Text& text, Paragraph::Style style = Paragraph::Style::Body);
    void items(const QList<Text>& texts, bool boxes = false);
    Column column(const Text& head, double width, Column::Align align = Column::Align::Left,
                  bool monospace = false) const;
    void add(const DocumentBlock& block) { document.body.append(block); }

    /// The step's No on paper, 1-based; 0 where there is none.
    int number(const QString& stepId) const;
    /// The planned time of a minute of the chart: "22:05", or "+1:05" from the start where no start is set.
    QString plannedTime(int minute) const;
    int startMinute(const QString& stepId) const;
    const Step* pointOfNoReturn() const;
    /// First and last minute of the isolation as the chart has it; none where nothing isolates.
    std::optional<std::pair<int, int>> isolation() const;

private:
    HeadingNumbers m_numbers;
};

/// The lines of the node's config that give a port: "lines 5, 6"; empty: none does.
Text linesOfPort(const NodeFacts& node, const PortFact& port);

/// "2026-12-05 22:00" in the language, or blanks to fill in.
QString timeOrBlank(const Builder& builder, const std::optional<QDateTime>& time);

/// The columns of the steps there and back; `firstTime`: the head of the second.
QList<Column> stepColumns(const Builder& builder, const Text& firstTime);
/// A row below these columns, with the room to tick and to write in. `node` empty: on all of them.
Row stepRow(const Builder& builder, const QString& number, const Cell& second, const QString& node, const Cell& action,
            const Cell& command, const Cell& expected);
/// Adds to the expected result how one sees it; nothing where the cell is empty. `lead`: where the check is run.
void addCheck(const Builder& builder, Cell& expected, const Cell& check, const Text& lead);

/// What must hold when the step is begun, each with the numbers of the steps whose command or check shows it; empty: nothing.
QString textBefore(const Builder& builder, const Step& step);
/// What is written by hand below a step's row: what later steps compare with, or what its result rests on.
QList<WriteLine> linesToWrite(const Builder& builder, const Step& step);
/// For which slaves the site's own firewalls let the new ports through with the lifting of this block; empty: for none.
QStringList slavesWithNewPorts(const Builder& builder, const Step& step);
/// When a block was lifted. `node`: whose block, and whose clock; empty: the one between all of them.
WriteLine lineForLifting(const Builder& builder, const QString& node);
/// The version that was read on each node.
QList<WriteLine> linesForVersions(const Builder& builder);

// The sections, in the order in which they stand; each adds to the document, and says why where it has nothing.
void addCover(Builder& builder);
void addPurpose(Builder& builder);
void addSystem(Builder& builder);
void addPeople(Builder& builder);
void addTimeChart(Builder& builder);
void addPreconditions(Builder& builder);
void addEffects(Builder& builder);
void addAbortCriteria(Builder& builder);
void addSteps(Builder& builder);
void addRollback(Builder& builder);
/// What the plan neither restores nor removes (S7), whether the work goes on or back; adds nothing where there is none.
void addLeftOnNodes(Builder& builder);
void addCommandSheets(Builder& builder);
void addQueueEstimate(Builder& builder);
void addFirewallRequests(Builder& builder);
void addUserNotice(Builder& builder);
void addAppendixes(Builder& builder);

} // namespace ruw::runbook
