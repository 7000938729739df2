#include "core/report/Fonts.h"
