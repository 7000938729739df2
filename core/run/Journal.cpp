#include "core/run/Journal.h"
