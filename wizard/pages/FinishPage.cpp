#include "wizard/pages/FinishPage.h"
