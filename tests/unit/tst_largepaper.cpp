#include "core/report/DocumentFile.h"
#include "core/report/FirewallRequest.h"
#include "core/report/PagePainter.h"
#include "core/report/PaperNames.h"
#include "core/report/Runbook.h"
#include "core/site/SiteFile.h"
#include "core/survey/Surveyor.h"

#include "PdfText.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

constexpr int longestConversionMs = 180'000;

/// Without what wrapping adds, and in one form: some kanji come out of a PDF as look-alikes, and on paper quotation marks open and
/// close.
QString plain(const QString& text)
{
    QString out = sample::withoutWhitespace(text.normalized(QString::NormalizationForm_KC));
    out.replace(u'\u201c', u'"').replace(u'\u201d', u'"');
    return out.remove(u'\u21b5').remove(u'\u2937').remove(u'\u21b2').remove(u'\u2198');
}

SiteFacts largeSite()
{
    const auto read = SiteFile::read(QStringLiteral(TESTS_DIR "/data/large/site.json"));
    if (!read)
        qFatal("%s", qPrintable(read.error().render(Language::English)));
    RealSiteAccess access({});
    return SiteFacts::from(read->site, surveySite(read->site, access, {}, {}));
}

void bothLanguages()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << Language::English;
    QTest::newRow("Japanese") << Language::Japanese;
}

} // namespace

/// The papers of one master and seven slaves with long names and paths.
class TestLargePaper : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    SiteFacts m_facts;
    RunbookInput m_input;

    Document runbook(Language language) const { return runbookDocument(m_input, language); }
    QString written(const Document& document, const QString& name) const
    {
        const QString path = m_dir.filePath(name);
        const Status status = writeDocument(document, path);
        if (!status)
            qFatal("%s", qPrintable(status.error().render(Language::English)));
        return path;
    }
    /// The rows of the step tables, as a person finds them: the number and the words that lead.
    static QList<const Row*> stepRows(const Document& document)
    {
        QList<const Row*> rows;
        for (const DocumentBlock& block : document.body) {
            const auto* table = std::get_if<Table>(&block);
            if (!table || !table->steps)
                continue;
            for (const Row& row : table->rows) {
                if (row.cells.size() > 3)
                    rows.append(&row);
            }
        }
        return rows;
    }

