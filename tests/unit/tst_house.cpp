#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// The order of the house: what a folder may know.
class TestHouse : public QObject {
    Q_OBJECT
private:
    static QStringList includesOf(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        static const QRegularExpression include(u"^\\s*#\\s*include\\s+[<\"]([^>\"]+)"_s,
                                                QRegularExpression::MultilineOption);
        QStringList out;
        for (auto it = include.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();)
            out.append(it.next().captured(1));
        return out;
    }

private slots:
    void nothingOnTheLeftKnowsWhatStandsToItsRight()
    {
        const QStringList order{u"base"_s, u"product"_s, u"site"_s,      u"access"_s, u"survey"_s,
                                u"plan"_s, u"run"_s,     u"rehearsal"_s, u"report"_s};
        const QString core = QStringLiteral(PROJECT_DIR "/core/");
        int seen = 0;
        for (qsizetype i = 0; i < order.size(); ++i) {
            QDirIterator files(core + order[i], {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                ++seen;
                for (const QString& include : includesOf(path)) {
                    QVERIFY2(!include.startsWith("wizard/"_L1) && !include.startsWith("app/"_L1),
                             qPrintable(path));
                    if (!include.startsWith("core/"_L1))
                        continue;
                    const qsizetype rank = order.indexOf(include.section(u'/', 1, 1));
                    QVERIFY2(rank >= 0 && rank <= i, qPrintable(path + u" includes "_s + include));
                }
            }
        }
        QVERIFY(seen > 60);
    }
    void coreLinksNeitherWidgetsNorPrinting()
    {
        // This test links every library of core and nothing else: what it needs at run time is what they need.
        QProcess process;
        process.start(u"ldd"_s, {QCoreApplication::applicationFilePath()});
        QVERIFY(process.waitForFinished());
        const QByteArray libraries = process.readAllStandardOutput();
        QVERIFY(libraries.contains("libQt6Core"));
        QVERIFY(!libraries.contains("Widgets"));
        QVERIFY(!libraries.contains("PrintSupport"));
        for (const QString& include : {u"QtWidgets"_s, u"QWidget"_s, u"QPrinter"_s, u"QApplication"_s}) {
            QDirIterator files(QStringLiteral(PROJECT_DIR "/core"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                for (const QString& found : includesOf(path))
                    QVERIFY2(found != include, qPrintable(path));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
