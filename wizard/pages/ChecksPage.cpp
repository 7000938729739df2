#include "wizard/pages/ChecksPage.h"
