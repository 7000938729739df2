#include "wizard/pages/RunbookPage.h"
