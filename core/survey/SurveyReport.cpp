#include "core/survey/SurveyReport.h"
