#pragma once

#include "core/base/Result.h"
#include "core/report/Document.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

class QPrinter;
class QWidget;

namespace ruw {

class Background;

/// How printing or saving ended.
struct PaperOutcome {
    bool good = true;
    Text text;
    QString file = {}; ///< that was written; empty where none was
};

/// Brings a document to paper or into a file: asks where, works off the window's thread, and tells how it ended.
class PaperOutput : public QObject {
    Q_OBJECT
public:
    /// `window`: the dialogs are shown over it.
    explicit PaperOutput(QWidget* window);
    ~PaperOutput() override;

    /// Called off the window's thread.
    using MakeDocument = std::function<Result<Document>()>;

    bool busy() const;
    /// Of a rehearsal, deleted when it is left: nothing is saved there. Empty: there is none.
    void setPassingFolder(const QString& folder) { m_passingFolder = folder; }
    /// Asks for the file. `suffixes`: of the formats offered, the first one proposed; `name`: proposed, without suffix;
    /// `folder`: proposed where nothing was saved before, empty: the user's documents.
    void askWhereToSave(const MakeDocument& make, const QString& dialogTitle, const QString& name,
                        const QString& folder, const QStringList& suffixes);
    /// Asks for the printer. `pages`: 0 where they aren't counted.
    void askForPrinter(const Document& document, int pages);
    /// `path`: its ending says the format.
    void save(const MakeDocument& make, const QString& path);

signals:
    void busyChanged();
    void ended(const ruw::PaperOutcome& outcome);

private:
    void print(const Document& document, std::shared_ptr<QPrinter> printer);
    void finish(const Status& status, const Text& done, const QString& file);
    static QString filterOf(const QString& suffix);

    QWidget* m_window;
    Background* m_writer;
    QString m_lastFolder, m_passingFolder;
};

/// A file name from a site's name: what file systems refuse becomes "_".
QString asFileName(const QString& text);

} // namespace ruw
