#include "core/report/DocumentFile.h"
#include "core/report/Fonts.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// What the fonts of this machine give: "family|searchable", or the error's code. With a path, what writing gives.
QString answer(const QString& writeTo)
{
    if (!writeTo.isEmpty()) {
        Document document;
        document.language = Language::Japanese;
        document.title = u"手順"_s;
        const Status status = writeDocument(document, writeTo);
        return status ? u"written"_s
                      : status.error().code + u'|' + status.error().remedy.render(Language::English);
    }
    const Result<Fonts> fonts = Fonts::forLanguage(Language::Japanese);
    if (!fonts)
        return fonts.error().code + u'|' + fonts.error().remedy.render(Language::English);
    return fonts->body.family() + u'|' + fonts->monospace.family() +
           (fonts->searchable ? u"|yes"_s : u"|no"_s);
}

} // namespace

/// The fonts of a machine can't be changed in a running program: this test starts itself again with other ones.
class TestFonts : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

    QString askWithFonts(const QStringList& directories, const QStringList& arguments)
    {
        const QString config = m_dir.filePath(u"fonts.conf"_s);
        QFile file(config);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>");
        for (const QString& directory : directories)
            file.write("<dir>" + directory.toUtf8() + "</dir>");
        file.write("<cachedir>" + m_dir.filePath(u"cache"_s).toUtf8() + "</cachedir></fontconfig>");
        file.close();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"FONTCONFIG_FILE"_s, config);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), QStringList{u"--answer"_s} + arguments);
        process.waitForFinished(60'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    /// Directories under the system's fonts that hold a file of one of these names.
    static QStringList directoriesOf(const QStringList& names)
    {
        QStringList out;
        for (const QString& name : names) {
            const QString path = u"/usr/share/fonts/"_s + name;
            if (QFileInfo::exists(path))
                out.append(path);
        }
        return out;
    }

private slots:
    void aMachineWithoutAJapaneseFontIsToldWhichPackageToInstall()
    {
        const QString said = askWithFonts(directoriesOf({u"truetype/dejavu"_s}), {});
        QVERIFY2(said.startsWith("font-missing|"_L1), qPrintable(said));
        QVERIFY(said.contains("fonts-morisawa-bizud-gothic"_L1));
    }
    void withoutAJapaneseFontNothingIsWritten_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : {u"x.pdf"_s, u"x.html"_s, u"x.xlsx"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void withoutAJapaneseFontNothingIsWritten()
    {
        QFETCH(QString, name);
        const QString path = m_dir.filePath(name);
        const QString said = askWithFonts(directoriesOf({u"truetype/dejavu"_s}), {path});
        QVERIFY2(said.startsWith("font-missing|"_L1), qPrintable(said));
        QVERIFY(!QFileInfo::exists(path));
    }
    void theFontIsChosenByWhatIsThere_data()
    {
        QTest::addColumn<QStringList>("directories");
        QTest::addColumn<QString>("said");
        QTest::newRow("the best") << QStringList{u"truetype/bizud-gothic"_s, u"truetype/vlgothic"_s}
                                  << u"BIZ UDPGothic|BIZ UDGothic|yes"_s;
        QTest::newRow("the next") << QStringList{u"truetype/vlgothic"_s, u"opentype/noto"_s}
                                  << u"VL PGothic|VL Gothic|yes"_s;
        QTest::newRow("not searchable")
            << QStringList{u"opentype/noto"_s} << u"Noto Sans CJK JP|Noto Sans Mono CJK JP|no"_s;
    }
    void theFontIsChosenByWhatIsThere()
    {
        QFETCH(QStringList, directories);
        QFETCH(QString, said);
        const QStringList there = directoriesOf(directories);
        if (there.size() != directories.size())
            QSKIP("This machine has not all of these fonts.");
        QCOMPARE(askWithFonts(there, {}), said);
    }
    void commandsAreMonospaced()
    {
        const Result<Fonts> fonts = Fonts::forLanguage(Language::English);
        QVERIFY(fonts.ok());
        QFont font = fonts->monospace;
        font.setPixelSize(100);
        const QFontMetricsF metrics(font);
        QCOMPARE(metrics.horizontalAdvance(u"iiii"_s), metrics.horizontalAdvance(u"WWWW"_s));
    }
};

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--answer"_L1) {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return 1;
        out.write(answer(arguments.value(2)).toUtf8());
        return 0;
    }
    TestFonts test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fonts.moc"
