#include "wizard/Session.h"
