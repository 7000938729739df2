#include "core/site/SiteFile.h"
