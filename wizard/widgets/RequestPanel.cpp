#include "wizard/widgets/RequestPanel.h"

#include "wizard/NumbersWhole.h"
#include "wizard/PaperOutput.h"
#include "wizard/Theme.h"
#include "wizard/widgets/CopyButton.h"
#include "wizard/widgets/IconLabel.h"
#include "wizard/widgets/OutcomeBar.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr double portPoints = 13;

QLabel* wrapped(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(withWordsWhole(text), parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// A line that is no longer than is read with ease, at the left of its cell.
QWidget* readable(QLabel* text, QWidget* parent)
{
    auto* holder = new QWidget(parent);
    holder->setLayout(theme::readableRow(text));
    return holder;
}

/// An address stays with the name behind it.
QString inPairs(QStringList addresses)
{
    for (QString& each : addresses)
        each = inOnePiece(each);
    return addresses.join(u", "_s);
}

QString timesOf(const FirewallRequest::Line& line, Language language)
{
    const auto moment = [language](const std::optional<QDateTime>& time, const Text& note) {
        return time             ? inOnePiece(Text::dateTime(*time).render(language)) // a day without its hour is another moment
               : note.isEmpty() ? Text::tr("(to be filled in)").render(language)
                                : note.render(language);
    };
    const QString from = moment(line.from, line.fromNote);
    const Text planned = line.fromNote.isEmpty() ? Text::verbatim(from) : Text::list({Text::verbatim(from), line.fromNote});
    return (line.forGood && line.from ? Text::tr("from when sync is resumed (planned: %1), for good").arg(planned)
            : line.forGood            ? Text::tr("from %1, for good").arg(from)
                                      : Text::tr("from %1 until we ask you to lift the block (expected by %2; do not lift it by the "
                                                 "clock alone)")
                                            .arg(from)
                                            .arg(moment(line.until, line.untilNote)))
        .render(language);
}

} // namespace

RequestPanel::RequestPanel(QWidget* parent)
    : QFrame(parent), m_head(new QLabel(this)), m_copy(new CopyButton(this)), m_print(new QPushButton(this)),
      m_save(new QPushButton(this)), m_parts(new QGridLayout), m_output(new PaperOutput(this)),
      m_outcome(new OutcomeBar(parent))
{
    theme::makeCard(this);
    theme::makeStrong(m_head);
    m_head->setObjectName("requestHead"_L1);
    m_copy->setObjectName("copyRequestButton"_L1);
    m_print->setObjectName("printRequestButton"_L1);
    m_print->setIcon(theme::icon(u"print"_s));
    m_save->setObjectName("saveRequestButton"_L1);
    m_save->setIcon(theme::icon(u"save"_s));
    connect(m_print, &QPushButton::clicked, this, [this] { m_output->askForPrinter(document(), 0); });
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_output->askWhereToSave(
            [made = document()] { return Result<Document>(made); }, tr("Save the request sheet"),
            Text::tr("Firewall-request_%1").arg(asFileName(m_facts.site.name)).render(m_language), m_folder,
            {u"pdf"_s, u"html"_s, u"xlsx"_s});
    });
    connect(m_output, &PaperOutput::ended, m_outcome, &OutcomeBar::say);
    connect(m_output, &PaperOutput::busyChanged, this, [this] {
        m_print->setEnabled(!m_output->busy());
        m_save->setEnabled(!m_output->busy());
    });

    m_copy->setMinimumHeight(m_print->sizeHint().height()); // a tool button is lower than those beside it
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::grid);
    top->addWidget(m_head, 1);
    for (QWidget* button : std::initializer_list<QWidget*>{m_copy, m_print, m_save})
        top->addWidget(button);
    m_parts->setHorizontalSpacing(theme::grid + 4);
    m_parts->setVerticalSpacing(2);
    m_parts->setColumnStretch(2, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * theme::grid, theme::grid, theme::grid + 4, theme::grid + 4);
    column->setSpacing(theme::grid);
    column->addLayout(top);
    column->addLayout(m_parts);
}

