#pragma once

#include "core/run/Observer.h"
#include "wizard/widgets/FilledRows.h"

#include <QFrame>
#include <QMap>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ruw {

class Background;
class Session;
class StateLine;
struct FinalQuestion;

/// After the run: what must hold at the end, seen on the nodes where the program can, ticked by a person where only he can.
/// Each is kept in the run's journal.
class FinalLooks final : public QFrame {
    Q_OBJECT
public:
    explicit FinalLooks(Session& session, QWidget* parent = nullptr);
    ~FinalLooks() override;
    /// Shows the questions of the session's run; hidden where there is none.
    void refresh();
    /// The run is another one, or goes on: what was seen before is of no use any more.
    void runChanged();
    void retranslate();
    /// Looks at the nodes; whoever has the card puts it where it is in sight.
    QPushButton* button() const { return m_look; }
    /// The box of the first question that nobody has answered; null: there is none, or what is open is for the look.
    QCheckBox* firstOpenBox() const;
    /// The part after which the keyboard comes to the boxes; at first the button.
    void setBoxesAfter(QWidget* before) { m_before = before; }

signals:
    void changed(); ///< it shall be shown anew
    void recorded(); ///< the journal has more than a report that was written before

private:
    void sayWhatIsNext();
    bool isSeen(const FinalQuestion& question) const;
    void addCheck(const FinalQuestion& question, bool open);
    void look();
    void stopLooking();
    void takeSeen(const QList<Observation>& observations);

    Session& m_session;
    Background* m_looker;
    QLabel *m_head, *m_hint;
    QPushButton* m_look;
    QWidget* m_before;
    StateLine *m_lookLine, *m_error;
    QVBoxLayout* m_checks;
    FilledRows m_filled;
    QMap<QString, Observation> m_seen; ///< by the question's id; what was looked at since the run ended
    std::optional<Error> m_journalError;
};

} // namespace ruw
