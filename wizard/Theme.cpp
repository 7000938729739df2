#include "wizard/Theme.h"

#include "wizard/HouseStyle.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QPainter>
#include <QPalette>
#include <QPushButton>
#include <QStyle>
#include <QSvgRenderer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw::theme {

namespace {

constexpr double titlePoints = 16;
constexpr double bodyPoints = 10;
constexpr double captionPoints = 9;
constexpr double monospacePoints = 9; // its letters are wider than the body's

struct Look {
    bool dark = false;
    Colors colors;
    QStringList families;
    QStringList monospace;
};

Look& look()
{
    static Look instance;
    return instance;
}

Colors lightColors()
{
    return {.window = QColor(0xf4f5f7),
            .surface = QColor(0xffffff),
            .raised = QColor(0xebedf0),
            .text = QColor(0x1b1f24),
            .muted = QColor(0x545c66),
            .border = QColor(0xcfd4da),
            .outline = QColor(0x848c96),
            .accent = QColor(0x0b5cad),
            .onAccent = QColor(0xffffff),
            .accentSoft = QColor(0xe2edf9),
            .good = QColor(0x1a6835),
            .goodSoft = QColor(0xe4f3e8),
            .warning = QColor(0x835000),
            .warningSoft = QColor(0xfcf1db),
            .bad = QColor(0xb0251d),
            .badSoft = QColor(0xfbe8e6),
            .rehearsal = QColor(0x6f2c91),
            .onRehearsal = QColor(0xffffff),
            .rehearsalSoft = QColor(0xf3e9f8)};
}

Colors darkColors()
{
    return {.window = QColor(0x16191d),
            .surface = QColor(0x1e2227),
            .raised = QColor(0x2a2f36),
            .text = QColor(0xe6e9ed),
            .muted = QColor(0xa7b0bb),
            .border = QColor(0x3c434c),
            .outline = QColor(0x7d8794),
            .accent = QColor(0x6cb4ff),
            .onAccent = QColor(0x06121f),
            .accentSoft = QColor(0x17304a),
            .good = QColor(0x72d18f),
            .goodSoft = QColor(0x17301f),
            .warning = QColor(0xf1b75e),
            .warningSoft = QColor(0x352a14),
            .bad = QColor(0xff938a),
            .badSoft = QColor(0x3b1d1b),
            .rehearsal = QColor(0xd3a4ef),
            .onRehearsal = QColor(0x1d0b29),
            .rehearsalSoft = QColor(0x2d2036)};
}

QPalette paletteOf(const Colors& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.bad);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.raised);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.border);
    palette.setColor(QPalette::Shadow, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.text);
    return palette;
}

QString styleSheetOf(const Colors& c)
{
    return uR"(
QPushButton[ruwPrimary="true"] { background: %1; color: %2; border: 1px solid %1; border-radius: 4px; padding: 7px 20px; font-weight: bold; }
QPushButton[ruwPrimary="true"]:focus { border: 2px solid %3; padding: 6px 19px; }
QPushButton[ruwPrimary="true"][ruwNarrow="true"] { padding: 7px 11px; }
QPushButton[ruwPrimary="true"][ruwNarrow="true"]:focus { padding: 6px 10px; }
QPushButton[ruwPrimary="true"]:disabled { background: %4; color: %5; border-color: %6; }
QFrame[ruwCard="true"] { background: %7; border: 1px solid %6; border-radius: 6px; }
QFrame[ruwTrouble="true"] { background: %8; border: 1px solid %9; border-radius: 6px; }
QLabel[ruwCaption="true"] { color: %5; }
QToolTip { background: %7; color: %3; border: 1px solid %6; padding: 4px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 14px; }
QScrollBar:horizontal { height: 14px; }
QScrollBar::handle { background: %10; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: %5; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)"_s.arg(c.accent.name(), c.onAccent.name(), c.text.name(), c.raised.name(), c.muted.name(), c.border.name(),
           c.surface.name(), c.badSoft.name(), c.bad.name())
               .arg(c.outline.name()) +
           uR"(
