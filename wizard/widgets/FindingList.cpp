#include "wizard/widgets/FindingList.h"

#include "core/base/Quote.h"
#include "core/product/ProductVersion.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/IconLabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct SeverityLook {
    QString icon;
    theme::State state;
};

SeverityLook lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Blocker:
        return {u"blocker"_s, theme::State::Bad};
    case Severity::Warning:
        return {u"warning"_s, theme::State::Warning};
    case Severity::Info:
        break;
    }
    return {u"info"_s, theme::State::Info};
}

QLabel* textLabel(const QString& objectName, const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// "file:line", with places to break after each separator: a path has no blanks and must not be cut off.
QString placeOf(const Finding& finding)
{
    if (finding.path.isEmpty())
        return {};
    QString place = shownSafely(finding.path);
    if (finding.line > 0)
        place += u':' + QString::number(finding.line);
    for (const QChar separator : {u'/', u'\\', u'.'})
        place.replace(separator, QString(separator) + QChar(0x200B));
    return place;
}

} // namespace

FindingRow::FindingRow(const Finding& finding, Language language, QWidget* parent)
    : QFrame(parent), m_finding(finding)
{
    theme::makeCard(this);
    const SeverityLook look = lookOf(finding.severity);
    const QString severityWord = finding.severity == Severity::Blocker   ? tr("Blocker")
                                 : finding.severity == Severity::Warning ? tr("Warning")
                                                                         : tr("Information");
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::grid);
    auto* word = new QLabel(severityWord, this);
    word->setObjectName(u"findingSeverity"_s);
    theme::makeStrong(word);
    QPalette coloured = word->palette();
    coloured.setColor(QPalette::WindowText, theme::stateColor(look.state));
    word->setPalette(coloured);
    head->addWidget(word);
    if (!finding.node.isEmpty()) {
        auto* node = textLabel(u"findingNode"_s, shownSafely(finding.node), this);
        node->setWordWrap(false);
        theme::makeStrong(node);
        head->addWidget(node);
    }
    const QString place = placeOf(finding);
    if (place.isEmpty()) {
        head->addStretch(1);
    } else {
        auto* label = textLabel(u"findingPlace"_s, place, this);
        theme::makeMonospace(label);
        label->setTextInteractionFlags(Qt::NoTextInteraction); // it would copy the invisible break marks
        label->setToolTip(shownSafely(finding.path));
        head->addWidget(label, 1);
    }

    auto* text = new QVBoxLayout;
    text->setSpacing(4);
    text->addLayout(head);
    const QString message = finding.message.render(language);
    text->addWidget(textLabel(u"findingMessage"_s, withWordsWhole(withVersionsWhole(message)), this));
    const QString remedy = whatToDo(finding, language);
    if (!remedy.isEmpty())
        text->addWidget(textLabel(u"findingRemedy"_s, withWordsWhole(withVersionsWhole(remedy)), this));
    if (finding.severity == Severity::Warning) {
        m_accept = new QCheckBox(this);
        m_accept->setObjectName(u"accept-"_s + finding.id +
                                (finding.node.isEmpty() ? QString() : u'-' + finding.node));
        m_accept->setAccessibleDescription(message);
        connect(m_accept, &QCheckBox::toggled, this, &FindingRow::acceptToggled);
        text->addWidget(m_accept);
    }

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(12);
    row->addWidget(new IconLabel(look.icon, look.state, 20, this), 0, Qt::AlignTop);
    row->addLayout(text, 1);

    setAccessibleName(finding.node.isEmpty() ? severityWord
                                             : tr("%1, %2").arg(severityWord, shownSafely(finding.node)));
    setAccessibleDescription(message + u'\n' + remedy);
}

QString FindingRow::whatToDo(const Finding& finding, Language language)
{
    const QString remedy = finding.remedy.render(language);
    return remedy.isEmpty() ? QString() : tr("What to do: %1").arg(remedy);
}

