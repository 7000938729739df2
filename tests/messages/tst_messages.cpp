#include "core/base/Text.h"
#include "tests/messages/MessageList.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using namespace ruw::messages;

/// Every error of the program: that it says what happened, what state things are in, and what to do.
class TestMessages : public QObject {
    Q_OBJECT
    QList<Message> m_all;

private slots:
    void initTestCase()
    {
        m_all = messagesOf(QStringLiteral(PROJECT_DIR), {u"core"_s, u"wizard"_s, u"app"_s});
        QSet<QString> codes;
        for (const Message& message : std::as_const(m_all))
            codes.insert(message.code);
        QVERIFY2(codes.size() > 70,
                 qPrintable(QString::number(codes.size()))); // else the sources were not understood
        for (const QString& known :
             {u"file-missing"_s, u"site-invalid"_s, u"ssh-refused"_s, u"journal-damaged"_s, u"print-failed"_s,
              u"version-unreadable"_s, u"usage-site-missing"_s})
            QVERIFY2(codes.contains(known), qPrintable(known));
    }
    void everyErrorSaysWhatHappenedTheStateAndWhatToDo()
    {
        QStringList wrong;
        for (const Message& message : std::as_const(m_all)) {
            QStringList missing;
            if (!message.hasWhat)
                missing.append(u"what happened"_s);
            if (!message.hasState)
                missing.append(u"the state"_s);
            if (!message.hasRemedy)
                missing.append(u"what to do"_s);
            if (!missing.isEmpty())
                wrong.append(u"%1 (%2): %3"_s.arg(message.code, message.place, missing.join(u", "_s)));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
    void everyErrorSaysItInBothLanguages()
    {
        QStringList wrong;
        for (const Message& message : std::as_const(m_all)) {
            for (const QString& text : message.what + message.state + message.remedy) {
                const QByteArray source = text.toUtf8();
                const Text said = Text::tr(source.constData());
                if (said.render(Language::English) == said.render(Language::Japanese))
                    wrong.append(u"%1 (%2): %3"_s.arg(message.code, message.place, text));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
    void theListForReadersIsThatOfThisProgram_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("English") << u"messages-en.md"_s;
        QTest::newRow("Japanese") << u"messages-ja.md"_s;
    }
    void theListForReadersIsThatOfThisProgram()
    {
        QFETCH(QString, file);
        QFile list(QStringLiteral(PROJECT_DIR "/resources/guide/") + file);
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QStringList there = QString::fromUtf8(list.readAll()).split(u'\n');
        const QStringList now = asMarkdown(m_all, file == "messages-ja.md"_L1).split(u'\n');
        for (qsizetype i = 0; i < std::min(there.size(), now.size()); ++i)
            QVERIFY2(there[i] == now[i], qPrintable(u"run tests/messages.sh: "_s + now[i]));
        QCOMPARE(there.size(), now.size());
    }
    void aPartThatIsLeftOutIsFound()
    {
        QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(u"core"_s));
        QFile file(dir.filePath(u"core/a.cpp"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Status one()\n{\n    return Error{u\"no-state\"_s, Text::tr(\"It \" \"failed.\"), {}, "
                   "Text::tr(\"Do (it), again.\"), {}};\n}\n"
                   "Error helper(const QString& code, const Text& what)\n{\n    return Error{code, what, "
                   "Text::tr(\"Nothing changed.\"), {}, {}};\n}\n"
                   "Status two()\n{\n    return helper(u\"no-remedy\"_s, Text::tr(\"Two\"));\n}\n");
        file.close();
        const QList<Message> found = messagesOf(dir.path(), {u"core"_s});
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].code, u"no-remedy"_s);
        QVERIFY(found[0].hasState && !found[0].hasRemedy);
        QCOMPARE(found[0].what, QStringList{u"Two"_s});
        QCOMPARE(found[1].code, u"no-state"_s);
        QVERIFY(!found[1].hasState && found[1].hasRemedy);
        QCOMPARE(found[1].what, QStringList{u"It failed."_s});
        QCOMPARE(found[1].place, u"core/a.cpp:3"_s);
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
