#include "core/plan/Procedure.h"
