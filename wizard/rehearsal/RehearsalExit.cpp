#include "wizard/rehearsal/RehearsalExit.h"

#include "core/base/SafeFile.h"
#include "wizard/SavePlace.h"
#include "wizard/Session.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qint64 largestJournal = qint64(256) * 1024 * 1024;

} // namespace

RehearsalExit::RehearsalExit(const Session& session) : m_session(session) {}

QString RehearsalExit::journal() const
{
    const auto run = m_session.run();
    if (!m_session.isRehearsal() || !run)
        return {};
    const QString path = run->journalPath();
    return liesIn(path, m_session.passingFolder()) ? QFileInfo(path).absoluteFilePath() : QString();
}

bool RehearsalExit::losesJournal() const
{
    const QString path = journal();
    return !path.isEmpty() && (path != m_saved || QFileInfo(path).size() != m_savedSize);
}

Result<bool> RehearsalExit::mayLeave(QWidget* window)
{
    if (!losesJournal())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Leave the rehearsal?"),
                    tr("Save the journal of this rehearsal? Without saving it is thrown away when you leave."),
                    QMessageBox::NoButton, window);
    box.setObjectName("rehearsalExitBox"_L1);
    box.setInformativeText(
        tr("If you save it, a work report can be made of it later, too, with the command \"replica-upgrade-wizard evidence\". "
           "Files already saved stay. No server was touched."));
    QPushButton* save = box.addButton(tr("Save the &journal and leave\u2026"), QMessageBox::AcceptRole);
    QPushButton* leave = box.addButton(tr("&Leave without saving"), QMessageBox::DestructiveRole);
    QPushButton* stay = box.addButton(tr("&Stay here"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.setEscapeButton(stay);
    box.exec();
    if (box.clickedButton() == leave)
        return true;
    return box.clickedButton() == save ? askWhereToSave(window) : Result<bool>(false);
}

Result<bool> RehearsalExit::askWhereToSave(QWidget* window)
{
    const QDir documents(folderToSaveIn({}, m_session.passingFolder()));
    const QString path =
        QFileDialog::getSaveFileName(window, tr("Save the rehearsal's journal"),
                                     documents.filePath(QFileInfo(journal()).fileName()), tr("Journals (*.jsonl)"));
    if (path.isEmpty())
        return false;
    const Status saved = saveJournal(path);
    return saved ? Result<bool>(true) : Result<bool>(saved.error());
}

Status RehearsalExit::saveJournal(const QString& path)
{
    if (const Status may = mayBeSavedAt(path, m_session.passingFolder()); !may)
        return may;
    const QString from = journal();
    const Result<QByteArray> bytes = readWholeFile(from, largestJournal);
    if (!bytes)
        return bytes.error();
    const Status written = writeWholeFile(path, *bytes);
    if (written) {
        m_saved = from;
        m_savedSize = bytes->size();
    }
    return written;
}

} // namespace ruw
