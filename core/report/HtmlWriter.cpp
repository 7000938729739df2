#include "core/report/HtmlWriter.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr auto styleSheet = R"css(
:root { --ink: #111; --soft: #555; --rule: #999; --tint: #e6e6e6; --pale: #f4f4f4; }
* { box-sizing: border-box; }
body { color: var(--ink); background: #fff; margin: 0 auto; padding: 24px; max-width: 1180px;
  font: 15px/1.7 "BIZ UDPGothic", "BIZ UDPゴシック", "Yu Gothic UI", "Hiragino Sans", "Noto Sans JP", sans-serif; }
header { border-bottom: 1px solid var(--ink); margin-bottom: 24px; }
header .site { font-size: 1.1em; margin: 24px 0 4px; }
h1.title { font-size: 2.2em; line-height: 1.3; margin: 0; padding: 8px 0; border-top: 4px solid var(--ink); }
header .subtitle { margin: 8px 0 16px; }
h2 { font-size: 1.45em; border-bottom: 2px solid var(--ink); margin: 2em 0 .6em; }
h3 { font-size: 1.15em; margin: 1.6em 0 .4em; }
h4 { font-size: 1em; margin: 1.2em 0 .3em; }
p { margin: .5em 0; }
p.note { color: var(--soft); font-size: .88em; }
p.warning { border: 2px solid var(--ink); padding: 8px 12px 8px 40px; font-weight: bold; position: relative; }
p.warning::before { content: "!"; position: absolute; left: 12px; top: 8px; width: 18px; text-align: center;
  border: 2px solid var(--ink); border-radius: 50%; line-height: 1.3; }
ul { margin: .5em 0; padding-left: 1.5em; } ul.boxes { list-style: none; padding-left: 0; }
ul.boxes li { padding-left: 1.8em; position: relative; margin: .35em 0; }
.box { display: inline-block; width: .95em; height: .95em; border: 1.5px solid var(--ink); vertical-align: -.1em; }
ul.boxes .box { position: absolute; left: .2em; top: .38em; }
table { border-collapse: collapse; width: 100%; margin: .6em 0 1.4em; font-size: .9em; table-layout: fixed; }
caption { text-align: left; font-weight: bold; padding: .3em 0; }
th, td { border: 1px solid var(--rule); padding: 5px 7px; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th.center { padding: 5px 3px; } th { background: var(--tint); border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
.right { text-align: right; font-variant-numeric: tabular-nums; } .center { text-align: center; }
tr.group td { background: var(--pale); font-weight: bold; }
tr.emphasized td { background: var(--tint); font-weight: bold; border-top: 3px solid var(--ink); border-bottom: 3px solid var(--ink); }
td.bold { font-weight: bold; }
pre, td.mono { font-family: "BIZ UDGothic", "BIZ UDゴシック", "MS Gothic", "Noto Sans Mono CJK JP", monospace; }
pre { background: var(--pale); border-left: 4px solid #777; margin: .3em 0; padding: 6px 10px; font-size: .92em; line-height: 1.5;
  white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; -webkit-user-select: all; }
td.mono { white-space: pre-wrap; } tr.band td { border-top-style: dotted; } tr.band p { margin: 0; line-height: 1.5; }
.write { display: flex; gap: 12px; align-items: flex-end; min-height: 24pt; } .write .lead { flex: 0 0 30%; }
.write .field { flex: 1; border-bottom: 1px solid var(--ink); min-height: 1.2em; }
tbody.step { break-inside: avoid; } tr.group { break-after: avoid; }
.gantt { display: block; position: relative; height: 12px; margin-top: .35em; }
.gantt .hatched { background: repeating-linear-gradient(135deg, #fff 0 3px, #111 3px 4px); }
.gantt .thin { top: 50%; height: 0; border-width: 1px 0 0; background: none; }
.gantt.plan { height: 9px; } .gantt.plan span { background: #fff; }
.gantt span { position: absolute; top: 0; height: 100%; min-width: 2px; background: #777; border: 1px solid #111;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
figure { margin: 1em 0; } figure svg { width: 100%; height: auto; max-height: 90vh; }
svg text { font-family: inherit; } figcaption { text-align: center; color: var(--soft); font-size: .88em; }
.rehearsal { border: 3px dashed #777; padding: 4px 12px; font-weight: bold; text-align: center; }
.rehearsal-mark { display: none; }
footer { border-top: 1px solid var(--ink); margin-top: 3em; padding-top: 6px; font-size: .85em; color: var(--soft);
  display: flex; justify-content: space-between; }
nav a { color: inherit; } nav .sub { padding-left: 1.5em; }
@page { size: A4; margin: 15mm; } @page wide { size: A4 landscape; margin: 15mm; }
@media print { body { padding: 0; max-width: none; font-size: 9.5pt; } .wide { page: wide; }
  h2, h3, h4, caption { break-after: avoid; } tr, figure, p.warning { break-inside: avoid; } thead { display: table-header-group; }
  .break { break-before: page; }
  .rehearsal-mark { display: block; position: fixed; top: 40%; left: 0; right: 0; margin: 0; text-align: center;
    font-size: 60pt; font-weight: bold; line-height: 1; color: rgba(0, 0, 0, .13); transform: rotate(-30deg); z-index: 1;
    print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
)css";

QString escaped(const QString& text)
{
    return safeLines(text).join(u'\n').toHtmlEscaped();
}

QString escapedWithBreaks(const QString& text)
{
    return escaped(text).replace(u'\n', u"<br>"_s);
}

QString cssNumber(double value)
{
    return QString::number(value, 'f', 2);
}

/// Writes one block after the other.
class HtmlVisitor {
public:
    explicit HtmlVisitor(const Document& document) : m_document(document) {}

    QString out;

    void operator()(const Heading& block)
    {
        m_heading = block.text;
        const QString tag = u"h"_s + QString::number(block.level + 1); // the title is the only h1
        out += u"<"_s + tag + u" id=\"s"_s + QString::number(++m_headings) + u"\">"_s + escaped(block.text) +
               u"</"_s + tag + u">\n"_s;
    }
    void operator()(const Paragraph& block)
    {
        const auto style = block.style == Paragraph::Style::Note      ? " class=\"note\""_L1
                           : block.style == Paragraph::Style::Warning ? " class=\"warning\""_L1
                                                                      : ""_L1;
        out += u"<p"_s + style + u">"_s + escapedWithBreaks(block.text) + u"</p>\n"_s;
    }
    void operator()(const ItemList& block)
    {
        out += block.boxes ? u"<ul class=\"boxes\">\n"_s : u"<ul>\n"_s;
        for (const QString& item : block.items) {
            out += u"<li>"_s + (block.boxes ? u"<span class=\"box\"></span>"_s : QString()) +
                   escapedWithBreaks(item) + u"</li>\n"_s;
        }
        out += u"</ul>\n"_s;
    }
    void operator()(const CommandBlock& block)
    {
        if (!block.caption.isEmpty())
            out += u"<h4>"_s + escaped(block.caption) + u"</h4>\n"_s;
        out += u"<pre>"_s + escaped(block.text) + u"</pre>\n"_s;
    }
    void operator()(const Table& block)
    {
        out += u"<table>\n"_s;
        if (const QString caption = captionOf(block, m_heading); !caption.isEmpty())
            out += u"<caption>"_s + escaped(caption) + u"</caption>\n"_s;
        double shares = 0;
        for (const Column& column : block.columns)
            shares += column.width;
        out += u"<colgroup>"_s;
        for (const Column& column : block.columns)
            out +=
                u"<col style=\"width:"_s + cssNumber(100 * column.width / std::max(shares, 1e-6)) + u"%\">"_s;
        out += u"</colgroup>\n"_s;
        if (hasHead(block)) {
            out += u"<thead><tr>"_s;
            for (const Column& column : block.columns)
                out += u"<th scope=\"col\""_s + classes(column, false) + u">"_s + escaped(column.head) +
                       u"</th>"_s;
            out += u"</tr></thead>\n"_s;
        }
        // A body for each step, with all that stands below it: it stays whole in print.
        const QString begin = block.steps ? u"<tbody class=\"step\">\n"_s : u"<tbody>\n"_s;
        out += begin;
        for (qsizetype i = 0; i < block.rows.size(); ++i) {
            writeRow(block, block.rows[i]);
            if (block.steps && i + 1 < block.rows.size() && block.rows[i].cells.size() > 1)
                out += u"</tbody>\n"_s + begin;
        }
        out += u"</tbody></table>\n"_s;
    }
    void operator()(const Drawing& block)
    {
        out += u"<figure>\n"_s + topologySvg(block.topology);
        if (!block.caption.isEmpty())
            out += u"<figcaption>"_s + escaped(block.caption) + u"</figcaption>"_s;
        out += u"</figure>\n"_s;
    }
    void operator()(const PageBreak&) { out += u"<div class=\"break\"></div>\n"_s; }
    void operator()(const Orientation& block)
    {
        if (m_wide != block.landscape)
            out += block.landscape ? u"<section class=\"wide\">\n"_s : u"</section>\n"_s;
        m_wide = block.landscape;
    }
    void operator()(const Contents& block)
    {
        out += u"<nav><h2>"_s + escaped(block.title) + u"</h2>\n"_s;
        int number = 0;
        for (const DocumentBlock& other : m_document.body) {
            const auto* heading = std::get_if<Heading>(&other);
            if (!heading)
                continue;
            ++number;
            if (heading->level <= 2) {
                out += u"<div"_s + (heading->level == 2 ? u" class=\"sub\""_s : QString()) +
                       u"><a href=\"#s"_s + QString::number(number) + u"\">"_s + escaped(heading->text) +
                       u"</a></div>\n"_s;
            }
        }
        out += u"</nav>\n"_s;
    }
    void close() { (*this)(Orientation{false}); }

private:
    static QString classes(const Column& column, bool bold)
    {
        QStringList names;
        if (column.align == Column::Align::Right)
            names.append(u"right"_s);
        else if (column.align == Column::Align::Center)
            names.append(u"center"_s);
        if (column.monospace)
            names.append(u"mono"_s);
        if (bold)
            names.append(u"bold"_s);
        return names.isEmpty() ? QString() : u" class=\""_s + names.join(u' ') + u"\""_s;
    }

    void writeRow(const Table& table, const Row& row)
    {
        QStringList names;
        const bool group = isGroup(row, table);
        if (group)
            names.append(u"group"_s);
        if (row.emphasized)
            names.append(u"emphasized"_s);
        out += u"<tr"_s;
        if (!names.isEmpty())
            out += u" class=\""_s + names.join(u' ') + u"\""_s;
        if (row.minHeight > 0)
            out += u" style=\"height:"_s + cssNumber(row.minHeight) + u"pt\""_s;
        out += u">"_s;
        if (group) {
            out += u"<td colspan=\""_s + QString::number(table.columns.size()) + u"\">"_s +
                   escapedWithBreaks(row.cells.first().text) + u"</td></tr>\n"_s;
            return;
        }
        QString notes, commands; // what stands below the row, across the table
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            const Cell cell = i < row.cells.size() ? row.cells[i] : Cell();
            out += u"<td"_s + classes(table.columns[i], cell.bold) + u">"_s;
            if (!cell.lead.isEmpty())
                out += u"<strong>"_s + escaped(cell.lead) + u"</strong><br>"_s;
            if (isTickBox(cell))
                out += u"<span class=\"box\"></span>"_s;
            else
                out += escapedWithBreaks(cell.text);
            if (!cell.strip.isEmpty()) {
                static constexpr std::array kinds = {"solid", "hatched", "thin"};
                out += u"<span class=\"gantt\">"_s;
                for (const Stretch& stretch : cell.strip) {
                    out += u"<span class=\""_s + QLatin1StringView(kinds[size_t(stretch.kind)]) +
                           u"\" style=\"left:"_s + cssNumber(stretch.from * 100) + u"%;width:"_s +
                           cssNumber((stretch.to - stretch.from) * 100) + u"%\"></span>"_s;
                }
                out += u"</span>"_s;
            }
            for (const Bar& bar : cell.bars) {
                out += u"<span class=\"gantt"_s + (bar.outlined ? u" plan"_s : QString()) +
                       u"\"><span style=\"left:"_s + cssNumber(bar.from * 100) + u"%;width:"_s +
                       cssNumber((bar.to - bar.from) * 100) + u"%\"></span></span>"_s;
            }
            if (!cell.command.isEmpty()) {
                const bool isLong = cell.command.size() > 60 || cell.command.contains(u'\n');
                if (table.steps && isLong) {
                    out +=
                        u"<span>"_s + escaped(Text::tr("(below)").render(m_document.language)) + u"</span>"_s;
                    commands += u"<p class=\"note\">"_s +
                                escaped(commandLabel(cell, table.columns[i])) +
                                u"</p><pre>"_s + escaped(cell.command) + u"</pre>"_s;
                } else {
                    out += u"<pre>"_s + escaped(cell.command) + u"</pre>"_s;
                }
            }
            if (!cell.note.isEmpty())
                (cell.noteBelow ? notes : out) +=
                    u"<p class=\"note\">"_s + escapedWithBreaks(cell.note) + u"</p>"_s;
            out += u"</td>"_s;
        }
        out += u"</tr>\n"_s;
        QString ruled;
        for (const WriteLine& line : row.toWrite) {
            ruled += u"<div class=\"write\"><span class=\"lead\">"_s + escaped(line.lead) + u"</span>"_s;
            for (const QString& field : line.fields)
                ruled += u"<span class=\"field\">"_s + escaped(field) + u"</span>"_s;
            ruled += u"</div>"_s;
        }
        if (!notes.isEmpty() || !commands.isEmpty() || !ruled.isEmpty()) {
            out += u"<tr class=\"band\"><td colspan=\""_s + QString::number(table.columns.size()) + u"\">"_s +
                   notes + ruled + commands + u"</td></tr>\n"_s;
        }
    }

    const Document& m_document;
    int m_headings = 0;
    QString m_heading; ///< the last one
    bool m_wide = false;
};

} // namespace

QByteArray htmlBytes(const Document& document)
{
    QString out = u"<!DOCTYPE html>\n<html lang=\""_s + languageCode(document.language) + u"\">\n<head>\n"_s;
    out += u"<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"_s;
    out +=
        u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"_s;
    if (!document.author.isEmpty())
        out += u"<meta name=\"author\" content=\""_s + escaped(document.author) + u"\">\n"_s;
    out += u"<title>"_s + escaped(markedTitle(document) + u" - "_s + document.siteName) + u"</title>\n<style>"_s +
           QString::fromUtf8(styleSheet) + u"</style>\n</head>\n<body>\n"_s;
    const QString word = escaped(Text::tr("REHEARSAL").render(document.language));
    const QString rehearsal =
        document.rehearsal ? u"<p class=\"rehearsal\">"_s + word + u"</p>\n"_s : QString();
    out += rehearsal;
    if (document.rehearsal) // what is fixed is printed on each page
        out += u"<p class=\"rehearsal-mark\" aria-hidden=\"true\">"_s + word + u"</p>\n"_s;
    out += u"<header><p class=\"site\">"_s + escaped(document.siteName) + u"</p><h1 class=\"title\">"_s +
           escaped(markedTitle(document)) + u"</h1><p class=\"subtitle\">"_s + escapedWithBreaks(document.subtitle) +
           u"</p></header>\n"_s;
    HtmlVisitor cover(document);
    for (const DocumentBlock& block : document.cover)
        std::visit(cover, block);
    cover.close();
    HtmlVisitor body(document);
    for (const DocumentBlock& block : document.body)
        std::visit(body, block);
    body.close();
    out += cover.out + u"<main>\n"_s + body.out + u"</main>\n"_s + rehearsal;
    out += u"<footer><span>"_s + escaped(document.documentId) + u"</span>"_s;
    if (!document.fingerprint.isEmpty()) {
        out += u"<span>"_s +
               escaped(Text::tr("Plan fingerprint %1").arg(document.fingerprint).render(document.language)) +
               u"</span>"_s;
    }
    out += u"</footer>\n</body>\n</html>\n"_s;
    return out.toUtf8();
}

} // namespace ruw
