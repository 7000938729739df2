#include "core/report/PagePainter.h"
