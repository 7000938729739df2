#include "core/plan/BlockCommands.h"
