#include "core/report/ExcelSheets.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ruw::excel {

namespace {

bool isWide(QChar c)
{
    return c.isSurrogate() || c.unicode() >= 0x2010; // on the safe side: punctuation and symbols too
}

} // namespace

std::vector<double> lengthsOf(const QString& text)
{
    // A column's width counts digits of 11 points, the text is of 9: a kanji of 12 pixels to a digit's 7.
    constexpr double wide = 1.75;
    std::vector<double> lengths;
    for (const QString& line : safeLines(text)) {
        double units = 0;
        for (const QChar c : line)
            units += isWide(c) ? wide : 1;
        lengths.push_back(units);
    }
    return lengths;
}

int linesNeeded(const std::vector<double>& lengths, double capacity)
{
    // Words that move to the next line whole leave room unused.
    int lines = 0;
    for (const double length : lengths)
        lines += std::max(1, int(std::ceil(length / std::max(capacity * 0.9, 1.0))));
    return lines;
}

QString sheetName(const QString& wanted, QSet<QString>& taken)
{
    constexpr qsizetype longest = 31;
    QString base;
    for (const QChar c : safeLines(wanted).join(u' ')) {
        if (!u"[]:*?/\\'"_s.contains(c))
            base += c;
    }
    base = base.trimmed().first(std::min(base.trimmed().size(), longest));
    if (base.isEmpty())
        base = u"Sheet"_s;
    QString name = base;
    for (int i = 2; taken.contains(name.toLower()); ++i) {
        const QString tail = u" (%1)"_s.arg(i);
        name = base.first(std::min(base.size(), longest - tail.size())) + tail;
    }
    taken.insert(name.toLower());
    return name;
}

int linesNeeded(const QString& text, double capacity)
{
    return linesNeeded(lengthsOf(text), capacity);
}

std::vector<double> fittedWidths(const std::vector<std::vector<std::vector<double>>>& rows,
                                 std::vector<double> widths)
{
    constexpr double least = 20, moved = 2;
    const auto height = [&rows](const std::vector<double>& tried) {
        int sum = 0;
        for (const auto& cells : rows) {
            int lines = 1;
            for (size_t i = 0; i < cells.size(); ++i)
                lines = std::max(lines, linesNeeded(cells[i], tried[i]));
            sum += lines;
        }
        return sum;
    };
    int best = height(widths);
    for (bool better = true; better;) {
        better = false;
        const std::vector<double> from = widths;
        for (size_t to = 0; to < from.size(); ++to) {
            for (size_t giver = 0; giver < from.size(); ++giver) {
                // Two steps at once get over a word that would only just fit.
                for (const double by : {moved, 3 * moved}) {
                    if (to == giver || from[to] < least || from[giver] - by < least)
                        continue;
                    std::vector<double> tried = from;
                    tried[to] += by;
                    tried[giver] -= by;
                    if (const int sum = height(tried); sum < best) {
                        best = sum;
                        widths = tried;
                        better = true;
                    }
                }
            }
        }
    }
    return widths;
}

Row withLinesToWrite(const Row& row)
{
    if (row.toWrite.isEmpty() || row.cells.isEmpty())
        return row;
    QStringList lines;
    for (const WriteLine& line : row.toWrite)
        lines.append(u'\n' + withBlanks(line)); // with room above to write in
    Row out = row;
    const auto noted = std::find_if(out.cells.begin(), out.cells.end(), [](const Cell& cell) { return cell.noteBelow; });
    Cell& cell = noted == out.cells.end() ? out.cells.last() : *noted;
    cell.note += (cell.note.isEmpty() ? QString() : u"\n"_s) + lines.join(u'\n');
    return out;
}

QString barText(const Bar& bar, int cells)
{
    const int from = std::clamp(int(std::floor(bar.from * cells)), 0, cells - 1);
    const int to = std::clamp(int(std::ceil(bar.to * cells)), from + 1, cells);
    return QString(from, QChar(0x3000)) + QString(to - from, bar.outlined ? u'\u25A1' : u'\u25A0');
}

QString stripText(const QList<Stretch>& strip, int cells)
{
    static constexpr std::array<char16_t, 3> marks = {0x25A0, 0x25A8, 0x2500};
    QString out(cells, QChar(0x3000));
    for (const Stretch& stretch : strip) {
        const int from = std::clamp(int(std::floor(stretch.from * cells)), 0, cells - 1);
        const int to = std::clamp(int(std::ceil(stretch.to * cells)), from + 1, cells);
        for (int i = from; i < to; ++i) {
            // A short interruption must not vanish behind what surrounds it.
            if (out[i] != QChar(marks[size_t(Stretch::Kind::Hatched)]))
                out[i] = QChar(marks[size_t(stretch.kind)]);
        }
    }
    return out;
}

} // namespace ruw::excel
