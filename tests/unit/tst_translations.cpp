#include "core/base/Text.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

struct Message {
    QString context, source, translation, type;
    QStringList forms;
};

QList<Message> messagesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> out;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            out.append({context, {}, {}, {}, {}});
        } else if (xml.name() == "source"_L1) {
            out.last().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            out.last().type = xml.attributes().value("type"_L1).toString();
            out.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return out;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression place(u"%([1-9n])"_s);
    QStringList out;
    for (auto it = place.globalMatch(text); it.hasNext();)
        out.append(it.next().captured());
    out.sort();
    out.removeDuplicates();
    return out;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void everyTextHasAFinishedJapaneseTranslation()
    {
        const QList<Message> messages = messagesOf(QStringLiteral(PROJECT_DIR "/translations/ja.ts"));
        QVERIFY(messages.size() > 500);
        QStringList wrong;
        for (const Message& message : messages) {
            // A context that no class has is never looked up.
            if (!message.type.isEmpty() || message.translation.trimmed().isEmpty() || !message.context.startsWith("ruw::"_L1))
                wrong.append(message.context + u": "_s + message.source);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
    void everyPlaceholderStandsInTheTranslationToo()
    {
        for (const Message& message : messagesOf(QStringLiteral(PROJECT_DIR "/translations/ja.ts")))
            QVERIFY2(placeholders(message.source) == placeholders(message.translation),
                     qPrintable(message.source));
    }
    void everyEnglishPluralHasItsForms()
    {
        for (const Message& message : messagesOf(QStringLiteral(PROJECT_DIR "/translations/en.ts")))
            QVERIFY2(message.type.isEmpty() && !message.translation.trimmed().isEmpty(),
                     qPrintable(message.source));
    }
    void theCatalogueHoldsEveryTextOfTheSources()
    {
        const QString lupdate = QStringLiteral("/usr/lib/qt6/bin/lupdate");
        if (!QFile::exists(lupdate))
            QSKIP("lupdate is not installed here: qt6-tools-dev-tools");
        QTemporaryDir dir;
        const QString copy = dir.filePath(u"ja.ts"_s);
        QVERIFY(QFile::copy(QStringLiteral(PROJECT_DIR "/translations/ja.ts"), copy));
        QStringList arguments;
        for (const QString& folder : {u"core"_s, u"wizard"_s, u"app"_s}) {
            QDirIterator files(QStringLiteral(PROJECT_DIR "/") + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext())
                arguments.append(files.next());
        }
        QProcess process;
        process.start(lupdate, arguments + QStringList{u"-I"_s, QStringLiteral(PROJECT_DIR), u"-locations"_s,
                                                       u"none"_s, u"-no-obsolete"_s, u"-ts"_s, copy});
        QVERIFY(process.waitForFinished(100'000));
        QCOMPARE(process.exitCode(), 0);
        QStringList missing;
        for (const Message& message : messagesOf(copy)) {
            if (!message.type.isEmpty())
                missing.append(message.context + u": "_s + message.source);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
        QCOMPARE(messagesOf(copy).size(),
                 messagesOf(QStringLiteral(PROJECT_DIR "/translations/ja.ts")).size());
    }
    void aTextIsRenderedInEitherLanguageWhateverTheLocale()
    {
        const Text text = Text::tr("The service on %1 is stopped.").arg(u"mf1"_s);
        QCOMPARE(text.render(Language::English), u"The service on mf1 is stopped."_s);
        QCOMPARE(text.render(Language::Japanese), u"mf1 のサービスが停止している。"_s);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
