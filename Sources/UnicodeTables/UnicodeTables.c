#include "UnicodeTables.h"
