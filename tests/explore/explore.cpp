// Plays every procedure on small sites with every fault at every step, and with the program killed at every record of the
// journal, and looks whether a rule breaks, a run gets stuck, or a mail is lost. See explore.sh.

#include "Explorer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, u"Writes the counts to FILE."_s, u"FILE"_s},
                       {u"seconds"_s, u"Stops after N seconds (0: never)."_s, u"N"_s, u"0"_s},
                       {u"digest"_s, u"Hashes every journal: to compare two builds."_s},
                       {u"quick"_s, u"One border, small sites."_s},
                       {u"part"_s, u"Only: single, crash, pairs, random."_s, u"PART"_s},
                       {u"only"_s, u"Only sites whose name holds TEXT."_s, u"TEXT"_s},
                       {u"faults"_s, u"Plays this list of faults on every site as whole runs."_s, u"LIST"_s},
                       {u"whole"_s, u"Single faults as whole runs: nothing shared, nothing merged."_s},
                       {u"random"_s, u"N random runs with many faults, up to 1+15 nodes."_s, u"N"_s, u"0"_s},
                       {u"seed"_s, u"Of the (first random) run."_s, u"N"_s, u"1"_s},
                       {u"jobs"_s, u"Threads."_s, u"N"_s, u"2"_s}});
    parser.addHelpOption();
    parser.process(app);

    explore::Wish wish;
    wish.quick = parser.isSet(u"quick"_s);
    wish.digest = parser.isSet(u"digest"_s);
    wish.seconds = parser.value(u"seconds"_s).toInt();
    wish.jobs = parser.value(u"jobs"_s).toInt();
    wish.whole = parser.isSet(u"whole"_s);
    wish.random = parser.value(u"random"_s).toInt();
    wish.seed = parser.value(u"seed"_s).toULongLong();
    wish.part = parser.value(u"part"_s);
    wish.only = parser.value(u"only"_s);
    wish.faults = parser.value(u"faults"_s);
    const explore::Report report = explore::explore(wish);
    std::fputs(qPrintable(report.text()), stdout);
    if (parser.isSet(u"json"_s)) {
        QFile file(parser.value(u"json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(report.toJson()).toJson()) < 0) {
            std::fputs("The file with the counts can't be written.\n", stderr);
            return 1;
        }
    }
    return report.tally.findings.isEmpty() ? 0 : 5;
}
