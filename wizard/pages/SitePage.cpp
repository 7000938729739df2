#include "wizard/pages/SitePage.h"
