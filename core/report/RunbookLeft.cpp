#include "core/plan/LeftOnNodes.h"
#include "core/report/RunbookBuilder.h"

namespace ruw::runbook {

void addLeftOnNodes(Builder& builder)
{
    const QList<LeftOnNode> left = leftOnNodes(builder.facts, builder.procedure);
    if (left.isEmpty())
        return;
    builder.heading(1, Text::tr("Left on the nodes on purpose"));
    builder.paragraph(leftOnNodesText());
    Table table;
    table.title = builder.say(Text::tr("Left on the nodes on purpose"));
    table.columns = {builder.column(Text::tr("No."), 0.6, Column::Align::Right), builder.column(Text::tr("Node"), 1.6),
                     builder.column(Text::tr("What it is"), 4),
                     builder.column(Text::tr("Path"), 6, Column::Align::Left, true)};
    for (const LeftOnNode& one : left) {
        table.rows.append({{{QString::number(builder.number(one.step))},
                            {Builder::name(one.node)},
                            {builder.say(one.what)},
                            {one.path.isEmpty() ? builder.say(Text::tr("(write down where it was put)"))
                                                : Builder::name(one.path)}}});
    }
    builder.add(table);
}

} // namespace ruw::runbook
