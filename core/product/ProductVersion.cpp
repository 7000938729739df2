#include "core/product/ProductVersion.h"
