#include "wizard/widgets/CommandView.h"

#include "wizard/Theme.h"
#include "wizard/widgets/CopyButton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

CommandView::CommandView(const QString& name, QWidget* parent)
    : QWidget(parent), m_caption(new QLabel(this)), m_text(new QPlainTextEdit(this)),
      m_copy(new CopyButton(this))
{
    setObjectName(name);
    m_text->setObjectName(name + "Text"_L1);
    m_copy->setObjectName(name + "Copy"_L1);
    theme::makeCaption(m_caption);
    m_caption->setBuddy(m_text);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a broken word is read as two
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what it stands in scrolls
    m_text->document()->setDocumentMargin(theme::grid * 0.75);
    theme::makeMonospace(m_text);

    auto* head = new QHBoxLayout;
    head->addWidget(m_caption, 1);
    head->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme::grid / 4);
    column->addLayout(head);
    column->addWidget(m_text);
    setTabOrder(m_copy, m_text); // as they are read
}

void CommandView::setCommand(const QString& command)
{
    m_text->setPlainText(command);
    m_copy->setCopied(command);
    setVisible(!command.isEmpty());
    fitHeight();
}

QString CommandView::command() const
{
    return m_text->toPlainText();
}

void CommandView::setTexts(const QString& caption, const QString& copyLabel)
{
    m_caption->setText(caption);
    m_text->setAccessibleName(caption);
    m_copy->setLabel(copyLabel);
}

void CommandView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void CommandView::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        const int laidOut = block.layout() ? block.layout()->lineCount() : 1;
        lines += qMax(1, laidOut);
    }
    const int shown = qMax(1, lines);
    const int margins = 4 + int(2 * m_text->document()->documentMargin()) + 2 * m_text->frameWidth();
    const int height = shown * m_text->fontMetrics().lineSpacing() + margins;
    if (m_text->height() != height || m_text->minimumHeight() != height)
        m_text->setFixedHeight(height);
}

} // namespace ruw
