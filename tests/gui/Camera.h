#pragma once

#include "core/base/Text.h"
#include "core/base/Time.h"
#include "core/plan/Procedure.h"
#include "tests/gui/WorkSite.h"
#include "wizard/Session.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/WindowGate.h"

#include <QDir>
#include <QImage>
#include <QSize>
#include <QString>
#include <QTemporaryDir>
#include <QWidget>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace ruw {
class WorkPage;
struct Document;
} // namespace ruw

/// What the scenes of screenshots.cpp are drawn with: a clock that stands, waits with a limit, the window of the work, and the camera
/// that saves pictures.
namespace ruw::pictures {

inline constexpr int waitMs = 20'000;
inline constexpr QSize smallest(1024, 700);

/// The same hour in every picture; it goes on only where a picture wants it to.
class PictureClock final : public Waiter {
public:
    QDateTime now() const override;
    void wait(std::chrono::milliseconds, std::stop_token) override;
    std::atomic<qint64> passed = 0; ///< seconds since that hour
};
extern PictureClock clockOfPictures;

/// Lets the event loop run until `holds`; false: it does not within waitMs.
bool waitUntil(const std::function<bool()>& holds);

/// Until the run asks something, or has ended.
bool awaitQuestion(const WorkPage& page);

/// Answers everything that the run asks in the good way, until `there` or its end; each answer takes its seconds.
bool answerUntil(const WorkPage& page, const std::function<bool(const RunQuestion&)>& there, qint64 seconds = 0);

/// The real window of that size, whose nodes by SSH are those of `world`; the work in it goes by the clock of the pictures.
struct WorkWindow {
    /// `smtpByState`: whether SMTP answers as the nodes' states say; else this machine can't ask.
    WorkWindow(Language language, QSize size, bool smtpByState);
    /// Chooses what is done, and who does it.
    void choose(ProcedureKind kind);
    /// Accepts every warning about it.
    void acceptChecks(ProcedureKind kind);
    /// Begins the run on the Work page; its journal has that name. Gives the path of it.
    QString begin(const QString& name) const;

    QTemporaryDir scratch;
    samples::WorkAccess::World world;
    Session session;
    std::unique_ptr<UpgradeWizard> window; ///< made when the session knows its language
    WorkPage* work = nullptr;
};

/// Saves what a window or a page of paper looks like, as a PNG file whose name tells language, palette and size.
class Camera {
public:
    Camera(QDir folder, Language language, bool dark, QSize size);

    /// False: the file can't be written.
    bool take(const QString& name, QWidget& window) const;
    /// Each page as a file; false: one can't be written.
    bool takePaper(const QString& name, const Document& document) const;

private:
    bool save(const QString& name, const QImage& image, const QString& size) const;

    QDir m_folder;
    QString m_language, m_palette;
    QSize m_size;
};

} // namespace ruw::pictures
