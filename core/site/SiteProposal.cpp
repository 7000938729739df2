#include "core/site/SiteProposal.h"
