#pragma once

#include "core/survey/Surveyor.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QRect>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

namespace ruw::samples {

using namespace Qt::StringLiterals;

/// Settings that are nobody's own, and the house's look.
inline void prepareWindows(const QTemporaryDir& settings)
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    theme::apply(*qApp, theme::Mode::Light);
}

/// The part of that name of a page, a dialog or the window; there must be one.
template <typename T> T* part(const QWidget& page, const QString& name)
{
    T* found = page.findChild<T*>(name);
    if (!found)
        qFatal("no part named %s", qPrintable(name));
    return found;
}
template <typename T> T* part(const QWidget& page, const char* name)
{
    return part<T>(page, QString::fromLatin1(name));
}

/// What a survey of a site finds whose nodes need no network.
inline SurveyReport surveyOf(const Site& site)
{
    RealSiteAccess access({});
    return surveySite(site, access, {}, {});
}

/// A made-up site of one master and slaves whose configs lie as files in a folder of their own.
class FileSite {
public:
    explicit FileSite(const QByteArray& dataSync = "ON", int slaves = 2)
    {
        m_site.name = u"Example site"_s;
        m_site.sourceVersion = ProductVersion::parse(u"5.20R01"_s).value();
        m_site.targetVersion = ProductVersion::parse(u"5.60R01"_s).value();
        m_site.directory = m_folder.path();
        for (int i = 1; i <= slaves + 1; ++i) {
            Node node;
            node.name = u"mf%1"_s.arg(i);
            node.role = i == 1 ? Role::Master : Role::Slave;
            node.address = u"10.77.0.%1"_s.arg(i);
            node.access = AccessKind::Files;
            node.config = node.name + u"/mf_replica.def"_s;
            node.installDir = u"/opt/example"_s;
            m_site.nodes.append(node);
            writeConfig(i, dataSync);
        }
    }

    /// Writes the config of node `number` anew.
    void writeConfig(int number, const QByteArray& dataSync, const QByteArray& peers = {})
    {
        QByteArray text = "# replica settings (fictitious)\n";
        for (int i = 1; peers.isEmpty() && i <= 3; ++i) {
            if (i != number)
                text += "REPLICA_SERVER_" + QByteArray::number(i) + " = 10.77.0." + QByteArray::number(i) +
                        ":14083\n";
        }
        text += peers + "DATA_SAVE_SYNC_SERVER_PORT = 24043\nENABLE_REP_DATA = " + dataSync + "\n";
        QDir(m_folder.path()).mkpath(u"mf%1"_s.arg(number));
        QFile file(m_folder.filePath(u"mf%1/mf_replica.def"_s.arg(number)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    Site& site() { return m_site; }
    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// Puts the site and what a survey of it finds into the session.
    void open(Session& session) const
    {
        session.setSite(m_site);
        session.setSurvey(surveyOf(m_site));
    }

private:
    QTemporaryDir m_folder;
    Site m_site;
};

/// Where a part stands in its window.
inline QRect inWindow(const QWidget& widget)
{
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

/// The texts of labels that do not fit where they stand, with the room they lack.
inline QStringList cutOffTexts(const QWidget& page)
{
    QStringList cut;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const int wide = label->wordWrap() ? label->minimumSizeHint().width() : label->sizeHint().width();
        if (label->height() < needed || label->width() < std::min(wide, label->sizeHint().width()))
            cut.append(u"%1: %2"_s.arg(label->objectName(), label->text()));
    }
    return cut;
}

/// Sees whether something is laid out anew anywhere.
class LayoutWatch final : public QObject {
public:
    LayoutWatch() { qApp->installEventFilter(this); }
    bool sawNone() { return !std::exchange(m_seen, false); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        m_seen = m_seen || event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize || event->type() == QEvent::Show;
        return false;
    }

private:
    bool m_seen = true; // what is on its way has not come yet
};
/// Until a turn of the event loop has passed in which nothing was laid out.
inline void untilLaidOut()
{
    LayoutWatch watch;
    QVERIFY(QTest::qWaitFor([&] { return watch.sawNone(); }));
}

inline void bothLanguages()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << Language::English;
    QTest::newRow("Japanese") << Language::Japanese;
}

/// Shows a page in the smallest window that the wizard allows: what the frame leaves of 1024 x 700.
inline void showSmallest(QWidget& page)
{
    page.resize(772, 500);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
}

} // namespace ruw::samples

Q_DECLARE_METATYPE(ruw::Language)
