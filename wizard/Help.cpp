#include "wizard/Help.h"

#include "core/report/Glossary.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace ruw::help {

namespace {

// What we put there ourselves may be replaced; what the widget says of itself may not.
constexpr auto ownTip = "ruwTermTip";
constexpr auto ownDescription = "ruwTermDescription";

} // namespace

const QList<Explained>& explained()
{
    using P = PageId;
    static const QList<Explained> table = {
        {P::Start, u"continueCard"_s, {u"journal"_s}},
        {P::Site, u"nodesTable"_s, {u"master"_s, u"slave"_s, u"settings-sync"_s}},
        {P::Site, u"decideByEdit"_s, {u"decide-by"_s}, true},
        {P::Site, u"rollbackEdit"_s, {u"rollback"_s, u"point-of-no-return"_s}},
        {P::Site, u"mailsPerHourEdit"_s, {u"queue-forecast"_s}, true},
        {P::Survey, u"surveyTable"_s, {u"host-key"_s, u"assumed"_s}},
        {P::Ports, u"syncModeLabel"_s, {u"data-sync"_s, u"settings-sync"_s}, true},
        {P::Ports, u"syncModeFollows"_s, {u"pile-up"_s, u"queue-directory"_s}, true},
        {P::Ports, u"requestHead"_s, {u"block"_s, u"sync-port"_s}, true},
        {P::Ports, u"portsTable"_s, {u"sync-port"_s, u"assumed"_s, u"block"_s}},
        {P::Ports, u"linksTable"_s, {u"baseline"_s}},
        {P::Procedure,
         u"procedureContent"_s,
         {u"isolation"_s, u"block"_s, u"pile-up"_s, u"point-of-no-return"_s}},
        {P::Checks, u"checksSummary"_s, {u"blocker"_s, u"warning"_s}, true},
        {P::Checks, u"doerName"_s, {u"doer"_s}, true},
        {P::Checks, u"forecastPlot"_s, {u"queue-forecast"_s, u"pile-up"_s}},
        {P::Runbook, u"pagePreview"_s, {u"fingerprint"_s, u"by-word"_s, u"doer"_s, u"checker"_s}},
        {P::Work, u"stepList"_s, {u"point-of-no-return"_s}},
        {P::Work, u"stateText"_s, {u"point-of-no-return"_s, u"isolation"_s}, true},
        {P::Work, u"scheduleClock"_s, {u"decide-by"_s}, true},
        {P::Work, u"ledgerList"_s, {u"ledger"_s, u"rollback"_s}},
        {P::Work, u"ledgerButton"_s, {u"ledger"_s, u"rollback"_s}},
        {P::Work, u"stepPanel"_s, {u"by-word"_s, u"restart-flag"_s, u"drained"_s}},
        {P::Work, u"confirmationBar"_s, {u"doer"_s, u"checker"_s}},
        {P::Work, u"journalLine"_s, {u"journal"_s, u"fingerprint"_s}},
        {P::Finish, u"ledgerList"_s, {u"ledger"_s}},
        {P::Finish, u"runEnd"_s, {u"journal"_s}, true},
    };
    return table;
}

QStringList termsOf(PageId page)
{
    QStringList terms;
    for (const Explained& each : explained()) {
        if (each.page == page)
            terms += each.terms;
    }
    terms.removeDuplicates();
    return terms;
}

QString textOf(const QStringList& terms, Language language)
{
    QString text;
    for (const QString& id : terms) {
        if (const Term* term = glossaryTerm(id))
            text += u"<p><b>%1</b><br>%2</p>"_s.arg(term->name.render(language).toHtmlEscaped(),
                                                    term->meaning.render(language).toHtmlEscaped());
    }
    return text;
}

void explain(QWidget& widget, const QStringList& terms, Language language, bool tip)
{
    const QString text = textOf(terms, language);
    widget.setWhatsThis(text);
    if (tip && (widget.toolTip().isEmpty() || widget.property(ownTip).toBool())) {
        widget.setToolTip(text);
        widget.setProperty(ownTip, true);
    }
    QStringList plain;
    for (const QString& id : terms) {
        if (const Term* term = glossaryTerm(id))
            plain.append(u"%1: %2"_s.arg(term->name.render(language), term->meaning.render(language)));
    }
    const QString description = widget.accessibleDescription();
    if (description.isEmpty() || description == widget.property(ownDescription).toString()) {
        widget.setAccessibleDescription(plain.join(u' '));
        widget.setProperty(ownDescription, plain.join(u' '));
    }
}

void explainPage(QWidget& page, PageId id, Language language)
{
    page.setWhatsThis(textOf(termsOf(id), language));
    for (const Explained& each : explained()) {
        if (each.page != id)
            continue;
        for (QWidget* widget : page.findChildren<QWidget*>(each.widget))
            explain(*widget, each.terms, language, each.tip);
    }
}

} // namespace ruw::help
