#include "core/report/Document.h"
