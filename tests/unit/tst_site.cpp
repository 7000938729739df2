#include "core/site/ScheduleOffset.h"
#include "core/site/Site.h"
#include "core/site/SiteClock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

Node node(const QString& name, Role role, bool takesMail = true)
{
    Node out;
    out.name = name;
    out.role = role;
    out.address = u"192.0.2.1"_s;
    out.takesMail = takesMail;
    return out;
}

QStringList namesOf(const QList<Node>& nodes)
{
    QStringList out;
    for (const Node& one : nodes)
        out.append(one.name);
    return out;
}

} // namespace

class TestSite : public QObject {
    Q_OBJECT
private slots:
    void slavesComeBeforeTheMasterInTheSitesOrder()
    {
        Site site;
        site.nodes = {node(u"m"_s, Role::Master), node(u"b"_s, Role::Slave), node(u"a"_s, Role::Slave)};
        QCOMPARE(namesOf(site.slavesThenMaster()), QStringList({u"b"_s, u"a"_s, u"m"_s}));
        QCOMPARE(namesOf(site.slaves()), QStringList({u"b"_s, u"a"_s}));
        QCOMPARE(site.master()->name, u"m"_s);
    }
    void aSiteWithoutMasterHasNone()
    {
        Site site;
        site.nodes = {node(u"a"_s, Role::Slave)};
        QVERIFY(!site.master());
        QVERIFY(!site.node(u"b"_s));
    }
    void onlyNodesThatTakeMailAreMailNodes()
    {
        Site site;
        site.nodes = {node(u"m"_s, Role::Master, false), node(u"a"_s, Role::Slave)};
        QCOMPARE(namesOf(site.mailNodes()), QStringList{u"a"_s});
    }
    void relativePathsStartAtTheSiteFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("absolute");
        QTest::newRow("relative") << u"mf1/mf_replica.def"_s << u"/sites/a/mf1/mf_replica.def"_s;
        QTest::newRow("upwards") << u"../b/x"_s << u"/sites/b/x"_s;
        QTest::newRow("absolute") << u"/x/y"_s << u"/x/y"_s;
        QTest::newRow("not given") << QString() << QString();
        QTest::newRow("hostile") << u"$(id) 'x'\n"_s << u"/sites/a/$(id) 'x'\n"_s;
    }
    void relativePathsStartAtTheSiteFile()
    {
        QFETCH(QString, path);
        Site site;
        site.directory = u"/sites/a"_s;
        QTEST(site.absolutePath(path), "absolute");
    }
    void syncAddressesDefaultToTheAddress()
    {
        Node one = node(u"a"_s, Role::Slave);
        QCOMPARE(one.effectiveSyncAddresses(), QStringList{u"192.0.2.1"_s});
        one.syncAddresses = {u"198.51.100.1"_s};
        QCOMPARE(one.effectiveSyncAddresses(), QStringList{u"198.51.100.1"_s});
    }
    void aScheduleIsShownInTheOffsetOfItsFirstTime()
    {
        const auto at = [](const char* time) { return QDateTime::fromString(QString::fromLatin1(time), Qt::ISODate); };
        Schedule schedule;
        QVERIFY(!offsetOf(schedule));
        QCOMPARE(inOneOffset(schedule), schedule);
        schedule.decideBy = at("2026-12-06T02:00:00+09:00");
        QCOMPARE(offsetOf(schedule), std::optional(9 * 3600));
        schedule.start = at("2026-12-05T14:00:00+01:00");
        schedule.end = at("2026-12-05T20:00:00Z");
        const Schedule shown = inOneOffset(schedule);
        QCOMPARE(shown, schedule); // the same moments
        QCOMPARE(shown.start->time(), QTime(14, 0));
        QCOMPARE(shown.decideBy->time(), QTime(18, 0));
        QCOMPARE(shown.end->time(), QTime(21, 0));
    }
    /// An offset that no machine has by chance.
    void theWorksClockTellsTheTimeInTheScheduleOffset()
    {
        Schedule schedule;
        schedule.end = QDateTime::fromString(u"2026-12-05T20:00:00+05:45"_s, Qt::ISODate);
        SiteClock clock;
        QCOMPARE(clock.now().offsetFromUtc(), QDateTime::currentDateTime().offsetFromUtc());
        clock.tellAs(schedule);
        const QDateTime before = QDateTime::currentDateTime(), told = clock.now();
        QCOMPARE(told.offsetFromUtc(), (5 * 60 + 45) * 60);
        QVERIFY(before <= told && told <= QDateTime::currentDateTime()); // the same moment
        clock.tellAs({});
        QCOMPARE(clock.now().offsetFromUtc(), QDateTime::currentDateTime().offsetFromUtc());
    }
    void onlyTheMajorNumberMakesAMajorChange()
    {
        Site site;
        site.sourceVersion = {5, 20, 1};
        site.targetVersion = {5, 60, 1};
        QVERIFY(!site.majorVersionChanges());
        site.sourceVersion = {4, 90, 1};
        QVERIFY(site.majorVersionChanges());
    }
};

QTEST_GUILESS_MAIN(TestSite)
#include "tst_site.moc"
