#include "core/plan/Step.h"
