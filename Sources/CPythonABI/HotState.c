#include "CPythonABI.h"

PySwiftMethodCacheEntry _pyswift_method_cache[4096];
PySwiftNames _pyswift_names;
PySwiftHandler _pyswift_handlers[256];
PySwiftAttributeEntry _pyswift_attribute_cache[1024];
