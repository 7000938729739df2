#include "core/product/TextEncoding.h"
