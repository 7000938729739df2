#include "wizard/Theme.h"
