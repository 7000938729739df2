#include "wizard/pages/RunbookPage.h"

#include "core/report/Fonts.h"
#include "core/report/Runbook.h"
#include "wizard/PaperOutput.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/Background.h"
#include "wizard/widgets/OutcomeBar.h"
#include "wizard/widgets/PagePreview.h"
#include "wizard/widgets/PaperLanguage.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int sideWidth = 208;
constexpr int typingPauseMs = 350;

QToolButton* barButton(const QString& objectName, const QString& icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    if (!icon.isEmpty())
        button->setIcon(theme::icon(icon));
    return button;
}

} // namespace

RunbookPage::RunbookPage(Session& session, QWidget* parent) : Page(session, parent)
{
    setObjectName(u"runbookPage"_s);
    m_preview = new PagePreview;
    m_preview->setObjectName(u"pagePreview"_s);
    m_message = new QLabel;
    m_message->setObjectName(u"previewMessage"_s);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMargin(4 * theme::grid);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_preview);
    m_stack->addWidget(m_message);

    auto* side = new QVBoxLayout;
    side->setSpacing(6);
    buildSide(*side);
    auto* sheet = new QVBoxLayout;
    sheet->setSpacing(4);
    sheet->addWidget(buildPageBar());
    sheet->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * theme::grid);
    row->addLayout(sheet, 1);
    row->addLayout(side);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 8, 24, 8);
    column->setSpacing(theme::grid);
    column->addLayout(row, 1);
    m_outcome = new OutcomeBar(this);
    column->addWidget(m_outcome);

    // As it is read: the sheet with its bar, then what is done with it.
    QList<QWidget*> order{m_previous, m_pageNumber, m_next,     m_zoomOut, m_zoomIn,
                          m_fit,      m_preview,    m_language, m_author,  m_print};
    for (const Format& format : std::as_const(m_formats))
        order.append(format.button);
    order.append(m_outcome->openFolderButton());
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);

    m_maker = new Background(this);
    m_output = new PaperOutput(this);
    connect(m_output, &PaperOutput::busyChanged, this, &RunbookPage::refreshButtons);
    connect(m_output, &PaperOutput::ended, m_outcome, &OutcomeBar::say);
    m_typing = new QTimer(this);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPauseMs);
    connect(m_typing, &QTimer::timeout, this, &RunbookPage::layOut);
    connect(m_author, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_author, &QLineEdit::editingFinished, this, [this] {
        if (m_typing->isActive())
            layOut();
    });
    connect(m_language, &QComboBox::activated, this, &RunbookPage::layOut);
    connect(m_preview, &PagePreview::currentPageChanged, this, &RunbookPage::showPageBar);
    connect(m_preview, &PagePreview::zoomChanged, this, &RunbookPage::showPageBar);
    connect(m_preview, &PagePreview::laidOut, this, &RunbookPage::showLaidOut);
    connect(&m_session, &Session::procedureChanged, this, &RunbookPage::planChanged);
    connect(&m_session, &Session::acknowledgedChanged, this, &RunbookPage::completeChanged);
}

RunbookPage::~RunbookPage() = default;

void RunbookPage::buildSide(QVBoxLayout& side)
{
    const auto label = [this, &side](const QString& objectName) {
        auto* made = new QLabel(this);
        made->setObjectName(objectName);
        side.addWidget(made);
        return made;
    };
    m_languageLabel = label(u"paperLanguageLabel"_s);
    m_language = new PaperLanguage(this);
    m_language->setObjectName(u"paperLanguage"_s);
    m_language->setFixedWidth(sideWidth);
    m_languageLabel->setBuddy(m_language);
    side.addWidget(m_language);
    side.addSpacing(theme::grid);

    m_authorLabel = label(u"authorLabel"_s);
    m_author = new QLineEdit(this);
    m_author->setObjectName(u"author"_s);
    m_author->setMaxLength(100);
    m_author->setFixedWidth(sideWidth);
    m_authorLabel->setBuddy(m_author);
    side.addWidget(m_author);
    side.addSpacing(2 * theme::grid);

    m_outputLabel = label(u"outputLabel"_s);
    theme::makeStrong(m_outputLabel);
    const auto button = [this, &side](const QString& objectName, const QString& icon) {
        auto* made = new QPushButton(this);
        made->setObjectName(objectName);
        made->setIcon(theme::icon(icon));
        made->setFixedWidth(sideWidth);
        side.addWidget(made);
        return made;
    };
    m_print = button(u"printButton"_s, u"print"_s);
    connect(m_print, &QPushButton::clicked, this, [this] {
        if (m_document)
            m_output->askForPrinter(*m_document, m_preview->pageCount());
    });
    for (const QString& suffix : {u"pdf"_s, u"html"_s, u"xlsx"_s}) {
        QPushButton* saveButton = button(suffix + u"Button"_s, u"save"_s);
        connect(saveButton, &QPushButton::clicked, this, [this, suffix] { askWhereToSave(suffix); });
        m_formats.append({suffix, saveButton});
    }
    side.addSpacing(theme::grid);
    m_note = label(u"paperNote"_s);
    m_note->setWordWrap(true);
    theme::makeCaption(m_note);
    m_note->setFixedWidth(sideWidth);
    side.addStretch(1);
}

