#include "wizard/Page.h"
