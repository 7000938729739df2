#include "wizard/widgets/OutputFold.h"

#include "core/base/Quote.h"
#include "wizard/Theme.h"

#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

OutputFold::OutputFold(QWidget* parent)
    : QWidget(parent), m_button(new QToolButton(this)), m_text(new QPlainTextEdit(this))
{
    m_button->setObjectName("outputButton"_L1);
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_text->setObjectName("outputText"_L1);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setFixedHeight(16 * theme::grid);
    theme::makeMonospace(m_text);
    connect(m_button, &QToolButton::toggled, this, &OutputFold::fold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme::grid / 2);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(m_text);
    hide();
}

void OutputFold::setPrinted(const std::optional<WindowGate::Printed>& printed)
{
    const QString before = m_printed ? m_printed->text : QString();
    m_printed = printed;
    if (printed && (printed->text != before || m_text->toPlainText().isEmpty())) {
        QStringList lines;
        for (const QString& line : printed->text.split(u'\n'))
            lines.append(shownSafely(line));
        m_text->setPlainText(lines.join(u'\n'));
    }
    retranslate();
    fold();
    setVisible(printed.has_value());
}

void OutputFold::fold()
{
    const bool open = m_button->isChecked();
    m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_text->setVisible(open);
}

void OutputFold::retranslate()
{
    m_text->setAccessibleName(tr("What the command printed"));
    if (!m_printed)
        return;
    m_button->setText(m_printed->status
                          ? tr("What the command printed (exit status %1)").arg(*m_printed->status)
                          : tr("What the command printed (its end was not seen)"));
}

} // namespace ruw
