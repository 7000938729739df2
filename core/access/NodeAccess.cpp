#include "core/access/NodeAccess.h"
