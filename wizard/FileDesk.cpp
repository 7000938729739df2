#include "wizard/FileDesk.h"

#include "core/run/RunFile.h"
#include "wizard/Preferences.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ruw {

FileDesk::FileDesk(Session& session, QWidget* window) : QObject(window), m_session(session), m_window(window) {}

bool FileDesk::openSite(const QString& path)
{
    const Status opened = m_session.openSite(path);
    if (!opened) {
        emit failed(opened.error());
        return false;
    }
    preferences::addRecentSite(path);
    QList<Text> remarks;
    for (const Finding& finding : m_session.siteFileFindings())
        remarks.append(finding.message);
    emit siteOpened(remarks);
    return true;
}

void FileDesk::openSample()
{
    const Status opened = m_session.openCopyOf(u":/sample/site.json"_s);
    if (opened)
        emit siteOpened({});
    else
        emit failed(opened.error());
}

bool FileDesk::continueRun(const QString& journalPath)
{
    // Looked at first, so that a wrong file leaves everything as it is.
    const Result<StoredRun> stored = loadRun(journalPath);
    if (!stored) {
        emit failed(stored.error());
        return false;
    }
    m_session.setJournalFile(journalPath);
    emit runFound();
    return true;
}

void FileDesk::askThenOpenSite(const QString& path)
{
    if (mayDropUnsaved())
        openSite(path);
}

void FileDesk::askThenOpenSample()
{
    if (mayDropUnsaved())
        openSample();
}

void FileDesk::askForSite()
{
    if (!mayDropUnsaved())
        return;
    const QString start = QFileInfo(m_session.siteFile()).absolutePath();
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Open a site file"), m_session.siteFile().isEmpty() ? QDir::homePath() : start,
        tr("Site files (*.json);;All files (*)"));
    if (!path.isEmpty())
        openSite(path);
}

void FileDesk::askForJournal()
{
    if (!mayDropUnsaved())
        return;
    const QString path =
        QFileDialog::getOpenFileName(m_window, tr("Choose the journal of the interrupted run"), QDir::homePath(),
                                     tr("Journals (*.jsonl);;All files (*)"));
    if (!path.isEmpty())
        continueRun(path);
}

void FileDesk::newSite()
{
    if (!mayDropUnsaved())
        return;
    m_session.newSite();
    emit siteOpened({});
}

bool FileDesk::askWhereToSave()
{
    emit aboutToAsk();
    QString start = m_session.siteFile();
    if (start.isEmpty())
        start = QDir::homePath() + u"/site.json"_s;
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Save the site file"), start,
                                                      tr("Site files (*.json);;All files (*)"));
    if (path.isEmpty())
        return false;
    const Status written = m_session.saveSite(path);
    if (!written) {
        emit failed(written.error());
        return false;
    }
    preferences::addRecentSite(path);
    emit saved();
    return true;
}

bool FileDesk::mayDropUnsaved()
{
    emit aboutToAsk();
    if (!m_session.hasUnsavedChanges())
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Unsaved site"),
                    tr("The site has changes that are not saved in a site file."), QMessageBox::NoButton,
                    m_window);
    box.setObjectName("unsavedBox"_L1);
    box.setInformativeText(tr("Without saving they are lost."));
    QPushButton* save = box.addButton(tr("&Save..."), QMessageBox::AcceptRole);
    QPushButton* discard = box.addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box.addButton(tr("&Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.setEscapeButton(cancel);
    box.exec();
    if (box.clickedButton() == discard) {
        m_session.dropDraft();
        return true;
    }
    return box.clickedButton() == save && askWhereToSave();
}

void FileDesk::fillRecentMenu(QMenu& menu)
{
    menu.clear();
    const QStringList paths = preferences::recentSites();
    for (const QString& path : paths) {
        QString shown = QDir::toNativeSeparators(path);
        menu.addAction(shown.replace(u'&', u"&&"_s), this, [this, path] { askThenOpenSite(path); });
    }
    if (paths.isEmpty())
        menu.addAction(tr("None yet"))->setEnabled(false);
}

} // namespace ruw
