#pragma once

#include "wizard/Theme.h"

#include <QString>
#include <QWidget>

#include <optional>

namespace ruw {

class Session;

/// The pages in their order.
enum class PageId { Start, Site, Survey, Ports, Procedure, Checks, Runbook, Work, Finish };
inline constexpr int pageCount = int(PageId::Finish) + 1;

/// How a page stands, in the side rail: the word says what the state's shape and colour show.
struct PageStanding {
    theme::State state;
    QString word;
    friend bool operator==(const PageStanding&, const PageStanding&) = default;
};

/// One page of the wizard. The frame (UpgradeWizard) shows title and intro above it and the primary button
/// below. A page hands over work, it does not do it in the window's thread; it knows the Session and no other
/// page. Texts are set in retranslate(), which runs at construction's end (by the frame) and on every
/// language change.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(Session& session, QWidget* parent = nullptr);

    virtual QString title() const = 0;          ///< in the side rail and on top
    virtual QString intro() const = 0;          ///< one or two sentences: what to do here
    virtual QString more() const { return {}; } ///< what stands behind 「詳しく」; empty: no such button
    virtual QString nextVerb() const = 0;       ///< the primary button's text, with mnemonic
    /// False: what would come next stands on the page itself, and there is no such button.
    virtual bool hasNext() const { return true; }
    /// Whether the primary button has the keyboard when the page is shown; else what had it there last, or the first part.
    virtual bool beginsAtNext() const { return false; }
    /// False: something else is the page's next action, and stands out instead.
    virtual bool nextStandsOut() const { return true; }
    virtual bool isComplete() const { return true; } ///< the pages behind this one may be opened
    /// Whether the primary button can be pressed; it may do the page's own work first (leave() gives false
    /// then).
    virtual bool canGoOn() const { return isComplete(); }
    virtual QString whyIncomplete() const { return {}; } ///< shown beside the disabled button
    /// What the side rail says of it once it was shown and another page is; none: whether it is complete says enough.
    virtual std::optional<PageStanding> standing() const { return {}; }
    /// What is under way and would be broken off if the window closed now; empty: nothing. The frame asks
    /// before it closes.
    virtual QString underWay() const { return {}; }
    virtual void enter() {} ///< each time the page is shown
    /// Whether the window is low: what is looked at only now and then gives way to what is done now.
    virtual void setLow(bool) {}
    virtual void showTime() {} ///< a rehearsal's clock, which stands above the page, was just told
    /// Before another page is shown by the primary button; false stays here.
    virtual bool leave() { return true; }
    /// Hands over what is being typed: called before the page is left, the site saved, or the window closed.
    virtual void commitEdits() {}
    virtual void retranslate() {}

signals:
    void completeChanged(); ///< also where title, intro or nextVerb changed: the frame reads them all again
    void goOn();            ///< the page asks for the next one

protected:
    void changeEvent(QEvent* event) override;
    Session& m_session;
};

} // namespace ruw
