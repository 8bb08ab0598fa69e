// Tables that look-ups on the way of every operation read: C data, since a Swift global is behind an initialisation check that is a
// call on this platform.
#pragma once
#include "BasicTypes.h"

/// Results of attribute look-ups in types, by version tag and name.
typedef struct {
    uint32_t version;
    PyValue name;
    /// Borrowed from the type's dict; 0 for "not found".
    PyValue value;
} PySwiftMethodCacheEntry;
extern PY_GLOBAL PySwiftMethodCacheEntry _pyswift_method_cache[4096];
static inline PySwiftMethodCacheEntry *_pyswift_method_cache_entry(size_t index) { return &_pyswift_method_cache[index]; }

/// Interned names that the loop's slow paths look up.
typedef struct {
    PyValue initialize, call, getattr, getattribute, getitem, iter, next, enter, exit;
} PySwiftNames;
extern PY_GLOBAL PySwiftNames _pyswift_names;
