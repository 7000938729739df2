#include "wizard/widgets/CopyButton.h"

#include "wizard/Theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {
constexpr int saysCopiedMs = 2000;
} // namespace

CopyButton::CopyButton(QWidget* parent) : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(theme::icon(u"copy"_s));
    setFocusPolicy(Qt::StrongFocus);
    setEnabled(false);
    connect(this, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_copied);
        setText(tr("Copied"));
        QTimer::singleShot(saysCopiedMs, this, [this] { setText(m_label); });
    });
}

void CopyButton::setCopied(const QString& text)
{
    m_copied = text;
    setEnabled(!text.isEmpty());
}

void CopyButton::setLabel(const QString& label)
{
    m_label = label;
    setText(label);
}

void CopyButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setText(m_label);
    QToolButton::changeEvent(event);
}

} // namespace ruw
