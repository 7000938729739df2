#pragma once

#include "core/base/Quote.h"
#include "core/rehearsal/Rehearsal.h"
#include "core/site/SiteFile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace explore {

/// The site and its survey as files, from which the program itself plays the same. False: they can't be written.
inline bool writeScene(const ruw::SiteFacts& facts, const QString& folder)
{
    using namespace Qt::StringLiterals;
    const QDir dir(folder);
    QFile survey(dir.filePath(u"survey.json"_s));
    return dir.mkpath(u"."_s) && ruw::SiteFile::write(dir.filePath(u"site.json"_s), facts.site) &&
           survey.open(QIODevice::WriteOnly) &&
           survey.write(QJsonDocument(facts.survey.toJson(ruw::Language::English)).toJson()) > 0;
}

/// The arguments with which the program plays it again.
inline QStringList replay(const ruw::Rehearsal& rehearsal, const QString& folder, quint64 seed, const ruw::FaultPlan& faults)
{
    using namespace Qt::StringLiterals;
    const QDir dir(folder);
    QStringList out{u"rehearse"_s,    u"--site"_s,      dir.filePath(u"site.json"_s),
                    u"--survey"_s,    dir.filePath(u"survey.json"_s),
                    u"--procedure"_s, ruw::procedureCode(rehearsal.procedure().kind),
                    u"--seed"_s,      QString::number(seed)};
    if (!faults.faults.isEmpty())
        out += {u"--faults"_s, faults.toString()};
    return out + QStringList{u"--finish"_s};
}

inline QString asTyped(const QStringList& arguments)
{
    QStringList words{QStringLiteral("replica-upgrade-wizard")};
    for (const QString& argument : arguments)
        words.append(ruw::shellQuoted(argument, ruw::Shell::Posix));
    return words.join(u' ');
}

} // namespace explore
