#include "wizard/pages/ProcedurePage.h"