QFrame[ruwRehearsal="true"] { background: %1; border: 1px solid %2; border-radius: 6px; }
QFrame[ruwRehearsalBanner="true"] { background: %2; border: none; }
QFrame[ruwRehearsalBanner="true"] QLabel { color: %3; }
QFrame[ruwRehearsalBorder="true"] { border: 4px solid %2; }
)"_s.arg(c.rehearsalSoft.name(), c.rehearsal.name(), c.onRehearsal.name());
}

/// The first of the families that this machine has. UD ("universal design") faces read best at night.
QStringList present(const QStringList& wanted)
{
    const QStringList installed = QFontDatabase::families();
    QStringList found;
    for (const QString& family : wanted) {
        if (installed.contains(family))
            found.append(family);
    }
    return found;
}

QFont fontOf(double points, bool bold)
{
    QFont font;
    if (!look().families.isEmpty())
        font.setFamilies(look().families);
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

void setRole(QWidget* widget, const char* role)
{
    widget->setProperty(role, true);
}

} // namespace

void apply(QApplication& application, Mode mode)
{
    Look& l = look();
    // Asked before our own palette covers what the desktop says.
    const bool systemIsDark = application.palette().color(QPalette::Window).lightness() < 128;
    l.dark = mode == Mode::Dark || (mode == Mode::FollowSystem && systemIsDark);
    l.colors = l.dark ? darkColors() : lightColors();
    // A Latin face first: its taller lines give Japanese text the room between lines that it needs on a screen, and
    // underscores (mf_replica.def) are not cut off. Kanji and kana come from the first Japanese face that is there.
    l.families = present({u"Noto Sans"_s, u"DejaVu Sans"_s, u"BIZ UDPGothic"_s, u"BIZ UDPゴシック"_s,
                          u"Noto Sans CJK JP"_s, u"Noto Sans JP"_s, u"VL PGothic"_s, u"IPAexGothic"_s,
                          u"IPAPGothic"_s});
    l.monospace = present({u"DejaVu Sans Mono"_s, u"Noto Sans Mono"_s, u"BIZ UDGothic"_s, u"BIZ UDゴシック"_s,
                           u"VL Gothic"_s, u"Noto Sans Mono CJK JP"_s, u"IPAGothic"_s});
    if (l.monospace.isEmpty())
        l.monospace = {QFontDatabase::systemFont(QFontDatabase::FixedFont).family()};

    QApplication::setStyle(new HouseStyle);
    QApplication::setPalette(paletteOf(l.colors));
    // A chosen row keeps its own colours for state: a soft ground instead of the full accent.
    QPalette rows = paletteOf(l.colors);
    rows.setColor(QPalette::Highlight, l.colors.accentSoft);
    rows.setColor(QPalette::HighlightedText, l.colors.text);
    QApplication::setPalette(rows, "QAbstractItemView");
    QApplication::setFont(bodyFont());
    application.setStyleSheet(styleSheetOf(l.colors));
}

bool isDark()
{
    return look().dark;
}

const Colors& colors()
{
    if (!look().colors.text.isValid())
        look().colors = lightColors(); // a page shown without apply(), as in a test of its own
    return look().colors;
}

QFont titleFont()
{
    return fontOf(titlePoints, true);
}

QFont bodyFont()
{
    return fontOf(bodyPoints, false);
}

QFont strongFont()
{
    return fontOf(bodyPoints, true);
}

QFont captionFont()
{
    return fontOf(captionPoints, false);
}

QFont monospaceFont()
{
    QFont font = fontOf(monospacePoints, false);
    if (!look().monospace.isEmpty())
        font.setFamilies(look().monospace);
    font.setStyleHint(QFont::Monospace);
    return font;
}

