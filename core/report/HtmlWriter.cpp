#include "core/report/HtmlWriter.h"
