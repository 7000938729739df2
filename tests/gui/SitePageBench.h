#pragma once

#include "tests/gui/PageSamples.h"
#include "wizard/pages/SitePage.h"
#include "wizard/Session.h"
#include "wizard/widgets/StateLine.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace ruw::samples {

/// The page that a site is entered on, with nothing entered, in a folder of its own.
class SitePageBench {
protected:
    /// Anew for each test.
    void open()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<Session>();
        m_page = std::make_unique<SitePage>(*m_session);
        m_page->retranslate();
        m_page->resize(800, 900);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->enter();
    }
    void close()
    {
        m_page.reset();
        m_session.reset();
    }
    /// Replaces what stands there by pasting, as full-width text comes from documents, and ends with Return.
    static void type(QLineEdit* editor, const QString& text)
    {
        editor->setFocus();
        editor->selectAll();
        QGuiApplication::clipboard()->setText(text);
        QTest::keySequence(editor, QKeySequence::Paste);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    /// What is said beside an entry; empty: nothing.
    QString errorOf(const QString& editor) const
    {
        return part<StateLine>(*m_page, editor + u"Error"_s)->text();
    }
    /// The configs of three nodes, as files; gives their paths, none: they can't be written.
    QStringList writeConfigs() const
    {
        QStringList paths;
        for (int node = 1; node <= 3; ++node) {
            const QString folder = m_folder->filePath(u"mf%1"_s.arg(node));
            QDir().mkpath(folder);
            QFile file(folder + u"/mf_replica.def"_s);
            if (!file.open(QIODevice::WriteOnly))
                return {};
            int number = 0;
            for (int other = 1; other <= 3; ++other) {
                if (other != node)
                    file.write(u"REPLICA_SERVER_%1 = 192.0.2.1%2:14083\n"_s.arg(++number).arg(other).toUtf8());
            }
            file.write("ENABLE_REP_DATA = ON\n");
            paths.append(file.fileName());
        }
        return paths;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SitePage> m_page;
};

} // namespace ruw::samples
