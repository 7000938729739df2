#pragma once

#include "wizard/Page.h"

class QLabel;
class QVBoxLayout;

namespace ruw {

class ActionCard;

/// Where the work begins: new, interrupted, from a file, or the built-in sample. Opening and saving files is
/// the frame's work; the page asks for it.
class StartPage final : public Page {
    Q_OBJECT
public:
    explicit StartPage(Session& session, QWidget* parent = nullptr);
    QString title() const override;
    QString intro() const override;
    QString nextVerb() const override;
    bool hasNext() const override;
    bool beginsAtNext() const override;
    void enter() override;
    void retranslate() override;

signals:
    void newUpgradeAsked();
    void openAsked();
    void openFileAsked(const QString& path);
    void continueAsked();
    void sampleAsked();
    void rehearseSampleAsked();
    void rehearseSiteAsked(); ///< the site that is open

private:
    void fillRecent();

    ActionCard *m_rehearse, *m_rehearseSite;
    ActionCard *m_new, *m_continue, *m_open, *m_sample;
    QLabel* m_recentHead;
    QVBoxLayout* m_recent;
};

} // namespace ruw
