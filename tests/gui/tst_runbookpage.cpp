#include "tests/gui/PageSamples.h"

#include "core/report/DocumentFile.h"
#include "core/report/PagePainter.h"
#include "wizard/pages/RunbookPage.h"
#include "wizard/RunbookPrinter.h"
#include "wizard/widgets/PagePreview.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// The words of a PDF, page by page in reading order, without the blanks between them.
QString textOf(const QString& pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
    reader.waitForFinished();
    QString text = QString::fromUtf8(reader.readAllStandardOutput());
    text.removeIf([](QChar c) { return c == u' ' || c == u'\n'; });
    return text;
}

/// Width and height in points of every page.
QStringList pageSizesOf(const QString& pdf)
{
    QProcess reader;
    reader.start(u"pdfinfo"_s, {u"-l"_s, u"999"_s, pdf});
    reader.waitForFinished();
    QStringList sizes;
    const QStringList lines = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\n');
    static const QRegularExpression size(u"^Page +\\d+ size: +([0-9.]+) x ([0-9.]+)"_s);
    for (const QString& line : lines) {
        const QRegularExpressionMatch match = size.match(line);
        if (match.hasMatch())
            sizes.append(u"%1x%2"_s.arg(qRound(match.captured(1).toDouble()))
                             .arg(qRound(match.captured(2).toDouble())));
    }
    return sizes;
}

} // namespace

class TestRunbookPage : public QObject {
    Q_OBJECT

    static PagePreview* preview(const RunbookPage& page)
    {
        return page.findChild<PagePreview*>(u"pagePreview"_s);
    }
    static QPushButton* button(const RunbookPage& page, const QString& name)
    {
        return page.findChild<QPushButton*>(name);
    }
    static void prepare(Session& session, Language language, const samples::FileSite& site)
    {
        session.setLanguage(language);
        site.open(session);
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
    }
    static void showLaidOut(RunbookPage& page)
    {
        page.retranslate();
        page.enter();
        samples::showSmallest(page);
        QTRY_VERIFY_WITH_TIMEOUT(page.document(), 20'000);
    }
    /// Types a path into the open save dialog and presses Enter.
    static void typeIntoSaveDialog(RunbookPage& page, const QString& path)
    {
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = page.findChild<QFileDialog*>(u"saveDialog"_s)) && dialog->isVisible());
        auto* name = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
        QVERIFY(name);
        name->selectAll();
        name->insert(path); // key events know no Japanese
        QTest::keyClick(name, Qt::Key_Return);
    }

