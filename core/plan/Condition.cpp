#include "core/plan/Condition.h"
