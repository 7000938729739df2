#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPixmap>

class QApplication;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

/// How the window looks: Fusion with palettes of our own, an 8-pixel grid, three type sizes, one accent.
/// Green, amber and red stand for state only, never without a shape and a word. Text colours reach 4.5:1 on
/// every ground they are used on.
namespace ruw::theme {

inline constexpr int grid = 8; ///< pixels at 100 %
inline constexpr int readableWidth = 84 * grid; ///< of running text: the eye does not find back from the end of longer lines

enum class Mode { FollowSystem, Light, Dark };
/// Sets style, palette, fonts and style sheet. Call before the first window is made.
void apply(QApplication& application, Mode mode);
bool isDark();

struct Colors {
    QColor window, surface, raised, text, muted, border, outline, accent, onAccent, accentSoft;
    QColor good, goodSoft, warning, warningSoft, bad, badSoft;
    QColor rehearsal, onRehearsal, rehearsalSoft; ///< of nothing else: who sees it knows that nothing is real
};
const Colors& colors();

QFont titleFont();
QFont bodyFont();
QFont strongFont(); ///< body, bold
QFont captionFont();
QFont monospaceFont(); ///< with Japanese: commands, paths, ports, addresses

/// A state as shape and colour; the word stands beside it.
enum class State { Done, Here, Todo, Blocked, Good, Info, Warning, Bad, Unknown, Busy };
QColor stateColor(State state);
QColor stateGround(State state);
QIcon stateIcon(State state);

/// An icon of resources/icons by its name, in a colour (the text's where none is given).
QIcon icon(const QString& name, const QColor& color = {});

/// Roles that the style sheet knows; set once at construction.
void makeTitle(QLabel* label);
void makeCaption(QLabel* label); ///< small and muted
void makeStrong(QLabel* label);
void makeMonospace(QWidget* widget);
void makePrimary(QPushButton* button, bool yes = true); ///< the one next action of a page
void makeCard(QWidget* frame);            ///< thin border on the surface colour
QVBoxLayout* makeCardColumn(QWidget* frame); ///< the same, with a column for what stands in it
/// A row for a text of several lines, which takes no more than `most` pixels of its width.
QHBoxLayout* readableRow(QLabel* text, int most = readableWidth);
void makeTrouble(QWidget* frame);         ///< the same on the ground of what is bad
void makeRehearsal(QWidget* frame);       ///< thin border on the rehearsal's ground
void makeRehearsalBanner(QWidget* frame); ///< the rehearsal's own colour
void makeRehearsalBorder(QWidget* frame); ///< a thick border all around

} // namespace ruw::theme
