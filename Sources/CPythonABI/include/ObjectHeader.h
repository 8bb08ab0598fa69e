#pragma once
// What every object begins with.

#include "BasicTypes.h"

/// The head of every object. The count is a plain integer which any code changes inline.
struct PyObject {
    Py_ssize_t ob_refcnt;
    PyTypeObject *ob_type;
};

/// The head of objects with a variable part; `ob_size` counts its items (for `int` its sign is the number's sign).
struct PyVarObject {
    PyObject ob_base;
    Py_ssize_t ob_size;
};

/// The 16 bytes before an object of a type with Py_TPFLAGS_HAVE_GC. The links are words, since low bits carry state.
typedef struct PyGC_Head {
    uintptr_t _gc_next;
    uintptr_t _gc_prev;
} PyGC_Head;

/// The count that static objects start with: far from zero in either direction, as unbalanced code only drifts.
#define PY_STATIC_REFCOUNT 0x10000000000
