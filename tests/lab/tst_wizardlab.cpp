// The wizard in its window, driven by keyboard through a whole upgrade of real hosts over SSH, with mail pouring in.

#include "core/run/FinalChecks.h"
#include "LabMail.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/RunWorker.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/StateLine.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;

using Press = ConfirmationBar::Ask;
using Kind = RunQuestion::Kind;

class TestWizardLab : public QObject {
    Q_OBJECT

    static constexpr int patience = 60'000;      // ms, for what takes a moment
    static constexpr int stepPatience = 300'000; // for a step and what is looked at around it

    QTemporaryDir m_folder;
    LabSite m_lab{{.nodes = 2}};
    std::unique_ptr<MailPour> m_pour;

    /// By keyboard, as who has no mouse.
    static void press(QWidget* button)
    {
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    static void type(QLineEdit* edit, const QString& words)
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, words);
        QTest::keyClick(edit, Qt::Key_Tab);
    }
    bool restartIsAsked(const QString& node) const
    {
        QTcpSocket socket; // this thread is in the operator's network
        socket.connectToHost(LabSite::address(node), 15080);
        socket.write("GET / HTTP/1.0\r\n\r\n");
        while (socket.waitForReadyRead(5000) && socket.state() == QTcpSocket::ConnectedState)
            continue;
        return !socket.readAll().contains("No restart required");
    }
    void answer(const WorkPage& page) const
    {
        const RunQuestion question = *page.worker().gate().question();
        const auto* bar = page.findChild<ConfirmationBar*>();
        auto* agrees = page.findChild<QCheckBox*>(u"checkerAgrees"_s);
        if (agrees->isVisible() && !agrees->isChecked())
            press(agrees);
        const auto first = [&](std::initializer_list<Press> ways) {
            for (const Press way : ways) {
                if (bar->button(way)->isVisible())
                    return press(bar->button(way));
            }
            QFAIL(qPrintable(u"no good answer is offered at "_s + question.step.id));
        };
        switch (question.kind) {
        case Kind::Confirm:
            return first({Press::Run, Press::Start});
        case Kind::DoneByHand:
            return first({Press::Done});
        case Kind::Word:
            if (question.condition.kind == ConditionKind::RestartNotAsked &&
                restartIsAsked(question.step.node))
                return first({Press::RestartAsked});
            return first({Press::Yes, Press::AllYes, Press::Done});
        case Kind::Trouble:
        case Kind::Undo: {
            QStringList seen{question.step.id};
            for (const Observation& one : question.observations)
                seen += one.condition.text().render(Language::English) + u": "_s +
                        one.seen.render(Language::English);
            QFAIL(qPrintable(u"nothing was to go wrong: "_s + seen.join(u"; "_s)));
        }
        }
    }

