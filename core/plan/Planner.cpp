#include "core/plan/Planner.h"
