#include "core/report/Document.h"

#include "core/base/Quote.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Collects the texts of one block.
struct TextCollector {
    QStringList& out;

    void operator()(const Heading& block) const { out.append(block.text); }
    void operator()(const Paragraph& block) const { out.append(block.text); }
    void operator()(const ItemList& block) const { out.append(block.items); }
    void operator()(const CommandBlock& block) const { out << block.caption << block.text; }
    void operator()(const Table& block) const
    {
        out.append(block.title);
        for (const Column& column : block.columns)
            out.append(column.head);
        for (const Row& row : block.rows) {
            for (const Cell& cell : row.cells)
                out << cell.lead << cell.text << cell.command << cell.note;
            for (const WriteLine& line : row.toWrite)
                out << line.lead << line.fields;
        }
    }
    void operator()(const Drawing& block) const { out << block.topology.inText() << block.caption; }
    void operator()(const PageBreak&) const {}
    void operator()(const Orientation&) const {}
    void operator()(const Contents& block) const { out.append(block.title); }
};

bool isJapanese(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return true;
    default:
        return false;
    }
}

} // namespace

Text madeWith()
{
    return Text::tr("Made with Replica Upgrade Wizard %1, which is not a product of the vendor.").arg(QString::fromLatin1(RUW_VERSION));
}

QString markedTitle(const Document& document)
{
    return document.rehearsal
               ? Text::tr("REHEARSAL - %1", "title of a paper").arg(document.title).render(document.language)
               : document.title;
}

bool isGroup(const Row& row, const Table& table)
{
    return row.cells.size() == 1 && table.columns.size() > 1;
}

bool hasHead(const Table& table)
{
    return std::any_of(table.columns.cbegin(), table.columns.cend(), [](const Column& column) { return !column.head.isEmpty(); });
}

QString captionOf(const Table& table, const QString& heading)
{
    const bool repeats = heading == table.title || heading.endsWith(u"  "_s + table.title); // behind the heading's number
    return repeats ? QString() : table.title;
}

bool isTickBox(const Cell& cell)
{
    return cell.text == QStringView(&tickBox, 1);
}

QString withBlanks(const WriteLine& line)
{
    QStringList parts;
    for (const QString& field : line.fields)
        parts.append((field.isEmpty() ? QString() : field + u' ') + u"________"_s);
    return (line.lead.isEmpty() ? QString() : line.lead + u": "_s) + parts.join(u"  "_s);
}

QString commandLabel(const Cell& cell, const Column& column)
{
    const QString led = cell.text.sliced(cell.text.lastIndexOf(u'\n') + 1);
    return led.endsWith(u':') ? led.chopped(1) : column.head;
}

QStringList textsOf(const Document& document)
{
    QStringList out{document.title, document.subtitle, document.siteName, document.documentId,
                    document.fingerprint};
    for (const QList<DocumentBlock>* blocks : {&document.cover, &document.body}) {
        for (const DocumentBlock& block : *blocks)
            std::visit(TextCollector{out}, block);
    }
    out.removeAll(QString());
    return out;
}

bool needsJapanese(const Document& document)
{
    if (document.language == Language::Japanese)
        return true;
    const QStringList texts = textsOf(document);
    return std::any_of(texts.begin(), texts.end(),
                       [](const QString& text) { return std::any_of(text.begin(), text.end(), isJapanese); });
}

QStringList safeLines(const QString& text)
{
    QString unix = text;
    unix.replace(u"\r\n"_s, u"\n"_s);
    QStringList lines = unix.split(u'\n');
    for (QString& line : lines) {
        // A tab has no glyph: blanks up to the next multiple of eight, as a terminal shows it.
        for (qsizetype tab = line.indexOf(u'\t'); tab >= 0; tab = line.indexOf(u'\t', tab))
            line.replace(tab, 1, QString(8 - tab % 8, u' '));
        line = shownSafely(line);
    }
    return lines;
}

} // namespace ruw
