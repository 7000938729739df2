#include "wizard/widgets/ProcedureCard.h"

#include "wizard/NumbersWhole.h"
#include "wizard/Theme.h"
#include "wizard/widgets/IconLabel.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int radioSize = 18;

QLabel* wrappingLabel(const QString& objectName, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
}

} // namespace

ProcedureCard::ProcedureCard(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_name = wrappingLabel(u"cardName"_s, this);
    theme::makeStrong(m_name);
    m_mailMark = new IconLabel(u"mail-flows"_s, theme::State::Good, 18, this);
    m_meaning = wrappingLabel(u"cardMeaning"_s, this);
    m_figures = new QWidget(this);
    m_figures->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_figureGrid = new QGridLayout(m_figures);
    m_figureGrid->setContentsMargins(0, 0, 0, 0);
    m_figureGrid->setHorizontalSpacing(theme::grid);
    m_figureGrid->setVerticalSpacing(theme::grid / 2);
    m_figureGrid->setColumnStretch(4, 1);
    m_risksMark = new IconLabel(u"warning"_s, theme::State::Warning, 16, this);
    m_risks = wrappingLabel(u"cardRisks"_s, this);
    m_forbiddenBox = new QFrame(this);
    m_forbiddenBox->setObjectName(u"cardForbiddenBox"_s);
    m_forbiddenBox->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_forbidden = wrappingLabel(u"cardForbidden"_s, m_forbiddenBox);
    // Everything disabled is greyed out; the reason must stay readable. This role's colour is the text's in every state.
    m_forbidden->setForegroundRole(QPalette::ToolTipText);
    auto* forbiddenRow = new QHBoxLayout(m_forbiddenBox);
    forbiddenRow->setContentsMargins(0, 0, 0, 0);
    forbiddenRow->setSpacing(theme::grid);
    forbiddenRow->addWidget(new IconLabel(u"forbidden"_s, theme::State::Bad, 16, m_forbiddenBox), 0,
                            Qt::AlignTop);
    forbiddenRow->addWidget(m_forbidden, 1);

    auto* nameRow = new QHBoxLayout;
    nameRow->setSpacing(theme::grid);
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_mailMark, 0, Qt::AlignTop);
    auto* riskRow = new QHBoxLayout;
    riskRow->setSpacing(theme::grid);
    riskRow->addWidget(m_risksMark, 0, Qt::AlignTop);
    riskRow->addWidget(m_risks, 1);

    auto* column = new QVBoxLayout(this);
    // On the left the radio circle that paintEvent() draws.
    column->setContentsMargins(2 * theme::grid + radioSize + theme::grid, theme::grid + 4, 2 * theme::grid,
                               theme::grid + 4);
    column->setSpacing(6);
    column->addLayout(nameRow);
    column->addWidget(m_forbiddenBox);
    column->addWidget(m_meaning);
    column->addWidget(m_figures);
    column->addLayout(riskRow);
    column->addStretch(1);
}

void ProcedureCard::setContent(const Content& content)
{
    m_content = content;
    const bool allowed = content.forbidden.isEmpty();
    m_name->setText(content.name);
    if (content.mailFlows)
        m_mailMark->setIcon(u"mail-flows"_s, theme::State::Good);
    else
        m_mailMark->setIcon(u"mail-stops"_s, theme::State::Warning);
    m_meaning->setText(withWordsWhole(withNumbersWhole(content.meaning)));

    while (QLayoutItem* item = m_figureGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    // Two beside each other, name and value in a line: a duration must not be broken, a name may.
    for (int i = 0; i < content.figures.size(); ++i) {
        auto* name = wrappingLabel(u"cardFigureName%1"_s.arg(i), m_figures);
        name->setText(content.figures[i].name);
        name->setContentsMargins(i % 2 == 0 ? 0 : theme::grid / 2, 0, 0, 0);
        theme::makeCaption(name);
        auto* value = new QLabel(content.figures[i].value, m_figures);
        value->setObjectName(u"cardFigureValue%1"_s.arg(i));
        theme::makeStrong(value);
        const int column = 2 * (i % 2);
        m_figureGrid->addWidget(name, i / 2, column);
        m_figureGrid->addWidget(value, i / 2, column + 1);
    }
    m_figures->setVisible(!content.figures.isEmpty());

    // A forbidden card gives its room to the reason: what the procedure would risk is of no interest then.
    m_risks->setText(withWordsWhole(withNumbersWhole(content.risks.join(u'\n'))));
    m_risks->setAccessibleName(content.risksTitle);
    m_risks->setVisible(allowed && !content.risks.isEmpty());
    m_risksMark->setVisible(allowed && !content.risks.isEmpty());
    m_forbidden->setText(content.forbiddenTitle + u'\n' + content.forbidden.join(u'\n'));
    m_forbiddenBox->setVisible(!allowed);
    setEnabled(allowed);
    setText({});
    setToolTip(content.mailWord);
    setAccessibleName(content.name);
    setAccessibleDescription(spokenText());
    updateGeometry();
    update();
}

QString ProcedureCard::spokenText() const
{
    QStringList lines{m_content.mailWord, m_content.meaning};
    for (const Figure& figure : m_content.figures)
        lines.append(u"%1: %2"_s.arg(figure.name, figure.value));
    if (m_content.forbidden.isEmpty()) {
        if (!m_content.risks.isEmpty())
            lines.append(m_content.risksTitle);
        lines.append(m_content.risks);
    } else {
        lines.append(m_content.forbiddenTitle);
        lines.append(m_content.forbidden);
    }
    return lines.join(u'\n');
}

void ProcedureCard::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ProcedureCard::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void ProcedureCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    const QColor line = palette().color(QPalette::Active, QPalette::Mid);
    const QColor base = palette().color(QPalette::Active, isEnabled() ? QPalette::Base : QPalette::Window);
    const bool here = isChecked() && isEnabled();
    const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);

    // Grey is for what can't be chosen: under the mouse the ground stays, and the frame has the colour of choice.
    const bool hovered = isEnabled() && underMouse();
    painter.setBrush(here ? theme::colors().accentSoft : base);
    painter.setPen(here || hovered ? QPen(accent, here ? 2 : 1.5) : QPen(line, 1, isEnabled() ? Qt::SolidLine : Qt::DashLine));
    painter.drawRoundedRect(frame, 6, 6);
    if (hasFocus()) {
        // A ring inside the border: where the keyboard is must be seen apart from what is chosen.
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1, Qt::DotLine));
        painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), 4, 4);
    }

    const QRectF circle(2 * theme::grid, theme::grid + 6, radioSize, radioSize);
    if (!isEnabled()) {
        theme::icon(u"forbidden"_s, theme::colors().muted).paint(&painter, circle.toRect());
        return;
    }
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(here ? accent : palette().color(QPalette::PlaceholderText), 1.5));
    painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
    if (here) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        painter.drawEllipse(circle.adjusted(5, 5, -5, -5));
    }
}

} // namespace ruw
