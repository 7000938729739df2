#pragma once

#include "tests/gui/PageSamples.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/rehearsal/RehearsalRoom.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/RunWorker.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/ConfirmationBar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>

namespace ruw::samples {

/// The real window, and the rehearsal that was opened from it by keyboard.
struct RehearsalBench {
    explicit RehearsalBench(Language language = Language::English)
    {
        real.setLanguage(language);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    ~RehearsalBench()
    {
        if (room()) // nobody answers a question at the end of a test
            room()->window().findChild<WorkPage*>()->disconnect();
    }
    static void space(QWidget* button)
    {
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    /// From the start page: one key opens the rehearsal, one begins it.
    void open()
    {
        auto* card = window.findChild<QPushButton*>(QStringLiteral("rehearseCard"));
        QTRY_COMPARE(QApplication::focusWidget(), card); // the first choice
        QTest::keyClick(card, Qt::Key_Return);
        QVERIFY(room());
        QVERIFY(QTest::qWaitForWindowActive(&room()->window()));
        QCOMPARE(room()->window().current(), PageId::Work);
    }
    void begin()
    {
        auto* first = child<QPushButton>("beginButton");
        QTRY_COMPARE(QApplication::focusWidget(), first); // everything is filled in
        QTest::keyClick(first, Qt::Key_Return);
        QVERIFY(room()->session().run());
        auto* speed = child<QComboBox>("rehearsalSpeed");
        speed->setCurrentIndex(speed->findData(RehearsalStage::unlimited));
        emit speed->activated(speed->currentIndex());
    }
    /// Opened and begun, at its first question.
    void start()
    {
        open();
        begin();
        QVERIFY(asked());
    }
    RehearsalRoom* room() const { return window.rehearsal(); }
    template <typename T> T* child(const char* name) const
    {
        T* found = room()->window().findChild<T*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no part named %s", name);
        return found;
    }
    /// A part of the last page: other pages have some of the same name.
    template <typename T> T* finish(const char* name) const
    {
        T* found = room()->window().page(PageId::Finish)->findChild<T*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no part named %s", name);
        return found;
    }
    WorkPage* work() const { return static_cast<WorkPage*>(room()->window().page(PageId::Work)); }
    const RunState& state() const { return *room()->session().runState(); }
    const RunQuestion* question() const
    {
        const auto& asked = work()->worker().gate().question();
        return asked ? &*asked : nullptr;
    }
    /// Until something is asked, or the run has ended.
    std::optional<RunQuestion::Kind> asked() const
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!work()->worker().working() || question(), 30'000); }();
        QCoreApplication::processEvents();
        return question() ? std::optional(question()->kind) : std::nullopt;
    }
    QPushButton* button(ConfirmationBar::Ask press) const { return work()->findChild<ConfirmationBar*>()->button(press); }
    void answerGood() const
    {
        const quint64 id = question()->id;
        switch (*asked()) {
        case RunQuestion::Kind::Confirm:
            if (child<QCheckBox>("checkerAgrees")->isVisible())
                child<QCheckBox>("checkerAgrees")->setChecked(true);
            space(button(question()->canRun ? ConfirmationBar::Ask::Run : ConfirmationBar::Ask::Start));
            break;
        case RunQuestion::Kind::DoneByHand:
            space(button(ConfirmationBar::Ask::Done));
            break;
        case RunQuestion::Kind::Word:
            space(button(button(ConfirmationBar::Ask::Yes)->isVisible() ? ConfirmationBar::Ask::Yes : ConfirmationBar::Ask::Done));
            break;
        case RunQuestion::Kind::Trouble:
        case RunQuestion::Kind::Undo:
            QFAIL("nothing was to go wrong");
        }
        QTRY_VERIFY(!question() || question()->id != id);
    }
    /// The rehearsal answers until it needs the person, or has ended.
    std::optional<RunQuestion::Kind> playByItself() const
    {
        auto* itself = child<QCheckBox>("rehearsalItself");
        if (!itself->isChecked())
            space(itself);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(
                !work()->worker().working() || (question() && question()->kind == RunQuestion::Kind::Trouble), 60'000);
        }();
        return question() ? std::optional(question()->kind) : std::nullopt;
    }
    void pick(FaultKind kind, const QString& step) const
    {
        space(child<QPushButton>("rehearsalFaults"));
        auto* dialog = child<QDialog>("faultDialog");
        QVERIFY(dialog->isVisible());
        auto* kinds = child<QComboBox>("faultKind");
        auto* steps = child<QComboBox>("faultStep");
        kinds->setCurrentIndex(kinds->findData(int(kind)));
        QVERIFY(kinds->currentText().startsWith(faultText(kind).render(room()->session().language())));
        steps->setCurrentIndex(steps->findData(step));
        QVERIFY2(steps->currentIndex() >= 0, qPrintable(step));
        const int before = child<QListWidget>("faultList")->count();
        space(child<QPushButton>("faultAdd"));
        QCOMPARE(child<QListWidget>("faultList")->count(), before + 1);
        space(child<QPushButton>("faultClose"));
        QVERIFY(!dialog->isVisible());
    }

    Session real;
    UpgradeWizard window{real};
};

/// Presses the button of that role when the box of that name is asked.
struct BoxAnswer {
    BoxAnswer(const QString& name, QMessageBox::ButtonRole role)
    {
        QObject::connect(&timer, &QTimer::timeout, &timer, [this, name, role] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box || box->objectName() != name)
                return;
            timer.stop();
            asked = true;
            for (QAbstractButton* button : box->buttons()) {
                words.append(button->text().remove(u'&'));
                if (box->buttonRole(button) == role)
                    button->click();
            }
        });
        timer.start(10);
    }
    QTimer timer;
    bool asked = false;
    QStringList words;
};

/// Chooses the file when a file dialog asks for one.
struct FileAnswer {
    explicit FileAnswer(const QString& path)
    {
        QObject::connect(&timer, &QTimer::timeout, &timer, [this, path] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            timer.stop();
            dialog->findChild<QLineEdit*>()->setText(path);
            QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
        });
        timer.start(10);
    }
    QTimer timer;
};

} // namespace ruw::samples