void FindingRow::setAcknowledged(bool yes, const QString& by, bool mayAccept)
{
    if (!m_accept)
        return;
    const QSignalBlocker quiet(m_accept);
    m_accept->setChecked(yes);
    // Taking back needs nobody's name.
    m_accept->setEnabled(yes || mayAccept);
    m_accept->setText(yes && !by.isEmpty() ? tr("Read and accepted by %1").arg(shownSafely(by))
                                           : tr("Read and accepted"));
}

FindingList::FindingList(AcceptanceOf acceptanceOf, QWidget* parent)
    : QWidget(parent), m_acceptanceOf(std::move(acceptanceOf)), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::grid);
}

void FindingList::addHeading(Severity severity, int count)
{
    auto* heading = new QLabel(this);
    if (severity == Severity::Warning)
        m_warningsHead = heading; // refreshAcceptance() knows what to say
    else
        heading->setText(tr("%n blocker(s): settle before the work", nullptr, count));
    heading->setObjectName(u"heading-"_s + severityCode(severity));
    theme::makeStrong(heading);
    m_column->addWidget(heading);
}

void FindingList::addFold(int count, bool open)
{
    m_fold = new QToolButton(this);
    m_fold->setObjectName(u"foldInformation"_s);
    m_fold->setText(tr("%n piece(s) of information", nullptr, count));
    m_fold->setFont(theme::strongFont());
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_column->addWidget(m_fold, 0, Qt::AlignLeft);
    auto unfold = [this](bool on) {
        m_fold->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
        for (FindingRow* row : std::as_const(m_rows)) {
            if (row->finding().severity == Severity::Info)
                row->setVisible(on);
        }
    };
    connect(m_fold, &QToolButton::toggled, this, unfold);
    m_fold->setChecked(open);
    unfold(open);
}

void FindingList::setFindings(const QList<Finding>& findings, Language language)
{
    if (m_filled && m_shown == findings && m_language == language)
        return; // the keyboard's place and the fold stay
    m_filled = true;
    m_shown = findings;
    m_language = language;
    const bool wasOpen = m_fold && m_fold->isChecked();
    const auto discard = [](QWidget* widget) {
        widget->hide();
        widget->deleteLater(); // one of them may be the sender of the signal that led here
    };
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (item->widget())
            discard(item->widget());
        delete item;
    }
    m_rows.clear();
    m_fold = nullptr;
    m_warningsHead = nullptr;

    const QList<Finding> sorted = sortedBySeverity(findings);
    for (const Severity severity : {Severity::Blocker, Severity::Warning, Severity::Info}) {
        const auto count = int(std::count_if(
            sorted.cbegin(), sorted.cend(), [severity](const Finding& f) { return f.severity == severity; }));
        if (count == 0)
            continue;
        if (severity == Severity::Info)
            addFold(count, wasOpen || m_rows.isEmpty());
        else
            addHeading(severity, count);
        for (const Finding& finding : sorted) {
            if (finding.severity != severity)
                continue;
            auto* row = new FindingRow(finding, language, this);
            row->setObjectName(u"finding%1"_s.arg(m_rows.size()));
            connect(row, &FindingRow::acceptToggled, this,
                    [this, row](bool yes) { emit accepted(row->finding(), yes); });
            if (severity == Severity::Info)
                row->setVisible(m_fold->isChecked());
            m_column->addWidget(row);
            m_rows.append(row);
        }
    }
    m_column->addStretch(1);
}

void FindingList::refreshAcceptance(bool mayAccept)
{
    int warnings = 0, open = 0;
    for (FindingRow* row : std::as_const(m_rows)) {
        const Acceptance acceptance = m_acceptanceOf(row->finding());
        row->setAcknowledged(acceptance.accepted, acceptance.by, mayAccept);
        if (row->finding().severity == Severity::Warning) {
            ++warnings;
            open += acceptance.accepted ? 0 : 1;
        }
    }
    if (m_warningsHead)
        m_warningsHead->setText(
            open > 0 ? tr("%1 of %n warning(s) still to accept, one by one", nullptr, warnings).arg(open)
                     : tr("%n warning(s), all accepted", nullptr, warnings));
}

} // namespace ruw
