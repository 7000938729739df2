#pragma once

#include "core/survey/SurveyReport.h"

namespace ruw {

/// The one list of the facts that a survey keeps of a node, with the keys of the contract: calls
/// `visit(key, fact)` for each, in the order in which people are shown them. What follows from the config (dataSync, peers, ports)
/// is computed, not kept.
template <typename Survey, typename Visit> void forEachFact(Survey& survey, Visit&& visit)
{
    visit("version", survey.version);
    visit("serviceState", survey.serviceState);
    visit("bootStart", survey.bootStart);
    visit("settingsSync", survey.settingsSync);
    visit("smtp", survey.smtp);
    visit("installDir", survey.installDir);
    visit("hostname", survey.hostname);
    visit("os", survey.os);
    visit("addresses", survey.addresses);
    visit("listeningPorts", survey.listeningPorts);
    visit("firewall", survey.firewall);
    visit("blockPresent", survey.blockPresent);
    visit("queueBytes", survey.queueBytes);
    visit("queueFiles", survey.queueFiles);
    visit("freeDiskBytes", survey.freeDiskBytes);
    visit("clockSkewSeconds", survey.clockSkewSeconds);
    visit("rebootPending", survey.rebootPending);
    visit("systemd", survey.systemd);
    visit("installerSha256", survey.installerSha256);
}

} // namespace ruw
