#include "core/product/ReplicaConfig.h"
