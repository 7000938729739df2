#pragma once

#include "wizard/FoundEntries.h"

#include <QFrame>

class QPushButton;

namespace ruw {

class Session;
class StateLine;

/// What the survey found and the site has no entry for, to be taken over into the site; hidden where there is nothing.
class TakeOverCard final : public QFrame {
    Q_OBJECT
public:
    explicit TakeOverCard(Session& session, QWidget* parent = nullptr);
    /// `found`: what there is to take over.
    void offer(const FoundEntries& found);
    QPushButton* button() const { return m_button; }
    void retranslate();

private:
    Session& m_session;
    FoundEntries m_found;
    StateLine* m_text;
    QPushButton* m_button;
};

} // namespace ruw
