#include "wizard/pages/SurveyPage.h"
