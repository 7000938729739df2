#include "Scene.h"

#include "core/plan/PlanBuilder.h"

#include <array>

#include "../unit/RehearsalSamples.h"

using namespace Qt::StringLiterals;
using namespace ruw;

namespace explore {

namespace {

struct Border {
    const char* source;
    const char* target;
};
constexpr Border borders[] = {
    {"5.20R01", "5.60R01"}, {"4.90R01", "5.00R01"}, {"5.20R01", "5.31R01"}, {"5.31R01", "5.50R01"}};

void add(SceneList& list, const samples::SiteShape& shape, const QString& os, const QString& only)
{
    for (const ProcedureKind kind : allProcedures()) {
        const QString name = procedureCode(kind) + u" 1+%1 "_s.arg(shape.slaves) + QString::fromLatin1(shape.dataSync) +
                             u' ' + os + u' ' + shape.source + u'-' + shape.target;
        if (!only.isEmpty() && !name.contains(only))
            continue;
        auto rehearsal = samples::rehearsal(shape, kind);
        if (!rehearsal) {
            ++list.refused;
            continue;
        }
        const bool smallest = shape.slaves == 1 && shape.target == QLatin1StringView(borders[0].target);
        list.scenes.push_back({name, std::make_shared<const Rehearsal>(std::move(*rehearsal)), shape.slaves, smallest});
    }
}

samples::SiteShape shapeOf(const Border& border, int slaves, const char* sync, const QString& os)
{
    samples::SiteShape shape;
    shape.slaves = slaves;
    shape.dataSync = sync;
    shape.source = QString::fromLatin1(border.source);
    shape.target = QString::fromLatin1(border.target);
    shape.mixed = os == "mixed"_L1;
    shape.os = os == "windows"_L1 ? Os::Windows : Os::Linux;
    return shape;
}

/// Everything by SSH but the installers: what the program then knows of their end it has by word only.
constexpr auto installersByHand = "linux-installers-by-hand"_L1;

} // namespace

SceneList makeScenes(bool quick, const QString& only)
{
    SceneList list;
    for (const Border& border : borders) {
        for (const int slaves : {1, 2, 3}) {
            for (const char* sync : {"ON", "OFF"}) {
                for (const auto& os : {u"linux"_s, u"windows"_s, u"mixed"_s}) {
                    if (quick && (&border != borders || slaves > 2 || os == "windows"_L1))
                        continue;
                    add(list, shapeOf(border, slaves, sync, os), os, only);
                }
                if (&border == borders && slaves <= 2) {
                    samples::SiteShape shape = shapeOf(border, slaves, sync, installersByHand);
                    shape.installersByHand = true;
                    add(list, shape, installersByHand, only);
                }
            }
        }
    }
    return list;
}

SceneList makeLargeScenes(bool quick, const QString& only)
{
    SceneList list;
    for (const int slaves : {4, 7, 15}) {
        for (const char* sync : {"ON", "OFF"}) {
            for (const auto& os : {u"linux"_s, u"mixed"_s}) {
                if (quick && (slaves == 7 || os == (slaves == 4 ? "linux"_L1 : "mixed"_L1)))
                    continue;
                add(list, shapeOf(borders[0], slaves, sync, os), os, only);
            }
        }
    }
    return list;
}

std::vector<Fault> faultsAt(const Scene& scene, const Step& step)
{
    std::vector<Fault> out;
    const Procedure& procedure = scene.rehearsal->procedure();
    const Site& site = scene.rehearsal->facts().site;
    const Node& master = *std::find_if(site.nodes.cbegin(), site.nodes.cend(), [](const Node& node) { return node.isMaster(); });
    constexpr std::array moments = {FaultMoment::Beginning, FaultMoment::Midway, FaultMoment::Undo};
    for (const FaultKind kind : allFaults()) {
        for (const FaultMoment moment : moments) {
            if (const Fault own{kind, step.id, 0, {}, moment}; faultFits(own, procedure, site))
                out.push_back(own);
        }
        for (const QString& node : nodesToStrike(kind, procedure, site)) {
            const bool own = node == step.node;
            constexpr qsizetype few = 3; // on larger sites every other slave is like this one
            if (!own && node != master.name && site.nodes.size() > few)
                continue;
            if (own)
                continue;
            for (const FaultMoment moment : moments) {
                if (const Fault elsewhere{kind, step.id, 0, nodeInIds(site, node), moment}; faultFits(elsewhere, procedure, site))
                    out.push_back(elsewhere);
            }
        }
    }
    return out;
}

std::vector<Fault> singleFaults(const Scene& scene)
{
    std::vector<Fault> out;
    for (const Step& step : scene.rehearsal->procedure().steps) {
        for (const Fault& fault : faultsAt(scene, step))
            out.push_back(fault);
    }
    return out;
}

} // namespace explore
