#include "core/plan/QueueForecast.h"
