#include "core/plan/Procedure.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct Row {
    ProcedureKind kind;
    const char* code;
    const char* name;
    const char* meaning;
    bool keepsFlowing;
};
constexpr std::array rows = {
    Row{ProcedureKind::StopMailFlow, "stop-mail-flow", QT_TRANSLATE_NOOP("ruw::Text", "Stop mail flow"),
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Mail flow is stopped while the nodes are upgraded. All services are stopped, every node is "
                          "upgraded, then the slaves are started and the master last."),
        false},
    Row{ProcedureKind::DisableSettingsSync, "disable-settings-sync",
        QT_TRANSLATE_NOOP("ruw::Text", "Keep mail flowing: disable settings sync"),
        QT_TRANSLATE_NOOP(
            "ruw::Text", "Mail keeps flowing. Settings sync is disabled on every node (the vendor's FAQ 4105 "
                    "tells how), the nodes are upgraded one by one, then it is enabled again."),
        true},
    Row{ProcedureKind::BlockSyncPorts, "block-sync-ports",
        QT_TRANSLATE_NOOP("ruw::Text", "Keep mail flowing: block the sync ports"),
        QT_TRANSLATE_NOOP(
            "ruw::Text", "Mail keeps flowing. The sync ports are blocked on every node, the nodes are upgraded "
                    "one by one, then the block is lifted."),
        true},
    Row{ProcedureKind::BlockPeerTraffic, "block-peer-traffic",
        QT_TRANSLATE_NOOP("ruw::Text", "Keep mail flowing: block all traffic between the servers"),
        QT_TRANSLATE_NOOP(
            "ruw::Text", "Mail keeps flowing. Whoever runs the firewall between the servers blocks all IP "
                    "traffic among them, the nodes are upgraded one by one, then it is let through again."),
        true},
};

const Row& rowOf(ProcedureKind kind)
{
    for (const Row& row : rows) {
        if (row.kind == kind)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

const QList<ProcedureKind>& allProcedures()
{
    static const QList<ProcedureKind> all = [] {
        QList<ProcedureKind> list;
        for (const Row& row : rows)
            list.append(row.kind);
        return list;
    }();
    return all;
}

QString procedureCode(ProcedureKind kind)
{
    return QString::fromLatin1(rowOf(kind).code);
}

std::optional<ProcedureKind> procedureFromCode(const QString& code)
{
    for (const Row& row : rows) {
        if (code == QLatin1StringView(row.code))
            return row.kind;
    }
    return std::nullopt;
}

Text procedureText(ProcedureKind kind)
{
    return Text::tr(rowOf(kind).name);
}

Text procedureMeaning(ProcedureKind kind)
{
    return Text::tr(rowOf(kind).meaning);
}

bool keepsMailFlowing(ProcedureKind kind)
{
    return rowOf(kind).keepsFlowing;
}

const Step* Procedure::step(const QString& id) const
{
    for (const Step& candidate : steps) {
        if (candidate.id == id)
            return &candidate;
    }
    return nullptr;
}

const Step* Procedure::first(StepKind stepKind, const QString& node) const
{
    const auto found = std::find_if(steps.cbegin(), steps.cend(), [&](const Step& each) {
        return each.kind == stepKind && each.node == node;
    });
    return found == steps.cend() ? nullptr : &*found;
}

int Procedure::number(const QString& id) const
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].id == id)
            return int(i) + 1;
    }
    return 0;
}

Text Procedure::placeOf(const QString& id) const
{
    return Text::tr("Step %1 of %2").arg(number(id)).arg(steps.size());
}

bool Procedure::isAsked(const QString& id) const
{
    return std::any_of(steps.cbegin(), steps.cend(), [&](const Step& step) { return step.onlyIf == id; });
}

bool Procedure::isolates(const Step& step) const
{
    return step.kind == StepKind::Block || step.kind == StepKind::DisableSettingsSync ||
           (step.kind == StepKind::StopService && !keepsMailFlowing(kind));
}

bool Procedure::restoresSync(const Step& step) const
{
    return step.kind == StepKind::Unblock || step.kind == StepKind::EnableSettingsSync ||
           (step.kind == StepKind::StartService && !keepsMailFlowing(kind));
}

int Procedure::pointOfNoReturn() const
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].pointOfNoReturn)
            return int(i);
    }
    return -1;
}

QString Procedure::fingerprint() const
{
    // English is the source language, so this does not depend on what the window shows. runId carries the
    // stable facts.
    const QByteArray bytes = QJsonDocument(contentJson(Language::English)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString Procedure::shortFingerprint() const
{
    const QString hex = fingerprint();
    return hex.mid(0, 4) + u'-' + hex.mid(4, 4) + u'-' + hex.mid(8, 4);
}

QJsonObject Procedure::toJson(Language language) const
{
    QJsonObject object = contentJson(language);
    object.insert(u"fingerprint"_s, fingerprint());
    return object;
}

QJsonObject Procedure::contentJson(Language language) const
{
    QJsonArray ports;
    for (const int port : blockedPorts)
        ports.append(port);
    QJsonArray stepArray;
    for (const Step& step : steps)
        stepArray.append(step.toJson(language));
    return {{u"format"_s, 1},    {u"kind"_s, u"plan"_s},     {u"procedure"_s, procedureCode(kind)},
            {u"runId"_s, runId}, {u"blockedPorts"_s, ports}, {u"steps"_s, stepArray}};
}

} // namespace ruw
