#include "core/access/FilesAccess.h"
