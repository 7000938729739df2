#include "wizard/RunbookPrinter.h"
