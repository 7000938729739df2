#pragma once

#include "core/base/Result.h"

#include <QCoreApplication>
#include <QString>

class QWidget;

namespace ruw {

class Session;

/// The way out of a rehearsal: its journal lies in a folder that goes with it. Asks first, and saves it where that is wanted.
class RehearsalExit {
    Q_DECLARE_TR_FUNCTIONS(ruw::RehearsalExit)
public:
    explicit RehearsalExit(const Session& session);
    /// Something was played whose journal nobody has saved as it is now.
    bool losesJournal() const;
    /// Asks where something would be lost. False: the person stays. Error: it could not be saved, and nothing is lost yet.
    Result<bool> mayLeave(QWidget* window);
    /// Writes the journal as it is now to another file.
    Status saveJournal(const QString& path);

private:
    QString journal() const; ///< empty: nothing was played, or its place was chosen and stays
    Result<bool> askWhereToSave(QWidget* window);

    const Session& m_session;
    QString m_saved;        ///< the journal that was saved last
    qint64 m_savedSize = 0; ///< how long it was then: it only ever grows
};

} // namespace ruw
