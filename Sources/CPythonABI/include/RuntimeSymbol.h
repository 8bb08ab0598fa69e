#pragma once
// The data symbol `_PyRuntime`. Debian's own extension modules reach behind it in two places: the current thread state,
// and the static small ints. So the small ints live there, and the runtime keeps the thread state in step.

#include "NumberObjects.h"
#include "ThreadState.h"

#define PySmallInt_MIN (-5)
#define PySmallInt_MAX 256
#define PySmallInt_COUNT 262

typedef struct _PyRuntimeState {
    uint64_t reserved0[6];
    struct {
        PyInterpreterState *main;
    } interpreters;
    uint64_t reserved1[65];
    struct {
        PyThreadState *tstate_current;
        PyInterpreterState *autoInterpreterState;
    } gilstate;
    uint64_t reserved2[11];
    struct {
        PyLongObject small_ints[PySmallInt_COUNT];
    } global_objects;
} _PyRuntimeState;

extern PY_GLOBAL _PyRuntimeState _PyRuntime;

/// The cached object of an int from -5 to 256.
static inline PyObject *_PySwift_small_int(Py_ssize_t value) {
    return &_PyRuntime.global_objects.small_ints[value - PySmallInt_MIN].ob_base.ob_base;
}

/// The first of the 262 cached ints, that of -5.
static inline PyLongObject *_PySwift_small_ints(void) {
    return &_PyRuntime.global_objects.small_ints[0];
}

/// Where the current thread state is found without the thread-local variable, for machine code.
static inline void *_PySwift_thread_state_address(void) { return &_PyRuntime.gilstate.tstate_current; }

/// Makes `state` the current thread state, in the thread-local variable and where extensions look for it.
static inline void _PySwift_publish_thread_state(PyThreadState *state) {
    _PySwift_current_thread_state = state;
    _PyRuntime.gilstate.tstate_current = state;
}

/// Called by functions of the C API that are not built, with their name.
extern PY_GLOBAL void (*_PySwift_missing_function_hook)(const char *name);
