#include "core/report/DocumentFile.h"
