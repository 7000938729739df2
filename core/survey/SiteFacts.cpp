#include "core/survey/SiteFacts.h"
