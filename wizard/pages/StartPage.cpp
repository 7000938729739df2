#include "wizard/pages/StartPage.h"
