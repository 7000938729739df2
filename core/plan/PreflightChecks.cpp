#include "core/plan/PreflightChecks.h"
