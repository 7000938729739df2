#include "wizard/UpgradeWizard.h"
