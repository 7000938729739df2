#include "tests/gui/Camera.h"

#include "core/report/PagePainter.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/RunWorker.h"
#include "wizard/widgets/ConfirmationBar.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTest>
#include <QThread>

#include <utility>

using namespace Qt::StringLiterals;

namespace ruw::pictures {

namespace {

constexpr double paperPixelsPerPoint = 100.0 / 72;

} // namespace

PictureClock clockOfPictures;

QDateTime PictureClock::now() const
{
    return QDateTime(QDate(2026, 12, 5), QTime(22, 40), Qt::OffsetFromUTC, 9 * 3600).addSecs(passed);
}

void PictureClock::wait(std::chrono::milliseconds, std::stop_token)
{
    QThread::msleep(20);
}

bool waitUntil(const std::function<bool()>& holds)
{
    return QTest::qWaitFor(holds, waitMs);
}

bool awaitQuestion(const WorkPage& page)
{
    return waitUntil([&] { return !page.worker().working() || page.worker().gate().question(); });
}

bool answerUntil(const WorkPage& page, const std::function<bool(const RunQuestion&)>& there, qint64 seconds)
{
    using Press = ConfirmationBar::Ask;
    using Kind = RunQuestion::Kind;
    const auto* bar = page.findChild<ConfirmationBar*>();
    for (int guard = 0; guard < 1000 && awaitQuestion(page); ++guard) {
        const auto& asked = page.worker().gate().question();
        if (!asked || there(*asked))
            return true;
        page.findChild<QCheckBox*>(u"checkerAgrees"_s)->setChecked(true);
        const Press press = asked->kind == Kind::Confirm ? (asked->canRun ? Press::Run : Press::Start)
                            : bar->button(Press::Yes)->isVisibleTo(bar) ? Press::Yes
                                                                        : Press::Done;
        clockOfPictures.passed += seconds;
        bar->button(press)->click();
    }
    return false;
}

WorkWindow::WorkWindow(Language language, QSize size, bool smtpByState)
{
    world.smtpByState = smtpByState;
    session.connections().useAccess(std::make_unique<samples::WorkAccess>(world));
    session.setLanguage(language);
    window = std::make_unique<UpgradeWizard>(session);
    window->resize(size);
    window->show();
    work = static_cast<WorkPage*>(window->page(PageId::Work));
    work->setClock(clockOfPictures);
}

void WorkWindow::choose(ProcedureKind kind)
{
    session.chooseProcedure(kind);
    session.setPeople(u"佐藤"_s, u"鈴木"_s);
}

void WorkWindow::acceptChecks(ProcedureKind kind)
{
    for (const Finding& finding : session.checksOf(kind).findings)
        session.acknowledge(finding, true);
}

QString WorkWindow::begin(const QString& name) const
{
    const QString journal = scratch.filePath(name);
    work->findChild<QLineEdit*>(u"journalEdit"_s)->setText(journal);
    work->findChild<QPushButton*>(u"beginButton"_s)->click();
    return journal;
}

Camera::Camera(QDir folder, Language language, bool dark, QSize size)
    : m_folder(std::move(folder)), m_language(languageCode(language)), m_palette(dark ? u"dark"_s : u"light"_s), m_size(size)
{
}

bool Camera::take(const QString& name, QWidget& window) const
{
    QTest::qWait(200); // what is drawn late: layouts, previews that are asked for
    const qreal scale = window.devicePixelRatio();
    const QSize pixels = m_size * scale;
    const QString size = u"%1x%2"_s.arg(pixels.width()).arg(pixels.height());
    return save(name, window.grab().toImage(),
                qFuzzyCompare(scale, 1) ? size : u"%1at%2"_s.arg(size).arg(qRound(scale * 100)));
}

bool Camera::takePaper(const QString& name, const Document& document) const
{
    const PagePainter pages(document);
    for (int page = 0; page < pages.pageCount(); ++page) {
        QSizeF points(595, 842);
        if (pages.landscape(page))
            points.transpose();
        QImage image((points * paperPixelsPerPoint).toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(paperPixelsPerPoint, paperPixelsPerPoint);
        pages.paint(painter, page);
        painter.end();
        if (!save(u"%1-page%2"_s.arg(name).arg(page + 1, 2, 10, QChar(u'0')), image, u"A4"_s))
            return false;
    }
    return true;
}

bool Camera::save(const QString& name, const QImage& image, const QString& size) const
{
    const QString file = u"%1-%2-%3-%4.png"_s.arg(name, m_language, m_palette, size);
    return image.save(m_folder.filePath(file));
}

} // namespace ruw::pictures
