#pragma once

#include "wizard/widgets/QuestionDialog.h"

#include <QPointer>

namespace ruw {

class Session;

/// Puts the questions of the nodes to the person, one after the other, as dialogs of its window.
class QuestionDesk : public QObject {
    Q_OBJECT
public:
    /// `window`: the dialogs' parent and this object's.
    QuestionDesk(Session& session, QWidget* window);

private:
    void look();
    void show(const SshQuestion& question);

    Session& m_session;
    QWidget* m_window;
    QPointer<QuestionDialog> m_dialog;
    bool m_forAll = false; ///< the box as it was left last time
};

} // namespace ruw
