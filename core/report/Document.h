#pragma once

#include "core/base/Text.h"
#include "core/report/Topology.h"

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace ruw {

// The document model: what a paper says, already in its language, without how it is drawn. One model for PDF,
// print preview, HTML and Excel.

/// Numbered by whoever writes the paper, as its text.
struct Heading {
    int level = 1; ///< 1..3
    QString text;
};
/// Running text; a note is small, a warning stands out without colour.
struct Paragraph {
    enum class Style { Body, Note, Warning };
    QString text;
    Style style = Style::Body;
};
/// Bulleted, or with a box to tick.
struct ItemList {
    QStringList items;
    bool boxes = false;
};
/// A command or text to copy: monospace, wrapped visibly, pastes as it stands.
struct CommandBlock {
    QString caption;
    QString text;
    bool onOnePage = false; ///< is not parted where one page can hold it
};
/// One column of a table.
struct Column {
    enum class Align { Left, Right, Center };
    QString head;
    double width = 1; ///< share of the table's width
    Align align = Align::Left;
    bool monospace = false;
};
/// A bar of a time chart, in shares (0..1) of its column's width. Solid: what is; outlined: what was planned beside it.
struct Bar {
    double from = 0, to = 0;
    bool outlined = false;
};
/// A stretch of a strip, in shares of its column's width; kinds are told apart without colour.
struct Stretch {
    enum class Kind { Solid, Hatched, Thin };
    double from = 0, to = 0;
    Kind kind = Kind::Solid;
};
/// A text that is nothing but tickBox is drawn as a box to tick.
struct Cell {
    QString text = {};
    QString command = {}; ///< shown below the text in monospace
    bool bold = false;
    QList<Bar> bars = {};      ///< one below the other
    QString note = {};         ///< shown small below the rest: why, on which condition
    QString lead = {};         ///< a bold first line above the text
    QList<Stretch> strip = {}; ///< beside each other on one line
    bool noteBelow = false;    ///< on paper the note stands below the row, across the table
};
inline constexpr char16_t tickBox = u'\u25A1';
/// A ruled line to write on by hand, with what it is about.
struct WriteLine {
    QString lead = {};
    QStringList fields = {}; ///< what stands in front of each rule; they share the rest of the line
};
/// A row of a table, or what spans it (isGroup()).
struct Row {
    QList<Cell> cells;       ///< one for each column; a single cell spans the row (group heading)
    bool emphasized = false; ///< drawn with a heavier rule and a tint: the point of no return
    double minHeight = 0;    ///< points: room to write or sign in
    QList<WriteLine> toWrite = {}; ///< below the row, across the table
};
/// The head repeats on every page; a row splits only where no page can hold it.
struct Table {
    QString title;
    QList<Column> columns;
    QList<Row> rows;
    bool steps = false; ///< the step table: becomes the step sheet in Excel
    bool groupsWhole = false; ///< on paper the rows of a group stay together where a page holds them and none is left half empty for it
};
/// The site as a drawing; in Excel, in words.
struct Drawing {
    TopologyModel topology;
    QString caption;
};
/// What follows begins a page.
struct PageBreak {};
/// Following blocks on A4 landscape / portrait.
struct Orientation {
    bool landscape = false;
};
/// The headings of levels 1 and 2 with their pages.
struct Contents {
    QString title;
};
using DocumentBlock = std::variant<Heading, Paragraph, ItemList, CommandBlock, Table, Drawing, PageBreak,
                                   Orientation, Contents>;

/// A whole paper, in one language.
struct Document {
    Language language = Language::English;
    QString title;    ///< 作業手順書
    QString author;   ///< for the file's metadata; may be empty
    QString subtitle; ///< site and versions
    QString siteName;
    QString documentId;     ///< in the header of each page; in HTML, which has none, in the footer
    QString fingerprint;    ///< short form, in the footer
    bool rehearsal = false; ///< every page is marked
    bool form =
        false; ///< a page or two to fill in: its title on top instead of a cover, its tables in one sheet
    QList<DocumentBlock> cover; ///< first page, without footer, and without header unless it is a rehearsal's
    QList<DocumentBlock> body;
};

/// By which program and version a paper was made, and that the vendor does not answer for it. Later texts call it "the program".
Text madeWith();
/// The title as it stands at the head of each page: of a rehearsal's paper it says so.
QString markedTitle(const Document& document);
/// A row that spans the table: the heading of those below it, or a mark of its own.
bool isGroup(const Row& row, const Table& table);
/// The table has a head: a column has one.
bool hasHead(const Table& table);
/// What stands above a table below this heading (empty: none): its title, or nothing where that only repeats the heading.
QString captionOf(const Table& table, const QString& heading);
/// The cell is drawn as a box to tick.
bool isTickBox(const Cell& cell);
/// The line with blanks in the place of its rules, for a writer that draws none.
QString withBlanks(const WriteLine& line);
/// What a command is called that stands below its row: the words before it that end with ":", or its column's head.
QString commandLabel(const Cell& cell, const Column& column);
/// Every text of a document in reading order, without layout.
QStringList textsOf(const Document& document);
/// Whether any text needs a Japanese font, whatever the document's language (names can be Japanese).
bool needsJapanese(const Document& document);
/// A text split at line breaks, each line with control characters and bidi overrides made visible
/// (shownSafely), tabs expanded: what the writers put on paper.
QStringList safeLines(const QString& text);

} // namespace ruw