private slots:
    void initTestCase()
    {
        m_facts = largeSite();
        QCOMPARE(m_facts.nodes.size(), 8);
        const auto input = prepareRunbook(m_facts, ProcedureKind::BlockSyncPorts,
                                          QDateTime::fromString(u"2026-12-01T10:00:00+09:00"_s, Qt::ISODate));
        QVERIFY2(input, input ? "" : qPrintable(input.error().render(Language::English)));
        m_input = *input;
    }
    void noNameAndNoPathIsCutOnPaper_data() { bothLanguages(); }
    void noNameAndNoPathIsCutOnPaper()
    {
        QFETCH(Language, language);
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed: not run");
        const QString text =
            plain(sample::pdfPages(written(runbook(language), u"large.pdf"_s)).join(QString()));
        const Site& site = m_facts.site;
        QVERIFY(text.contains(plain(site.name)));
        QVERIFY(text.contains(plain(site.rollback)));
        for (const Node& node : site.nodes) {
            for (const QString& value : {node.name, node.address, node.installDir, node.installer,
                                         node.service.stop, node.service.bootOff})
                QVERIFY2(text.contains(plain(value)), qPrintable(value));
        }
    }
    void longNamesAreShortInTheStepsAndFullInTheCommands()
    {
        const PaperNames names = PaperNames::of(m_facts.site);
        const QString full = m_facts.site.nodes[1].name;
        QCOMPARE(names.shortOf.value(full), u"tokyo-otemachi-02"_s);
        QCOMPARE(names.applied(full + u": line 3"_s), u"tokyo-otemachi-02: line 3"_s);
        // What only holds the name is another thing.
        for (const QString& other :
             {u"https://%1/console"_s, u"%1:14083"_s, u"old-%1"_s, u"%1.local"_s, u"root@%1"_s})
            QCOMPARE(names.applied(other.arg(full)), other.arg(full));
        const Document document = runbook(Language::English);
        bool inSteps = false;
        for (const Row* row : stepRows(document)) {
            for (const Cell& cell : row->cells) {
                inSteps = inSteps || cell.lead.contains(u"tokyo-otemachi-02"_s);
                for (QString text : {cell.lead, cell.text, cell.note})
                    QVERIFY2(!text.remove(u"https://"_s + full).contains(full), qPrintable(text));
            }
        }
        QVERIFY(inSteps);
    }
    void namesThatCanNotBeShortenedStayWhole_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("short already") << QStringList{u"mf1.example.jp"_s, u"mf2.example.jp"_s};
        QTest::newRow("nothing shared")
            << QStringList{u"a-very-long-name-of-the-first"_s, u"some-other-long-name-of-it"_s};
        QTest::newRow("only numbers left") << QStringList{u"mailfilter-production-node-01.example.jp"_s,
                                                          u"mailfilter-production-node-02.example.jp"_s};
        QTest::newRow("one inside of the other") << QStringList{u"mailfilter-production.example.co.jp"_s,
                                                                u"mailfilter-production-b.example.co.jp"_s};
    }
    void namesThatCanNotBeShortenedStayWhole()
    {
        QFETCH(QStringList, names);
        Site site;
        for (const QString& name : names) {
            Node node;
            node.name = name;
            site.nodes.append(node);
        }
        const PaperNames shorter = PaperNames::of(site);
        QSet<QString> used;
        for (const QString& name : names)
            used.insert(shorter.shortOf.value(name, name));
        QCOMPARE(used.size(), names.size()); // told apart in any case
        if (!names.first().startsWith(u"mailfilter-production.ex"_s))
            QVERIFY(!shorter.inUse());
        QCOMPARE(shorter.applied(names.join(u' ')).split(u' ').size(), names.size());
    }
    /// So many greetings stand on a sheet.
    void aSheetThatAsksSmtpIsNotSaidToBeRunOnANode()
    {
        const Document document = runbook(Language::English);
        QStringList asking, running;
        for (qsizetype i = 1; i < document.body.size(); ++i) {
            const auto* heading = std::get_if<Heading>(&document.body[i - 1]);
            const auto* sheet = std::get_if<CommandBlock>(&document.body[i]);
            if (heading && sheet && heading->text.contains(u"Command sheet"_s))
                (sheet->text.contains(u"QUIT"_s) ? asking : running).append(heading->text);
        }
        QVERIFY(!asking.isEmpty() && asking.filter(u"(on "_s).isEmpty());
        QVERIFY(!running.filter(u"(on "_s).isEmpty());
    }
    void noStepIsSplitBetweenPages_data() { bothLanguages(); }
    void noStepIsSplitBetweenPages()
    {
        QFETCH(Language, language);
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed: not run");
        const Document document = runbook(language);
        QStringList pages;
        for (const QString& page : sample::pdfPages(written(document, u"steps.pdf"_s)))
            pages.append(plain(page));
        const QList<const Row*> rows = stepRows(document);
        QVERIFY(rows.size() > 60);
        int looked = 0;
        for (const Row* row : rows) {
            // All that the row says stands on one page.
            QStringList parts;
            for (const Cell& cell : row->cells) {
                for (const QString& text : {cell.lead, cell.text, cell.command, cell.note}) {
                    for (const QString& line : text.split(u'\n')) {
                        if (line.size() > 3)
                            parts.append(plain(line));
                    }
                }
            }
            const auto holdsAll = [&](const QString& page) {
                return std::all_of(parts.cbegin(), parts.cend(),
                                   [&](const QString& part) { return page.contains(part); });
            };
            ++looked;
            QVERIFY2(std::any_of(pages.cbegin(), pages.cend(), holdsAll), qPrintable(parts.join(u" | "_s)));
        }
        QVERIFY(looked > 60);
    }
    void thePaperNeedsNoColour_data() { bothLanguages(); }
    void thePaperNeedsNoColour()
    {
        QFETCH(Language, language);
        const PagePainter pages(runbook(language));
        for (int page = 0; page < pages.pageCount(); ++page) {
            QSizeF points(595, 842);
            if (pages.landscape(page))
                points.transpose();
            QImage image(points.toSize(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            pages.paint(painter, page);
            painter.end();
            for (int y = 0; y < image.height(); ++y) {
                const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
                for (int x = 0; x < image.width(); ++x) {
                    const int most = std::max({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
                    const int least = std::min({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
                    QVERIFY2(most - least <= 6,
                             qPrintable(u"page %1 at %2, %3"_s.arg(page + 1).arg(x).arg(y)));
                }
            }
        }
    }
    void theHtmlNeedsNothingBesideItself_data() { bothLanguages(); }
    void theHtmlNeedsNothingBesideItself()
    {
        QFETCH(Language, language);
        QFile file(written(runbook(language), u"large.html"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(file.readAll());
        static const QRegularExpression outside(
            u"(?:src|href)\\s*=\\s*[\"'](?!#|data:)|url\\(|@import|<link|<script|<iframe|<object"_s);
        QVERIFY2(!outside.match(html).hasMatch(), qPrintable(outside.match(html).captured()));
        QVERIFY(html.contains(m_facts.nodes.last().node.name));
        QVERIFY(html.contains("<svg"_L1)); // the drawing is in it
    }
    void theRequestSheetNamesEveryServer_data() { bothLanguages(); }
    void theRequestSheetNamesEveryServer()
    {
        QFETCH(Language, language);
        const FirewallRequest request = FirewallRequest::from(m_facts, nullptr, {});
        const Document document = requestDocument(request, m_facts, m_input.madeAt, language);
        const QString text = plain(sample::pdfPages(written(document, u"request.pdf"_s)).join(QString()));
        const PaperNames names = PaperNames::of(m_facts.site);
        for (const Node& node : m_facts.site.nodes)
            QVERIFY2(text.contains(plain(node.address + u'(' + names.applied(node.name) + u')')),
                     qPrintable(node.name));
        QVERIFY(text.contains(plain(names.note().render(language))));
        QVERIFY(text.contains(u"34044"_s));
    }
    void theWorkbookOpensInLibreOfficeAndPrintsOnA4_data() { bothLanguages(); }
    void theWorkbookOpensInLibreOfficeAndPrintsOnA4()
    {
        QFETCH(Language, language);
        const QString office = QStandardPaths::findExecutable(u"libreoffice"_s);
        if (office.isEmpty() || QStandardPaths::findExecutable(u"pdfinfo"_s).isEmpty())
            QSKIP("libreoffice or pdfinfo (poppler-utils) is not installed: the workbook was not opened");
        const Document document = runbook(language);
        const QString workbook = written(document, u"large-%1.xlsx"_s.arg(languageCode(language)));
        QProcess process;
        process.start(office,
                      {u"-env:UserInstallation=file://"_s + m_dir.filePath(u"office"_s), u"--headless"_s,
                       u"--convert-to"_s, u"pdf"_s, u"--outdir"_s, m_dir.path(), workbook});
        QVERIFY(process.waitForFinished(longestConversionMs));
        const QString pdf =
            QFileInfo(workbook).path() + u'/' + QFileInfo(workbook).completeBaseName() + u".pdf"_s;
        QVERIFY2(QFile::exists(pdf), process.readAllStandardError().constData());
        const QString info = sample::outputOf(u"pdfinfo"_s, {u"-l"_s, u"999"_s, pdf});
        static const QRegularExpression size(u"Page +\\d+ size: +([\\d.]+) x ([\\d.]+)"_s);
        int pages = 0;
        for (auto it = size.globalMatch(info); it.hasNext(); ++pages) {
            const QRegularExpressionMatch match = it.next();
            const double shorter = std::min(match.captured(1).toDouble(), match.captured(2).toDouble());
            const double longer = std::max(match.captured(1).toDouble(), match.captured(2).toDouble());
            QVERIFY2(std::abs(shorter - 595) < 3 && std::abs(longer - 842) < 3, qPrintable(match.captured()));
        }
        QVERIFY2(pages > 20 && pages < 300, qPrintable(QString::number(pages)));
        const QString text = plain(sample::pdfPages(pdf).join(QString()));
        QVERIFY(!text.contains(u"###"_s)); // a column too narrow for its number
        QVERIFY(!text.contains(u"#REF"_s) && !text.contains(u"#NAME"_s) && !text.contains(u"Err:5"_s));
        for (const Node& node : m_facts.site.nodes)
            QVERIFY2(text.contains(plain(node.name)), qPrintable(node.name));
        for (const Row* row : stepRows(document)) {
            for (const Cell& cell : row->cells) {
                if (!cell.lead.isEmpty())
                    QVERIFY2(text.contains(plain(cell.lead)), qPrintable(cell.lead));
            }
        }
    }
};

QTEST_MAIN(TestLargePaper)
#include "tst_largepaper.moc"