QWidget* RunbookPage::buildPageBar()
{
    auto* bar = new QWidget(this);
    m_previous = barButton(u"previousPage"_s, u"up"_s, bar);
    m_next = barButton(u"nextPage"_s, u"down"_s, bar);
    m_pageNumber = new QSpinBox(bar);
    m_pageNumber->setObjectName(u"pageNumber"_s);
    m_pageNumber->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_pageNumber->setAlignment(Qt::AlignRight);
    m_pageNumber->setKeyboardTracking(false);
    m_pageNumber->setFixedWidth(48);
    m_pageCount = new QLabel(bar);
    m_pageCount->setObjectName(u"pageCount"_s);
    m_zoomOut = barButton(u"zoomOut"_s, u"remove"_s, bar);
    m_zoomIn = barButton(u"zoomIn"_s, u"add"_s, bar);
    m_zoom = new QLabel(bar);
    m_zoom->setObjectName(u"zoomPercent"_s);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(48);
    m_fit = barButton(u"fitWidth"_s, {}, bar);
    m_fit->setCheckable(true);
    m_fit->setAutoRaise(false); // that it is on must be seen
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_previous, m_pageNumber, m_pageCount, m_next})
        row->addWidget(widget);
    row->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_zoomOut, m_zoom, m_zoomIn, m_fit})
        row->addWidget(widget);
    connect(m_previous, &QToolButton::clicked, this,
            [this] { m_preview->goToPage(m_preview->currentPage() - 1); });
    connect(m_next, &QToolButton::clicked, this,
            [this] { m_preview->goToPage(m_preview->currentPage() + 1); });
    connect(m_pageNumber, &QSpinBox::valueChanged, this, [this](int page) { m_preview->goToPage(page - 1); });
    connect(m_zoomOut, &QToolButton::clicked, this, [this] { m_preview->zoomBy(-1); });
    connect(m_zoomIn, &QToolButton::clicked, this, [this] { m_preview->zoomBy(1); });
    connect(m_fit, &QToolButton::clicked, this, [this](bool on) { m_preview->setFitWidth(on); });
    return bar;
}

QString RunbookPage::title() const
{
    return tr("Runbook");
}

QString RunbookPage::intro() const
{
    if (m_session.isRehearsal())
        return tr("Made for practising: the one to sign is printed from the real window. The rehearsal goes by the same steps.");
    return tr("This is what will be printed. Have it checked and signed before the work; it shows the same "
              "steps that the "
              "program will guide you through.");
}

QString RunbookPage::nextVerb() const
{
    return m_session.isRehearsal() ? tr("Go to the &rehearsal") : tr("Go to the &work");
}

bool RunbookPage::isComplete() const
{
    // The paper can be made, signed and handed round days before; the work can't begin on what nobody has accepted.
    return m_session.procedure() && m_session.allWarningsAcknowledged();
}

QString RunbookPage::whyIncomplete() const
{
    return isComplete()            ? QString()
           : m_session.procedure() ? tr("Before the work, accept every warning on the Checks page.")
                                   : tr("Choose a procedure first.");
}

QString RunbookPage::underWay() const
{
    return m_output->busy() ? tr("The runbook is being printed or saved.") : QString();
}

void RunbookPage::enter()
{
    m_output->setPassingFolder(m_session.passingFolder());
    m_language->follow(m_session.language());
    if (m_stale)
        layOut();
}

