#include "core/site/Site.h"