QColor stateColor(State state)
{
    const Colors& c = colors();
    switch (state) {
    case State::Done:
    case State::Good:
        return c.good;
    case State::Here:
    case State::Info:
    case State::Busy:
        return c.accent;
    case State::Warning:
        return c.warning;
    case State::Bad:
        return c.bad;
    case State::Todo:
    case State::Blocked:
    case State::Unknown:
        break;
    }
    return c.muted;
}

QColor stateGround(State state)
{
    const Colors& c = colors();
    switch (state) {
    case State::Done:
    case State::Good:
        return c.goodSoft;
    case State::Here:
    case State::Info:
    case State::Busy:
        return c.accentSoft;
    case State::Warning:
        return c.warningSoft;
    case State::Bad:
        return c.badSoft;
    case State::Todo:
    case State::Blocked:
    case State::Unknown:
        break;
    }
    return c.raised;
}

QIcon stateIcon(State state)
{
    static const QHash<int, QString> names{
        {int(State::Done), u"check"_s},      {int(State::Good), u"check"_s},
        {int(State::Here), u"here"_s},       {int(State::Todo), u"todo"_s},
        {int(State::Blocked), u"lock"_s},    {int(State::Info), u"info"_s},
        {int(State::Warning), u"warning"_s}, {int(State::Bad), u"blocker"_s},
        {int(State::Unknown), u"unknown"_s}, {int(State::Busy), u"busy"_s}};
    return icon(names.value(int(state)), stateColor(state));
}

/// The same shape in another colour.
static QPixmap ofOneColor(const QPixmap& shape, const QColor& color)
{
    QPixmap made = shape;
    QPainter painter(&made);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(made.rect(), color);
    return made;
}

QIcon icon(const QString& name, const QColor& color)
{
    static QHash<QString, QIcon> cache;
    const QColor shown = color.isValid() ? color : colors().text;
    const QString key = name + shown.name();
    const auto cached = cache.constFind(key);
    if (cached != cache.cend())
        return *cached;
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", shown.name().toLatin1());
    QSvgRenderer renderer(svg);
    QIcon made;
    for (const int size : {16, 20, 24, 32, 48, 64, 96}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        made.addPixmap(pixmap);
        made.addPixmap(ofOneColor(pixmap, colors().muted), QIcon::Disabled);
    }
    cache.insert(key, made);
    return made;
}

void makeTitle(QLabel* label)
{
    label->setFont(titleFont());
}

void makeCaption(QLabel* label)
{
    label->setFont(captionFont());
    setRole(label, "ruwCaption");
}

void makeStrong(QLabel* label)
{
    label->setFont(strongFont());
}

void makeMonospace(QWidget* widget)
{
    widget->setFont(monospaceFont());
}

void makePrimary(QPushButton* button, bool yes)
{
    if (button->property("ruwPrimary").toBool() == yes)
        return;
    button->setProperty("ruwPrimary", yes);
    button->style()->unpolish(button); // the style sheet looks at it only then
    button->style()->polish(button);
}

void makeCard(QWidget* frame)
{
    setRole(frame, "ruwCard");
}

QVBoxLayout* makeCardColumn(QWidget* frame)
{
    makeCard(frame);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(2 * grid, grid + 4, 2 * grid, grid + 4);
    column->setSpacing(grid);
    return column;
}

QHBoxLayout* readableRow(QLabel* text, int most)
{
    text->setMaximumWidth(most);
    auto* row = new QHBoxLayout;
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(text, 1);
    row->addStretch(); // else it would stand in the middle
    return row;
}

void makeTrouble(QWidget* frame)
{
    setRole(frame, "ruwTrouble");
}

void makeRehearsal(QWidget* frame)
{
    setRole(frame, "ruwRehearsal");
}

void makeRehearsalBanner(QWidget* frame)
{
    setRole(frame, "ruwRehearsalBanner");
}

void makeRehearsalBorder(QWidget* frame)
{
    setRole(frame, "ruwRehearsalBorder");
}

} // namespace ruw::theme
