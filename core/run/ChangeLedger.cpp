#include "core/run/ChangeLedger.h"
