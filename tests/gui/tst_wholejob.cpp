#include "wizard/Session.h"
#include "wizard/UpgradeWizard.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// The main job, from the start page to a runbook on disk, by keyboard alone.
class TestWholeJob : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }
    void theSampleBecomesAPrintedRunbook_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("Japanese") << int(Language::Japanese)
                                  << QStringList{u"作業手順書"_s, u"同期ポートを遮断"_s, u"14083"_s,
                                                 u"後戻り不可点"_s};
        QTest::newRow("English") << int(Language::English)
                                 << QStringList{u"Block the sync ports on"_s, u"14083"_s,
                                                u"oint of no return"_s};
    }
    void theSampleBecomesAPrintedRunbook()
    {
        QFETCH(int, language);
        QFETCH(QStringList, words);
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed: not run");
        Session session;
        session.setLanguage(Language(language));
        UpgradeWizard window(session);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(window.current(), PageId::Start);
        auto* next = window.findChild<QPushButton*>(u"nextButton"_s);
        // By the Tab key to it, as far as it takes; what it does not reach is not pressed.
        const auto goTo = [&window](QWidget* part) {
            for (int guard = 0; guard < 200 && !part->hasFocus(); ++guard)
                QTest::keyClick(&window, Qt::Key_Tab);
            return part->hasFocus();
        };
        const auto press = [&goTo](QWidget* button) {
            if (!goTo(button))
                qFatal("the Tab key does not reach %s", qPrintable(button->objectName()));
            QTest::keyClick(button, Qt::Key_Space);
        };
        press(window.findChild<QWidget*>(u"sampleCard"_s));
        QCOMPARE(window.current(), PageId::Site);
        press(next);
        QCOMPARE(window.current(), PageId::Survey);
        press(next);
        QTRY_VERIFY(session.surveyed());
        press(next);
        QCOMPARE(window.current(), PageId::Ports);
        press(next);
        QCOMPARE(window.current(), PageId::Procedure);
        // The cards are one group: the Tab key comes to it, the arrows choose in it.
        auto* card = window.findChild<QAbstractButton*>(u"card-block-sync-ports"_s);
        const auto inTheGroup = [&window] {
            return window.focusWidget() && window.focusWidget()->objectName().startsWith(u"card-"_s);
        };
        for (int guard = 0; guard < 50 && !inTheGroup(); ++guard)
            QTest::keyClick(&window, Qt::Key_Tab);
        QVERIFY(inTheGroup());
        for (int guard = 0; guard < 8 && !card->hasFocus(); ++guard)
            QTest::keyClick(window.focusWidget(), Qt::Key_Down);
        QVERIFY(card->hasFocus());
        QTest::keyClick(card, Qt::Key_Space);
        QVERIFY(session.procedure());
        press(next);
        QCOMPARE(window.current(), PageId::Checks);
        auto* name = window.page(PageId::Checks)->findChild<QLineEdit*>(u"doerName"_s);
        QVERIFY(goTo(name));
        QTest::keyClicks(name, u"Sato"_s);
        QTest::keyClick(name, Qt::Key_Tab);
        for (int guard = 0; guard < 20 && !session.allWarningsAcknowledged(); ++guard) {
            for (QCheckBox* box : window.page(PageId::Checks)->findChildren<QCheckBox*>()) {
                if (box->isVisible() && box->isEnabled() && !box->isChecked()) {
                    press(box);
                    break; // the list may have been made anew
                }
            }
        }
        QVERIFY(session.allWarningsAcknowledged());
        QTRY_VERIFY(next->isEnabled());
        press(next);
        QCOMPARE(window.current(), PageId::Runbook);

        const QString pdf = m_folder.filePath(u"runbook-%1.pdf"_s.arg(language));
        auto* save = window.findChild<QPushButton*>(u"pdfButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(save->isEnabled(), 20'000); // the pages are laid out on a worker
        press(save);
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = window.findChild<QFileDialog*>(u"saveDialog"_s)) && dialog->isVisible());
        auto* file = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
        QVERIFY(file);
        QTRY_VERIFY(file->hasFocus()); // the dialog begins there
        QTest::keyClick(file, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(file, pdf);
        QTest::keyClick(file, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(pdf), 20'000);

        QProcess reader;
        reader.start(u"pdftotext"_s, {pdf, u"-"_s});
        QVERIFY(reader.waitForFinished());
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        for (const QString& word : words)
            QVERIFY2(text.contains(word), qPrintable(word));
    }
};

QTEST_MAIN(TestWholeJob)
#include "tst_wholejob.moc"
