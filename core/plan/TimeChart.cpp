#include "core/plan/TimeChart.h"
