#pragma once
// The built-in exceptions: a type object each, and the exported pointer variable that C code names.

#include "TypeObject.h"
#include "ExceptionObjects.h"
#include "ExceptionList.h"
#include "StaticTypes.h"

#define PY_DECLARE_EXCEPTION(name, base, instance)            \
    extern PY_GLOBAL PyTypeObject _PyExc_##name;              \
    extern PY_GLOBAL PyObject *PyExc_##name;                  \
    static inline PyTypeObject *PyExc_##name##Pointer(void) { \
        return &_PyExc_##name;                                \
    }
PY_STATIC_EXCEPTIONS(PY_DECLARE_EXCEPTION)
#undef PY_DECLARE_EXCEPTION

// Aliases of OSError.
extern PY_GLOBAL PyObject *PyExc_EnvironmentError;
extern PY_GLOBAL PyObject *PyExc_IOError;

/// All of the list, in its order: a base before the exceptions derived from it.
extern PY_GLOBAL PyTypeObject *const _PySwift_static_exceptions[];

enum { _PySwift_static_exception_count = 0 PY_STATIC_EXCEPTIONS(PY_COUNT_ONE) };

static inline PyTypeObject *_PySwift_static_exception(Py_ssize_t index) {
    return _PySwift_static_exceptions[index];
}
