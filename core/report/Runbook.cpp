#include "core/report/Runbook.h"
