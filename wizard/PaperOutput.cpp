#include "wizard/PaperOutput.h"

#include "core/base/Quote.h"
#include "core/report/DocumentFile.h"
#include "wizard/RunbookPrinter.h"
#include "wizard/SavePlace.h"
#include "wizard/widgets/Background.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>

using namespace Qt::StringLiterals;

namespace ruw {

PaperOutput::PaperOutput(QWidget* window) : QObject(window), m_window(window), m_writer(new Background(this))
{
    connect(m_writer, &Background::busyChanged, this, &PaperOutput::busyChanged);
}

PaperOutput::~PaperOutput() = default;

bool PaperOutput::busy() const
{
    return m_writer->busy();
}

QString PaperOutput::filterOf(const QString& suffix)
{
    const QString name = suffix == "pdf"_L1    ? tr("PDF document")
                         : suffix == "html"_L1 ? tr("HTML document")
                                               : tr("Excel workbook");
    return u"%1 (*.%2)"_s.arg(name, suffix);
}

void PaperOutput::askWhereToSave(const MakeDocument& make, const QString& dialogTitle, const QString& name,
                                 const QString& folder, const QStringList& suffixes)
{
    // Qt's dialog itself asks before an existing file is replaced.
    auto* dialog = new QFileDialog(m_window, dialogTitle);
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    QStringList filters;
    for (const QString& suffix : suffixes)
        filters.append(filterOf(suffix));
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixes.first());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, suffixes, filters](const QString& filter) {
        dialog->setDefaultSuffix(suffixes.value(filters.indexOf(filter), suffixes.first()));
    });
    dialog->setDirectory(folderToSaveIn(m_lastFolder.isEmpty() ? folder : m_lastFolder, m_passingFolder));
    dialog->selectFile(u"%1.%2"_s.arg(name, suffixes.first()));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, make](const QString& path) { save(make, path); });
    dialog->open();
}

void PaperOutput::save(const MakeDocument& make, const QString& path)
{
    if (const Status may = mayBeSavedAt(path, m_passingFolder); !may)
        return finish(may, {}, {});
    m_lastFolder = QFileInfo(path).absolutePath();
    m_writer->start<Status>(
        [make, path](const std::stop_token&) -> Status {
            const Result<Document> document = make();
            return document ? writeDocument(*document, path) : Status(document.error());
        },
        [this, path](const Status& status) {
            finish(status, Text::tr("Saved: %1").arg(shownSafely(QDir::toNativeSeparators(path))), path);
        });
}

void PaperOutput::askForPrinter(const Document& document, int pages)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    preparePrinter(*printer, document);
    // The dialog proposes it as the file's name, without what follows its last dot: that must not be the one of "Ver.5".
    const QString job = printer->docName();
    printer->setDocName(QString(job).replace(u'/', u'_') + u".pdf"_s);
    auto* dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (pages > 0) {
        dialog->setOption(QAbstractPrintDialog::PrintPageRange);
        dialog->setMinMax(1, pages);
    }
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this,
            [this, document, printer, job] {
                printer->setDocName(job);
                print(document, printer);
            });
    // The dialog only borrows the printer: it must live as long as the dialog does.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void PaperOutput::print(const Document& document, std::shared_ptr<QPrinter> printer)
{
    const QString file = printer->outputFileName();
    if (const Status may = mayBeSavedAt(file, m_passingFolder); !may)
        return finish(may, {}, {});
    const Text done = file.isEmpty() ? Text::tr("Sent to the printer \"%1\".").arg(printer->printerName())
                                     : Text::tr("Saved: %1").arg(shownSafely(QDir::toNativeSeparators(file)));
    m_writer->start<Status>(
        [document, printer](const std::stop_token&) { return printDocument(document, *printer); },
        [this, done, file](const Status& status) { finish(status, done, file); });
}

void PaperOutput::finish(const Status& status, const Text& done, const QString& file)
{
    if (status) {
        emit ended({true, done, file});
    } else {
        const Error& error = status.error();
        emit ended({false, Text::lines({error.what, error.state, error.remedy})});
    }
}

QString asFileName(const QString& text)
{
    QString name = text.trimmed();
    for (QChar& c : name) {
        if (c.unicode() < 0x20 || u"/\\:*?\"<>|"_s.contains(c))
            c = u'_';
    }
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.left(80);
}

} // namespace ruw
