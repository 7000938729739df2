#include "wizard/Session.h"
#include "wizard/UpgradeWizard.h"

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
        const auto press = [](QWidget* button) {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        };
        window.openSample();
        QCOMPARE(window.current(), PageId::Site);
        press(next);
        QCOMPARE(window.current(), PageId::Survey);
        press(next);
        QTRY_VERIFY(session.surveyed());
        press(next);
        QCOMPARE(window.current(), PageId::Ports);
        press(next);
        QCOMPARE(window.current(), PageId::Procedure);
        press(window.findChild<QWidget*>(u"card-block-sync-ports"_s));
        QVERIFY(session.procedure());
        press(next);
        QCOMPARE(window.current(), PageId::Checks);
        auto* name = window.page(PageId::Checks)->findChild<QLineEdit*>(u"doerName"_s);
        name->setFocus();
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
        file->setFocus();
        file->selectAll();
        file->insert(pdf);
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