QWidget* RequestPanel::outcome() const
{
    return m_outcome;
}

bool RequestPanel::busy() const
{
    return m_output->busy();
}

Document RequestPanel::document() const
{
    return requestDocument(m_request, m_facts, QDateTime::currentDateTime(), m_language,
                           m_rehearsal ? SiteKind::Simulated : SiteKind::Real);
}

void RequestPanel::retranslate(Language language)
{
    m_head->setText(tr("What to ask the firewall administrator for"));
    m_copy->setLabel(tr("Cop&y"));
    m_copy->setToolTip(tr("Copies the request as a table, to paste into a form or a sheet"));
    m_print->setText(tr("Pr&int…"));
    m_save->setText(tr("&Save…"));
    m_outcome->retranslate(language);
}

void RequestPanel::setPassingFolder(const QString& folder)
{
    m_rehearsal = !folder.isEmpty();
    m_output->setPassingFolder(folder);
}

void RequestPanel::setRequest(const FirewallRequest& request, const SiteFacts& facts, const QString& folder,
                              Language language)
{
    m_request = request;
    m_facts = facts;
    m_folder = folder;
    m_language = language;
    while (QLayoutItem* item = m_parts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addPart(request.during, FirewallRequest::Action::Block);
    addPart(request.after, FirewallRequest::Action::Allow);
    m_copy->setCopied(request.isEmpty() ? QString() : requestAsTabbedText(request, language));
    m_copy->setText(tr("Cop&y"));
}

void RequestPanel::addPart(const FirewallRequest::Part& part, FirewallRequest::Action action)
{
    const bool block = action == FirewallRequest::Action::Block;
    const bool needed = !part.lines.isEmpty();
    if (m_parts->count() > 0)
        m_parts->addItem(new QSpacerItem(0, theme::grid / 2), m_parts->rowCount(), 0); // between two parts
    const int row = m_parts->rowCount();
    auto* icon = new IconLabel(!needed ? u"check"_s
                               : block ? u"lock"_s
                                       : u"add"_s,
                               !needed ? theme::State::Good
                               : block ? theme::State::Warning
                                       : theme::State::Info,
                               20, this);
    m_parts->addWidget(icon, row, 0, Qt::AlignTop);
    auto* what = new QLabel(block ? tr("Block during the work") : tr("Open for the new version"), this);
    theme::makeStrong(what);
    m_parts->addWidget(what, row, 1, Qt::AlignTop);

    const QLatin1StringView name = block ? "requestToBlock"_L1 : "requestToOpen"_L1;
    if (!needed) {
        auto* why = wrapped(part.why.render(m_language), this);
        why->setObjectName(name);
        m_parts->addWidget(why, row, 2);
        return;
    }
    const FirewallRequest::Line& line = part.lines.first();
    auto* ports = wrapped(requestedPorts(line).render(m_language), this);
    ports->setObjectName(name);
    QFont large = theme::monospaceFont();
    large.setPointSizeF(portPoints);
    large.setBold(true);
    ports->setFont(large);
    ports->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_parts->addWidget(ports, row, 2);
    const QString between =
        line.destinations.isEmpty()
            ? tr("between any two of: %1").arg(inPairs(line.sources))
            : tr("between %1 and %2").arg(inPairs(line.sources), inPairs(line.destinations));
    auto* details = wrapped(
        tr("%1; both directions; %2; %3")
            .arg(line.ports.isEmpty() ? requestedProtocol(line).render(m_language) : tr("TCP (assumed)"),
                 timesOf(line, m_language), between),
        this);
    details->setObjectName(QString(name + "Details"_L1));
    auto* why = wrapped(part.why.render(m_language), this);
    theme::makeCaption(why);
    m_parts->addWidget(readable(details, this), row + 1, 1, 1, 2);
    m_parts->addWidget(readable(why, this), row + 2, 1, 1, 2);
}

} // namespace ruw