private slots:
    void initTestCase()
    {
        if (const QString why = LabSite::whyNot(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QVERIFY2(m_lab.up(), qPrintable(m_lab.why()));
        // The admin of this test has been on mf1 before, never on mf2.
        qputenv("HOME", m_folder.path().toUtf8());
        QVERIFY(QDir(m_folder.path()).mkdir(u".ssh"_s));
        QFile known(m_lab.knownHosts()), own(m_folder.filePath(u".ssh/known_hosts"_s));
        QVERIFY(known.open(QIODevice::ReadOnly) && own.open(QIODevice::WriteOnly));
        for (const QByteArray& line : known.readAll().split('\n')) {
            if (line.startsWith("10.77.0.1 "))
                own.write(line + '\n');
        }
        for (const QString& node : m_lab.nodes())
            QVERIFY(m_lab.setInstaller(node, "starts-service\nrewrites-config"));
        m_pour = std::make_unique<MailPour>(m_lab, m_lab.nodes(), 100);
        m_lab.enterOperator(); // and every thread that is started from here on
        theme::apply(*qApp, theme::Mode::Light);
    }
    void cleanupTestCase()
    {
        m_pour.reset();
        m_lab.down();
    }

    void theWindowUpgradesARealSiteFromTheSiteFileToTheWorkReport()
    {
        QJsonObject entries = m_lab.site();
        entries.insert(u"mailLoad"_s,
                       QJsonObject{{u"mailsPerHour"_s, 200}, {u"meanMailKiB"_s, 50}, {u"keptPercent"_s, 50}});
        entries.insert(u"rollback"_s, u"Restore the snapshots"_s);
        Session session;
        session.setLanguage(Language::Japanese);
        UpgradeWizard window(session, m_lab.writeSite(entries, u"window.json"_s));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(window.current(), PageId::Site);
        auto* next = window.findChild<QPushButton*>(u"nextButton"_s);
        QVERIFY(next->isEnabled());
        press(next);

        // The survey, with the one question that a person has to answer.
        QCOMPARE(window.current(), PageId::Survey);
        if (!session.surveyed())
            press(next);
        QPushButton* trust = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((trust = window.findChild<QPushButton*>(u"questionYes"_s)), patience);
        QTRY_VERIFY(trust->isVisible() && trust->isEnabled());
        press(trust);
        QTRY_VERIFY_WITH_TIMEOUT(session.surveyed(), patience);
        QCOMPARE(session.survey().nodes.size(), 2);
        QVERIFY(session.survey().nodes[1].reachable);
        QTRY_VERIFY(next->isEnabled());
        press(next);
        QCOMPARE(window.current(), PageId::Ports);
        press(next);
        QCOMPARE(window.current(), PageId::Procedure);
        press(window.findChild<QWidget*>(u"card-block-sync-ports"_s));
        QVERIFY(session.procedure());
        press(next);
        QCOMPARE(window.current(), PageId::Checks);
        type(window.page(PageId::Checks)->findChild<QLineEdit*>(u"doerName"_s), u"Sato"_s);
        for (int guard = 0; guard < 30 && !session.allWarningsAcknowledged(); ++guard) {
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
        QTRY_VERIFY_WITH_TIMEOUT(next->isEnabled(), patience);
        press(next);
        QCOMPARE(window.current(), PageId::Work);

        // The work.
        auto* page = qobject_cast<WorkPage*>(window.page(PageId::Work));
        QVERIFY(page);
        type(page->findChild<QLineEdit*>(u"checkerEdit"_s), u"Suzuki"_s);
        const QString journal = m_folder.filePath(u"run.journal.jsonl"_s);
        type(page->findChild<QLineEdit*>(u"journalEdit"_s), journal);
        press(page->findChild<QPushButton*>(u"beginButton"_s));
        QVERIFY2(session.run(), qPrintable(page->findChild<StateLine*>(u"beginError"_s)->text()));
        quint64 last = 0;
        while (!QTest::currentTestFailed()) {
            QTRY_VERIFY_WITH_TIMEOUT(
                !page->worker().working() ||
                    (page->worker().gate().question() && page->worker().gate().question()->id != last),
                stepPatience);
            if (!page->worker().gate().question())
                break;
            last = page->worker().gate().question()->id;
            QCoreApplication::processEvents();
            answer(*page);
        }
        QVERIFY(session.runState());
        QCOMPARE(runEndText(session.runState()->end()).render(Language::English), u"Done"_s);

        // The end: the nodes are looked at once more, and the report is saved.
        QTRY_VERIFY(next->isEnabled());
        press(next);
        QCOMPARE(window.current(), PageId::Finish);
        press(window.page(PageId::Finish)->findChild<QPushButton*>(u"lookButton"_s));
        const QList<FinalQuestion> questions =
            finalQuestions(*session.runState(), session.facts());
        const auto visible =
            std::ranges::count_if(questions, [](const auto& one) { return one.condition.has_value(); });
        QVERIFY(visible >= 8);
        QTRY_COMPARE_WITH_TIMEOUT(session.runState()->finalChecks().size(), visible, patience);
        for (const FinalCheck& check : session.runState()->finalChecks())
            QVERIFY2(check.holds && !check.seen.isEmpty(), qPrintable(check.id));
        const QString report = m_folder.filePath(u"report.pdf"_s);
        QTimer clerk; // the dialog has its own event loop
        connect(&clerk, &QTimer::timeout, &clerk, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            auto* name = dialog ? dialog->findChild<QLineEdit*>(u"fileNameEdit"_s) : nullptr;
            if (!name)
                return;
            clerk.stop();
            name->setFocus();
            name->selectAll();
            name->insert(report);
            QTest::keyClick(name, Qt::Key_Return);
        });
        clerk.start(50);
        press(window.page(PageId::Finish)->findChild<QPushButton*>(u"savePdf"_s));
        QTRY_VERIFY_WITH_TIMEOUT(QFile(report).size() > 10'000, patience);
        QTRY_VERIFY(next->isEnabled());

        // What the lab knows.
        m_pour->stop();
        QCOMPARE(m_lab.alarms(), QByteArrayList());
        const QByteArrayList taken = m_pour->accepted();
        QVERIFY(taken.size() > 50);
        const auto missing = [&] {
            const auto places = m_lab.mails();
            return std::ranges::count_if(taken, [&](const QByteArray& id) {
                return places.value(id) != QStringList{u"mf1 archive"_s};
            });
        };
        QTRY_COMPARE_WITH_TIMEOUT(missing(), 0, patience);
        qInfo("%lld mails taken", qlonglong(taken.size()));
        for (const QString& node : m_lab.nodes()) {
            QCOMPARE(m_lab.version(node), u"5.60R01"_s);
            QCOMPARE(
                m_lab.run(node, "systemctl is-active mfilter; systemctl is-enabled mfilter; nft list ruleset")
                    .out,
                QByteArray("active\nenabled\n"));
        }
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            return;
        QProcess reader;
        reader.start(u"pdftotext"_s, {report, u"-"_s});
        QVERIFY(reader.waitForFinished());
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        for (const QString& word : {u"Sato"_s, u"Suzuki"_s, u"mf2"_s, u"Ver.5.60R01"_s})
            QVERIFY2(text.contains(word), qPrintable(word));
    }
};

QTEST_MAIN(TestWizardLab)
#include "tst_wizardlab.moc"
