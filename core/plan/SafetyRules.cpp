#include "core/plan/SafetyRules.h"
