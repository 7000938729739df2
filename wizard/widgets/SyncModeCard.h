#pragma once

#include "core/survey/SiteFacts.h"

#include <QFrame>

class QLabel;

namespace ruw {

/// Whether data sync is on, in one plain sentence, with what follows from it and what each node says.
class SyncModeCard : public QFrame {
    Q_OBJECT
public:
    explicit SyncModeCard(QWidget* parent = nullptr);
    void setFacts(const SiteFacts& facts, Language language);

private:
    QLabel *m_icon, *m_mode, *m_follows, *m_sources;
};

} // namespace ruw
