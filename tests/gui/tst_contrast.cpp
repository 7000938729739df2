#include "wizard/Theme.h"
#include "wizard/widgets/ProcedureCard.h"

#include <QFrame>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

using theme::Colors;

/// The contrast ratio of WCAG 2.1.
double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

struct Role {
    const char* name;
    QColor Colors::*color;
};
const Role window{"window", &Colors::window}, surface{"surface", &Colors::surface},
    raised{"raised", &Colors::raised}, text{"text", &Colors::text}, muted{"muted", &Colors::muted},
    outline{"outline", &Colors::outline}, accent{"accent", &Colors::accent},
    onAccent{"onAccent", &Colors::onAccent}, accentSoft{"accentSoft", &Colors::accentSoft},
    good{"good", &Colors::good}, goodSoft{"goodSoft", &Colors::goodSoft},
    warning{"warning", &Colors::warning}, warningSoft{"warningSoft", &Colors::warningSoft},
    bad{"bad", &Colors::bad}, badSoft{"badSoft", &Colors::badSoft};

constexpr double ofText = 4.5, ofMarks = 3.0;

struct Pair {
    Role ink;
    QList<Role> grounds;
    double least;
};

/// What is written or drawn on what, anywhere in the window.
QList<Pair> pairs()
{
    return {
        {text, {window, surface, raised, accentSoft, goodSoft, warningSoft, badSoft}, ofText},
        {muted,
         {window, surface, raised, accentSoft},
         ofText}, // captions, also in a chosen row; disabled buttons
        {onAccent, {accent}, ofText},
        // States are words in the state's colour: on the page, on cards, on their own soft ground, in a chosen row.
        {accent, {window, surface, raised, accentSoft}, ofText},
        {good, {window, surface, goodSoft, accentSoft}, ofText},
        {warning, {window, surface, warningSoft, accentSoft}, ofText},
        {bad, {window, surface, badSoft, accentSoft}, ofText},
        // Frames of entries and boxes; the focus; bars and marks of the strips and plots.
        {outline, {window, surface}, ofMarks},
        {accent, {window, surface, raised}, ofMarks},
        {text,
         {accent},
         1.0}, // the focus inside of the primary button is a line beside its ground, see below
        {good, {window, surface, raised}, ofMarks},
        {bad, {window, surface, raised}, ofMarks},
        {warning, {window, surface, raised}, ofMarks}};
}

QImage greyShape(theme::State state)
{
    QImage image = theme::stateIcon(state).pixmap(32, 32).toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y, image.pixelColor(x, y).alpha() > 127 ? Qt::black : Qt::white);
    }
    return image;
}

} // namespace

