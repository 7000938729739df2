// Plays every procedure on small sites with every fault at every step, and with the program killed at every record of the
// journal, and looks whether a rule breaks, a run gets stuck, or a mail is lost. See explore.sh.

#include "Explorer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int failed = 1, wrongUsage = 2, found = 5; // as the program's own exit status

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, u"Writes the counts to FILE."_s, u"FILE"_s},
                       {u"seconds"_s, u"Stops after N seconds (0: never)."_s, u"N"_s, u"0"_s},
                       {u"progress"_s, u"Says on the error channel which site is through."_s},
                       {u"digest"_s, u"Hashes every journal: to compare two builds."_s},
                       {u"quick"_s, u"One border, small sites; of the large ones a few."_s},
                       {u"part"_s, u"Only: single, remedies, crash, pairs, random."_s, u"PART"_s},
                       {u"only"_s, u"Only sites whose name holds TEXT."_s, u"TEXT"_s},
                       {u"faults"_s, u"Plays this list of faults on every site as whole runs."_s, u"LIST"_s},
                       {u"whole"_s, u"Single faults as whole runs: nothing shared, nothing merged."_s},
                       {u"random"_s, u"N random runs with many faults, up to 1+15 nodes."_s, u"N"_s, u"0"_s},
                       {u"seed"_s, u"Of the (first random) run."_s, u"N"_s, u"1"_s},
                       {u"at-least"_s, u"Fails where fewer scenes, refused procedures or runs came."_s, u"SCENES,REFUSED,RUNS"_s},
                       {u"findings"_s, u"Where the sites of what is found are kept (a new folder of temporary files)."_s, u"DIR"_s},
                       {u"jobs"_s, u"Threads."_s, u"N"_s, u"2"_s}});
    parser.addHelpOption();
    parser.process(app);

    const auto wrong = [](const QString& why) {
        std::fputs(qPrintable(why + u'\n'), stderr);
        return wrongUsage;
    };
    explore::Wish wish;
    wish.quick = parser.isSet(u"quick"_s);
    wish.digest = parser.isSet(u"digest"_s);
    wish.progress = parser.isSet(u"progress"_s);
    wish.whole = parser.isSet(u"whole"_s);
    bool good = true;
    const auto number = [&](const QString& option) {
        bool isNumber = false;
        const qulonglong value = parser.value(option).toULongLong(&isNumber);
        good = good && isNumber;
        return value;
    };
    wish.seconds = int(number(u"seconds"_s));
    wish.jobs = int(number(u"jobs"_s));
    wish.random = int(number(u"random"_s));
    wish.seed = number(u"seed"_s);
    if (!good)
        return wrong(u"--seconds, --jobs, --random and --seed take a number."_s);
    wish.part = parser.value(u"part"_s);
    if (!wish.part.isEmpty() && !explore::knownParts().contains(wish.part))
        return wrong(u"There is no part \"%1\", only %2."_s.arg(wish.part, explore::knownParts().join(u", "_s)));
    if (wish.part == "random"_L1 && wish.random == 0)
        return wrong(u"Say with --random how many random runs."_s);
    wish.only = parser.value(u"only"_s);
    wish.findings = parser.value(u"findings"_s);
    const auto faults = ruw::FaultPlan::parse(parser.value(u"faults"_s));
    if (!faults)
        return wrong(faults.error().render(ruw::Language::English));
    wish.faults = *faults;
    for (const ruw::Fault& fault : faults->faults) {
        if (fault.step.isEmpty() && fault.record == 0) // it would never happen, and nobody would notice
            return wrong(u"A fault wants its step: KIND@STEP."_s);
    }
    QList<qint64> least;
    for (const QString& count : parser.value(u"at-least"_s).split(u',', Qt::SkipEmptyParts))
        least.append(count.toLongLong());
    least.resize(3);
    const explore::Report report = explore::explore(wish);
    if (report.scenes == 0)
        return wrong(u"No site's name holds \"%1\"."_s.arg(wish.only));
    std::fputs(qPrintable(report.text()), stdout);
    if (parser.isSet(u"json"_s)) {
        QFile file(parser.value(u"json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(report.toJson()).toJson()) < 0) {
            std::fputs("The file with the counts can't be written.\n", stderr);
            return 1;
        }
    }
    if (!report.tally.findings.isEmpty())
        return found;
    const bool few = report.scenes < least[0] || report.refused < least[1] || report.tally.total() < least[2];
    if (few)
        std::fputs("Fewer came than must at least.\n", stderr);
    return few || report.tally.total() == 0 || (report.whole && !report.complete) ? failed : 0;
}
