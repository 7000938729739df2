#include "wizard/widgets/Field.h"

#include "wizard/widgets/StateLine.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

Field::Field(QWidget* editor, QWidget* parent)
    : QWidget(parent), m_label(new QLabel(this)), m_editor(editor), m_error(new StateLine(this))
{
    theme::makeCaption(m_label);
    m_label->setBuddy(editor);
    m_error->setObjectName(editor->objectName() + "Error"_L1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid / 4);
    column->addWidget(m_label);
    column->addWidget(editor);
    column->addWidget(m_error);
    column->addStretch(1);
}

void Field::setLabel(const QString& label)
{
    m_label->setText(label);
    QString name = label;
    m_editor->setAccessibleName(name.remove(u'&'));
}

void Field::setError(const QString& error)
{
    m_error->setState(theme::State::Bad, error);
    m_editor->setAccessibleDescription(error);
}

QString Field::example(const QString& value)
{
    return value.isEmpty() ? QString() : tr("e.g. %1").arg(value);
}

QString Field::error() const
{
    return m_error->text();
}

} // namespace ruw
