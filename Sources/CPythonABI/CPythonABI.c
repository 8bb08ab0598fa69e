#include "CPythonABI.h"
