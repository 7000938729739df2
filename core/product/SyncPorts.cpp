#include "core/product/SyncPorts.h"
