// Draws every page of the real wizard with the sample site, in both languages and palettes, and every page of the sample
// runbook and evidence report, as PNG files: screenshots DIR [smallest|screen|rehearsal]
// smallest: the smallest window, with every special state, and the paper; screen: every page, and trouble, going back and what
// follows the work, in a window as large as the screen, at whatever scale QT_SCALE_FACTOR sets.

#include "tests/gui/Camera.h"
#include "tests/gui/Scenes.h"
#include "wizard/Theme.h"

#include <QApplication>
#include <QCursor>
#include <QDir>
#include <QFile>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ruw;
using namespace ruw::pictures;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc < 2 || argc > 3) {
        std::fputs("usage: screenshots DIR [smallest|screen|rehearsal]\n", stderr);
        return 2;
    }
    QTemporaryDir settings; // not the user's own recent sites, nor the locks of his runs: another run of the sample may be open
    qputenv("XDG_DATA_HOME", QFile::encodeName(settings.path()));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(u"."_s)) {
        std::fputs("screenshots: the folder can't be made\n", stderr);
        return 1;
    }
    const bool onScreen = application.arguments().value(2) == "screen"_L1;
    const bool onlyRehearsal = application.arguments().value(2) == "rehearsal"_L1;
    const QSize size = onScreen ? application.primaryScreen()->availableSize() : smallest;
    QCursor::setPos(size.width() - 1, size.height() - 1); // nothing shall look as if a hand were on it
    int failed = 0;
    const auto note = [&failed](const QString& wrong) {
        if (wrong.isEmpty())
            return;
        std::fprintf(stderr, "screenshots: failed at: %s\n", qPrintable(wrong));
        ++failed;
    };
    for (const bool dark : {false, true}) {
        theme::apply(application, dark ? theme::Mode::Dark : theme::Mode::Light);
        for (const Language language : {Language::Japanese, Language::English}) {
            clockOfPictures.passed = 0;
            if (!onlyRehearsal)
                note(takeAll(folder, language, dark, size));
            clockOfPictures.passed = 0;
            if (onScreen) {
                if (!dark) // the colours are the smallest window's
                    note(takeWork(folder, language, dark, size));
                continue;
            }
            note(takeRehearsal(folder, language, dark));
            if (onlyRehearsal)
                continue;
            note(takeSurvey(folder, language, dark));
            note(takeWork(folder, language, dark, size));
        }
    }
    return failed == 0 ? 0 : 1;
}
