#pragma once
// The objects that exist once.

#include "ObjectHeader.h"
#include "NumberObjects.h"

extern PY_GLOBAL PyObject _Py_NoneStruct;
extern PY_GLOBAL PyObject _Py_NotImplementedStruct;
extern PY_GLOBAL PyObject _Py_EllipsisObject;
extern PY_GLOBAL PyLongObject _Py_TrueStruct;
extern PY_GLOBAL PyLongObject _Py_FalseStruct;

static inline PyObject *Py_NonePointer(void) {
    return &_Py_NoneStruct;
}

static inline PyObject *Py_NotImplementedPointer(void) {
    return &_Py_NotImplementedStruct;
}

static inline PyObject *Py_EllipsisPointer(void) {
    return &_Py_EllipsisObject;
}

static inline PyObject *Py_TruePointer(void) {
    return &_Py_TrueStruct.ob_base.ob_base;
}

static inline PyObject *Py_FalsePointer(void) {
    return &_Py_FalseStruct.ob_base.ob_base;
}

extern char __start_pyswift_constants[] __attribute__((visibility("hidden")));
extern char __stop_pyswift_constants[] __attribute__((visibility("hidden")));

/// Whether an address is that of one of the five above.
static inline int _PySwift_is_constant(uintptr_t address) {
    return address - (uintptr_t)__start_pyswift_constants < (uintptr_t)(__stop_pyswift_constants - __start_pyswift_constants);
}

static inline void *_pyswift_constants_start(void) { return (void *)__start_pyswift_constants; }
static inline void *_pyswift_constants_end(void) { return (void *)__stop_pyswift_constants; }

/// Marks deleted entries of sets.
extern PY_GLOBAL PyObject *_PySet_Dummy;

/// What an empty bytearray's data pointer points to.
extern PY_GLOBAL char _PyByteArray_empty_string[];

static inline char *_PySwift_empty_bytes(void) {
    return _PyByteArray_empty_string;
}