void RunbookPage::retranslate()
{
    m_languageLabel->setText(tr("Lan&guage of the paper"));
    m_authorLabel->setText(tr("&Author"));
    m_author->setPlaceholderText(tr("blank: filled in by hand"));
    m_outputLabel->setText(tr("Print or save"));
    m_print->setText(tr("Prin&t…"));
    for (const Format& format : std::as_const(m_formats)) {
        format.button->setText(format.suffix == "pdf"_L1    ? tr("Save as P&DF…")
                               : format.suffix == "html"_L1 ? tr("Save as &HTML…")
                                                            : tr("Save as &Excel…"));
    }
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_previous, tr("Previous page (Page Up)"));
    name(m_next, tr("Next page (Page Down)"));
    name(m_zoomOut, tr("Smaller (Ctrl+-)"));
    name(m_zoomIn, tr("Larger (Ctrl++)"));
    name(m_fit, tr("Fit to the width (Ctrl+0)"));
    m_fit->setText(tr("Fit width"));
    m_pageNumber->setAccessibleName(tr("Page"));
    m_preview->retranslate();
    showPageBar();
    m_outcome->retranslate(m_session.language());
    if (m_language->follow(m_session.language())) {
        planChanged();
    } else {
        refreshButtons();
    }
}

void RunbookPage::planChanged()
{
    m_stale = true;
    if (isVisible())
        layOut();
    emit completeChanged();
}

void RunbookPage::layOut()
{
    m_typing->stop();
    m_stale = false;
    m_document.reset();
    m_made.reset();
    m_error = {};
    if (!m_session.procedure()) {
        m_maker->stop();
        m_preview->setDocument({});
        refreshButtons();
        return;
    }
    m_madeAt = QDateTime::currentDateTime();
    m_maker->start<Made>(
        [facts = m_session.facts(), kind = m_session.procedure()->kind, madeAt = m_madeAt,
         author = m_author->text().trimmed(), language = m_language->language(),
         siteKind = m_session.siteKind()](const std::stop_token&) {
            Made made;
            const Result<Fonts> fonts = Fonts::forLanguage(language);
            if (!fonts) {
                made.error = fonts.error();
                return made;
            }
            made.searchable = fonts->searchable;
            Result<RunbookInput> input = prepareRunbook(facts, kind, madeAt);
            if (!input) {
                made.error = input.error();
                return made;
            }
            input.value().author = author;
            input.value().siteKind = siteKind;
            made.document = runbookDocument(*input, language);
            return made;
        },
        [this](const Made& made) { take(made); });
    refreshButtons();
}

void RunbookPage::take(const Made& made)
{
    m_made = made.document;
    m_error = made.error;
    m_searchable = made.searchable;
    m_preview->setDocument(m_made); // goes on in showLaidOut()
}

void RunbookPage::showLaidOut()
{
    m_document = m_made;
    refreshButtons();
}

void RunbookPage::refreshButtons()
{
    const bool ready = m_document && !m_output->busy();
    m_print->setEnabled(ready);
    for (const Format& format : std::as_const(m_formats))
        format.button->setEnabled(ready);
    if (m_document)
        m_stack->setCurrentWidget(m_preview);
    else if (m_preview->pageCount() == 0 || !m_error.code.isEmpty())
        m_stack->setCurrentWidget(m_message); // while it is laid out anew, the pages of before stay in sight
    m_message->setText(!m_error.code.isEmpty() ? m_error.render(m_session.language())
                       : m_session.procedure() ? tr("The pages are being laid out …")
                                               : tr("Choose a procedure first."));
    QStringList notes;
    if (m_output->busy())
        notes.append(tr("Printing or saving …"));
    if (!m_searchable)
        notes.append(tr("With the Japanese fonts of this machine the PDF's text can't be searched reliably: "
                        "BIZ UDGothic or "
                        "VL Gothic would help."));
    m_note->setText(notes.join(u'\n'));
    showPageBar();
}

void RunbookPage::showPageBar()
{
    const int count = m_preview->pageCount();
    const int page = m_preview->currentPage();
    const QSignalBlocker quiet(m_pageNumber);
    m_pageNumber->setRange(count > 0 ? 1 : 0, count);
    m_pageNumber->setValue(count > 0 ? page + 1 : 0);
    m_pageNumber->setEnabled(count > 0);
    m_pageCount->setText(tr("/ %1").arg(count));
    m_previous->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < count);
    m_zoom->setText(u"%1 %"_s.arg(m_preview->shownPercent()));
    m_fit->setChecked(m_preview->fitsWidth());
    for (QToolButton* button : {m_zoomOut, m_zoomIn, m_fit})
        button->setEnabled(count > 0);
}

void RunbookPage::askWhereToSave(const QString& suffix)
{
    if (!m_document)
        return;
    const QString siteFile = m_session.siteFile();
    m_output->askWhereToSave(
        [document = *m_document] { return Result<Document>(document); }, tr("Save the runbook"),
        Text::tr("Runbook_%1").arg(asFileName(m_session.site().name)).render(m_language->language()),
        siteFile.isEmpty() ? QString() : QFileInfo(siteFile).absolutePath(), {suffix});
}

} // namespace ruw
