#include "CheckCases.h"

#include "core/plan/checks/Check.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;
using namespace ruw::samples;

/// Every check of the catalogue: what it says of a site spoiled for it, and that nothing else says so.
class TestEveryCheck : public QObject {
    Q_OBJECT
private slots:
    void aCleanSiteHasNothingToSay()
    {
        QCOMPARE(idsOf(Lab()), alwaysThere());
        for (const Kind kind : allProcedures())
            QVERIFY(Lab().check().allowed(kind));
        QCOMPARE(idsOf(Lab().check(Kind::StopMailFlow).findings), QStringList());
    }

    void eachCheckSaysItsOwnAndNothingElse_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name) << i;
    }
    void eachCheckSaysItsOwnAndNothingElse()
    {
        QFETCH(int, index);
        const Case& one = cases()[index];
        Lab lab;
        one.spoil(lab);
        const CheckReport report = lab.check();
        QStringList expected = one.adds + alwaysThere();
        expected.sort();
        QCOMPARE(idsOf(report.findings), expected);
        if (!one.node.isEmpty())
            QCOMPARE(findingOf(report, one.adds.first())->node, one.node);
    }

    void everyFindingHasItsRowAMessageAndARemedy()
    {
        static const QRegularExpression idForm(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
        QSet<QString> given;
        for (const Case& one : cases()) {
            Lab lab;
            one.spoil(lab);
            const CheckReport report = lab.check();
            const bool somethingIsAllowed = std::any_of(report.procedures.begin(), report.procedures.end(),
                                                        [](const ProcedureVerdict& v) { return v.allowed; });
            for (const Finding& finding : report.findings) {
                given.insert(finding.id);
                const checks::CheckInfo* info = checks::infoOf(finding.id);
                QVERIFY2(info, qPrintable(finding.id));
                const bool forbidsOnlySome = info->severity == Severity::Blocker && somethingIsAllowed;
                QCOMPARE(finding.severity, forbidsOnlySome ? Severity::Warning : info->severity);
                for (const Language language : {Language::English, Language::Japanese}) {
                    for (const Text* text : {&finding.message, &finding.remedy}) {
                        const QString words = text->render(language);
                        QVERIFY2(!words.isEmpty(), qPrintable(finding.id));
                        QVERIFY2(!words.contains(QRegularExpression(u"%[1-9n]"_s)), qPrintable(words));
                    }
                }
            }
        }
        for (const checks::CheckInfo& info : checks::catalogue()) {
            QVERIFY2(idForm.match(info.id).hasMatch(), qPrintable(info.id));
            // What depends on a disk's very size has a test of its own.
            if (info.id != "queue-forecast-disk-tight"_L1)
                QVERIFY2(given.contains(info.id), qPrintable(u"no case for "_s + info.id));
        }
    }

    void everyIdStandsInTheCatalogueOnce()
    {
        QSet<QString> ids;
        for (const checks::CheckInfo& info : checks::catalogue()) {
            QVERIFY2(!ids.contains(info.id), qPrintable(info.id));
            ids.insert(info.id);
            QVERIFY(info.procedures != 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestEveryCheck)
#include "tst_everycheck.moc"
