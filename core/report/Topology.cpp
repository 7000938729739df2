#include "core/report/Topology.h"