private slots:
    void thePreviewShowsThePagesThatThePainterMakes_data() { samples::bothLanguages(); }
    void thePreviewShowsThePagesThatThePainterMakes()
    {
        QFETCH(Language, language);
        const samples::FileSite site("ON");
        Session session;
        prepare(session, language, site);
        RunbookPage page(session);
        showLaidOut(page);
        const PagePainter painter(*page.document());
        QVERIFY(painter.pageCount() > 3);
        QCOMPARE(preview(page)->pageCount(), painter.pageCount());
        QVERIFY(
            page.findChild<QLabel*>(u"pageCount"_s)->text().contains(QString::number(painter.pageCount())));
        QCOMPARE(page.document()->language, language);
        QCOMPARE(page.document()->fingerprint, session.procedure()->shortFingerprint());
        // On to the work only when every warning is accepted.
        QVERIFY(!session.allWarningsAcknowledged() && !page.isComplete());
        session.setPeople(u"Sato"_s, {});
        for (const Finding& finding : session.checksOf(*session.procedureKind()).findings)
            session.acknowledge(finding, true);
        QVERIFY(page.isComplete());
    }

    void thePaperMayBeInTheOtherLanguage()
    {
        const samples::FileSite site("ON");
        Session session;
        prepare(session, Language::English, site);
        RunbookPage page(session);
        showLaidOut(page);
        auto* language = page.findChild<QComboBox*>(u"paperLanguage"_s);
        language->setFocus();
        QTest::keyClick(language, Qt::Key_Up);
        QTRY_VERIFY_WITH_TIMEOUT(page.document() && page.document()->language == Language::Japanese, 20'000);
        QCOMPARE(session.language(), Language::English);
    }

    void theAuthorStandsOnThePaper()
    {
        const samples::FileSite site("ON");
        Session session;
        prepare(session, Language::English, site);
        RunbookPage page(session);
        showLaidOut(page);
        auto* author = page.findChild<QLineEdit*>(u"author"_s);
        author->setFocus();
        QTest::keyClicks(author, u"Hanako Suzuki"_s);
        QTest::keyClick(author, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(page.document(), 20'000);
        const QString path = site.path(u"author.pdf"_s);
        QVERIFY(writeDocument(*page.document(), path).ok());
        QVERIFY(textOf(path).contains(u"HanakoSuzuki"_s));
    }

    void pageKeysTurnThePages()
    {
        const samples::FileSite site("ON");
        Session session;
        prepare(session, Language::English, site);
        RunbookPage page(session);
        showLaidOut(page);
        PagePreview* view = preview(page);
        auto* number = page.findChild<QSpinBox*>(u"pageNumber"_s);
        view->setFocus();
        QCOMPARE(number->value(), 1);
        QTest::keyClick(view, Qt::Key_PageDown);
        QTest::keyClick(view, Qt::Key_PageDown);
        QCOMPARE(number->value(), 3);
        QTest::keyClick(view, Qt::Key_PageUp);
        QCOMPARE(number->value(), 2);
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(number->value(), view->pageCount());
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(number->value(), 1);
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, u"4"_s);
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(view->currentPage(), 3);
    }

    void theZoomGoesUpAndDownAndBackToTheWidth()
    {
        const samples::FileSite site("ON");
        Session session;
        prepare(session, Language::English, site);
        RunbookPage page(session);
        showLaidOut(page);
        PagePreview* view = preview(page);
        view->setFocus();
        QVERIFY(view->fitsWidth());
        const int fitted = view->shownPercent();
        QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(!view->fitsWidth());
        QVERIFY(view->shownPercent() > fitted);
        QTest::keyClick(view, Qt::Key_Minus, Qt::ControlModifier);
        QTest::keyClick(view, Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(view->shownPercent() < fitted);
        QTest::keyClick(view, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(view->shownPercent(), fitted);
    }

    void aFileIsSavedByKeyboardAndItsPathIsSaid_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("PDF") << u"pdf"_s << QByteArray("%PDF");
        QTest::newRow("HTML") << u"html"_s << QByteArray("<!DOCTYPE");
        QTest::newRow("Excel") << u"xlsx"_s << QByteArray("PK");
    }
    void aFileIsSavedByKeyboardAndItsPathIsSaid()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, magic);
        const samples::FileSite site("ON");
        Session session;
        prepare(session, Language::Japanese, site);
        RunbookPage page(session);
        showLaidOut(page);
        button(page, suffix + u"Button"_s)->setFocus();
        QTest::keyClick(button(page, suffix + u"Button"_s), Qt::Key_Space);
        typeIntoSaveDialog(page, site.path(u"手順書"_s)); // the ending is the dialog's to add
        const auto* outcome = page.findChild<QLabel*>(u"outcomeText"_s);
        const QString path = site.path(u"手順書."_s + suffix);
        QTRY_VERIFY_WITH_TIMEOUT(outcome->isVisible(), 20'000);
        QVERIFY2(outcome->text().contains(path), qPrintable(outcome->text()));
        QVERIFY(button(page, u"openFolder"_s)->isVisible());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(64).trimmed().toUpper().startsWith(magic.toUpper()));
    }

    void aFileThatCantBeWrittenIsSaidInline()
    {
        const samples::FileSite site("ON");
        Session session;
        prepare(session, Language::English, site);
        RunbookPage page(session);
        showLaidOut(page);
        QVERIFY(QDir().mkdir(site.path(u"taken.pdf.d"_s)));
        button(page, u"pdfButton"_s)->setFocus();
        QTest::keyClick(button(page, u"pdfButton"_s), Qt::Key_Space);
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = page.findChild<QFileDialog*>(u"saveDialog"_s)) && dialog->isVisible());
        // The dialog itself refuses a missing folder; one that vanishes after the choice gets through to the writing.
        emit dialog->fileSelected(site.path(u"no-such-folder/runbook.pdf"_s));
        dialog->close();
        const auto* outcome = page.findChild<QLabel*>(u"outcomeText"_s);
        QTRY_VERIFY_WITH_TIMEOUT(outcome->isVisible(), 20'000);
        QVERIFY(outcome->text().contains(u"runbook.pdf"_s));
        QVERIFY(!button(page, u"openFolder"_s)->isVisible());
    }

    void printingGivesTheSameTextAndPageSizesAsTheWrittenPdf_data() { samples::bothLanguages(); }
    void printingGivesTheSameTextAndPageSizesAsTheWrittenPdf()
    {
        QFETCH(Language, language);
        const samples::FileSite site("ON");
        Session session;
        prepare(session, language, site);
        RunbookPage page(session);
        showLaidOut(page);
        const QString written = site.path(u"written.pdf"_s);
        const QString printed = site.path(u"printed.pdf"_s);
        QVERIFY(writeDocument(*page.document(), written).ok());
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(printed);
        preparePrinter(printer, *page.document());
        const Status status = printDocument(*page.document(), printer);
        QVERIFY2(status.ok(), status.ok() ? "" : qPrintable(status.error().render(Language::English)));
        QVERIFY(textOf(written).size() > 2000);
        QCOMPARE(textOf(printed), textOf(written));
        QCOMPARE(pageSizesOf(printed), pageSizesOf(written));
        QVERIFY(pageSizesOf(printed).contains(u"842x595"_s));
    }

    void theNameOfAFileToPrintIntoIsProposedWhole()
    {
        const samples::FileSite site("ON");
        Session session;
        prepare(session, Language::English, site);
        RunbookPage page(session);
        showLaidOut(page);
        button(page, u"printButton"_s)->click();
        auto* dialog = page.findChild<QPrintDialog*>(u"printDialog"_s);
        QVERIFY(dialog);
        // On a real desktop Qt proposes the document's name up to its last dot; here it proposes none.
        const QString proposed = QFileInfo(dialog->printer()->docName()).completeBaseName();
        QVERIFY(proposed.contains(u"Ver.5"_s));
        QPrinter printer(QPrinter::HighResolution);
        preparePrinter(printer, *page.document());
        QCOMPARE(proposed, printer.docName());
        dialog->reject();
    }

    void aPageRangeIsHeeded()
    {
        const samples::FileSite site("ON");
        Session session;
        prepare(session, Language::English, site);
        RunbookPage page(session);
        showLaidOut(page);
        const QString printed = site.path(u"printed.pdf"_s);
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(printed);
        preparePrinter(printer, *page.document());
        printer.setPrintRange(QPrinter::PageRange);
        printer.setFromTo(2, 3);
        QVERIFY(printDocument(*page.document(), printer).ok());
        QCOMPARE(pageSizesOf(printed).size(), 2);
    }

    void printingToAPlaceThatCantBeWrittenIsAnError()
    {
        const samples::FileSite site("ON");
        Session session;
        prepare(session, Language::English, site);
        RunbookPage page(session);
        showLaidOut(page);
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(site.path(u"no-such-folder/printed.pdf"_s));
        preparePrinter(printer, *page.document());
        const Status status = printDocument(*page.document(), printer);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, u"print-failed"_s);
    }

    void layingOutDoesNotBlockTheWindow()
    {
        const samples::FileSite site("ON");
        Session session;
        prepare(session, Language::Japanese, site);
        RunbookPage page(session);
        page.retranslate();
        QElapsedTimer time;
        time.start();
        page.enter();
        QVERIFY2(time.elapsed() < 150, qPrintable(QString::number(time.elapsed())));
        QVERIFY(!page.document());
        QTRY_VERIFY_WITH_TIMEOUT(page.document(), 20'000);
    }

    void nothingIsCutOffInTheSmallestWindow_data() { samples::bothLanguages(); }
    void nothingIsCutOffInTheSmallestWindow()
    {
        QFETCH(Language, language);
        const samples::FileSite site("ON");
        Session session;
        prepare(session, language, site);
        RunbookPage page(session);
        showLaidOut(page);
        QCoreApplication::processEvents();
        QCOMPARE(samples::cutOffTexts(page), QStringList());
    }
};

QTEST_MAIN(TestRunbookPage)
#include "tst_runbookpage.moc"
