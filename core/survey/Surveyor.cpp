#include "core/survey/Surveyor.h"
