#include "wizard/pages/WorkPage.h"
