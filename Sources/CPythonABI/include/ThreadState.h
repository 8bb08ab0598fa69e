#pragma once
// Thread and interpreter states. Extensions read and write the pending exception (`curexc_*`) and the handled one
// (`exc_info`) here without a call, so these fields are where the runtime itself keeps them.

#include "ObjectHeader.h"
#include "GeneratorObjects.h"
#include "CodeObjects.h"

typedef struct _PyCFrame {
    uint8_t use_tracing;
    _PyInterpreterFrame *current_frame;
    struct _PyCFrame *previous;
} _PyCFrame;

typedef struct PyTraceInfo {
    PyCodeObject *code;
    uint64_t bounds[5];
} PyTraceInfo;

struct PyThreadState {
    PyThreadState *prev;
    PyThreadState *next;
    PyInterpreterState *interp;
    int _initialized;
    int _static;
    int recursion_remaining;
    int recursion_limit;
    int recursion_headroom;
    int tracing;
    int tracing_what;
    _PyCFrame *cframe;
    Py_tracefunc c_profilefunc;
    Py_tracefunc c_tracefunc;
    PyObject *c_profileobj;
    PyObject *c_traceobj;
    PyObject *curexc_type;
    PyObject *curexc_value;
    PyObject *curexc_traceback;
    _PyErr_StackItem *exc_info;
    PyObject *dict;
    int gilstate_counter;
    PyObject *async_exc;
    unsigned long thread_id;
    unsigned long native_thread_id;
    int trash_delete_nesting;
    PyObject *trash_delete_later;
    void (*on_delete)(void *);
    void *on_delete_data;
    int coroutine_origin_tracking_depth;
    PyObject *async_gen_firstiter;
    PyObject *async_gen_finalizer;
    PyObject *context;
    uint64_t context_ver;
    uint64_t id;
    PyTraceInfo trace_info;
    void *datastack_chunk;
    PyObject **datastack_top;
    PyObject **datastack_limit;
    _PyErr_StackItem exc_state;
    _PyCFrame root_cframe;
};

/// Opaque to extensions but for its address; they ask functions for `id`.
struct PyInterpreterState {
    PyInterpreterState *next;
    void *reserved[5];
    int64_t id;
};

/// The state of the thread that holds the GIL; NULL in a thread that does not.
extern __thread PyThreadState *_PySwift_current_thread_state
    __attribute__((visibility("default"), tls_model("initial-exec")));

/// The state that belongs to this thread whether it holds the GIL or not; NULL in a thread that Python has not seen.
extern __thread PyThreadState *_PySwift_own_thread_state
    __attribute__((visibility("default"), tls_model("initial-exec")));
static inline PyThreadState *_PySwift_thread_states_own(void) { return _PySwift_own_thread_state; }
static inline void _PySwift_set_own_thread_state(PyThreadState *state) { _PySwift_own_thread_state = state; }

/// Where that stands from the thread pointer, in every thread.
static inline long _pyswift_thread_state_offset(void) {
    return (char *)&_PySwift_current_thread_state - (char *)__builtin_thread_pointer();
}

static inline PyThreadState *_PySwift_thread_state(void) {
    return _PySwift_current_thread_state;
}

static inline void _PySwift_set_thread_state(PyThreadState *state) {
    _PySwift_current_thread_state = state;
}
