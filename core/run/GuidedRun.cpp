#include "core/run/GuidedRun.h"
