#include "core/plan/StepTexts.h"
