#include "core/report/PaperNames.h"

#include "core/base/Quote.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qsizetype longName = 24; ///< shorter names are printed as they are
constexpr qsizetype leastLeft = 3;

/// What all begin with, up to and with the last of the separators.
QString sharedBeginning(const QStringList& names, QStringView separators)
{
    QString shared = names.value(0);
    for (const QString& name : names) {
        qsizetype same = 0;
        while (same < std::min(shared.size(), name.size()) && shared[same] == name[same])
            ++same;
        shared.truncate(same);
    }
    while (!shared.isEmpty() && !separators.contains(shared.back()))
        shared.chop(1);
    return shared;
}

QString reversed(const QString& text)
{
    QString out = text;
    std::reverse(out.begin(), out.end());
    return out;
}

QString sharedEnding(const QStringList& names, QStringView separators)
{
    QStringList backwards;
    for (const QString& name : names)
        backwards.append(reversed(name));
    return reversed(sharedBeginning(backwards, separators));
}

} // namespace

PaperNames PaperNames::of(const Site& site)
{
    QStringList names;
    qsizetype longest = 0;
    for (const Node& node : site.nodes) {
        names.append(shownSafely(node.name));
        longest = std::max(longest, names.last().size());
    }
    if (longest < longName || names.size() < 2)
        return {};
    PaperNames out;
    out.ending = sharedEnding(names, u".");
    QStringList left;
    for (const QString& name : std::as_const(names))
        left.append(name.chopped(out.ending.size()));
    out.beginning = sharedBeginning(left, u"-_.");
    QSet<QString> taken;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString shorter = left[i].mid(out.beginning.size());
        // A mere number, or next to nothing, can't be told from other words.
        if (shorter.size() < leastLeft || !shorter[0].isLetter() || taken.contains(shorter))
            return {};
        taken.insert(shorter);
        out.shortOf.insert(names[i], shorter);
    }
    if (out.beginning.isEmpty() && out.ending.isEmpty())
        return {};
    return out;
}

Text PaperNames::note() const
{
    QStringList leftOut{beginning, ending};
    leftOut.removeAll(QString());
    return Text::tr("The names of the nodes are long: in this document they are printed without %1.")
        .arg(Text::list(leftOut));
}

QString PaperNames::applied(QString text) const
{
    if (!inUse() || (!text.contains(ending) && !text.contains(beginning)))
        return text;
    for (auto it = shortOf.cbegin(); it != shortOf.cend(); ++it) {
        if (!text.contains(it.key()))
            continue;
        const QRegularExpression alone(
            u"(?<![A-Za-z0-9_./@\\\\-])%1(?![A-Za-z0-9_/\\\\-]|\\.[A-Za-z0-9]|:\\d)"_s.arg(
                QRegularExpression::escape(it.key())));
        text.replace(alone, it.value());
    }
    return text;
}

void PaperNames::applyTo(Document& document, qsizetype kept) const
{
    if (!inUse())
        return;
    const auto change = [this](QString& text) { text = applied(text); };
    for (qsizetype i = 0; i < document.body.size(); ++i) {
        if (i == kept)
            continue;
        DocumentBlock& block = document.body[i];
        if (auto* heading = std::get_if<Heading>(&block)) {
            change(heading->text);
        } else if (auto* paragraph = std::get_if<Paragraph>(&block)) {
            change(paragraph->text);
        } else if (auto* list = std::get_if<ItemList>(&block)) {
            for (QString& item : list->items)
                change(item);
        } else if (auto* command = std::get_if<CommandBlock>(&block)) {
            change(command->caption);
        } else if (auto* drawing = std::get_if<Drawing>(&block)) {
            for (TopologyModel::NodeBox& box : drawing->topology.nodes)
                change(box.name);
        } else if (auto* table = std::get_if<Table>(&block)) {
            for (Row& row : table->rows) {
                for (Cell& cell : row.cells) {
                    for (QString* text : {&cell.text, &cell.note, &cell.lead})
                        change(*text);
                }
                for (WriteLine& line : row.toWrite) {
                    change(line.lead);
                    for (QString& field : line.fields)
                        change(field);
                }
            }
        }
    }
}

} // namespace ruw
