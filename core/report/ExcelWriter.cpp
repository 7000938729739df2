#include "core/report/ExcelWriter.h"
