#include "core/report/RunbookBuilder.h"

using namespace Qt::StringLiterals;

namespace ruw::runbook {

void addCover(Builder& builder)
{
    const Site& site = builder.site;
    QList<DocumentBlock>& cover = builder.document.cover;

    Table info;
    info.columns = {{{}, 1.5}, {{}, 3}};
    const auto row = [&](const Text& head, const QString& value) {
        info.rows.append({{{builder.say(head), {}, true}, {value}}});
    };
    row(Text::tr("Site"), Builder::name(site.name));
    row(Text::tr("Procedure chosen"), builder.say(procedureText(builder.procedure.kind)));
    row(Text::tr("Start of the work"), timeOrBlank(builder, site.schedule.start));
    row(Text::tr("Time to decide (go on or back)"), timeOrBlank(builder, site.schedule.decideBy));
    row(Text::tr("Latest end"), timeOrBlank(builder, site.schedule.end));
    row(Text::tr("Document ID"), builder.document.documentId);
    row(Text::tr("Version of this document"), u"1.0"_s);
    row(Text::tr("Made at"), builder.say(Text::dateTime(builder.input.madeAt)));
    row(Text::tr("Plan fingerprint"), builder.document.fingerprint);
    cover.append(info);

    Table signatures;
    signatures.columns = {builder.column(Text::tr("Author"), 1, Column::Align::Center),
                          builder.column(Text::tr("Checked by"), 1, Column::Align::Center),
                          builder.column(Text::tr("Approved by"), 1, Column::Align::Center)};
    Row boxes{{{Builder::name(builder.input.author)}, {}, {}}};
    boxes.minHeight = 58;
    signatures.rows.append(boxes);
    const QString date = builder.say(Text::tr("Date:"));
    Row dates{{{date}, {date}, {date}}};
    for (Column& column : signatures.columns)
        column.align = Column::Align::Left;
    signatures.rows.append(dates);
    cover.append(signatures);

    Table history;
    history.title = builder.say(Text::tr("Revision history"));
    history.columns = {builder.column(Text::tr("Version", "of this document"), 0.8),
                       builder.column(Text::tr("Date"), 1.4), builder.column(Text::tr("What changed"), 4),
                       builder.column(Text::tr("By"), 1.4)};
    history.rows.append({{{u"1.0"_s},
                          {builder.input.madeAt.toString(u"yyyy-MM-dd"_s)},
                          {builder.say(Text::tr("First edition"))},
                          {Builder::name(builder.input.author)}}});
    for (int i = 0; i < 3; ++i) {
        Row blank{{{}, {}, {}, {}}};
        blank.minHeight = 20;
        history.rows.append(blank);
    }
    cover.append(history);
    cover.append(Paragraph{builder.say(madeWith()), Paragraph::Style::Note});
}

} // namespace ruw::runbook
