#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace explore {

struct Wish {
    bool quick = false;
    bool digest = false; ///< every journal's bytes are hashed: two builds that give the same digest run the same
    int seconds = 0;
    int jobs = 2;
    QString part, only, faults;
};

/// Runs that show the same thing, with one of them to play again.
struct Finding {
    QString what; ///< "S1 in start-service", "stuck in ...", "mail lost"
    QString site; ///< "block-sync-ports 1+1 ON linux 5.20R01-5.60R01"
    QString faults;
    quint64 seed = 0;
    qint64 count = 1;
    QString detail;
};

struct Report {
    QMap<QString, qint64> runs;     ///< by part
    QMap<QString, qint64> outcomes; ///< of the first go
    QMap<QString, Finding> findings;
    qint64 worldEvents = 0;
    qint64 refused = 0; ///< sites on which a procedure is refused
    double seconds = 0;
    quint64 digest = 0;
    bool complete = true; ///< false: the time was over before

    QString text() const;
    QJsonObject toJson() const;
    void add(const Report& other);
    qint64 total() const;
};

Report explore(const Wish& wish);

} // namespace explore
