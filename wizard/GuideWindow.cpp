#include "wizard/GuideWindow.h"

#include "core/report/Glossary.h"
#include "wizard/Pages.h"
#include "wizard/Theme.h"

#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QRegularExpression>
#include <QSplitter>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int picturesWidth = 620;
constexpr QSize firstSize(940, 640);

/// The text with its pictures: those drawn in lines take the colour of the text, so that they can be seen on either ground.
class GuideText final : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;

protected:
    QVariant loadResource(int type, const QUrl& name) override
    {
        if (type != QTextDocument::ImageResource)
            return QTextBrowser::loadResource(type, name);
        const QString path = u':' + QUrl(u"qrc:/guide/"_s).resolved(name).path();
        if (!path.endsWith(".svg"_L1)) {
            const QImage picture(path);
            return picture.width() > picturesWidth
                       ? picture.scaledToWidth(picturesWidth, Qt::SmoothTransformation)
                       : picture;
        }
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray svg = file.readAll();
        svg.replace("currentColor", theme::colors().text.name().toLatin1());
        QSvgRenderer renderer(svg);
        const QSize size = renderer.defaultSize().boundedTo({picturesWidth, picturesWidth});
        QImage picture(size * devicePixelRatio(), QImage::Format_ARGB32_Premultiplied);
        picture.setDevicePixelRatio(devicePixelRatio());
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        return picture;
    }
};

} // namespace

GuideWindow::GuideWindow(Language language, QWidget* parent)
    : QDialog(parent, Qt::Window), m_language(language), m_sections(new QListWidget(this)),
      m_findLabel(new QLabel(this)), m_find(new QLineEdit(this)), m_text(new GuideText(this))
{
    setObjectName("guideWindow"_L1);
    resize(firstSize);
    m_sections->setObjectName("guideSections"_L1);
    m_sections->setFixedWidth(26 * theme::grid);
    m_sections->setWordWrap(true);
    m_find->setObjectName("guideFind"_L1);
    m_find->setClearButtonEnabled(true);
    m_findLabel->setBuddy(m_find);
    m_text->setObjectName("guideText"_L1);
    m_text->setOpenExternalLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(2 * theme::grid);
    m_text->document()->setDefaultStyleSheet(
        u"h2 { margin-top: 24px; } dt { margin-top: 8px; } li { margin-bottom: 4px; }"_s);

    auto* find = new QHBoxLayout;
    find->addStretch(1);
    find->addWidget(m_findLabel);
    find->addWidget(m_find);
    auto* right = new QVBoxLayout;
    right->addLayout(find);
    right->addWidget(m_text, 1);
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_sections);
    row->addLayout(right, 1);

    connect(m_sections, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            goTo(item->data(Qt::UserRole).toString());
    });
    connect(m_find, &QLineEdit::returnPressed, this, &GuideWindow::findNext);
    showIn(language);
}

QString GuideWindow::htmlOf(Language language)
{
    QFile file(u":/guide/guide-%1.html"_s.arg(languageCode(language)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString html = QString::fromUtf8(file.readAll());
    QString terms = u"<dl>"_s;
    for (const Term& term : glossary())
        terms += u"<dt id=\"term-%1\"><a name=\"term-%1\"></a><b>%2</b></dt><dd>%3</dd>"_s.arg(
            term.id, term.name.render(language).toHtmlEscaped(),
            term.meaning.render(language).toHtmlEscaped());
    static const QRegularExpression place(u"<!-- terms:.*?-->"_s);
    return html.replace(place, terms + u"</dl>"_s);
}

void GuideWindow::showIn(Language language)
{
    m_language = language;
    QString html = htmlOf(language);
    // The text widget finds a place by its anchor, not by an element's id.
    static const QRegularExpression heading(u"<h([23]) id=\"([\\w-]+)\">(.*?)</h[23]>"_s);
    const QSignalBlocker quiet(m_sections);
    m_sections->clear();
    for (auto it = heading.globalMatch(html); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        auto* item = new QListWidgetItem(match.captured(3), m_sections);
        item->setData(Qt::UserRole, match.captured(2));
        if (match.captured(1) == "3"_L1)
            item->setText(u"    "_s + item->text());
    }
    html.replace(heading, u"<h\\1><a name=\"\\2\"></a>\\3</h\\1>"_s);
    m_text->setHtml(html);
    retranslate();
    goTo(m_section);
}

void GuideWindow::retranslate()
{
    setWindowTitle(tr("Operator's guide"));
    m_findLabel->setText(tr("&Find"));
    m_find->setPlaceholderText(tr("a word, then Enter"));
    m_sections->setAccessibleName(tr("Sections of the guide"));
    m_text->setAccessibleName(windowTitle());
}

void GuideWindow::setLanguage(Language language)
{
    showIn(language);
}

void GuideWindow::goTo(const QString& section)
{
    m_section = section;
    const QSignalBlocker quiet(m_sections);
    for (int row = 0; row < m_sections->count(); ++row) {
        if (m_sections->item(row)->data(Qt::UserRole).toString() == section)
            m_sections->setCurrentRow(row);
    }
    m_text->scrollToAnchor(section);
}

void GuideWindow::goToPage(PageId page)
{
    goTo(u"page-"_s + pageCode(page));
}

void GuideWindow::findNext()
{
    if (m_text->find(m_find->text()))
        return;
    m_text->moveCursor(QTextCursor::Start); // from the beginning again
    m_text->find(m_find->text());
}

} // namespace ruw