/// Whether all that is said by colour can be read: in both palettes, and without colour.
class TestContrast : public QObject {
    Q_OBJECT
private slots:
    void everyInkCanBeReadOnItsGround_data()
    {
        QTest::addColumn<theme::Mode>("mode");
        QTest::newRow("light") << theme::Mode::Light;
        QTest::newRow("dark") << theme::Mode::Dark;
    }
    void everyInkCanBeReadOnItsGround()
    {
        QFETCH(theme::Mode, mode);
        theme::apply(*qApp, mode);
        QStringList tooWeak;
        for (const Pair& pair : pairs()) {
            for (const Role& ground : pair.grounds) {
                const double ratio = contrast(theme::colors().*pair.ink.color, theme::colors().*ground.color);
                if (ratio < pair.least)
                    tooWeak.append(u"%1 on %2: %3, at least %4"_s
                                       .arg(QLatin1StringView(pair.ink.name), QLatin1StringView(ground.name))
                                       .arg(ratio, 0, 'f', 2)
                                       .arg(pair.least));
            }
        }
        QVERIFY2(tooWeak.isEmpty(), qPrintable(tooWeak.join(u'\n')));
    }
    void whatAWidgetWritesItselfTakesItsColoursFromTheTheme_data() { everyInkCanBeReadOnItsGround_data(); }
    void whatAWidgetWritesItselfTakesItsColoursFromTheTheme()
    {
        QFETCH(theme::Mode, mode);
        theme::apply(*qApp, mode);
        // The palette that plain widgets are drawn with, enabled and disabled, and rows of lists.
        for (const QPalette& palette :
             {QApplication::palette(), QApplication::palette("QAbstractItemView")}) {
            for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
                using P = QPalette;
                for (const auto& [ink, ground] : {std::pair{P::WindowText, P::Window},
                                                  {P::Text, P::Base},
                                                  {P::Text, P::AlternateBase},
                                                  {P::ButtonText, P::Button},
                                                  {P::HighlightedText, P::Highlight},
                                                  {P::Link, P::Window},
                                                  {P::PlaceholderText, P::Base},
                                                  {P::ToolTipText, P::ToolTipBase}}) {
                    const double ratio = contrast(palette.color(group, ink), palette.color(group, ground));
                    QVERIFY2(ratio >= ofText,
                             qPrintable(u"group %1: role %2 on %3: %4"_s.arg(group).arg(ink).arg(ground).arg(
                                 ratio)));
                }
            }
        }
    }
    void aCardUnderTheMouseDoesNotLookLikeOneThatCantBeChosen_data() { everyInkCanBeReadOnItsGround_data(); }
    void aCardUnderTheMouseDoesNotLookLikeOneThatCantBeChosen()
    {
        QFETCH(theme::Mode, mode);
        theme::apply(*qApp, mode);
        ProcedureCard card;
        card.resize(300, 100);
        card.setContent({});
        const auto drawn = [&](bool enabled, bool underMouse) {
            card.setEnabled(enabled);
            card.setAttribute(Qt::WA_UnderMouse, underMouse);
            return card.grab().toImage();
        };
        const QImage hovered = drawn(true, true), disabled = drawn(false, false), plain = drawn(true, false);
        const QPoint ground(card.width() - 20, card.height() / 2);
        // Along the whole upper edge: a single place may lie in the gap of a dashed frame.
        const auto frameOn = [&](const QImage& image) {
            double most = 1;
            for (int x = 20; x < card.width() - 20; ++x)
                most = std::max(most, contrast(image.pixelColor(x, 1), image.pixelColor(ground)));
            return most;
        };
        QCOMPARE(hovered.pixelColor(ground), plain.pixelColor(ground));
        QVERIFY(hovered.pixelColor(ground) != disabled.pixelColor(ground));
        QVERIFY(frameOn(hovered) >= ofMarks);
        QVERIFY(frameOn(disabled) > 1.1); // there is one
        QVERIFY(frameOn(disabled) < ofMarks);
    }
    void statesDifferByShapeAndNotByColourAlone_data() { everyInkCanBeReadOnItsGround_data(); }
    void statesDifferByShapeAndNotByColourAlone()
    {
        QFETCH(theme::Mode, mode);
        theme::apply(*qApp, mode);
        using S = theme::State;
        // Done and Good mean the same and share a sign.
        const QList<S> states{S::Done,    S::Here, S::Todo,    S::Blocked, S::Info,
                              S::Warning, S::Bad,  S::Unknown, S::Busy};
        for (qsizetype i = 0; i < states.size(); ++i) {
            const QImage one = greyShape(states[i]);
            QVERIFY(!one.isNull());
            for (qsizetype k = i + 1; k < states.size(); ++k) {
                const QImage other = greyShape(states[k]);
                int different = 0;
                for (int y = 0; y < one.height(); ++y) {
                    for (int x = 0; x < one.width(); ++x)
                        different += one.pixel(x, y) != other.pixel(x, y) ? 1 : 0;
                }
                QVERIFY2(different > 20, qPrintable(u"states %1 and %2: %3 pixels"_s.arg(int(states[i]))
                                                        .arg(int(states[k]))
                                                        .arg(different)));
            }
        }
    }
    void aFrameIsSeenOnHalfPixels_data()
    {
        QTest::addColumn<int>("at");
        for (const int at : {2, 3, 8, 239})
            QTest::addRow("at %d", at) << at;
    }
    /// At 150 % every second edge lies in the middle of a pixel, and what the frame holds is painted after it.
    void aFrameIsSeenOnHalfPixels()
    {
        QFETCH(int, at);
        theme::apply(*qApp, theme::Mode::Light);
        constexpr double scale = 1.5;
        const QColor content(0xff00ff);
        for (const int side : {20, 21}) {
            const QRect outside(at, at, side, side);
            QImage image(QSize(300, 300) * scale, QImage::Format_RGB32);
            image.setDevicePixelRatio(scale);
            image.fill(Qt::white);
            QFrame frame;
            QStyleOptionFrame option;
            option.initFrom(&frame);
            option.rect = outside;
            QPainter painter(&image);
            painter.setClipRect(outside);
            qApp->style()->drawPrimitive(QStyle::PE_Frame, &option, &painter, &frame);
            painter.fillRect(outside.adjusted(1, 1, -1, -1), content);
            painter.end();
            const QRgb line = theme::colors().border.rgb();
            const int middle = int((at + side / 2) * scale);
            int across = 0, down = 0; // both edges are met either way
            for (int i = 0; i < image.width(); ++i) {
                across += image.pixel(i, middle) == line ? 1 : 0;
                down += image.pixel(middle, i) == line ? 1 : 0;
            }
            QVERIFY2(across >= 2 && down >= 2, qPrintable(u"%1 across, %2 down"_s.arg(across).arg(down)));
        }
    }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
