#pragma once
// The built-in type objects. They are statically allocated because extensions take their addresses at load time and
// read their slots; the runtime fills in the slots, dict and MRO when it starts.
//
// Swift reads a global through its accessor `PyLong_TypePointer()`, one instruction, rather than with `&PyLong_Type`.

#include "TypeObject.h"
#include "TypeList.h"

#define PY_DECLARE_TYPE(symbol, name, base, basicsize, itemsize, dictoffset, weaklistoffset, vectorcalloffset, flags) \
    extern PY_GLOBAL PyTypeObject symbol;                                                                             \
    static inline PyTypeObject *symbol##Pointer(void) {                                                               \
        return &symbol;                                                                                               \
    }
PY_STATIC_TYPES(PY_DECLARE_TYPE)
#undef PY_DECLARE_TYPE

/// All of the list, in its order: a base before the types derived from it.
extern PY_GLOBAL PyTypeObject *const _PySwift_static_types[];

#define PY_COUNT_ONE(...) +1
enum { _PySwift_static_type_count = 0 PY_STATIC_TYPES(PY_COUNT_ONE) };

static inline PyTypeObject *_PySwift_static_type(Py_ssize_t index) {
    return _PySwift_static_types[index];
}
