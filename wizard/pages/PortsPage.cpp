#include "wizard/pages/PortsPage.h"
